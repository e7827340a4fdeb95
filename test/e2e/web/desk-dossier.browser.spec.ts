import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { aDossier, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
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
  web = await startTestWeb({ label: 'web_dossier' });
}, 120_000);
afterAll(() => web.close());

const open = async (who: string, path: string) => (await web.open(path, { as: emailOf(who) })).page;
const steps = (page: Page) => page.getByRole('region', { name: 'Bước tiếp theo' });
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Nội dung hồ sơ' }).getByRole('link', { name }).click();

/** Opens a step, fills its form and looks at what it would do. */
async function preview(page: Page, command: string, fill?: () => Promise<unknown>) {
  await steps(page).getByRole('button', { name: command, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: command });
  const look = dialog.getByRole('button', { name: 'Xem trước kết quả' });
  await look.waitFor();
  await fill?.();
  await look.click();
  await dialog.getByRole('region', { name: 'Nếu thực hiện' }).waitFor();
  return dialog;
}
async function take(page: Page, command: string, fill?: () => Promise<unknown>) {
  const dialog = await preview(page, command, fill);
  await dialog.getByRole('button', { name: `Xác nhận: ${command}` }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Submits the first of the forms with such a button until none is left; one answer may settle several. */
async function submitAll(page: Page, name: string, fill: () => Promise<unknown>) {
  const buttons = page.getByRole('button', { name });
  for (let left = await buttons.count(); left > 0; left = await buttons.count()) {
    await fill();
    await buttons.first().click();
    while ((await buttons.count()) >= left) await page.waitForTimeout(50);
  }
}

async function examine(page: Page) {
  await tab(page, 'Kết quả sàng lọc');
  await page.getByText(/^Lần sàng lọc 1/).waitFor();
  await submitAll(page, 'Ghi kết quả đối chiếu', async () => {
    await page.getByRole('radio', { name: 'Không thuộc danh mục' }).first().check();
    await page.getByLabel('Lý do', { exact: true }).first().fill('Đã đối chiếu tên và quy trình.');
  });
  await submitAll(page, 'Ghi kết quả tra cứu', () =>
    page.getByLabel('Đã tra cứu thế nào').first().fill('Đã tra cứu bản giấy.'),
  );
}

async function recordOpinion(page: Page) {
  await tab(page, 'Ý kiến');
  await page.getByLabel('Tóm tắt ý kiến').fill('Máy ép quá tuổi.');
  for (const radio of await page.getByRole('radio', { name: 'Đạt', exact: true }).all()) await radio.check();
  await page.getByLabel('Đề nghị', { exact: true }).selectOption('disagree_outdated');
  await page.getByText('Đã lưu bản nháp').waitFor();
  await page.getByRole('button', { name: 'Ghi chính thức ý kiến' }).click();
  await page.getByRole('button', { name: 'Kết luận', exact: true }).waitFor();
}

async function conclude(page: Page) {
  await take(page, 'Kết luận', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Kết luận').selectOption('disagree_outdated');
    await dialog.getByLabel('Tóm tắt').fill('Máy ép sản xuất năm 2000 là thiết bị lạc hậu.');
    await dialog.getByRole('checkbox').first().check();
    for (const reason of await dialog.getByLabel('Lý do xử lý').all()) await reason.fill('Không ảnh hưởng.');
  });
}

describe('one dossier, from reception to its letter', () => {
  test('each does the own part in the browser, and the others see it without reloading', async () => {
    const dossier = await aDossier(web.api).withFacts(OLD_MACHINE_FACTS).submitted().open();
    const path = `/dossiers/${dossier.id}`;
    const clerk = await open('motcua1', path);
    await keepPicture(clerk, 'dossier-clerk');
    await take(clerk, 'Tiếp nhận hồ sơ hợp lệ');
    const head = await open('truongphong1', path);
    await take(head, 'Phân công', () => head.getByLabel('Giao cho').selectOption(personId('chuyenvien1')));
    const appraiser = await open('chuyenvien1', path);
    await appraiser.getByRole('button', { name: 'Không có xung đột, nhận việc' }).click();
    await take(appraiser, 'Sàng lọc');
    await examine(appraiser);
    await keepPicture(appraiser, 'dossier-findings');
    if (await appraiser.getByText('Hãy sàng lọc lại').isVisible()) await take(appraiser, 'Sàng lọc');
    await recordOpinion(appraiser);
    await keepPicture(appraiser, 'dossier-opinion');
    await conclude(appraiser);
    await take(head, 'Trình lãnh đạo');
    const leader = await open('giamdoc', path);
    const dialog = await preview(leader, 'Không đồng ý');
    await keepPicture(leader, 'dossier-refuse');
    await expectAccessible(leader);
    await dialog.getByRole('button', { name: 'Xác nhận: Không đồng ý' }).click();
    await dialog.waitFor({ state: 'detached' });
    await tab(clerk, 'Văn bản');
    const letter = clerk.locator('.mantine-Paper-root', {
      has: clerk.getByRole('heading', { name: 'Văn bản ý kiến' }),
    });
    await letter.getByRole('button', { name: 'Cấp số, phát hành' }).click();
    await letter.getByLabel('Người ký', { exact: true }).fill('Võ Hữu Nghĩa');
    await letter.getByLabel('Chức vụ người ký').fill('Giám đốc');
    await letter.getByRole('button', { name: 'Phát hành văn bản' }).click();
    await letter.getByText(/^Số 0?1\//).waitFor();
    const owner = await open('gom', path);
    await owner.getByText('Không đồng ý').first().waitFor();
    expect(await owner.getByRole('link', { name: 'Kết quả sàng lọc' }).count()).toBe(0);
  }, 120_000);

  test('two people at once: the later one learns who was faster, and nothing is done twice', async () => {
    const dossier = await aDossier(web.api).submitted().open();
    const [first, second] = [
      await open('motcua1', `/dossiers/${dossier.id}`),
      await open('motcua2', `/dossiers/${dossier.id}`),
    ];
    await first.getByText('Đang cùng xem: Phan Văn Nam').waitFor();
    const dialog = await preview(first, 'Tiếp nhận hồ sơ hợp lệ');
    await take(second, 'Tiếp nhận hồ sơ hợp lệ');
    await dialog.getByRole('button', { name: /^Xác nhận/ }).click();
    await dialog.getByText('Phan Văn Nam: Tiếp nhận hồ sơ hợp lệ').waitFor();
    await dialog.getByRole('button', { name: 'Xem lại hồ sơ mới nhất' }).click();
    await first.keyboard.press('Escape');
    await first.getByText('Đã tiếp nhận', { exact: true }).first().waitFor();
    expect((await dossier.seen()).step).toBe(2);
  }, 90_000);

  test('whoever has a conflict of interest finds nothing: not the page, not the list, not the search', async () => {
    const dossier = await aDossier(web.api).named('Nhà máy kín đáo').underReview().open();
    await (await dossier.person('chuyenvien1')).post(dossier.url('/conflict'), { reason: 'Người nhà.' });
    const page = await open('chuyenvien1', `/dossiers/${dossier.id}`);
    await page.getByRole('heading', { level: 1, name: 'Không mở được hồ sơ' }).waitFor();
    await page.goto(new URL('/dossiers?tab=all&q=k%C3%ADn', page.url()).href);
    await page.getByText('Không có hồ sơ nào', { exact: true }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('kín đáo');
  }, 60_000);

  test('every side of a dossier is for everybody: axe, a phone, and English', async () => {
    const dossier = await aDossier(web.api).withFacts(OLD_MACHINE_FACTS).underReview().open();
    const { page, faults } = await web.open(`/dossiers/${dossier.id}`, {
      ...{ as: emailOf('truongphong1') },
      width: 360,
    });
    for (const side of [
      'Tổng quan',
      'Công nghệ',
      'Kết quả sàng lọc',
      'Ý kiến',
      'Tài liệu',
      'Văn bản',
      'Thời hạn',
      'Diễn biến',
      'Nhật ký',
    ]) {
      await tab(page, side);
      await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => undefined);
      if (side === 'Thời hạn')
        await page.getByRole('button', { name: 'Giải thích từng ngày' }).first().click();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    const english = await web.open(`/dossiers/${dossier.id}/clocks`, {
      as: emailOf('giamdoc'),
      language: 'en',
    });
    await english.page.getByRole('region', { name: 'Next steps' }).waitFor();
    await english.page.getByRole('button', { name: 'Explain day by day' }).first().click();
    await english.page.getByRole('columnheader', { name: 'Counted day' }).waitFor();
  }, 120_000);
});
