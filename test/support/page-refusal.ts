import { type Page } from 'playwright-core';
import { app as english } from '../../apps/web/src/i18n/en/app.js';
import { app as vietnamese } from '../../apps/web/src/i18n/vi/app.js';

const TITLES = [vietnamese, english].flatMap(({ notFound, forbidden, dossier }) => [
  ...[notFound.title, forbidden.title, dossier.notOpened],
]);

/** What a page says, in either language, in the place of what it was opened for; null when it shows that. */
export async function refusalOn(page: Page): Promise<string | null> {
  const main = page.getByRole('main');
  const problem = main.locator('[data-problem]');
  if ((await problem.count()) > 0) return problem.first().innerText();
  const headings = await main.locator('h1, h2').allInnerTexts();
  return headings.find((heading) => TITLES.includes(heading)) ?? null;
}
