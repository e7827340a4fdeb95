import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Page } from 'playwright-core';
import { conclude, examine, issueLetter, recordOpinion, tab, take } from '../../support/desk-steps.js';
import { emailOf, personId } from '../../support/dossier-driver.js';
import { startTestWeb, type TestWeb } from '../../support/web.js';

const NAME = 'Nhà máy gốm Hồng Lam 2';
const PDF = { name: 'giay-to.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_whole_way' });
}, 120_000);
afterAll(() => web.close());

const open = async (who: string, path: string) => (await web.open(path, { as: emailOf(who) })).page;
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/).waitFor();

/** The requesting agency answers the questions of a new dossier: beside those of an investor, about whom it asks and who decides. */
async function openDraft(owner: Page) {
  await owner.getByRole('radio', { name: 'Có ý kiến về công nghệ' }).check();
  await owner.getByRole('button', { name: 'Tiếp tục' }).click();
  await owner.getByLabel('Tìm nhà đầu tư').first().fill('gốm');
  await owner.getByRole('radio', { name: /Gốm/ }).first().check();
  await owner.getByRole('button', { name: 'Tiếp tục' }).click();
  await owner.getByRole('radio', { name: 'Chủ tịch Ủy ban nhân dân cấp tỉnh' }).check();
  await owner.getByRole('button', { name: 'Tiếp tục' }).click();
  await owner.getByLabel('Tên dự án').fill(NAME);
  await owner.getByRole('button', { name: 'Tiếp tục' }).click();
  await owner.getByRole('button', { name: 'Mở hồ sơ' }).click();
}

/** Project, one line, a paper for each item of the checklist. */
async function fillDraft(owner: Page) {
  await owner.getByRole('link', { name: 'Dự án', exact: true }).click();
  await owner.getByLabel('Giai đoạn').selectOption('policy');
  await owner.getByRole('link', { name: /^Tiếp theo: Các bên/ }).click();
  await owner.getByRole('link', { name: /^Tiếp theo: Dây chuyền/ }).click();
  await owner.getByRole('button', { name: 'Thêm dây chuyền' }).click();
  await owner.getByLabel('Tên', { exact: true }).fill('Dây chuyền nung');
  await owner.getByLabel('Tên công nghệ').fill('nung con lăn tự động');
  await owner.getByLabel('Tình trạng').selectOption('new');
  await saved(owner);
  await owner.getByRole('link', { name: 'Danh sách việc' }).click();
  await owner.getByRole('link', { name: /^Giấy tờ/ }).click();
  await uploadPapers(owner);
}
async function uploadPapers(owner: Page) {
  await owner.getByRole('heading', { name: 'Phải có' }).waitFor();
  const required = owner.locator('section', { has: owner.getByRole('heading', { name: 'Phải có' }) });
  const tag = owner.getByText('Còn thiếu', { exact: true });
  const missing = required.locator(tag);
  for (let left = await missing.count(); left > 0; left -= 1) {
    const item = required.locator('.mantine-Paper-root', { has: tag }).first();
    await item.locator('input[type=file]').setInputFiles(PDF);
    while ((await missing.count()) >= left) await owner.waitForTimeout(50);
  }
  await saved(owner);
}
async function submit(owner: Page): Promise<string> {
  await owner.getByRole('link', { name: 'Danh sách việc' }).click();
  await owner.getByRole('link', { name: 'Kiểm tra và nộp' }).click();
  await owner.getByText('Khi nộp', { exact: true }).waitFor();
  await owner.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await owner.waitForURL((address) => /^\/dossiers\/[0-9a-f-]{36}$/.test(address.pathname));
  return new URL(owner.url()).pathname;
}
async function download(page: Page): Promise<Buffer> {
  await tab(page, 'Văn bản');
  const letter = page.locator('.mantine-Paper-root', {
    has: page.getByRole('heading', { name: 'Văn bản ý kiến' }),
  });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    letter.getByText('Tải văn bản').first().click(),
  ]);
  return readFile(await file.path());
}

describe('the whole way of a dossier', () => {
  test('leads from the draft of the requesting agency over every desk to a letter that it finds at home and anybody can check', async () => {
    const owner = await open('taichinh', '/');
    await owner.getByRole('link', { name: 'Lập hồ sơ mới' }).first().click();
    await openDraft(owner);
    await fillDraft(owner);
    const path = await submit(owner);

    await take(await open('motcua1', path), 'Tiếp nhận hồ sơ hợp lệ');
    const head = await open('truongphong1', path);
    for (const [who, kind] of [
      ['chuyenvien1', 'lead'],
      ['chuyengia1', 'expert'],
    ] as const)
      await take(head, 'Phân công', async () => {
        await head.getByLabel('Vai trò').selectOption(kind);
        await head.locator(`input[type=radio][value="${personId(who)}"]`).check();
      });

    const appraiser = await open('chuyenvien1', path);
    await appraiser.getByRole('button', { name: 'Không có xung đột, nhận việc' }).click();
    await take(appraiser, 'Sàng lọc');
    await examine(appraiser);
    if (await appraiser.getByText('Hãy sàng lọc lại').isVisible()) await take(appraiser, 'Sàng lọc');

    // Nobody is told that there is nothing to do while an invitation stands above it.
    const expert = await open('chuyengia1', '/');
    await expert.getByText('Ngoài lời mời ở trên, chưa có việc nào khác chờ bạn').waitFor();
    await expert.getByRole('note').getByRole('link').click();
    await expert.getByRole('button', { name: 'Không có xung đột, nhận việc' }).click();
    await recordOpinion(expert, 'agree', 'Công nghệ tiên tiến.');
    await recordOpinion(appraiser, 'agree', 'Công nghệ phù hợp.');
    await conclude(appraiser, 'agree', 'Công nghệ phù hợp, thiết bị mới.');
    await take(head, 'Trình lãnh đạo');
    await take(await open('giamdoc', path), 'Đồng ý');
    await issueLetter(await open('motcua1', path), 'Văn bản ý kiến');

    await owner.getByRole('link', { name: 'TechGate' }).first().click();
    await owner.getByRole('link', { name: NAME }).first().click();
    const letter = await download(owner);
    const { page: anybody, faults } = await web.open('/check-letter');
    await anybody
      .locator('input[type=file]')
      .setInputFiles({ name: 'van-ban.pdf', mimeType: 'application/pdf', buffer: letter });
    await anybody.getByText('Có trong sổ văn bản').waitFor();
    expect(faults).toEqual([]);
  }, 180_000);
});
