import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { aDossier, conclusion, examine, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import { takeStep } from '../../support/procedure-steps.js';
import { signInAgain } from '../../support/sign-in-again.js';
import {
  clickTwice,
  expectAccessible,
  expectNoSidewaysScroll,
  expectRefusalSeen,
  expectSoon,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

const ADMIN = emailOf('quantri');
const LEADER = emailOf('giamdoc');
/** More than a list shows on the Monday page, so that the page is as full as it gets. */
const MANY = 14;
const PLACES = [
  ...['Lam Sơn', 'Bình Minh', 'Hoàng Hà', 'Cửa Lục', 'Đông Triều', 'Vân Đồn', 'Yên Tử', 'Ba Chẽ'],
  ...['Tiên Yên', 'Cô Tô', 'Hải Hà', 'Uông Bí', 'Mạo Khê', 'Quan Lạn'],
];
let web: TestWeb;

beforeAll(async () => {
  web = await startTestWeb({ label: 'web_admin', now: new Date('2026-07-01T02:00:00.000Z') });
  const { api } = web;
  const refused = await aDossier(api).asRequest().withFacts(OLD_MACHINE_FACTS).underReview().open();
  await examine(refused);
  const breached = (await refused.findings()).findings.filter(({ verdict }) => verdict === 'breached');
  await refused.command('chuyenvien1', 'conclude', {
    ...(await conclusion(refused)),
    outcome: 'disagree_outdated',
    findingKeys: breached.map(({ key }) => key),
  });
  await takeStep(refused, 'concluded', 'endorse', 'refused');
  await aDossier(api).asRequest().accepted().open();
  api.clock.set(new Date('2026-07-06T02:00:00.000Z'));
  await takeStep(refused, 'endorsed', 'refuse', 'refused');
  await aDossier(api).underReview().open();
  for (let number = 1; number <= MANY; number += 1)
    await aDossier(api)
      .asRequest()
      .named(`Nhà máy gạch ốp lát công nghệ ép khô số ${number}`)
      .submitted()
      .open();
  const clerk = await api.login(emailOf('motcua1'));
  for (let number = 1; number <= MANY; number += 1)
    await clerk.post('/api/v1/projects', {
      name: `Nhà máy ${PLACES[number - 1]}`,
      investorName: `Công ty Cổ phần Xi măng và Vật liệu xây dựng ${PLACES[number - 1]}`,
      projectAuthority: 'province_chair',
      ...{ policyDecidedOn: '2026-03-01', registeredOn: '2026-02-01' },
    });
  api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
}, 120_000);
afterAll(() => web.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
async function found(path: string): Promise<{ id: string; revision: number }[]> {
  const admin = await web.api.login(ADMIN);
  return (await admin.get<{ items: { id: string; revision: number }[] }>(`/api/v1/${path}`)).body.items;
}

/** Somebody who was given a first password gives themselves another one, through the menu of the account. */
async function changesOwnPassword(page: Page, first: string): Promise<string> {
  const own = 'mot-cau-dai-de-nho-2026';
  await page.getByRole('button', { name: /^Tài khoản của/ }).click();
  await page.getByRole('menuitem', { name: 'Tài khoản của tôi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor();
  const type = async (current: string, next: string, again: string) => {
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await field('Mật khẩu hiện tại').fill(current);
    await field('Mật khẩu mới').fill(next);
    await field('Nhập lại mật khẩu mới').fill(again);
    await clickTwice(button(page, 'Đổi mật khẩu'));
  };
  await type(first, 'ngan', 'khac');
  await page.getByText('Hai lần nhập mật khẩu mới không giống nhau').waitFor();
  // What is to be mended is named above, and each leads to its field.
  await page.getByRole('alert').getByRole('link', { name: 'Nhập lại mật khẩu mới' }).press('Enter');
  await expectSoon(page, 'document.activeElement.id', 'password-again');
  await expectAccessible(page);
  await type('sai-mat-khau', own, own);
  await page.getByText('Mật khẩu hiện tại không đúng').waitFor();
  await type(first, own, own);
  await page.getByText(/^Đã đổi mật khẩu/).waitFor();
  await keepPicture(page, 'account');
  return own;
}

describe('the administrator in the browser', () => {
  test('opens an account, whose owner signs in with the password that was shown once, and is out once it is closed', async () => {
    const { page, faults } = await web.open('/admin', { as: ADMIN });
    await page.getByLabel('Tìm theo tên hoặc email').fill('do van k');
    await page.waitForURL((address) => address.searchParams.get('q') === 'do van k');
    await page.getByText('Đang hiện 1 dòng').waitFor();
    await page.getByRole('link', { name: 'Đỗ Văn Khải' }).waitFor();
    await page.getByLabel('Tìm theo tên hoặc email').fill('');
    await page.getByText(/^Đang hiện [2-9]\d dòng$/).waitFor();
    await keepPicture(page, 'admin');
    await page.getByRole('link', { name: 'Thêm người dùng' }).click();
    await button(page, 'Tạo tài khoản').click();
    await page.getByText('Chọn ít nhất một vai trò').waitFor();
    await expectRefusalSeen(page);
    const gaps = page.getByRole('alert').getByRole('link');
    expect(await gaps.allTextContents()).toEqual(['Họ và tên', 'Email', 'Vai trò']);
    await gaps.last().press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'account-roles');
    await expectAccessible(page);
    await page.getByLabel('Họ và tên').fill('Lưu Thị Bình');
    await page.getByLabel('Email').fill('binh@demo.techgate.vn');
    await page.getByLabel('Chức vụ').fill('Chuyên viên');
    await page.getByRole('combobox', { name: 'Tổ chức', exact: true }).fill('khoa hoc');
    await page.getByRole('option', { name: /Sở Khoa học/ }).click();
    await page.getByLabel('Chuyên viên thụ lý').check();
    await page.reload();
    await page.getByText('Nội dung nhập lần trước vẫn còn ở đây').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe('binh@demo.techgate.vn');
    expect(await page.getByLabel('Chuyên viên thụ lý').isChecked()).toBe(true);
    expect(await page.getByRole('combobox', { name: 'Tổ chức', exact: true }).inputValue()).toMatch(
      /Sở Khoa học/,
    );
    await page.context().clearCookies();
    await button(page, 'Tạo tài khoản').click();
    await signInAgain(page);
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lưu Thị Bình');
    await clickTwice(button(page, 'Tạo tài khoản'));
    await page.getByRole('heading', { name: 'Đã tạo tài khoản cho Lưu Thị Bình' }).waitFor();
    const password = await page.locator('[data-secret]').innerText();
    await page.getByRole('link', { name: 'Người dùng và tổ chức' }).first().click();
    await page.getByRole('link', { name: 'Thêm người dùng' }).click();
    expect(await page.locator('[data-secret]').innerText()).toBe(password);
    await keepPicture(page, 'admin-created');
    await expectAccessible(page);
    expect(await found('users?q=binh@demo')).toHaveLength(1);

    const hers = await web.open('/sign-in');
    await hers.page.locator('input[type=email]').fill('binh@demo.techgate.vn');
    await hers.page.locator('input[type=password]').fill(password);
    await hers.page.locator('form button[type=submit]').click();
    await hers.page.getByRole('heading', { name: 'Xin chào, Lưu Thị Bình' }).waitFor();
    const own = await changesOwnPassword(hers.page, password);

    await button(page, 'Tôi đã trao mật khẩu này').click();
    expect(await page.content()).not.toContain(password);
    await page.getByRole('link', { name: 'Mở tài khoản' }).click();
    await page.getByRole('heading', { name: 'Lưu Thị Bình' }).waitFor();
    await button(page, 'Khóa tài khoản').click();
    await keepPicture(page, 'admin-close');
    await expectAccessible(page);
    await clickTwice(button(page, 'Khóa ngay'));
    await page.getByText('Tài khoản đã khóa').waitFor();
    await hers.page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
    await hers.page.getByRole('heading', { name: 'Phiên làm việc đã hết' }).waitFor();
    await hers.page.locator('[role=dialog] input[type=password]').fill(own);
    await hers.page.locator('[role=dialog] button[type=submit]').click();
    await hers.page.getByRole('alert').waitFor();
    await button(page, 'Mở lại tài khoản').click();
    await page.getByText('Người này được đăng nhập.').waitFor();
    expect((await found('users?q=binh@demo'))[0]?.revision).toBe(4);
    expect(faults).toEqual([]);
  }, 90_000);

  test('changes what is known of a person without overwriting what another administrator changed meanwhile', async () => {
    const [clerk] = await found('users?q=motcua2');
    const { page, faults } = await web.open(`/admin/users/${clerk?.id}`, { as: ADMIN, scheme: 'dark' });
    await page.getByLabel('Chuyên viên thụ lý').check();
    await page.getByText('mọi phiên làm việc của người này kết thúc ngay và họ phải').waitFor();
    const other = await web.api.login(ADMIN);
    await other.patch(`/api/v1/users/${clerk?.id}`, { position: 'Văn thư' }, { 'if-match': '"1"' });
    // Everything is asked for again in the other language: what was not looked at is not overwritten for that.
    for (const language of ['English', 'Tiếng Việt']) {
      const fresh = page.waitForResponse((answer) => answer.url().endsWith(`/users/${clerk?.id}`));
      await page.getByRole('button', { name: /^(Tài khoản của|Account of)/ }).click();
      await page.getByRole('menuitem', { name: language }).click();
      await fresh;
    }
    await button(page, 'Lưu').click();
    await page.getByText('Chức vụ: Văn thư').waitFor();
    await keepPicture(page, 'admin-account');
    await expectAccessible(page);
    await button(page, 'Lưu').click();
    await page.getByText('Đã lưu.').waitFor();
    const [after] = await found('users?q=motcua2');
    expect(after).toMatchObject({ position: 'Văn thư', roles: ['appraiser', 'clerk'], revision: 3 });

    await page.getByRole('combobox', { name: 'Thuộc tổ chức' }).fill('xi mang');
    await page.getByRole('option', { name: /Xi măng/ }).click();
    await page.getByLabel('Từ ngày').fill('31/02/2026');
    await page.getByLabel('Từ ngày').blur();
    await page.getByText('Viết ngày, tháng, năm, ví dụ 05/09/2026.').waitFor();
    await page.getByLabel('Từ ngày').fill('5.1.2026');
    await page.getByLabel('Từ ngày').blur();
    expect(await page.getByLabel('Từ ngày').inputValue()).toBe('05/01/2026');
    await clickTwice(button(page, 'Ghi nhận'));
    const affiliation = page.getByRole('group', { name: 'Công ty TNHH Xi măng Đá Bạc' });
    await affiliation.getByText('Từ 05/01/2026').waitFor();
    await affiliation.getByRole('button').click();
    await page.getByLabel('Ngày cuối').fill('2026-07-10');
    await clickTwice(button(page, 'Ghi ngày kết thúc'));
    await affiliation.getByText('Từ 05/01/2026 đến 10/07/2026').waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 90_000);

  test('adds an organisation once, though clicked twice; a phone and English fit', async () => {
    const { page, faults } = await web.open('/admin?part=organisations', { as: ADMIN });
    await button(page, 'Thêm tổ chức').click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expectSoon(page, 'document.activeElement.textContent', 'Thêm tổ chức');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Tên tổ chức').fill('Viện Đo lường Minh Giang');
    await dialog.getByLabel('Loại').selectOption({ label: 'Khác' });
    await dialog.getByLabel('Mã số thuế').fill('57099');
    await button(page, 'Lưu tổ chức').click();
    await dialog.getByText('Mã số thuế có 10 chữ số').waitFor();
    await dialog.getByRole('alert').getByRole('link', { name: 'Mã số thuế' }).press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'organisation-taxCode');
    await dialog.getByLabel('Mã số thuế').fill('');
    await clickTwice(button(page, 'Lưu tổ chức'));
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('Tìm theo tên hoặc mã số thuế').fill('do luong');
    await page.getByText('Đang hiện 1 dòng').waitFor();
    await button(page, 'Sửa Viện Đo lường Minh Giang').click();
    await dialog.getByLabel('Địa chỉ').fill('Số 1, phường Minh Giang');
    const [made] = await found('organisations?q=do%20luong');
    const other = await web.api.login(ADMIN);
    await other.patch(
      `/api/v1/organisations/${made?.id}`,
      { name: 'Viện Đo lường tỉnh Minh Giang' },
      { 'if-match': '"1"' },
    );
    await button(page, 'Lưu tổ chức').click();
    await dialog.getByText('Tên tổ chức: Viện Đo lường tỉnh Minh Giang').waitFor();
    await expectAccessible(page);
    await clickTwice(button(page, 'Lưu tổ chức'));
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Số 1, phường Minh Giang').waitFor();
    expect(await found('organisations?q=do%20luong')).toMatchObject([
      { name: 'Viện Đo lường tỉnh Minh Giang', revision: 3 },
    ]);
    await keepPicture(page, 'admin-organisations');
    await expectAccessible(page);
    const phone = await web.open('/admin', { as: ADMIN, width: 360, language: 'en' });
    await phone.page.getByText(/^Showing \d+ rows$/).waitFor();
    await expectNoSidewaysScroll(phone.page);
    await phone.page.goto(`${web.api.url}/admin/users/new`);
    await phone.page.getByLabel('Full name').waitFor();
    await expectNoSidewaysScroll(phone.page);
    await keepPicture(phone.page, 'admin-phone');
    await phone.page.getByLabel('Full name').fill('Somebody else');
    await phone.page.getByLabel('Email').fill(ADMIN);
    await phone.page.getByLabel('Auditor').check();
    await button(phone.page, 'Create the account').click();
    await expectRefusalSeen(phone.page);
    expect([...faults, ...phone.faults]).toEqual([]);
  }, 90_000);

  test('nobody else finds anything there, and the administrator nothing about dossiers', async () => {
    const leader = await web.open('/admin', { as: LEADER });
    await leader.page.getByText('Trang này không dành cho vai trò của bạn').waitFor();
    await expectAccessible(leader.page);
    for (const path of ['/reports', '/reports/week', '/councils', '/dossiers/consultations']) {
      const admin = await web.open(path, { as: ADMIN });
      await admin.page.getByText('Trang này không dành cho vai trò của bạn').waitFor();
      expect(await admin.page.getByRole('link', { name: 'Bảng điều hành' }).count()).toBe(0);
    }
  }, 60_000);
});

/** The addresses of the worklist that figures of a page lead to, with the numbers that they promise. */
async function promises(page: Page): Promise<Map<string, number>> {
  const promised = new Map<string, number>();
  for (const link of await page.locator('main a[href^="/dossiers?"]').all()) {
    const text = await link.innerText();
    const [, number = ''] = /Tính trên ([\d.]+) hồ sơ/.exec(text) ?? /^([\d.]+)/.exec(text) ?? [];
    promised.set((await link.getAttribute('href')) ?? '', Number(number.replaceAll('.', '')));
  }
  return promised;
}
async function shown(page: Page, address: string): Promise<number> {
  await page.goto(`${web.api.url}${address}`);
  const list = page.getByText(/^Đang hiện \d+ hồ sơ$/);
  const none = page.getByRole('heading', { name: 'Không có hồ sơ nào' });
  await list.or(none).first().waitFor();
  return (await none.isVisible()) ? 0 : Number(/\d+/.exec(await list.innerText())?.[0]);
}

describe('who leads, in the browser', () => {
  test('each number of the dashboard opens exactly its list', async () => {
    const { page, faults } = await web.open('/reports', { as: LEADER });
    await page.getByRole('heading', { name: 'Khối lượng theo người thụ lý' }).waitFor();
    await keepPicture(page, 'reports');
    await expectAccessible(page);
    const promised = await promises(page);
    expect(promised.size).toBeGreaterThanOrEqual(10);
    // A median and a share open the list of what they were taken of.
    const decided = await page.getByRole('link', { name: /Hồ sơ đã quyết định$/ }).getAttribute('href');
    expect(await page.getByRole('link', { name: /trung vị/ }).getAttribute('href')).toBe(decided);
    const covered = page.getByRole('link', { name: /Dự án đã được bao phủ/ });
    const [, part] = /([\d.]+) trên/.exec(await covered.innerText()) ?? [];
    const coveredList = (await covered.getAttribute('href')) ?? '';
    expect(coveredList).toContain('standing=answered&standing=not_subject');
    expect(Math.max(...promised.values())).toBeGreaterThanOrEqual(MANY);
    for (const [address, value] of promised)
      expect({ address, value: await shown(page, address) }).toEqual({ address, value });
    await page.goto(`${web.api.url}${coveredList}`);
    const coveredProjects = page
      .getByText(`trong ${part} dự án`)
      .or(page.getByRole('heading', { name: 'Không có dự án nào' }));
    await coveredProjects.waitFor();
    expect(await coveredProjects.innerText()).toContain(part === '0' ? 'Không có' : `trong ${part} dự án`);
    await page.goto(`${web.api.url}/reports?from=2026-07-07`);
    await page.getByText('Chưa có hồ sơ nào được quyết định').waitFor();
    await page.goto(`${web.api.url}/reports?from=2026-07-07&to=2026-07-01`);
    await page.getByText('Ngày cuối phải từ ngày đầu trở đi').waitFor();
    expect(await page.getByText('Hồ sơ đã quyết định').count()).toBe(0);
    expect(faults).toEqual([]);
  }, 90_000);

  test('the province leader reads figures, lists and dossiers; in a dossier no step is theirs', async () => {
    const { page, faults } = await web.open('/', { as: emailOf('ubnd') });
    await page
      .getByRole('navigation', { name: 'Điều hướng chính' })
      .getByRole('link', { name: 'Bảng điều hành' })
      .click();
    const refused = page.locator('main a[href*="refusedFor=outdated"]').first();
    await refused.click();
    await page.getByText('Đang hiện 1 hồ sơ').waitFor();
    await expectAccessible(page);
    await page.locator('main tbody').getByRole('link').first().click();
    await page.getByText('Hiện bạn chưa có bước nào để thực hiện.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 60_000);

  test('an agency that sent letters finds its dossiers and may begin another one', async () => {
    const { page, faults } = await web.open('/', { as: emailOf('taichinh') });
    await page.getByRole('link', { name: 'Hồ sơ của tôi' }).first().click();
    await page.getByRole('link', { name: 'Lập hồ sơ mới' }).first().waitFor();
    await page.locator('main tbody').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Tiến độ giải quyết' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await expectAccessible(page);
    await page.goto(`${web.api.url}/dossiers/new`);
    await page.getByRole('radio', { name: /Có ý kiến về công nghệ/ }).waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('the Monday page is one A4, however much there is, and the weeks beside it are one step away', async () => {
    const { page, faults } = await web.open('/reports/week', { as: LEADER });
    await page.getByRole('heading', { name: 'Tuần 13/07/2026 – 19/07/2026' }).waitFor();
    await page
      .getByText(/mục nữa trong danh sách/)
      .first()
      .waitFor();
    await keepPicture(page, 'reports-week');
    await expectAccessible(page);
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    expect(sheet.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]/);
    await page.getByRole('link', { name: 'Tuần sau' }).click();
    await page.getByRole('heading', { name: 'Tuần 20/07/2026 – 26/07/2026' }).waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe('2026-07-20');
    // A week that cannot be made says so at the field, and leaves the way to the others.
    await page.goto(`${web.api.url}/reports/week?on=9999-12-31`);
    await page.getByText('Chọn một ngày từ 01/01/2000 đến 31/12/2099').waitFor();
    await page.getByRole('link', { name: 'Tuần này' }).click();
    await page.getByRole('heading', { name: 'Tuần 13/07/2026 – 19/07/2026' }).waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('both fit a phone in the dark, in English', async () => {
    const { page, faults } = await web.open('/reports', {
      ...{ as: emailOf('truongphong1'), width: 360, language: 'en', scheme: 'dark' },
    });
    await page.getByRole('heading', { name: 'Load per lead appraiser' }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await keepPicture(page, 'reports-phone');
    await page.getByRole('link', { name: 'Monday page' }).click();
    await page.getByText('Projects not covered').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await keepPicture(page, 'reports-week-phone');
    expect(faults).toEqual([]);
  }, 60_000);
});
