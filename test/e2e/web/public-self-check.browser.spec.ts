import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
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

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_self_check' });
}, 120_000);
afterAll(() => web.close());

const PREVIEW = '**/api/v1/screenings/preview';
/** What a spreadsheet does: its cells lie on the clipboard as one text. */
const pasteInto = (page: Page, id: string, text: string) =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.getElementById('${id}').dispatchEvent(event);
  })()`);

describe('the start page of visitors', () => {
  test.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)(
    'leads to what is open to all, %s at %d',
    async (scheme, width) => {
      const { page, faults } = await web.open('/', { scheme, width });
      const main = page.getByRole('main');
      await main.getByRole('link', { name: 'Tự kiểm tra máy móc, công nghệ' }).waitFor();
      await main.getByRole('link', { name: 'Đăng nhập' }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await keepPicture(page, `public-home-${scheme}`);
      await main.getByRole('link', { name: 'Tự kiểm tra máy móc, công nghệ' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Tự kiểm tra máy móc, công nghệ' }).waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});

describe('the self-check without an account', () => {
  test('finds an old machine, names article and smallest change, and tries it on what was entered', async () => {
    const { page, faults } = await web.open('/self-check');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByRole('alert').getByText('Nhập ít nhất').waitFor();
    await page.getByLabel('Tên máy, máy 1').fill('Máy ép nhựa');
    await page.getByLabel('Mã HS, máy 1').fill('84771039');
    await page.getByLabel('Năm sản xuất, máy 1').fill('20122');
    await page.keyboard.press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'check-faults');
    await page.getByRole('link', { name: /Năm gồm bốn chữ số/ }).press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'check-equipment-1-yearMade');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2012');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
    await page.getByText('Có điều chặn phê duyệt').waitFor();
    await page.getByText(/Tuổi 14 năm, vượt giới hạn 10 năm/).waitFor();
    await page
      .getByText(/QĐ 18\/2019/)
      .first()
      .waitFor();
    await page.getByText('Theo nguồn thứ cấp').first().waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'public-self-check');
    await page.getByRole('button', { name: /^Thử: Nếu năm sản xuất là 2016/ }).click();
    await page.getByText(/Đang xem thử một thay đổi/).waitFor();
    await page.getByText(/Có điều chặn phê duyệt/).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Năm sản xuất, máy 1').inputValue()).toBe('2016');
    await page.getByRole('button', { name: 'Trở về số liệu ban đầu' }).click();
    await page.getByText('Có điều chặn phê duyệt').waitFor();
    expect(await page.getByLabel('Năm sản xuất, máy 1').inputValue()).toBe('2012');
    expect(faults).toEqual([]);
  }, 60_000);

  test('takes a table from a spreadsheet by its headings, and shows a fault of the API at its cell', async () => {
    const { page } = await web.open('/self-check');
    const table =
      'Năm SX\tTên thiết bị\tMã HS\tTình trạng\n2015\tMáy tiện\t8458.11\tĐã qua sử dụng\n2999\tMáy phay\t84591000\tcũ';
    await pasteInto(page, 'check-equipment-1-name', table);
    await page.getByText('Đã dán 2 dòng vào bảng máy.').waitFor();
    expect(await page.getByLabel('Tên máy, máy 2').inputValue()).toBe('Máy phay');
    expect(await page.getByLabel('Tình trạng, máy 2').inputValue()).toBe('used');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Máy phay, Năm sản xuất: Năm sản xuất ở tương lai/ })
      .waitFor();
    await expectRefusalSeen(page);
    expect(await page.getByLabel('Năm sản xuất, máy 2').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    // More than one check takes: what was left out is said, and the page goes on at once.
    const long = Array.from(
      { length: 3000 },
      (_, row) => `Máy ${row}\t8458.11\t${row === 1990 ? '20l5' : 2015}`,
    );
    const before = performance.now();
    await pasteInto(page, 'check-equipment-1-name', long.join('\n'));
    await page.getByText('Đã dán 2.000 dòng vào bảng máy. Không nhận 1.000 dòng cuối').waitFor();
    // 0.3 s on two busy cores; with all rows drawn it would be seventeen.
    const took = performance.now() - before;
    expect(took).toBeLessThan(3000);
    await page.getByText('Đã đủ 2.000 máy').waitFor();
    await page.getByRole('button', { name: 'Trang 3', exact: true }).click();
    await page.getByLabel('Tên máy, máy 51').waitFor();
    await keepPicture(page, 'public-self-check-pages');
    // The fault stands on a page that is not drawn: its link turns to it.
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByRole('link', { name: /^Máy 1990, .*Năm gồm bốn chữ số/ }).click();
    await expectSoon(page, 'document.activeElement.id', 'check-equipment-1991-yearMade');
    await page.getByLabel('Tên máy, máy 1991', { exact: true }).waitFor();
    await expectAccessible(page);
  }, 60_000);

  test('keeps everything over a failed request, another page and the change of language', async () => {
    const { page } = await web.open('/self-check', { language: 'en', width: 360, scheme: 'dark' });
    await page.getByRole('button', { name: 'Fill in an example' }).click();
    await page.route(PREVIEW, (route) => route.abort());
    await clickTwice(page.getByRole('button', { name: 'Check', exact: true }));
    await page.getByRole('alert').waitFor();
    await page.getByRole('link', { name: 'TechGate' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Check machines and technology' }).click();
    expect(await page.getByLabel('HS code, machine 1').inputValue()).toBe('84771039');
    await page.unroute(PREVIEW);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('Something stands in the way of approval').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await keepPicture(page, 'public-self-check-360-en');
    const kept = await page.evaluate('JSON.stringify([{...localStorage}, {...sessionStorage}])');
    expect(kept).not.toContain('84771039');
  }, 60_000);
});
