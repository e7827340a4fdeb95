import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#identity';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectSoon,
  startTestWeb,
  type TestWeb,
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

  test.each([
    { path: '/', as: 'giamdoc@demo.techgate.vn' },
    { path: '/notifications', as: 'giamdoc@demo.techgate.vn' },
    { path: '/dossiers/new', as: emailOf('than') },
    { path: '/sign-in' },
    { path: '/dosiers' },
  ])(
    '$path has no fault that axe finds, in the dark too, and fits a phone',
    async ({ path, ...who }) => {
      const { page, context } = await web.open(path, { ...who, width: 360 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      }
      await context.close();
    },
    120_000,
  );

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
      await aDossier(web.api).named(name).submitted().open();
    const { page } = await web.open('/', { as: emailOf('giamdoc') });
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.type('alpha');
    const found = dialog.getByRole('option', { name: /^Alpha/ });
    await found.nth(1).waitFor();
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
});
