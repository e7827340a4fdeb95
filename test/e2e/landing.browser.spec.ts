import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { startTestApi, type TestApi } from '../support/api.js';
import { launchBrowser } from '../support/browser.js';

const SHOTS = '.tmp/screenshots';

describe('what a newcomer sees in a browser', () => {
  let api: TestApi;
  let browser: Browser;
  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    [api, browser] = await Promise.all([
      startTestApi({ label: 'landing_browser', listen: true }),
      launchBrowser(),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const open = async (path: string, width = 1280): Promise<{ page: Page; faults: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'vi-VN' });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${api.url}${path}`);
    return { page, faults };
  };

  it('lands on a Vietnamese page that names the accounts of every role and leads to the API docs', async () => {
    const { page, faults } = await open('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(await page.getByText('giamdoc@demo.techgate.vn', { exact: true }).count()).toBe(1);
    await page.screenshot({ path: `${SHOTS}/landing-vi.png`, fullPage: true });
    await page.locator('a[href="/api/docs"]').click();
    await page.locator('.opblock').first().waitFor({ timeout: 20_000 });
    await page.screenshot({ path: `${SHOTS}/docs.png` });
    expect(faults).toEqual([]);
    await page.close();
  }, 60_000);

  it('switches to English and fits a phone without a sideways scroll', async () => {
    const { page, faults } = await open('/', 360);
    await page.locator('nav a').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    await page.screenshot({ path: `${SHOTS}/landing-en-360.png`, fullPage: true });
    expect(faults).toEqual([]);
    await page.close();
  }, 60_000);
});
