import { type Page } from 'playwright-core';
import { untilLoaded } from './web.js';

/** The number of a link to a list: of a card before its name, of a tab behind it; of a share or a median what it counts. */
const NUMBERS = [/Tính trên ([\d.]+)/, /([\d.]+) trên/, /^([\d.]+)/, /([\d.]+)$/];
const numberIn = (text: string) =>
  NUMBERS.map((one) => one.exec(text)?.[1])
    .find(Boolean)
    ?.replaceAll('.', '');

/** What somebody finds on pages. */
export interface Found {
  /** The pages that say one of the words. */
  naming: string[];
  /** Every number that leads to a list, by `page → list`. */
  lists: Map<string, number>;
  /** What the bell counts. */
  unread: number;
  /** How many dossiers wait for a decision. */
  queue: number;
}

/** Goes through pages and notes which of them say one of these words, and what is counted there. */
export async function lookAround(
  page: Page,
  paths: readonly string[],
  words: readonly string[],
): Promise<Found> {
  const naming: string[] = [];
  const lists = new Map<string, number>();
  let [unread, queue] = [0, 0];
  for (const path of paths) {
    await page.goto(new URL(path, page.url()).href);
    await page.locator('h1').waitFor();
    await untilLoaded(page);
    const text = await page.locator('body').innerText();
    if (words.some((word) => text.includes(word))) naming.push(path);
    for (const link of await page.locator('main a[href^="/dossiers?"], main a[href^="/projects?"]').all()) {
      const number = numberIn((await link.innerText()).trim());
      if (number) lists.set(`${path} → ${await link.getAttribute('href')}`, Number(number));
    }
    const bell = await page.locator('header a[href="/notifications"]').getAttribute('aria-label');
    unread = Number(/\d+/.exec(bell ?? '')?.[0] ?? 0);
    if (path === '/dossiers/decisions') queue = await page.locator('tbody tr').count();
  }
  return { naming, lists, unread, queue };
}
