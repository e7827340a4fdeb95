import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectAccessible, expectNoSidewaysScroll, startTestWeb, type TestWeb } from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_frame' });
}, 120_000);
afterAll(() => web.close());

const heading = '.mantine-AppShell-main h1';

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
    expect(await page.evaluate('JSON.stringify({...localStorage})')).not.toMatch(/token|csrf/i);
    await page.getByRole('button', { name: /^Tài khoản của/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('an address that nobody has is answered by a page and by 404, one of the API by a problem', async () => {
    const { page } = await web.open('/dosiers');
    expect(await page.locator(heading).innerText()).toBe('Không tìm thấy trang');
    const { api } = web;
    expect((await api.anonymous.get('/dosiers', { accept: 'text/html' })).status).toBe(404);
    const unknown = await api.anonymous.get<{ code: string }>('/api/v1/dosiers', { accept: 'text/html' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
  }, 60_000);

  test.each(['/', '/sign-in', '/notifications'])(
    '%s has no fault that axe finds, in the dark too, and fits a phone',
    async (path) => {
      for (const scheme of ['light', 'dark'] as const) {
        const { page } = await web.open(path, { as: 'giamdoc@demo.techgate.vn', width: 360, scheme });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await page.context().close();
      }
    },
    120_000,
  );

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
});
