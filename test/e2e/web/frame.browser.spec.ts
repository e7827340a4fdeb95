import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#identity';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import { refusalOn } from '../../support/page-refusal.js';
import { ROUTE_VISITS, SIDE_VISITS, type Visit, visitedSubjects } from '../../support/route-visits.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectSoon,
  keepPicture,
  startTestWeb,
  type TestWeb,
  untilLoaded,
} from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_frame' });
}, 120_000);
afterAll(() => web.close());

/** The API answers with a fault until the route is taken away. */
const failing = (page: Page, path: RegExp) =>
  page.route(path, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'internal', status: 500, title: 'Lỗi máy chủ', detail: 'Thử lại sau.' }),
    }),
  );
/** What the page itself did wrong; that a request of the test was stopped is none of it. */
const own = (faults: readonly string[]) => faults.filter((fault) => !fault.includes('net::ERR_FAILED'));
const heading = '.mantine-AppShell-main h1';
const PHONE = { width: 360, height: 800 };
/** What 1280 by 900 shows when everything is twice as large. */
const TWICE = { width: 640, height: 450 };
/** Their own tests look at them in one scheme only. */
const IN_THE_DARK_TOO = new Set(['/', '/notifications', '/dossiers/new', '/sign-in']);
/** Goes to another page, or to another side of the page, as a link would; a page that stays keeps its heading. */
async function inPlace(page: Page, address: string, stays = false): Promise<void> {
  if (!stays) await page.evaluate(`document.querySelector('main h1')?.setAttribute('data-left', '')`);
  await page.evaluate(`history.pushState(null, '', '${address}')`);
  await page.evaluate(`dispatchEvent(new PopStateEvent('popstate'))`);
}
/** Until a page is there, with everything that it asked for, and it shows what it was opened for. */
async function shown(page: Page, address: string): Promise<void> {
  await page.locator('main h1:not([data-left])').waitFor();
  await untilLoaded(page);
  expect([address, await refusalOn(page)]).toEqual([address, null]);
}
interface Look {
  as: string | undefined;
  path: Visit['path'];
  language: 'vi' | 'en';
  /** A page of its own: looked at in the dark too, and twice as large. */
  route?: string;
}
/** Every page and every side of one, each in one of the languages. */
const LOOKS: readonly Look[] = [
  ...Object.entries(ROUTE_VISITS).map(([route, visit]) => ({ ...visit, route })),
  ...SIDE_VISITS,
].map(({ as, ...visit }, at) => ({ ...visit, as, language: at % 2 === 0 ? 'vi' : 'en' }));
async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor();
}
/** Looks at a page that is there as it is drawn on a phone, and further as its kind asks for. */
async function lookedAt(page: Page, { route }: Look): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  if (route === undefined) return;
  if (IN_THE_DARK_TOO.has(route)) {
    await inScheme(page, 'dark');
    await expectAccessible(page);
    await inScheme(page, 'light');
  }
  await page.setViewportSize(TWICE);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(PHONE);
}
/** Whether what has the focus is in the window; else what it is. */
const FOCUS_IN_SIGHT = `(() => {
  const { x, y, right, bottom } = document.activeElement.getBoundingClientRect();
  const inSight = right > 0 && x < innerWidth && bottom > 0 && y < innerHeight;
  return inSight ? 'in sight' : document.activeElement.outerHTML.slice(0, 200);
})()`;

describe('the frame of the web application', () => {
  test('opens in Vietnamese, names the demonstration, and switches to English and back without losing the page', async () => {
    const { page, faults } = await web.open('/sign-in');
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(await page.locator(heading).innerText()).toBe('Đăng nhập');
    await page.getByText('Chế độ trình diễn').waitFor();
    await page.getByRole('button', { name: 'Ngôn ngữ' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    expect(await page.locator(heading).innerText()).toBe('Sign in');
    expect(faults).toEqual([]);
  }, 60_000);

  test('signs in, says who one is, keeps the session over a reload, and signs out', async () => {
    const { page, faults } = await web.open('/notifications');
    expect(new URL(page.url()).search).toBe('?to=%2Fnotifications');
    await page.getByLabel('Email').fill('giamdoc@demo.techgate.vn');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Mật khẩu', { exact: true }).fill('TechGate-demo-2026');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
    const { csrfToken } = await page.evaluate<{ csrfToken: string }>(
      "fetch('/api/v1/me').then((answer) => answer.json())",
    );
    const secrets = [csrfToken, ...(await page.context().cookies()).map(({ value }) => value)];
    expect(secrets.filter((secret) => secret.length >= 20).length).toBeGreaterThanOrEqual(2);
    const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    await page.getByRole('button', { name: /^Tài khoản của/ }).click();
    // The server does not hear it: the session goes on, and nobody is made to believe otherwise.
    await page.route('**/api/v1/auth/session', (route) => route.abort());
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    const unheard = page.getByRole('dialog', { name: 'Chưa đăng xuất được' });
    await unheard.waitFor();
    await expectAccessible(page);
    await page.unroute('**/api/v1/auth/session');
    await unheard.getByRole('button', { name: 'Thử lại' }).first().click();
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    expect(own(faults)).toEqual([]);
  }, 60_000);

  test('an address that nobody has is answered by a page and by 404, one of the API by a problem', async () => {
    const { page } = await web.open('/dosiers');
    expect(await page.locator(heading).innerText()).toBe('Không tìm thấy trang');
    const { api } = web;
    expect((await api.anonymous.get('/dosiers', { accept: 'text/html' })).status).toBe(404);
    const unknown = await api.anonymous.get<{ code: string }>('/api/v1/dosiers', { accept: 'text/html' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
  }, 60_000);

  test('every page has no fault that axe finds, fits a phone, and needs no scrolling sideways at twice its size', async () => {
    const subjects = await visitedSubjects(web.api);
    for (const who of new Set(LOOKS.map(({ as }) => as))) {
      const { page, context, faults } = await web.open('/service', {
        ...(who !== undefined && { as: emailOf(who) }),
        ...PHONE,
      });
      for (const spoken of ['vi', 'en'] as const) {
        await page.evaluate(`localStorage.setItem('techgate.language', '${spoken}')`);
        if (spoken === 'en') await page.goto(new URL('/nowhere', page.url()).href);
        await page.locator(`html[lang='${spoken}'] h1`).waitFor();
        for (const look of LOOKS.filter(({ as, language }) => as === who && language === spoken)) {
          const address = typeof look.path === 'string' ? look.path : look.path(subjects);
          await inPlace(page, address, look.route === undefined);
          await shown(page, address);
          await lookedAt(page, look);
        }
      }
      expect(own(faults)).toEqual([]);
      await context.close();
    }
  }, 180_000);

  test('the menu of the account is one for a screen reader too, and paper is white whatever the screen was', async () => {
    const { page } = await web.open('/', { as: 'giamdoc@demo.techgate.vn', scheme: 'dark' });
    await page.getByRole('button', { name: /^Tài khoản của/ }).click();
    await page.getByRole('menuitemradio').nth(2).waitFor();
    expect(await page.getByRole('menuitemradio').count()).toBe(3);
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expectSoon(page, `getComputedStyle(document.querySelector('h1')).color`, 'rgb(0, 0, 0)');
    await expectSoon(page, `getComputedStyle(document.body).backgroundColor`, 'rgb(255, 255, 255)');
  }, 60_000);

  test('all places of a leader fit a laptop, public ones folded; headings begin at one place; the own colours of a reader leave the place in sight', async () => {
    const { page } = await web.open('/', { as: emailOf('giamdoc'), width: 1366, height: 650 });
    const places = page.getByRole('navigation', { name: 'Điều hướng chính' });
    const fold = places.getByRole('button', { name: 'Trang công khai' });
    const { y = 0, height = 0 } = (await fold.boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual(650);
    expect(await places.getByRole('link', { name: 'Tự kiểm tra' }).isVisible()).toBe(false);
    await fold.click();
    await places.getByRole('link', { name: 'Tự kiểm tra' }).waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    await keepPicture(page, 'places-open');
    await expectAccessible(page);
    await page.setViewportSize({ width: 1920, height: 900 });
    const headingAt = async () => (await page.locator(heading).boundingBox())?.x;
    const atHome = await headingAt();
    await page.emulateMedia({ forcedColors: 'active' });
    await places.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ' }).waitFor();
    expect(await headingAt()).toBe(atHome);
    const edge = (mark: string) =>
      `getComputedStyle(document.querySelector("nav a${mark}")).borderInlineStartWidth`;
    await expectSoon(page, edge(`[aria-current='page']`), '5px');
    await expectSoon(page, edge(`:not([aria-current])`), '0px');
    await keepPicture(page, 'forced-colours');
  }, 60_000);

  test('whose day is no list of dossiers begins with the own doors, without figures that nobody may open', async () => {
    for (const [who, door] of [
      ['quantri', 'Người dùng'],
      ['thuky', 'Hội đồng'],
    ] as const) {
      const { page, context } = await web.open('/', { as: emailOf(who) });
      const main = page.getByRole('main');
      await main.getByRole('link', { name: door, exact: true }).waitFor();
      expect(await main.getByRole('group', { name: 'Số việc' }).count()).toBe(0);
      await keepPicture(page, `home-${who}`);
      await expectAccessible(page);
      await context.close();
    }
  }, 60_000);

  test('a sign-in without a word leads to the field that lacks it', async () => {
    const { page } = await web.open('/sign-in');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).last().click();
    await page.getByLabel('Email').and(page.locator(':focus')).waitFor();
  }, 60_000);

  test('the palette finds pages by the keyboard alone, without accents', async () => {
    const { page } = await web.open('/', { as: 'giamdoc@demo.techgate.vn' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('trang chu');
    await page.getByRole('option', { name: 'Trang chủ' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }, 60_000);

  test('the palette shows only what was found for the words that stand there, and says when it could not look', async () => {
    for (const name of ['Alpha nhà kính', 'Alpha beta xưởng'])
      await aDossier(web.api).named(name).accepted().open();
    const { page } = await web.open('/', { as: emailOf('giamdoc') });
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.type('alpha');
    const found = dialog.getByRole('option', { name: /^Alpha/ });
    await found.nth(1).waitFor();
    // The code of the chosen one is read as well.
    await dialog.locator('[data-combobox-selected]').getByText(/^H\d/).waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor();
      await keepPicture(page, `palette-${colorScheme}`);
      await expectAccessible(page);
    }
    const held = new Promise<void>((resolve) => page.once('console', () => resolve()));
    await page.route(/dossiers\?q=/, (route) => held.then(() => route.continue()));
    await page.keyboard.type(' nha kinh');
    await dialog.getByText('Đang tìm hồ sơ').waitFor();
    expect(await found.count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.evaluate('console.log("go on")');
    await found.waitFor();
    expect(await found.count()).toBe(1);
    await page.unroute(/dossiers\?q=/);
    await failing(page, /dossiers\?q=/);
    await page.keyboard.type(' x');
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByText('Không tìm thấy gì').count()).toBe(0);
    await page.unroute(/dossiers\?q=/);
    await dialog.getByRole('button', { name: 'Thử lại' }).click();
    await dialog.getByText('Không tìm thấy gì').waitFor();
  }, 60_000);

  test('news come again after the session was renewed; another page of the browser takes it over, and all are read at once', async () => {
    const { page, context, faults } = await web.open('/notifications', { as: emailOf('motcua2') });
    const other = await context.newPage();
    await other.goto(`${web.api.url}/notifications`);
    const rows = (one: Page) => one.getByRole('main').getByRole('listitem');
    await rows(other).first().waitFor();
    await context.clearCookies();
    await page.getByRole('button', { name: 'Đánh dấu đã đọc' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await other.getByRole('button', { name: 'Đánh dấu đã đọc' }).first().click();
    await other.getByRole('button', { name: /^Đánh dấu tất cả đã đọc/ }).waitFor();
    expect(await other.getByRole('alert').count()).toBe(0);
    const before = await rows(page).count();
    await aDossier(web.api).named('Nhà máy báo tin').submitted().open();
    for (const one of [page, other]) await rows(one).nth(before).waitFor();
    await page.route('**/notifications/read', (route) => route.abort());
    const all = page.getByRole('button', { name: /^Đánh dấu tất cả đã đọc/ });
    await all.click();
    await page.getByRole('alert').filter({ hasText: 'Không kết nối được máy chủ' }).waitFor();
    await page.unroute('**/notifications/read');
    await all.click();
    await all.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Đánh dấu đã đọc' }).count()).toBe(0);
    expect(own(faults)).toEqual([]);
  }, 60_000);

  test('nothing of the closed menu of a small window takes the focus', async () => {
    const { page } = await web.open('/', { width: 360 });
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      await expectSoon(page, FOCUS_IN_SIGHT, 'in sight');
    }
    await page.getByRole('button', { name: 'Mở điều hướng' }).click();
    await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link').first().waitFor();
  }, 60_000);

  test('an account that is closed loses its page at once, by the stream that is open', async () => {
    const { page } = await web.open('/notifications', { as: emailOf('motcua2') });
    const admin = await web.api.login(emailOf('quantri'));
    const found = await admin.get<{ items: { id: string; revision: number }[] }>('/api/v1/users?q=motcua2');
    const account = found.body.items[0];
    const closed = await admin.patch(
      `/api/v1/users/${account?.id}`,
      { active: false },
      { 'if-match': `"${account?.revision}"` },
    );
    expect(closed.status).toBe(200);
    await page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor();
  }, 60_000);

  test('pages that are not the work of a role say so, and whom to ask', async () => {
    const { page } = await web.open('/audit', { as: emailOf('than') });
    for (const path of ['/audit', '/councils', '/dossiers/conditions', '/dossiers/consultations']) {
      await inPlace(page, path);
      await page.getByRole('heading', { name: 'Trang này không dành cho vai trò của bạn' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Về trang chủ' }).click();
      await page.getByRole('heading', { name: /^Xin chào/ }).waitFor();
    }
  }, 60_000);

  test('a law officer reads what governs on a day, how sure each of it is, and looks a technology up', async () => {
    const { page, faults } = await web.open('/', { as: emailOf('phapche1') });
    const main = page.getByRole('main');
    await main.getByRole('link', { name: 'Xem pháp luật và danh mục' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pháp luật và danh mục' }).waitFor();
    await main.getByRole('heading', { name: /Nghị định 96\/2026/ }).waitFor();
    await main.getByText('Dấu kiểm chứng nghĩa là gì').click();
    await main.getByText('Không bao giờ là căn cứ từ chối').waitFor();
    await keepPicture(page, 'law');
    await expectAccessible(page);
    await main.getByRole('link', { name: 'Thời hạn' }).click();
    const terms = main.getByRole('region', { name: 'Thời hạn' });
    await terms.getByText('NĐ 96/2026/NĐ-CP, Điều 35 khoản 7 điểm c').first().waitFor();
    expect(await terms.getByText('Hết hạn mà không trả lời thì coi như đồng ý').count()).toBeGreaterThan(0);
    await keepPicture(page, 'law-terms');
    await main.getByRole('link', { name: 'Tiêu chí xét' }).click();
    const remembered = main.getByRole('row').filter({ hasText: 'U-2b' });
    await remembered.getByText('Chưa kiểm chứng', { exact: true }).waitFor();
    await remembered.getByText('Chỉ tham khảo').waitFor();
    await keepPicture(page, 'law-rules');
    await main.getByRole('link', { name: 'Giấy tờ' }).click();
    await main.getByRole('region', { name: 'Thành phần hồ sơ' }).waitFor();
    await main.getByRole('link', { name: 'Văn bản áp dụng' }).click();
    // The day before, an older pack governs.
    await main.getByLabel('Ngày nhận hồ sơ').fill('30/03/2026');
    await main
      .getByRole('heading', { name: /Nghị định 76\/2018/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe('2026-03-30');
    await main.getByLabel('Thủ tục').selectOption('determination');
    await main
      .getByRole('heading', { name: /29\/2023/ })
      .first()
      .waitFor();
    await main.getByLabel('Thủ tục').selectOption('opinion');
    await main.getByRole('link', { name: 'Trình tự' }).click();
    await main
      .getByRole('region', { name: 'Các bước' })
      .getByText('Tiếp nhận hồ sơ hợp lệ')
      .first()
      .waitFor();
    await main.locator('.react-flow__node').first().waitFor();
    await keepPicture(page, 'law-course');
    await expectAccessible(page);
    await main.getByRole('link', { name: 'Danh mục', exact: true }).click();
    await main
      .getByText('Biết là có danh mục này nhưng chưa có nội dung')
      .or(main.getByText(/trên \d+ dòng/))
      .first()
      .waitFor();
    await main.getByLabel('Danh mục', { exact: true }).selectOption('REF MEMORY');
    await main.getByLabel('Mã HS').fill('69.04');
    await main.getByText('Sản xuất gạch đất sét nung bằng lò thủ công').waitFor();
    await main.getByText('1 trên 1 dòng').waitFor();
    await main.getByText('Dòng nháp: chỉ gợi ý').waitFor();
    await keepPicture(page, 'law-lists');
    await expectAccessible(page);
    await main.getByLabel('Mã HS').fill('lò');
    await main.getByText('Mã HS gồm 2 đến 12 chữ số').waitFor();
    await main.getByLabel('Mã HS').fill('');
    await main.getByLabel('Tên, mã hoặc từ đồng nghĩa').fill('khong co gi nhu the');
    await main.getByText('Không tìm thấy không có nghĩa là công nghệ không thuộc danh mục').waitFor();
    await main.getByRole('link', { name: 'Tra tên công nghệ' }).click();
    await main.getByRole('button', { name: 'Tra danh mục' }).click();
    await main.getByText('Nhập ít nhất hai chữ').waitFor();
    await main.getByLabel('Tên công nghệ').fill('xi mang lo dung');
    await main.getByRole('button', { name: 'Tra danh mục' }).click();
    await main.getByRole('region', { name: 'Dòng danh mục có thể là công nghệ này' }).waitFor();
    await main.getByText(/Danh mục không có gợi ý, hoặc chưa có nội dung/).waitFor();
    await keepPicture(page, 'law-names');
    await expectAccessible(page);
    await main.getByRole('link', { name: 'Lịch làm việc' }).click();
    await main.getByText('Lịch năm 2026 chưa được xác nhận đủ').waitFor();
    await keepPicture(page, 'law-days');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    for (const part of ['packs', 'terms', 'rules', 'papers', 'course', 'lists', 'names', 'days']) {
      await inPlace(page, `/law?part=${part}`);
      await untilLoaded(page);
      await expectNoSidewaysScroll(page);
    }
    await keepPicture(page, 'law-phone');
    await failing(page, /\/law\?/);
    await page.getByRole('button', { name: /^Tài khoản của/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Law and lists' }).waitFor();
    await inPlace(page, '/law?on=2026-05-01');
    await main.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
    await page.unroute(/\/law\?/);
    await main.getByRole('button', { name: 'Try again' }).click();
    await main.getByText('Instruments and packs of rules').waitFor();
    expect(own(faults)).toEqual([]);
  }, 90_000);
});
