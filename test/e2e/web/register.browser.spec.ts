import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { insertProjects } from '#projects';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import { HEADER, ImportSteps } from '../../support/import-steps.js';
import { project } from '../../support/projects.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectRefusalSeen,
  expectSoon,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';
import { xlsxFile } from '../../support/xlsx-builder.js';

let web: TestWeb;
let clerk: ImportSteps;
let ids: string[];
const NAMES = ['Nhà máy gạch Tuynel', 'Nhà máy gạch Tuynel Hồng Lam', 'Xưởng men sứ Bát Tràng'];
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_register' });
  clerk = new ImportSteps(web.api, await web.api.login(emailOf('motcua1')));
  const investor = {
    ...{ investorName: 'Công ty Cổ phần Gốm Xây dựng Hồng Lam', investorTaxCode: '5709900033' },
    ...{ capitalVnd: 1.2e11, sectorVsic: 'C2395' },
  };
  const drafts = NAMES.map((name, index) =>
    project({
      ...{ ...investor, name, registeredOn: '2026-03-05' },
      ...(index === 2
        ? { investorName: 'Công ty Men sứ', investorTaxCode: null, policyDecidedOn: '2026-04-01' }
        : {}),
    }),
  );
  const made = await web.api.app
    .get(UnitOfWork)
    .run(systemActor(DEMO_AUTHORITY.id), (tx) => insertProjects(tx, drafts, { source: 'manual' }));
  ids = made.map(({ id }) => id);
  await aDossier(web.api)
    .named(NAMES[0] ?? '')
    .accepted()
    .open();
  const head = await web.api.login(emailOf('truongphong1'));
  await head.post('/api/v1/projects/matches/propose', {});
}, 120_000);
afterAll(() => web.close());

const shot = (page: Page, name: string) => keepPicture(page, `register-${name}`);
/** Fills the reason of an act, looks at what it would do, and does it. */
async function act(page: Page, name: string, preview: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByRole('textbox', { name: /^Lý do/ });
  if (await reason.isVisible()) await reason.fill('Đã đối chiếu hồ sơ giấy');
  await dialog.getByRole('button', { name: 'Xem trước' }).click();
  await dialog.getByText(preview).waitFor();
  await dialog.getByRole('button', { name }).click();
  await page.getByText(`Đã thực hiện: ${name}`).waitFor();
  await dialog.waitFor({ state: 'hidden' });
}

describe('the register in the browser', () => {
  test('takes a list whose faults are mended on the spot, runs, and takes it back', async () => {
    const { page, faults } = await web.open('/projects/import', { as: emailOf('motcua1') });
    await page.getByRole('heading', { name: 'Chưa có lần nhập nào' }).waitFor();
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await choose('trong.csv', Buffer.alloc(0));
    await page.getByText(/không có nội dung \(0 byte\)/).waitFor();
    // The browser tells of the same path again only where it was forgotten: the file may have been mended.
    expect(await page.locator('input[type=file]').inputValue()).toBe('');
    await choose('lon.csv', Buffer.alloc(21 * 1024 * 1024, 'a'));
    await page.getByText(/nặng 22 MB, quá 21 MB/).waitFor();
    await choose('cu.xls', Buffer.from('x'));
    await page.getByText(/định dạng Excel cũ/).waitFor();
    await expectAccessible(page);
    const rows = [
      ['Nhà máy kính Cát Trắng', 'Công ty Kính', null, 12.5, '05/07/2026'],
      ['Nhà máy thép Sông Bùn', 'Công ty Thép', '5709', '1.200', '5/7/26'],
      ['Nhà máy giấy Lâm Hạ', 'Công ty Giấy', null, 3, '01/02/2026'],
    ];
    await choose('danh-sach.xlsx', Buffer.from(xlsxFile([{ name: 'Danh sách', rows: [HEADER, ...rows] }])));
    await page.getByRole('heading', { name: 'Ghép cột của danh sách' }).waitFor();
    await shot(page, 'mapping');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('button', { name: 'Có lỗi (1)' }).click();
    await page.getByRole('link', { name: /^D3/ }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('cell-3-capitalVnd');
    await shot(page, 'preview');
    await expectAccessible(page);
    await page.getByLabel('D3 · Vốn đầu tư').fill('1200');
    await page.getByLabel('C3 · Mã số thuế').fill('5709900011');
    await page.getByLabel('E3 · Ngày đăng ký').fill('31/02/2026');
    await page.getByRole('button', { name: 'Lưu dòng 3' }).click();
    await page.getByText('Dòng 3 vẫn còn lỗi').waitFor();
    await page.getByLabel('E3 · Ngày đăng ký').fill('05/07/2026');
    await page.getByRole('button', { name: 'Lưu dòng 3' }).click();
    await page.getByText('Dòng 3 đã hợp lệ').waitFor();
    await page.getByRole('button', { name: 'Mới (3)' }).waitFor();
    await page.getByRole('button', { name: 'Nhập 3 dòng vào danh mục' }).click();
    await page.getByText('0 trong 3 dòng (0%)').waitFor();
    const address = page.url();
    await page.getByRole('link', { name: /Nhập danh sách dự án/ }).click();
    await page.getByText('Đang chờ chạy').waitFor();
    await clerk.work();
    await page.getByText('3 mới, 0 cập nhật, 0 bỏ qua, 0 lỗi').waitFor();
    await page.goto(address);
    await page.getByText('Đã nhập xong.').waitFor();
    await shot(page, 'result');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Mở các dự án đã nhập' }).click();
    await page.getByText('Đang hiện 3 trong 3 dự án').waitFor();
    expect(await page.getByText('1.200 tỷ đồng').count()).toBe(1);
    await page.goBack();
    await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
    await page.getByText('Đã hoàn tác: rút 3 dự án khỏi danh mục.').waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  test('confirms a match, merges a duplicate and undoes it, corrects what somebody else corrects', async () => {
    const { page, faults } = await web.open('/projects?awaiting=match', { as: emailOf('truongphong1') });
    await page.getByRole('link', { name: NAMES[0] ?? '', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: NAMES[0] ?? '' }).waitFor();
    await page
      .getByRole('button', { name: /^Đúng, ghép hồ sơ này/ })
      .first()
      .click();
    await act(page, 'Đúng, ghép hồ sơ này', /Chưa có hồ sơ.*Đang xem xét/);
    await page.getByText('Căn cứ pháp lý của hồ sơ').waitFor();
    await page.getByRole('button', { name: /^Gộp dự án kia vào dự án này: .*Hồng Lam$/ }).click();
    await act(page, 'Gộp dự án kia vào dự án này', /Dự án này ở lại/);
    await page.getByText('Đã gộp vào dự án này').waitFor();
    await shot(page, 'project');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Hủy gộp/ }).click();
    await act(page, 'Hủy gộp', /Tình trạng giữ nguyên/);
    await page.getByText('Đã gộp vào dự án này').waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: 'Sửa thông tin' }).click();
    await page.getByLabel('Mã ngành (VSIC)').fill('C2394');
    await page.getByLabel('Tổng vốn đầu tư (đồng)').fill('250.000.000.000');
    const saves = page.getByRole('button', { name: 'Lưu thay đổi' });
    const colleague = await web.api.login(emailOf('motcua1'));
    const path = `/api/v1/projects/${ids[0]}`;
    const { revision } = (await colleague.get<{ revision: number }>(path)).body;
    await colleague.patch(path, { sectorVsic: 'C2391' }, { 'if-match': `"${revision}"` });
    // What was entered outlives the page, and meets what somebody else saved meanwhile.
    await page.reload();
    await page.getByText('Nội dung nhập lần trước vẫn còn ở đây').waitFor();
    await page.getByRole('radio', { name: 'Bạn nhập: C2394' }).check();
    await shot(page, 'conflict');
    await expectAccessible(page);
    const goesOn = page.getByRole('button', { name: 'Tiếp tục với bản mới nhất' });
    await goesOn.click();
    await colleague.patch(path, { agencyName: 'Sở Tài chính' }, { 'if-match': `"${revision + 1}"` });
    await saves.click();
    await goesOn.click();
    await saves.click();
    await page.getByText('Mã ngành (VSIC): C2391 → C2394').waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  test('the leader of the province counts coverage by numbers that equal their lists, and records what the authority decided', async () => {
    const { page, faults } = await web.open('/', {
      ...{ as: emailOf('ubnd'), scheme: 'dark' as const, width: 360 },
    });
    await page.getByText(/ghi nhận quyết định của cấp có thẩm quyền/).waitFor();
    await page.locator('main').getByRole('link', { name: 'Danh mục dự án' }).click();
    await page.getByRole('link', { name: 'Tỷ lệ bao phủ' }).click();
    const missed = page.getByRole('link', { name: /^Quyết định khi chưa có ý kiến: 1 dự án$/ });
    await missed.waitFor();
    await page.getByText(NAMES[2] ?? '').waitFor();
    await shot(page, 'coverage-360');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await missed.click();
    await page.getByText('Đang hiện 1 trong 1 dự án').waitFor();
    await shot(page, 'list-360');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('link', { name: NAMES[2] ?? '' }).click();
    await page
      .getByText(/^Ngày quyết định .* lấy từ danh mục dự án; nội dung .* chưa được ghi nhận/)
      .waitFor();
    await shot(page, 'listed-decision');
    await page.getByRole('button', { name: 'Ghi nhận quyết định' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Nội dung quyết định/).selectOption('approved');
    await dialog.getByLabel(/Số văn bản/).fill('57/QĐ-UBND');
    await dialog.getByLabel(/Người, cơ quan quyết định/).fill('Chủ tịch UBND tỉnh');
    // What is refused in a window has the focus there, and leads to the field that it names.
    await dialog.getByLabel(/Ngày quyết định/).fill('2099-01-01');
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    const fault = dialog.getByRole('alert').getByRole('link', { name: /^Ngày quyết định: ./ });
    await fault.waitFor();
    await expectRefusalSeen(page);
    await shot(page, 'decision-refused-360');
    await fault.press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'act-decidedOn');
    await dialog.getByLabel(/Ngày quyết định/).fill('2026-04-02');
    await act(page, 'Ghi nhận quyết định', /Tình trạng giữ nguyên/);
    await page.getByText('57/QĐ-UBND · 02/04/2026 · Chủ tịch UBND tỉnh').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 60_000);

  test('enters a project, asks when it looks like another, and speaks English; others are told that it is not theirs', async () => {
    const { page } = await web.open('/projects/new', { as: emailOf('chuyenvien1'), language: 'en' });
    const adds = page.getByRole('button', { name: 'Add to the register' });
    await adds.click();
    await expectRefusalSeen(page);
    await page.getByRole('alert').getByRole('link', { name: 'Investor' }).press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'project-investorName');
    await page.getByLabel(/^Project name/).fill(NAMES[2] ?? '');
    await page
      .getByLabel(/^Investor/)
      .first()
      .fill('Công ty Men sứ');
    // What the API refuses comes into sight with the names of its fields, each of which leads there.
    await page.getByLabel(/^Sector code/).fill('ZZZ');
    await page.getByLabel(/^Tax code/).fill('12');
    await adds.click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Sector code.*: ./ })
      .waitFor();
    await expectRefusalSeen(page);
    await shot(page, 'new-refused');
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Tax code.*: ./ })
      .press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'project-investorTaxCode');
    await page.getByLabel(/^Tax code/).fill('');
    await page.getByLabel(/^Sector code/).fill('');
    // What is typed is there again after a reload, and says so.
    await page.reload();
    await page.getByText('What you entered last time is still here').waitFor();
    await page.getByRole('button', { name: 'Add to the register' }).click();
    await page.getByText('The project looks like one in the register').waitFor();
    await page.getByRole('checkbox', { name: /this is another project/ }).check();
    await shot(page, 'new-en');
    await expectAccessible(page);
    // The project is entered, but no answer comes: sent again it is the same act, and not another project.
    await page.route(
      '**/api/v1/projects',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Add to the register' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Add to the register' }).click();
    await page.getByRole('heading', { name: 'Coverage' }).waitFor();
    await page
      .getByRole('link', { name: /Register of projects/ })
      .first()
      .click();
    await page.getByText('4 of 4 projects shown').waitFor();
    // A condition that cannot be says what can be done: it is taken away, and nobody tries the same again.
    await page.goto(`${web.api.url}/projects?from=2026-99-99`);
    await page.getByText('A condition of the list cannot be used').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove this condition: “2026-99-99”' }).click();
    await page.getByText('4 of 4 projects shown').waitFor();
    await shot(page, 'list-en');
    const investor = await web.open('/projects', { as: emailOf('gom') });
    await investor.page.getByRole('heading', { name: 'Trang này không dành cho vai trò của bạn' }).waitFor();
    expect(await investor.page.getByRole('link', { name: 'Danh mục dự án' }).count()).toBe(0);
  }, 60_000);
});
