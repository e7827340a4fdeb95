import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_clerk' });
}, 120_000);
afterAll(() => web.close());

describe('letters that wait for their number', () => {
  test('a pile goes one after the other: the number is proposed, what was signed is drawn, the next is a press away', async () => {
    await aDossier(web.api).named('Nhà máy gốm thứ nhất').accepted().open();
    await aDossier(web.api).named('Nhà máy gốm thứ hai').accepted().open();
    const { page, faults } = await web.open('/letters?kind=receipt', { as: emailOf('motcua1') });
    await page.getByText('2 văn bản').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'clerk-letters');
    await page.getByRole('link', { name: 'Giấy tiếp nhận hồ sơ' }).first().click();
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await page.getByText('Độc lập - Tự do - Hạnh phúc').first().waitFor({ state: 'attached' });
    await page.getByLabel('Người ký', { exact: true }).fill('Đinh Thị Lan');
    await page.getByLabel('Chức vụ người ký').fill('Công chức Bộ phận Một cửa');
    await page.getByText(/^Số dự kiến: 01\/GTN-/).waitFor();
    await page.getByLabel('Ngày ban hành').fill('2020-01-02');
    await page.getByText('Ngày ban hành không thể là ngày này').waitFor();
    await page.getByRole('button', { name: /^Được phép từ/ }).click();
    await page.getByText(/^Số dự kiến: 01\/GTN-/).waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'clerk-issue');
    await page.getByRole('button', { name: 'Phát hành văn bản' }).click();
    await page.getByText(/^Số 0?1\/GTN-/).waitFor();
    // The way to the next one has the focus, and whoever signed the first one is proposed for it.
    await page.keyboard.press('Enter');
    await page.getByText(/^Số dự kiến: 02\/GTN-/).waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Phát hành văn bản' }).click();
    const printed = new Promise<number>((resolve) => void page.exposeFunction('tellPages', resolve));
    await page.evaluate(
      'window.print = () => tellPages(document.querySelectorAll("body > [aria-hidden] canvas").length)',
    );
    await page.getByRole('button', { name: 'In', exact: true }).click();
    expect(await printed).toBe(2);
    await page.getByRole('link', { name: 'Đã hết, về danh sách' }).click();
    await page.getByText('Không có văn bản nào chờ phát hành').waitFor();
    expect(faults).toEqual([]);
  }, 90_000);
});
