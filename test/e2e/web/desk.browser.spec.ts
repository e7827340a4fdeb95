import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_desk' });
  await aDossier(web.api).named('Nhà máy gốm Hồng Lam').accepted().open();
  await aDossier(web.api).named('Nhà máy gạch Tuynel').underReview().open();
  await aDossier(web.api).named('Xưởng men sứ').open();
}, 120_000);
afterAll(() => web.close());

describe('the worklist', () => {
  test('shows the open dossiers of the house with counts equal to the lists, and keeps the filter in the address', async () => {
    const { page, faults } = await web.open('/dossiers', { as: emailOf('truongphong1') });
    const tabs = page.getByRole('navigation', { name: 'Nhóm hồ sơ' });
    for (const [tab, rows] of Object.entries({
      'Chưa phân công': 1,
      'Đã phân công': 1,
      'Đang giải quyết': 2,
    })) {
      await tabs.getByRole('link', { name: new RegExp(`^${tab} ?${rows}$`) }).click();
      await page.getByText(`Đang hiện ${rows} hồ sơ`).waitFor();
      expect(await page.locator('tbody tr').count()).toBe(rows);
    }
    await page.getByRole('searchbox').fill('tuynel');
    await page.getByText('Đang hiện 1 hồ sơ').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('tuynel');
    await page.getByRole('button', { name: 'Bỏ lọc: “tuynel”' }).click();
    await page.getByText('Đang hiện 2 hồ sơ').waitFor();
    await page.getByRole('button', { name: 'Bộ lọc' }).click();
    await page.getByLabel('Người thụ lý').selectOption({ label: 'Chưa có' });
    await page.getByText('Đang hiện 1 hồ sơ').waitFor();
    await page.reload();
    await page.getByText('Đang hiện 1 hồ sơ').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc: Người thụ lý: Chưa có' }).waitFor();
    await keepPicture(page, 'desk-list');
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 60_000);

  test('remembers the columns of this device and sorts by a heading', async () => {
    const { page } = await web.open('/dossiers?tab=open', { as: emailOf('truongphong1') });
    await page.getByRole('button', { name: 'Cột', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Ngày tiếp nhận' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Dự án' }).click();
    await page.waitForURL(/sort=name/);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Ngày tiếp nhận' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Dự án' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    expect(await page.locator('tbody tr').first().innerText()).toContain('Nhà máy gạch Tuynel');
  }, 60_000);

  test('is simpler for an owner, who sees the own dossiers, and fits a phone in the dark', async () => {
    const { page } = await web.open('/dossiers', { as: emailOf('gom'), width: 360, scheme: 'dark' });
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ của tôi' }).waitFor();
    await page.getByText('Đang hiện 3 hồ sơ').waitFor();
    expect(await page.getByRole('link', { name: /Chưa phân công/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Lập hồ sơ mới' }).waitFor();
    await keepPicture(page, 'desk-own-360');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }, 60_000);

  test('speaks English', async () => {
    const { page } = await web.open('/dossiers?tab=open', { as: emailOf('giamdoc'), language: 'en' });
    await page.getByText('2 dossiers shown').waitFor();
    await page.getByRole('columnheader', { name: 'Lead appraiser' }).waitFor();
  }, 60_000);
});
