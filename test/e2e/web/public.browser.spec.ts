import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectSoon,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

interface Key {
  fileCode: string;
  secret: string;
}
let web: TestWeb;
let issued: DossierDriver;
let decision: { id: string; number: string };
let key: Key;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_public' });
  issued = await aDossier(web.api).asRequest().named('Nhà máy gốm Hồng Lam').issued().open();
  const { items } = (
    await issued.get<{ items: { id: string; kind: string; number: string }[] }>('taichinh', '/letters')
  ).body;
  decision = items.find(({ kind }) => kind === 'decision') ?? { id: '', number: '' };
  key = (
    await (
      await issued.person('motcua1')
    ).post<Key>(issued.url('/tracking-secret'), { reason: 'Mất giấy tiếp nhận.' })
  ).body;
}, 180_000);
afterAll(() => web.close());

const checkPage = async (page: Page, name: string) => {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await keepPicture(page, name);
};

describe('the check of a letter', () => {
  test('knows the file by its hash, sends nothing else, and does not know a changed one', async () => {
    const { page, faults } = await web.open('/check-letter');
    const pdf = await issued.get('taichinh', `/letters/${decision.id}/content`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const file = (buffer: Buffer) => ({ name: 'van-ban.pdf', mimeType: 'application/pdf', buffer });
    await page.locator('input[type=file]').setInputFiles(file(pdf.bytes));
    await page.getByText('Có trong sổ văn bản').waitFor();
    await page.getByText(decision.number).first().waitFor();
    expect(sent.filter(Boolean).every((body) => /^\{"sha256":"[0-9a-f]{64}"\}$/.test(body))).toBe(true);
    await checkPage(page, 'public-check-letter');
    await page.locator('input[type=file]').setInputFiles(file(Buffer.concat([pdf.bytes, Buffer.from(' ')])));
    await page.getByText('Không có trong sổ văn bản').waitFor();
    await page.locator('input[type=file]').setInputFiles(file(Buffer.alloc(0)));
    await page.getByRole('alert').getByText('Tệp rỗng').waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('goes by number too, in English and on a telephone', async () => {
    const { page } = await web.open('/check-letter', { language: 'en', width: 360, scheme: 'dark' });
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('Enter number and symbol of the letter').waitFor();
    await page.getByLabel('Number and symbol').fill(`\u2068${decision.number.toLowerCase()}\u2069\u200f`);
    await page.keyboard.press('Enter');
    await page.getByText('The letter is valid.').waitFor();
    await checkPage(page, 'public-check-letter-360-en');
    // A paper of a council would be told so too: the answer says nothing of what was issued.
    await page.getByLabel('Number and symbol').fill('02/QĐ-SKHCN');
    await page.keyboard.press('Enter');
    await page.getByText('This number cannot be looked up').waitFor();
    await page.getByText(/^This number is not among those .* only by their PDF/).waitFor();
  }, 60_000);
});

describe('following a dossier', () => {
  test('by a link whose fragment brings code and secret, neither of which stays anywhere', async () => {
    const { page, faults } = await web.open(`/track#code=${key.fileCode}&secret=${key.secret}`);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe(key.fileCode);
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    await page.getByRole('heading', { name: 'Quá trình' }).waitFor();
    await page.getByText('Đến lượt ai').waitFor();
    await checkPage(page, 'public-track');
    const left = await page.evaluate(
      'JSON.stringify([location.href, {...localStorage}, {...sessionStorage}, document.cookie, document.title])',
    );
    expect([String(left), ...addresses].filter((text) => text.includes(key.secret))).toEqual([]);
    await page.getByRole('link', { name: `Kiểm tra văn bản ${decision.number}` }).click();
    await page.getByText('Có trong sổ văn bản').waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('with a wrong secret says what to do and keeps what was typed; examples of the demonstration follow', async () => {
    const { page } = await web.open('/track', { language: 'en', width: 360, scheme: 'dark' });
    await page.evaluate("location.hash = '#code=H1&secret=AAAA'");
    await expectSoon(page, 'location.hash', '');
    await page.getByRole('textbox', { name: 'Secret' }).fill('');
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await page.getByText('Enter the secret').waitFor();
    await page.getByLabel('File code').fill(key.fileCode);
    await page.getByRole('textbox', { name: 'Secret' }).fill('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The file code or the tracking secret is wrong').waitFor();
    expect(await page.getByRole('textbox', { name: 'Secret' }).inputValue()).toBe(
      'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF',
    );
    await checkPage(page, 'public-track-360-en');
    await page.getByRole('textbox', { name: 'Secret' }).fill(key.secret);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Letters issued' }).waitFor();
    await checkPage(page, 'public-tracked-360-en');
  }, 60_000);
});

describe('service and figures', () => {
  test.each([
    ['vi', 1280, 'light'],
    ['en', 360, 'dark'],
  ] as const)(
    'are told in %s at %d',
    async (language, width, scheme) => {
      const { page, faults } = await web.open('/service', { language, width, scheme });
      await page
        .getByRole('navigation', { name: language === 'vi' ? 'Các thủ tục' : 'The procedures' })
        .waitFor();
      expect(await page.locator('section h2').count()).toBeGreaterThan(3);
      expect((await page.locator('main').innerText()).includes('(mẫu tham khảo)')).toBe(language === 'vi');
      await checkPage(page, `public-service-${width}-${language}`);
      await page.goto(page.url().replace('/service', '/statistics'));
      await page.getByRole('table').first().waitFor();
      await checkPage(page, `public-statistics-${width}-${language}`);
      await page.getByText(language === 'vi' ? 'Tự chọn' : 'Choose', { exact: true }).click();
      await page.getByLabel(language === 'vi' ? 'Từ tháng' : 'From month').fill('2026-08');
      await page.keyboard.press('Enter');
      await page
        .getByText(language === 'vi' ? /Tháng đầu phải trước/ : /The first month has to be/)
        .waitFor();
      await page.getByLabel(language === 'vi' ? 'Từ tháng' : 'From month').fill('2026-05');
      await page.keyboard.press('Enter');
      await page.getByText(/01\/05\/2026/).waitFor();
      expect(new URL(page.url()).searchParams.get('from')).toBe('2026-05');
      // An address with a period that cannot be is never answered by another one.
      for (const months of ['from=2026-11&to=2026-01', 'from=abc', 'from=1900-01']) {
        await page.goto(page.url().replace(/\?.*/, `?${months}`));
        await page
          .getByRole('alert')
          .getByText(
            language === 'vi' ? 'Kỳ thống kê không hợp lệ' : 'The period of the statistics is impossible',
          )
          .waitFor();
        expect(await page.getByRole('table').count()).toBe(0);
      }
      expect(faults).toEqual([]);
    },
    60_000,
  );
});
