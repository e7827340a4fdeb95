import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import { expectAccessible, startTestWeb, type TestWeb } from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_clerk' });
}, 120_000);
afterAll(() => web.close());

describe('letters', () => {
  test('a letter is drawn on the page itself, with its text for those who do not see it', async () => {
    const dossier = await aDossier(web.api).accepted().open();
    const { page, faults } = await web.open(`/dossiers/${dossier.id}/letters`, { as: emailOf('motcua1') });
    await page.getByRole('button', { name: 'Xem văn bản' }).first().click();
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await page.getByText('Độc lập - Tự do - Hạnh phúc').first().waitFor();
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await page.screenshot({ path: '.tmp/screenshots/clerk-letter.png', fullPage: true });
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 60_000);
});
