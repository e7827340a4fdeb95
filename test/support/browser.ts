import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** Major version of the browser in package.json; an older one left in the temporary folder must not run instead. */
const MAJOR = '153.';
/** With one process the whole browser ends when one page is closed; without a zygote each page loads the browser anew. */
const UNWANTED = new Set(['--single-process', '--disable-web-security', '--no-zygote']);
/** Nothing here draws in three dimensions, and a processor that plays the graphics card takes half as long again. */
const GRAPHICS = /gpu|-gl=|angle|swiftshader/;
/** Replaced below: the browser takes the last list of each kind only. */
const FEATURES = /^--(enable|disable)-features=/;
/** What draws and what asks the network live in the browser itself: processors, not processes, are scarce in a test. */
const LEAN = [
  '--disable-gpu',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  '--disable-features=IsolateOrigins,site-per-process,AudioServiceOutOfProcess,PaintHolding,BackForwardCache',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
];

/** A real browser that came with the packages: no download step. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  const unwanted = (argument: string) =>
    UNWANTED.has(argument) || GRAPHICS.test(argument) || FEATURES.test(argument);
  const args = [...chromium.args.filter((argument) => !unwanted(argument)), ...LEAN];
  const browser = await launcher.launch({ executablePath, args, headless: true });
  if (browser.version().startsWith(MAJOR)) return browser;
  await browser.close();
  throw new Error(
    `${executablePath} is Chromium ${browser.version()}, not ${MAJOR}x: remove it and run again`,
  );
}
