import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf, personId } from '../../support/dossier-driver.js';
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

/** Each number on a quick filter is the length of the list that it opens. */
async function expectQuickCounts(page: Page) {
  for (const name of ['Chờ tôi', 'Quá hạn', 'Sắp đến hạn']) {
    const button = page.getByRole('button', { name: new RegExp(`^${name} \\(`) });
    const number = Number(/\((\d+)\)/.exec(await button.innerText())?.[1]);
    await button.click();
    await page
      .getByText(number === 0 ? 'Không có hồ sơ nào' : `Đang hiện ${number} hồ sơ`, { exact: true })
      .waitFor();
    expect({ name, rows: await page.locator('tbody tr').count() }).toEqual({ name, rows: number });
    await button.click();
  }
}

describe('the worklist', () => {
  test('shows the open dossiers of the house with counts equal to the lists, and keeps the filter in the address', async () => {
    const { page, faults } = await web.open('/dossiers', { as: emailOf('truongphong1') });
    const tabs = page.getByRole('navigation', { name: 'Nhóm hồ sơ' });
    // It begins with what is being worked on: to a head no dossier is given.
    await page.getByText('Đang hiện 2 hồ sơ').waitFor();
    for (const [tab, rows] of Object.entries({
      'Chưa phân công': 1,
      'Đã phân công': 1,
      'Đang giải quyết': 2,
    })) {
      await tabs.getByRole('link', { name: new RegExp(`^${tab} ?${rows}$`) }).click();
      await page.getByText(`Đang hiện ${rows} hồ sơ`).waitFor();
      expect(await page.locator('tbody tr').count()).toBe(rows);
      if (tab === 'Chưa phân công') await expectQuickCounts(page);
    }
    await tabs.getByRole('link', { name: /^Tất cả ?2$/ }).waitFor();
    // A pause behind the first word takes no blank away.
    await page.getByRole('searchbox').fill('gạch ');
    await page.getByRole('button', { name: 'Bỏ lọc: “gạch”' }).waitFor();
    await page.getByRole('searchbox').press('End');
    await page.getByRole('searchbox').pressSequentially('tuynel');
    await page.getByRole('button', { name: 'Bỏ lọc: “gạch tuynel”' }).waitFor();
    await page.getByText('Đang hiện 1 hồ sơ').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('gạch tuynel');
    await page.getByRole('button', { name: 'Bỏ lọc: “gạch tuynel”' }).click();
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

  test('keeps the own columns beside those of a shared view, sorts by a heading, and marks rows that are not yet those of its tab', async () => {
    const colleague = await web.api.login(emailOf('giamdoc'));
    const view = {
      name: 'Gọn',
      query: 'tab=open&sort=dueOn',
      columns: ['projectName', 'dueOn'],
      shared: true,
    };
    expect((await colleague.post('/api/v1/views', view)).status).toBe(201);
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
    await page.getByRole('button', { name: 'Chế độ xem đã lưu' }).click();
    await page.getByRole('menuitem', { name: /^Gọn/ }).click();
    await page.getByRole('columnheader', { name: 'Ngày tiếp nhận' }).waitFor({ state: 'detached' });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/dossiers\?.*tab=team/, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('link', { name: /^Đã phân công/ }).click();
    await page.getByRole('columnheader', { name: 'Ngày tiếp nhận' }).waitFor();
    await page.locator('[aria-busy=true]').waitFor();
    release();
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await page.getByText('Đang hiện 1 hồ sơ').waitFor();
  }, 60_000);

  test('is simpler for an owner, who sees the own dossiers, and fits a phone in the dark', async () => {
    const { page } = await web.open('/dossiers', { as: emailOf('gom'), width: 360, scheme: 'dark' });
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ của tôi' }).waitFor();
    await page.getByText('Đang hiện 3 hồ sơ').waitFor();
    expect(await page.getByRole('link', { name: /Chưa phân công/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Lập hồ sơ mới' }).waitFor();
    // Rows are cards there: what is to be done, and until when, is in sight without scrolling sideways.
    for (const cell of ['Hoàn thiện và nộp hồ sơ', 'Bản nháp', /^Còn \d+ ngày lịch$/]) {
      const { x = -1, width = 0 } = (await page.getByText(cell).first().boundingBox()) ?? {};
      expect({ cell, isInSight: x >= 0 && x + width <= 360 }).toEqual({ cell, isInSight: true });
    }
    await keepPicture(page, 'desk-own-360');
    // Cards have no heads of columns to press.
    const firstBy = async (label: string) => {
      const answered = page.waitForResponse((told) => told.url().includes('sort=') && told.ok());
      await page.getByLabel('Thứ tự sắp xếp').selectOption({ label });
      await answered;
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
      return page.getByRole('row').first().getByRole('link').first().innerText();
    };
    const upwards = await firstBy('Dự án: tăng dần');
    const downwards = await firstBy('Dự án: giảm dần');
    expect(downwards.localeCompare(upwards, 'vi')).toBeGreaterThan(0);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }, 60_000);

  test('speaks English', async () => {
    const { page } = await web.open('/dossiers?tab=open', { as: emailOf('giamdoc'), language: 'en' });
    await page.getByText('2 dossiers shown').waitFor();
    await page.getByRole('columnheader', { name: 'Lead appraiser' }).waitFor();
  }, 60_000);
});

/** The API answers with a fault until the route is taken away. */
const failing = (page: Page, path: RegExp) =>
  page.route(path, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'internal', status: 500, title: 'Lỗi máy chủ', detail: 'Thử lại sau.' }),
    }),
  );
const retry = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Thử lại' });

describe('the day of a person', () => {
  test('begins with what waits for them, each number with exactly its list', async () => {
    const { page, faults } = await web.open('/', { as: emailOf('truongphong1') });
    const figures = page.getByRole('group', { name: 'Số việc' });
    const waiting = figures.getByRole('link', { name: /Chờ tôi$/ });
    await page.getByRole('link', { name: 'Nhà máy gốm Hồng Lam' }).waitFor();
    const rows = await page.locator('tbody tr').count();
    expect(await waiting.innerText()).toBe(`${rows}\nChờ tôi`);
    await keepPicture(page, 'home-head');
    await expectAccessible(page);
    await waiting.click();
    await page.getByText(`Đang hiện ${rows} hồ sơ`).waitFor();
    expect(new URL(page.url()).search).toBe('?tab=all&action=mine');
    expect(faults).toEqual([]);
  }, 60_000);

  test('of an owner begins with the own drafts, by a name that can be followed', async () => {
    await aDossier(web.api).named(' ').open();
    const { page } = await web.open('/', { as: emailOf('gom'), width: 360 });
    await page.getByRole('link', { name: 'Dự án chưa đặt tên' }).waitFor();
    await page.getByRole('link', { name: 'Hoàn thiện và nộp hồ sơ' }).first().waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }, 60_000);
});

describe('an owner of whose dossiers none is in hand any more', () => {
  test('is led to what came of them, at home and in the list, and not told that there never was one', async () => {
    await aDossier(web.api)
      .by('than')
      .named('Nhà máy rút hồ sơ')
      .submitted()
      .and((dossier) => dossier.command('than', 'withdraw', {}))
      .open();
    const { page } = await web.open('/', { as: emailOf('than') });
    await page.getByRole('heading', { name: 'Kết quả gần đây' }).waitFor();
    await page.getByRole('link', { name: 'Văn bản của Nhà máy rút hồ sơ' }).waitFor();
    await keepPicture(page, 'home-settled');
    await expectAccessible(page);
    await page.goto(`${web.api.url}/dossiers`);
    await page.getByRole('heading', { name: 'Không còn hồ sơ nào đang giải quyết' }).waitFor();
    await page.getByRole('link', { name: 'Xem 1 hồ sơ đã kết thúc' }).click();
    await page.getByRole('link', { name: 'Nhà máy rút hồ sơ' }).waitFor();
  }, 60_000);
});

describe('what fails beside the work', () => {
  test('keeps the list, says what failed and tries again', async () => {
    const { page } = await web.open('/dossiers?tab=open', { as: emailOf('truongphong1') });
    await page.locator('tbody tr').first().waitFor();
    const rows = await page.locator('tbody tr').count();
    await failing(page, /api\/v1\/dossiers\?/);
    await aDossier(web.api).named('Nhà máy mới nộp').submitted().open();
    await retry(page).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(rows);
    await page.unroute(/api\/v1\/dossiers\?/);
    await retry(page).click();
    await page.getByText('Nhà máy mới nộp').waitFor();
    await retry(page).waitFor({ state: 'detached' });
  }, 60_000);

  test('keeps the page of a dossier: its steps are tried again in their place, a side that could not be had is found by loading the page again', async () => {
    const dossier = await aDossier(web.api).named('Nhà máy mạng yếu').submitted().open();
    const { page } = await web.open('/notifications', { as: emailOf('truongphong1') });
    await failing(page, /\/commands$/);
    await page.route(/timeline\.tab/, (route) => route.abort());
    await page.goto(`${web.api.url}/dossiers/${dossier.id}`);
    await retry(page).waitFor();
    await page.unroute(/\/commands$/);
    await retry(page).click();
    await page.getByRole('region', { name: 'Bước tiếp theo' }).waitFor();
    await page.getByRole('link', { name: 'Diễn biến' }).click();
    await page.getByRole('alert').filter({ hasText: 'Chưa tải được phần này' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Nhà máy mạng yếu');
    await page.unroute(/timeline\.tab/);
    // This browser remembers that a file of the page could not be had, until the page is loaded again.
    await page.getByRole('button', { name: 'Tải lại trang' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByRole('main').getByText('Nộp hồ sơ').filter({ visible: true }).first().waitFor();
  }, 60_000);
});

describe('whoever loses a dossier', () => {
  const openAt = async (who: string, path: string) => (await web.open(path, { as: emailOf(who) })).page;

  test('sees nothing of it any more, on an open page and in an open list', async () => {
    const dossier = await aDossier(web.api).named('Nhà máy kín đáo').submitted().open();
    const page = await openAt('truongphong2', `/dossiers/${dossier.id}/facts`);
    const list = await openAt('truongphong2', '/dossiers?tab=open');
    for (const one of [page, list]) await one.getByText('Nhà máy kín đáo').first().waitFor();
    const person = await dossier.person('truongphong2');
    await person.post(dossier.url('/conflict'), { reason: 'Người nhà.' });
    await page.getByRole('heading', { level: 1, name: 'Không mở được hồ sơ' }).waitFor();
    await list.getByText('Nhà máy kín đáo').waitFor({ state: 'detached' });
    expect(await page.getByRole('main').innerText()).not.toMatch(/kín đáo|Công nghệ/);
  }, 60_000);

  test('is thanked for declaring it: the invitation came by itself, and the dossier is left behind', async () => {
    const page = await openAt('chuyenvien2', '/dossiers?tab=mine');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const dossier = await aDossier(web.api).named('Nhà máy của người nhà').accepted().open();
    await dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien2'), kind: 'lead' });
    await page.getByRole('note').getByRole('link', { name: 'Nhà máy của người nhà' }).click();
    await page.getByRole('button', { name: 'Có xung đột, xin thôi' }).click();
    await page.getByLabel('Quan hệ lợi ích').fill('Vợ là cổ đông.');
    await page.getByRole('button', { name: 'Xem trước kết quả' }).click();
    await page.getByText('Trưởng phòng được báo để phân công người khác.').waitFor();
    await page.getByRole('button', { name: 'Xác nhận: Có xung đột, xin thôi' }).click();
    await page.getByText('Bạn đã thôi hồ sơ này').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ' }).waitFor();
    expect(await page.getByText('Không tìm thấy').count()).toBe(0);
  }, 60_000);
});
