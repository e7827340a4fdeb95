import { type Locator, type Page } from 'playwright-core';
import { react, type Reaction } from './interaction.js';

interface Interaction {
  name: string;
  press: (page: Page) => Promise<unknown>;
  settled: (page: Page) => Promise<unknown>;
}
const rows = (page: Page): Locator => page.locator('main tbody tr');
const tab = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Nhóm hồ sơ' }).getByRole('link', { name });
const part = (page: Page, name: RegExp) => page.locator('main nav').getByRole('link', { name });
const drawn = (page: Page) => rows(page).first().waitFor();
const shown = (page: Page) => page.locator('h1').waitFor();

/** What a head does with a hundred thousand dossiers, in this order: each step begins where the one before ended. */
const INTERACTIONS: readonly Interaction[] = [
  {
    name: 'list: another tab',
    press: (page) => tab(page, /^Đang giải quyết/).click(),
    settled: drawn,
  },
  { name: 'list: all dossiers', press: (page) => tab(page, /^Tất cả/).click(), settled: drawn },
  {
    name: 'list: a letter of a search',
    press: async (page) => {
      await page.getByRole('searchbox').focus();
      await page.keyboard.press('g');
    },
    settled: (page) => page.waitForURL(/q=g/),
  },
  {
    name: 'list: sort by name',
    press: (page) => page.getByRole('button', { name: 'Dự án', exact: true }).click(),
    settled: (page) => page.waitForURL(/sort=/),
  },
  {
    name: 'list: open a dossier',
    press: (page) => rows(page).first().getByRole('link').first().click(),
    settled: (page) => page.waitForURL(/dossiers\/[0-9a-f-]{36}/),
  },
  { name: 'dossier: next', press: (page) => page.keyboard.press('Alt+j'), settled: shown },
  { name: 'dossier: technology', press: (page) => part(page, /^Công nghệ/).click(), settled: shown },
  { name: 'dossier: clocks', press: (page) => part(page, /^Thời hạn/).click(), settled: shown },
  {
    name: 'palette: open',
    press: (page) => page.keyboard.press('Control+k'),
    settled: (page) => page.getByRole('dialog').waitFor(),
  },
  {
    name: 'palette: a letter',
    press: (page) => page.keyboard.press('d'),
    settled: (page) => page.getByRole('option').first().waitFor(),
  },
];

/** Goes the way once on a page of somebody who has signed in. */
export async function wayOfInteractions(page: Page, url: string): Promise<Map<string, Reaction>> {
  await page.goto(`${url}/dossiers?tab=mine`);
  await page.locator('h1').waitFor();
  const reactions = new Map<string, Reaction>();
  for (const { name, press, settled } of INTERACTIONS)
    reactions.set(
      name,
      await react(
        page,
        () => press(page),
        () => settled(page),
      ),
    );
  return reactions;
}
