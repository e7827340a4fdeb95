import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** Major version of the browser in package.json; an older one left in the temporary folder must not run instead. */
const MAJOR = '153.';
/** With it the whole browser ends when one page is closed. */
const UNWANTED = new Set(['--single-process', '--disable-web-security']);
/** Nothing here draws in three dimensions, and a processor that plays the graphics card takes half as long again. */
const GRAPHICS = /gpu|-gl=|angle|swiftshader/;

/** A real browser that came with the packages: no download step. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  const wanted = chromium.args.filter((argument) => !UNWANTED.has(argument) && !GRAPHICS.test(argument));
  const args = [...wanted, '--disable-gpu'];
  const browser = await launcher.launch({ executablePath, args, headless: true });
  if (browser.version().startsWith(MAJOR)) return browser;
  await browser.close();
  throw new Error(
    `${executablePath} is Chromium ${browser.version()}, not ${MAJOR}x: remove it and run again`,
  );
}
