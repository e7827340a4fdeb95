import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type TechnologyFacts } from '#contracts';
import { emailOf } from '../../support/dossier-driver.js';
import {
  clickTwice,
  type Desk,
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

const OWNER = emailOf('gom');
let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_investor' });
}, 120_000);
afterAll(() => web.close());

async function newDraft(facts: TechnologyFacts = {}): Promise<string> {
  const client = await web.api.login(OWNER);
  const made = await client.post<{ id: string; revision: number }>('/api/v1/dossiers', {
    procedureId: 'opinion',
    projectName: 'Nhà máy gốm thử',
  });
  const { id, revision } = made.body;
  if (Object.keys(facts).length > 0)
    await client.patch(`/api/v1/dossiers/${id}`, { facts }, { 'if-match': `"${revision}"` });
  return id;
}
const factsOf = async (id: string): Promise<TechnologyFacts> => {
  const client = await web.api.login(OWNER);
  return (await client.get<{ facts: TechnologyFacts }>(`/api/v1/dossiers/${id}`)).body.facts;
};
const editor = (id: string, task: string, desk: Parameters<TestWeb['open']>[1] = {}): Promise<Desk> =>
  web.open(`/dossiers/${id}/edit?task=${task}`, { as: OWNER, ...desk });
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/).waitFor();

describe('the workspace of an investor', () => {
  test('opens a draft question by question, enters, checks and submits it; back afterwards does no harm', async () => {
    const { page, faults } = await web.open('/dossiers/new', { as: OWNER });
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Chọn một thủ tục').waitFor();
    await page.getByRole('radio', { name: 'Có ý kiến về công nghệ' }).check();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Tên dự án').fill('Nhà máy gạch ốp lát Hồng Lam');
    await page.reload();
    await page.getByText('Nhà máy gạch ốp lát Hồng Lam').waitFor();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await clickTwice(page.getByRole('button', { name: 'Mở hồ sơ' }));
    await page.getByRole('link', { name: 'Dự án', exact: true }).click();
    await page.getByLabel('Tên dự án').fill('Nhà máy gạch ốp lát Hồng Lam');
    await page.getByLabel('Giai đoạn').selectOption('policy');
    await page.getByRole('link', { name: /^Tiếp theo: Các bên/ }).click();
    await page.getByRole('radio', { name: 'Chủ tịch Ủy ban nhân dân cấp tỉnh' }).check();
    await keepPicture(page, 'investor-particulars');
    // Left at once: the choice is saved all the same.
    await page.getByRole('link', { name: /^Tiếp theo: Dây chuyền/ }).click();
    await page.getByRole('button', { name: 'Thêm dây chuyền' }).click();
    await page.getByLabel('Tên', { exact: true }).fill('Dây chuyền nung');
    await page.getByLabel('Tên công nghệ').fill('nung con lăn tự động');
    await page.getByLabel('Tình trạng').selectOption('new');
    await page
      .getByText(/Chưa phát hiện|chưa kết luận/)
      .first()
      .waitFor();
    await saved(page);
    await keepPicture(page, 'investor-lines');
    await page.getByRole('link', { name: 'Danh sách việc' }).click();
    await page.getByText('Đã xong 3 trên 4 việc phải làm.').waitFor();
    await keepPicture(page, 'investor-tasks');
    await page.getByRole('link', { name: 'Kiểm tra và nộp' }).click();
    const submit = page.getByRole('button', { name: 'Nộp hồ sơ' });
    await page.getByText('Cấp có thẩm quyền: Chủ tịch Ủy ban nhân dân cấp tỉnh').waitFor();
    await page.getByText('Khi nộp', { exact: true }).waitFor();
    await keepPicture(page, 'investor-check');
    // The page of the dossier leads here as well: what is held back could not be told there.
    const beside = await page.context().newPage();
    await beside.goto(page.url().replace(/[/]edit.*$/, ''));
    await beside.getByRole('link', { name: 'Nộp hồ sơ' }).click();
    await beside.getByText('Khi nộp', { exact: true }).waitFor();
    await beside.close();
    const submitted: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/commands/submit'))
        submitted.push(request.url());
    });
    await clickTwice(submit);
    await page.waitForURL((address) => /^\/dossiers\/[0-9a-f-]{36}$/.test(address.pathname));
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    await page.goBack();
    await page.getByText('Hồ sơ này đã nộp').waitFor();
    // A second sending would be answered as the first, and would take whoever went back away again.
    expect(submitted).toHaveLength(1);
    expect(await factsOf(id)).toMatchObject({ lines: [{ technologyName: 'nung con lăn tự động' }] });
    expect(faults).toEqual([]);
  }, 90_000);

  test('a session that ends while somebody types is opened over the page, and the save goes on', async () => {
    const id = await newDraft();
    const { page, context, faults } = await editor(id, 'project');
    await context.clearCookies();
    await page.getByLabel('Loại, cấp công trình').fill('Nhà xưởng cấp II');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Mật khẩu', { exact: true }).fill('TechGate-demo-2026');
    await page.keyboard.press('Enter');
    await saved(page);
    expect(await page.getByLabel('Loại, cấp công trình').inputValue()).toBe('Nhà xưởng cấp II');
    expect((await factsOf(id)).project?.workClass).toBe('Nhà xưởng cấp II');
    expect(faults).toEqual([]);
  }, 60_000);

  test('without a network input is kept on the device, offered after a reload, and saved later', async () => {
    const id = await newDraft();
    const { page, context } = await editor(id, 'project');
    await context.route('**/api/v1/dossiers/**', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await page.getByLabel('Mã xã, phường').fill('26734');
    await page.getByText('Chưa lưu, đang giữ trên máy này.').waitFor();
    await page.getByText('Chưa kết nối được máy chủ').waitFor();
    expect(await page.evaluate('JSON.stringify({...localStorage})')).not.toMatch(/token|csrf/i);
    await page.reload();
    await page.getByText('Có nội dung chưa lưu trên máy này').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'investor-offer');
    await context.unroute('**/api/v1/dossiers/**');
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    await saved(page);
    expect((await factsOf(id)).project?.communeCode).toBe('26734');
  }, 60_000);

  test('two tabs: changes of different fields come together, of the same field are chosen by the person', async () => {
    const id = await newDraft();
    const { page, context } = await editor(id, 'project');
    // Neither hears of the other before it saves.
    await context.route('**/api/v1/events*', (route) => route.abort());
    await page.reload();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByLabel('Mã xã, phường').fill('11111');
    await other.getByLabel('Mã ngành (VSIC)').fill('C2392');
    await saved(other);
    await page.getByLabel('Mã xã, phường').fill('22222');
    await page.getByLabel('Loại, cấp công trình').fill('cấp III');
    await page.getByText('Hai bản khác nhau: chọn giá trị giữ lại').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'investor-conflict');
    expect((await factsOf(id)).project).toMatchObject({ communeCode: '11111' });
    await page.getByRole('radio', { name: /^Của tôi: 22222/ }).check();
    await page.getByRole('button', { name: 'Giữ những gì đã chọn' }).click();
    await saved(page);
    const { project } = await factsOf(id);
    expect(project).toMatchObject({ communeCode: '22222', sectorVsic: 'C2392', workClass: 'cấp III' });
  }, 60_000);

  test('a value that cannot be is kept and told, and the rest is saved; a reload offers it again', async () => {
    const id = await newDraft();
    const { page } = await editor(id, 'lines');
    await page.getByRole('button', { name: 'Thêm dây chuyền' }).click();
    await page.getByLabel('Tên', { exact: true }).fill('Dây\u202Echuyền ép');
    await page.getByLabel('Mức sẵn sàng công nghệ').fill('12x');
    await page.getByLabel('Xuất xứ công nghệ').fill('Ý');
    await page.getByText('1 giá trị chưa lưu được vì cần sửa').waitFor();
    await page.getByText('Phải là số.').waitFor();
    await saved(page);
    expect((await factsOf(id)).lines?.[0]).toMatchObject({ origin: 'Ý', name: 'Dâychuyền ép' });
    expect(await page.getByLabel('Mức sẵn sàng công nghệ').inputValue()).toBe('12x');
    await page.reload();
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    await page.getByText('1 giá trị chưa lưu được vì cần sửa').waitFor();
    expect(await page.getByLabel('Mức sẵn sàng công nghệ').inputValue()).toBe('12x');
    // A sound value that is typed over wrongly stays stored, and the dossier is not sent without it.
    await page.getByLabel('Mức sẵn sàng công nghệ').fill('7');
    await saved(page);
    await page.getByLabel('Mức sẵn sàng công nghệ').fill('7O');
    await page.getByLabel('Xuất xứ công nghệ').fill('Đức');
    await page.getByText('1 giá trị chưa lưu được vì cần sửa').waitFor();
    await saved(page);
    expect((await factsOf(id)).lines?.[0]).toMatchObject({ trl: 7 });
    await page.goto(page.url().replace('task=lines', 'task=check'));
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    const held = page.getByRole('alert').filter({ hasText: 'Còn 1 giá trị chưa lưu được vào hồ sơ' });
    await held.getByRole('link', { name: /Mức sẵn sàng công nghệ/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Nộp hồ sơ' }).isDisabled()).toBe(true);
  }, 60_000);

  test('what the trial screening misses leads to its field: results by standard, sites abroad, a certificate', async () => {
    const id = await newDraft({
      lines: [
        {
          ...{ id: 'l-1', name: 'Dây chuyền ép', condition: 'used' as const },
          technologyName: 'sản xuất xi măng lò quay phương pháp ướt',
          ...{ actualCapacityPct: { value: 50 }, efficiencyPct: { value: 50 } },
          consumptionOverDesignPct: { value: 40 },
        },
      ],
      equipment: [{ id: 'm-1', name: 'Máy ép', hsCode: '84771039', condition: 'used', yearMade: 2020 }],
    });
    const { page, faults } = await editor(id, 'lines');
    // What is counted is shown, also what blocks nothing, and the rows of the lists by name.
    const weighed = page.getByRole('region', { name: 'Để thẩm định viên cân nhắc' });
    await weighed.getByText('Không đạt').first().waitFor();
    await weighed.getByText(/Điều/).first().waitFor();
    await weighed.getByRole('button', { name: 'Thử trên bản sao' }).first().waitFor();
    const candidates = page.getByRole('region', { name: /mục danh mục có thể liên quan/ });
    await candidates
      .getByText(/xi măng/i)
      .first()
      .waitFor();
    await candidates
      .getByText(/chuyển giao ·/)
      .first()
      .waitFor();
    const missing = page.getByRole('complementary').getByRole('link', { name: /^Cơ sở đang dùng/ });
    await missing.first().click();
    await page.locator('#l-1-oecdSites:focus').waitFor();
    await page.getByText(/^Mỗi cơ sở .* Căn cứ: QĐ 18\/2019/).waitFor();
    await page.getByRole('button', { name: 'Thêm cơ sở' }).click();
    await page.getByLabel('Nước, dòng 1').selectOption('JP');
    await page.getByLabel('Cơ sở sản xuất, dòng 1').fill('Nhà máy Nagoya');
    await page.getByRole('button', { name: 'Thêm kết quả' }).click();
    await page.getByLabel('Lĩnh vực, dòng 1').selectOption('safety');
    await page.getByLabel('Quy chuẩn, tiêu chuẩn, dòng 1').fill('QCVN');
    await page.getByLabel('Kết quả, dòng 1').selectOption('met');
    // Half an entry holds back itself, not the whole ones.
    await page.getByRole('button', { name: 'Thêm kết quả' }).click();
    await page.getByRole('heading', { name: 'Dây chuyền ép' }).click();
    await page.getByText('Dòng 2: chọn lĩnh vực và kết quả').waitFor();
    await saved(page);
    const found = { oecdSites: [{ country: 'JP', site: 'Nhà máy Nagoya' }] };
    const result = { field: 'safety', kind: 'QCVN', result: 'met' };
    expect((await factsOf(id)).lines?.[0]).toMatchObject({ ...found, standardResults: [result] });
    await expectAccessible(page);
    await keepPicture(page, 'investor-results');
    await page.getByRole('button', { name: 'Bỏ dòng 2: Kết quả' }).click();
    await page.getByRole('link', { name: /^Tiếp theo: Máy móc/ }).click();
    await page.getByRole('button', { name: 'Thêm dữ kiện của máy 1' }).click();
    await page.getByLabel('Số chứng thư').fill('12/GD');
    await page.getByLabel('Tổ chức cấp').fill('Vinacontrol');
    await page.getByLabel('Ngày cấp').fill('2026-01-05');
    await saved(page);
    const certificate = { number: '12/GD', body: 'Vinacontrol', issuedOn: '2026-01-05' };
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${web.api.url}/dossiers/${id}/edit?task=machinery&row=m-1&field=certificate`);
    await page.locator('#m-1-certificate:focus').waitFor();
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'investor-certificate-360');
    await page.goto(`${web.api.url}/dossiers/${id}/edit?task=lines&row=l-1&field=standardResults`);
    await page.locator('#l-1-standardResults:focus').waitFor();
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'investor-results-360');
    await page.goto(`${web.api.url}/dossiers/${id}/edit?task=check`);
    await page.getByText('12/GD, Vinacontrol, 05/01/2026').waitFor();
    await page.getByText('Nhà máy Nagoya, Nhật Bản').waitFor();
    expect((await factsOf(id)).equipment?.[0]).toMatchObject({ certificate });
    await keepPicture(page, 'investor-check-whole');
    expect(faults).toEqual([]);
  }, 60_000);

  test('many machines: numbers stay under a search, removing is undone, a certificate covers any, the check shows all', async () => {
    const id = await newDraft({
      lines: [{ id: 'l-1', name: 'Dây chuyền ép', technologyName: 'ép thủy lực', condition: 'used' }],
      equipment: Array.from({ length: 130 }, (_, index) => ({
        ...{ id: `m-${index + 1}`, name: `Máy ép ${index + 1}`, hsCode: '84771039' },
        ...{ condition: 'used' as const, yearMade: 2020, lineRef: 'l-1' },
      })),
    });
    const { page, faults } = await editor(id, 'machinery');
    // What lies beside the window is announced, and the name of the machine stays in sight on the way there.
    await page.getByText(/^Bảng còn cột ở bên phải/).waitFor();
    await page.getByLabel('Nước, máy 1', { exact: true }).fill('jp');
    await page.getByLabel('Dây chuyền, máy 1', { exact: true }).focus();
    expect(await page.getByLabel('Nước, máy 1', { exact: true }).inputValue()).toBe('Nhật Bản');
    const table = await page.getByRole('region', { name: /máy/ }).first().boundingBox();
    const name = await page.getByLabel('Tên máy, máy 1', { exact: true }).boundingBox();
    expect((name?.x ?? 0) - (table?.x ?? 0)).toBeGreaterThanOrEqual(0);
    await keepPicture(page, 'investor-machines-moved');
    await page.getByLabel('Chọn máy 1', { exact: true }).check();
    await page.getByLabel('Tìm theo tên, mã HS, hãng').fill('may ep 13');
    await page.getByLabel('Tên máy, máy 130').waitFor();
    await page.getByLabel('Chọn mọi máy của trang này').check();
    await page.getByRole('button', { name: 'Bỏ 2 máy' }).click();
    await page.getByText('Đã bỏ 2 máy khỏi danh mục').waitFor();
    await page.getByLabel('Tìm theo tên, mã HS, hãng').fill('');
    await saved(page);
    const removed = (await factsOf(id)).equipment ?? [];
    expect(removed.map((machine) => machine.id)).not.toContain('m-130');
    expect(removed).toHaveLength(128);
    await expectAccessible(page);
    await keepPicture(page, 'investor-undo');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('130 máy', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Danh sách việc' }).click();
    await page.getByRole('link', { name: 'Chứng thư giám định' }).click();
    await page.getByRole('button', { name: 'Thêm chứng thư' }).click();
    await page.getByRole('button', { name: 'Chọn tất cả máy (130 số liệu)' }).click();
    await page.getByText('Đã chọn 130 số liệu.').waitFor();
    await page.getByLabel('Tìm số liệu cho chứng thư 1').fill('may ep 129');
    await page.getByLabel('Máy ép 129 · Năm sản xuất').uncheck();
    await page.getByText('Đã chọn 129 số liệu.').waitFor();
    await saved(page);
    await expectAccessible(page);
    await keepPicture(page, 'investor-covers');
    // A certificate or a line that was removed by mistake comes back, with what belonged to it.
    await page.getByRole('button', { name: 'Bỏ chứng thư 1' }).click();
    await page.getByText('Chưa có chứng thư nào').waitFor();
    await saved(page);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã chọn 129 số liệu.').waitFor();
    await page.getByRole('link', { name: 'Danh sách việc' }).click();
    await page.getByRole('link', { name: 'Dây chuyền công nghệ' }).click();
    await page.getByRole('button', { name: 'Bỏ Dây chuyền ép' }).click();
    await page.getByText('Chưa có dây chuyền nào').waitFor();
    await saved(page);
    expect((await factsOf(id)).equipment?.[0]).not.toHaveProperty('lineRef');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Có 130 máy trong danh sách thuộc dây chuyền này.').waitFor();
    await saved(page);
    const facts = await factsOf(id);
    expect(facts.equipment?.map((machine) => machine.id)).toEqual(
      Array.from({ length: 130 }, (_, index) => `m-${index + 1}`),
    );
    expect(facts.equipment?.[0]?.lineRef).toBe('l-1');
    expect(facts.evidence?.[0]?.covers).toHaveLength(129);
    expect(facts.evidence?.[0]?.covers).toContain('equipment[m-130].yearMade');
    await page.goto(`${web.api.url}/dossiers/${id}/edit?task=check`);
    await page.getByText('Tên công nghệ: ép thủy lực').waitFor();
    await page.getByRole('button', { name: 'Trang 6' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Máy ép 130' });
    await row.getByRole('cell', { name: 'Dây chuyền ép' }).waitFor();
    await page.getByText('Máy ép 1 · Năm sản xuất').waitFor();
    await page
      .getByText(/^D\d+ · /)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'investor-check-360');
    expect(faults).toEqual([]);
  }, 60_000);
});
