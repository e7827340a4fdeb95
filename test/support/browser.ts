import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** Major version of the browser in package.json; an older one left in the temporary folder must not run instead. */
const MAJOR = '153.';
/** With it the whole browser ends when one page is closed. */
const UNWANTED = new Set(['--single-process', '--disable-web-security']);

/** A real browser that came with the packages: no download step. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  const args = chromium.args.filter((argument) => !UNWANTED.has(argument));
  const browser = await launcher.launch({ executablePath, args, headless: true });
  if (browser.version().startsWith(MAJOR)) return browser;
  await browser.close();
  throw new Error(
    `${executablePath} is Chromium ${browser.version()}, not ${MAJOR}x: remove it and run again`,
  );
}
