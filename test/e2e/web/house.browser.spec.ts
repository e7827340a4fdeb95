import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Locator, type Page } from 'playwright-core';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf, personId } from '../../support/dossier-driver.js';
import { lookAround } from '../../support/look-around.js';
import { expectAccessible, expectSoon, keepPicture, startTestWeb, type TestWeb } from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_house' });
  const { api } = web;
  await aDossier(api).named('Nhà máy gốm Hồng Lam').concluded().open();
  await aDossier(api).named('Xưởng men sứ Sông Kim').accepted().open();
  await aDossier(api).named('Dây chuyền ép gạch Đá Bạc').submitted().open();
  await aDossier(api).named('Nhà máy kính Cát Trắng').accepted().open();
}, 120_000);
afterAll(() => web?.close());

const open = async (who: string, path: string) => web.open(path, { as: emailOf(who) });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Pages on which a dossier stands for whoever may see it, and pages on which it may stand. */
const SHOWING = [
  '/dossiers?tab=all',
  '/dossiers?tab=all&q=k%C3%ADn',
  '/dossiers/decisions',
  '/notifications',
  '/projects',
  '/reports/week?on=2026-07-24',
  '/dossiers/ID',
  '/dossiers/ID/decide',
  '/',
];
/** Pages that only count it, and pages that have no reason to name it. */
const COUNTING = ['/reports', '/projects/coverage'];
const SILENT = ['/letters/register', '/councils', '/dossiers/consultations', '/dossiers/conditions'];
/** The lists, of all that these pages lead to, that are one shorter without it. */
const SHORTER = [
  ...['tab=team', 'tab=open', 'tab=all'].flatMap((tab) => [tab, `${tab}&q=k%C3%ADn`]),
  ...['tab=all&action=mine', 'tab=open&dueFrom=2026-07-20&dueTo=2026-07-26'],
  `tab=open&assignee=${personId('chuyenvien1')}`,
].map((query) => `/dossiers?${query}`);
const SHORTER_PROJECTS = ['/projects?', '/projects?standing=in_hand'];
/** The palette with words typed into it. */
async function openPalette(page: Page, typed: string): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  await page.keyboard.type(typed);
  return palette;
}

describe('the worklist of a house', () => {
  test('keeps a view under a name, shares it, takes back its deletion, and turns pages inside of it', async () => {
    const { page, faults } = await open('truongphong1', '/dossiers?tab=all&sort=name');
    const views = page.getByRole('button', { name: /^Chế độ xem/ });
    const manage = async () => {
      await views.click();
      await page.getByRole('menuitem', { name: 'Lưu, sửa chế độ xem' }).click();
    };
    await manage();
    const dialog = page.getByRole('dialog', { name: 'Lưu, sửa chế độ xem' });
    await dialog.getByLabel('Tên chế độ xem').fill('Theo tên dự án');
    await dialog.getByLabel('Chia sẻ với đồng nghiệp').check();
    await dialog.getByRole('button', { name: 'Lưu chế độ xem này' }).click();
    await dialog.getByRole('button', { name: 'Xóa chế độ xem Theo tên dự án' }).waitFor();
    await keepPicture(page, 'views-dialog');
    await expectAccessible(page);
    await dialog.getByLabel('Mở đầu tiên trên máy này').check();
    await page.keyboard.press('Escape');
    await page.goto(new URL('/dossiers', page.url()).href);
    await page.waitForURL(/tab=all&sort=name/);
    await page.getByRole('button', { name: 'Chế độ xem: Theo tên dự án' }).waitFor();

    const colleague = (await open('truongphong2', '/dossiers')).page;
    await colleague.getByRole('button', { name: 'Chế độ xem đã lưu' }).click();
    await colleague.getByRole('menuitem', { name: 'Theo tên dự án (Tô Minh Tuấn)' }).click();
    await colleague.waitForURL(/tab=all&sort=name/);
    await manage();
    await dialog.getByRole('button', { name: 'Xóa chế độ xem Theo tên dự án' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await dialog.getByRole('button', { name: 'Xóa chế độ xem Theo tên dự án' }).waitFor();
    await page.keyboard.press('Escape');

    const names = await page.locator('tbody tr td:first-child a').allInnerTexts();
    expect(names.length).toBeGreaterThan(3);
    await page.getByRole('link', { name: names[0] ?? '', exact: true }).click();
    await title(page, names[0] ?? '');
    await page.getByRole('link', { name: 'Kết quả sàng lọc' }).first().click();
    await page.waitForURL(/findings\?in=/);
    await page.getByRole('link', { name: 'Hồ sơ tiếp theo' }).click();
    await title(page, names[1] ?? '');
    expect(new URL(page.url()).pathname).toMatch(/findings$/);
    await page.getByText('Thứ 2').waitFor();
    await keepPicture(page, 'list-links');
    await page.keyboard.press('Alt+j');
    await title(page, names[2] ?? '');
    await page.getByText('Thứ 3').waitFor();
    await page.keyboard.press('Alt+k');
    await title(page, names[1] ?? '');
    await page.getByRole('link', { name: '← Danh sách hồ sơ' }).click();
    await page.waitForURL(/\/dossiers\?tab=all&sort=name/);
    expect(faults).toEqual([]);
  }, 60_000);

  test('a conflict of interest: nothing leaks in lists, counts, search, palette, queue and notifications', async () => {
    const secret = await aDossier(web.api).named('Nhà máy kín đáo').concluded().open();
    const { fileCode } = await secret.seen();
    const appraiser = await secret.person('chuyenvien1');
    await appraiser.post('/api/v1/projects/from-dossier', { dossierId: secret.id });
    const { page } = await open('truongphong1', '/');
    const words = ['kín đáo', fileCode ?? ''];
    const at = (paths: readonly string[]) => paths.map((path) => path.replace('ID', secret.id));
    const before = await lookAround(page, at([...SHOWING, ...COUNTING]), words);
    // Each of these shows it to whoever may see it: what is said below is said of something.
    expect(before.naming).toEqual(at(SHOWING));
    const palette = await openPalette(page, 'kín đáo');
    await palette.getByRole('option', { name: /Nhà máy kín đáo/ }).waitFor();
    await page.keyboard.press('Escape');
    const head = await secret.person('truongphong1');
    const { body: news } = await head.get<{ items: { dossierId: string }[] }>(
      '/api/v1/notifications?unread=true&limit=100',
    );
    const told = news.items.filter(({ dossierId }) => dossierId === secret.id).length;
    expect(told).toBeGreaterThan(0);
    await head.post(secret.url('/conflict'), { reason: 'Người nhà.' });
    const after = await lookAround(page, at([...SHOWING, ...COUNTING, ...SILENT]), words);
    expect(after.naming).toEqual([]);
    expect({ unread: after.unread, queue: after.queue }).toEqual({
      ...{ unread: before.unread - told, queue: before.queue - 1 },
    });
    const fallen = [...before.lists].flatMap(([list, count]) => {
      const less = count - (after.lists.get(list) ?? 0);
      return less === 0 ? [] : [{ list: list.split(' → ')[1], less }];
    });
    expect(fallen.filter(({ less }) => less !== 1)).toEqual([]);
    expect([...new Set(fallen.map(({ list }) => list))].sort()).toEqual(
      [...SHORTER, ...SHORTER_PROJECTS].sort(),
    );
    await (await openPalette(page, 'kín đáo')).getByText('Không tìm thấy gì').waitFor();
    const other = (await open('truongphong2', '/dossiers/decisions')).page;
    await other.getByRole('link', { name: 'Nhà máy kín đáo' }).waitFor();
  }, 120_000);

  test('whoever assigns sees the work of each and who may not, and comes there from the palette by the keyboard', async () => {
    await aDossier(web.api).by('than').named('Mỏ than Đông Sơn').accepted().open();
    const { page, faults } = await open('truongphong2', '/');
    const closed = async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    // The palette gives the focus back to where it was.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await closed();
    await expectSoon(page, 'document.activeElement.tagName', 'H1');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    // The keys are written where somebody who works by them can read them.
    await page.keyboard.type('?');
    const keys = page.getByRole('region', { name: 'Phím tắt' });
    await keys.getByRole('row', { name: /Alt.*J.*Hồ sơ tiếp theo/ }).waitFor();
    await keepPicture(page, 'palette-keys');
    await expectAccessible(page);
    await page.keyboard.press('Backspace');
    await keys.waitFor({ state: 'detached' });
    await page.keyboard.type('mo than dong');
    await page.getByRole('option', { name: /Mỏ than Đông Sơn/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('option', { name: 'Phân công' }).waitFor();
    await keepPicture(page, 'palette-steps');
    await expectAccessible(page);
    while ((await page.locator('[data-combobox-selected]').innerText()) !== 'Phân công')
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Phân công' });
    const beginsInField = `document.activeElement.closest('[role=dialog] form, [role=dialog] .mantine-Modal-body') !== null
      && document.activeElement.matches('input, select, textarea')`;
    await expectSoon(page, beginsInField, true);
    await closed();
    await expectSoon(page, 'document.activeElement === document.body', false);
    // What is missing is told above the form, and each leads to its field.
    await page.getByRole('button', { name: 'Phân công', exact: true }).press('Enter');
    await expectSoon(page, beginsInField, true);
    await dialog.getByRole('button', { name: 'Xem trước kết quả' }).press('Enter');
    const summary = dialog.getByRole('alert').filter({ hasText: 'Còn 1 mục cần nhập' });
    await summary.getByRole('link').press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'command-assigneeId');
    await keepPicture(page, 'assign-gaps');
    await closed();
    await expectSoon(page, 'document.activeElement.textContent', 'Phân công');
    await page.keyboard.press('Enter');
    // Whoever can lead stands first, whoever cannot says why.
    expect(await dialog.getByRole('radio').first().isEnabled()).toBe(true);
    expect(await dialog.getByRole('radio').last().isEnabled()).toBe(false);
    await dialog.getByText('Không thụ lý chính được: không có vai trò chuyên viên.').first().waitFor();
    const expert = dialog.getByRole('row', { name: /TS. Hà Văn Sơn/ });
    await expert.getByText('Có quan hệ với Công ty Cổ phần Than Đông Sơn Minh Giang').waitFor();
    expect(await expert.getByRole('radio').isDisabled()).toBe(true);
    expect(await dialog.getByRole('row').last().innerText()).toContain('TS. Hà Văn Sơn');
    await keepPicture(page, 'assign');
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: 'Mai Phương Linh' }).check();
    await dialog.getByRole('button', { name: 'Xem trước kết quả' }).click();
    await dialog.getByRole('button', { name: 'Xác nhận: Phân công' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await expectSoon(page, 'document.activeElement === document.body', false);
    expect(faults).toEqual([]);
    // A window hears what happens behind it; what is written in it stays.
    const received = await aDossier(web.api).named('Xưởng gỗ Sông Mã').submitted().open();
    const clerk = (await open('motcua1', `/dossiers/${received.id}`)).page;
    await clerk.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
    const asking = clerk.getByRole('dialog');
    await asking.getByText('Xem trước kết quả').waitFor();
    await received.command('motcua1', 'accept', {});
    await asking.getByText(/: Tiếp nhận hồ sơ hợp lệ, lúc/).waitFor();
    await asking.getByText('Bước này hiện không còn thực hiện được').waitFor();
    await keepPicture(clerk, 'dialog-behind');
  }, 60_000);
});
