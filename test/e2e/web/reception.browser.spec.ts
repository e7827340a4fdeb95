import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { type Page } from 'playwright-core';
import { addDays, civilDateOf } from '#kernel';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId } from '../../support/dossier-driver.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectSoon,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_reception' });
}, 120_000);
afterAll(() => web.close());

const NAME = 'Nhà máy gốm chờ tiếp nhận';

function aPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(parts))));
  pdf.text('Danh muc may moc, thiet bi chinh');
  pdf.end();
  return done;
}
async function addPaper(dossier: DossierDriver, checklistItem: string): Promise<string> {
  const file = { field: 'file', fileName: `${checklistItem}.pdf`, contentType: 'application/pdf' };
  const owner = await dossier.person(dossier.owner);
  const fields = { kind: 'paper', checklistItem };
  const sent = await owner.upload<{ id: string }>(dossier.url('/documents'), fields, [
    { ...file, content: await aPdf() },
  ]);
  expect(sent.status).toBe(201);
  return sent.body.id;
}
interface Checklist {
  required: { code: string; basis: string }[];
}

/** Submitted with every required paper but D2; only D3 has a file. */
async function submittedWithoutD2(): Promise<{ dossier: DossierDriver; codes: string[]; basis: string }> {
  const facts = { ...CLEAN_FACTS, project: { ...CLEAN_FACTS.project, name: NAME } };
  const dossier = await aDossier(web.api)
    .withFacts({ ...facts, papers: [] })
    .open();
  const { required } = (await dossier.get<Checklist>(dossier.owner, '/checklist')).body;
  const codes = required.map(({ code }) => code);
  const documentId = await addPaper(dossier, 'D3');
  const papers = codes
    .filter((code) => code !== 'D2')
    .map((item) => ({ item, ...(item === 'D3' && { documentId }) }));
  await dossier.saveFacts(dossier.owner, { ...facts, papers });
  await dossier.command(dossier.owner, 'submit', {});
  return { dossier, codes, basis: required.find(({ code }) => code === 'D2')?.basis ?? '' };
}

const item = (page: Page, code: string) =>
  page
    .locator('section')
    .filter({ has: page.locator(`#item-${code}`) })
    .last();
const mark = (page: Page, code: string, name: string) =>
  item(page, code).getByRole('radio', { name, exact: true });

/** The head consented, no appraiser has looked at it yet. */
async function fillRequest(page: Page): Promise<void> {
  await page.getByLabel('Trả lời trước hết ngày').fill(addDays(civilDateOf(web.api.clock.now()), 10));
  await page.getByLabel('Trưởng phòng đã đồng ý').selectOption(personId('truongphong1'));
  await page.getByLabel('Lý do chưa kiểm tra kỹ thuật').fill('Thiếu sơ đồ, chưa kiểm tra được.');
}

describe('the reception of a dossier', () => {
  test('item by item to one request with its reasons, and after the second submission to the receipt', async () => {
    const { dossier, codes, basis } = await submittedWithoutD2();
    const { page, faults } = await web.open('/intake', { as: emailOf('motcua1') });
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('heading', { level: 1, name: `Kiểm tra hồ sơ: ${NAME}` }).waitFor();
    await page.locator('[data-drawn="true"] canvas').waitFor();
    expect(await mark(page, 'D2', 'Có, hợp lệ').isDisabled()).toBe(true);
    await mark(page, 'D2', 'Còn thiếu').check();
    await mark(page, 'D3', 'Cần chỉnh sửa').check();
    await item(page, 'D3').getByLabel('Lý do').selectOption('incomplete');
    for (const code of codes.filter((one) => one !== 'D2' && one !== 'D3'))
      await mark(page, code, 'Có, hợp lệ').check();
    await page.getByText('Có 1 mục chưa chọn lý do hoặc chưa nêu cụ thể.').waitFor();
    await page.reload();
    await page.getByText(`Đã kiểm tra ${codes.length} trên ${codes.length} giấy tờ`).waitFor();
    await item(page, 'D3').getByLabel('Cụ thể').fill('Thiếu năm sản xuất.');
    await page.getByText('chưa có trong hồ sơ.').waitFor();
    // On a Sunday the letter would name one day and the clock the next: one press takes the day of the clock.
    const replyBy = page.getByLabel('Trả lời trước hết ngày');
    await replyBy.fill('20/12/2026');
    await page.getByText(/^20[/]12[/]2026 là ngày nghỉ/).waitFor();
    await keepPicture(page, 'reception-rest-day');
    await page.getByRole('button', { name: 'Ghi ngày 21/12/2026' }).click();
    await page.getByText(/là ngày nghỉ/).waitFor({ state: 'detached' });
    expect(await replyBy.inputValue()).toBe('21/12/2026');
    await fillRequest(page);
    // A refusal names the field as the form does, and leads to it.
    const note = page.getByLabel('Ý kiến của trưởng phòng (nếu có)');
    await note.fill('Đồng ý. '.repeat(600));
    await page.getByRole('button', { name: 'Xem trước kết quả' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Ý kiến của trưởng phòng .*: ./ })
      .press('Enter');
    await expectSoon(page, 'document.activeElement.id', 'command-headNote');
    await note.fill('');
    await expectAccessible(page);
    await keepPicture(page, 'clerk-reception');
    await page.getByRole('button', { name: 'Xem trước kết quả' }).click();
    const preview = page.getByRole('region', { name: 'Nếu thực hiện' });
    await preview.getByText('Yêu cầu bổ sung').first().waitFor();
    const drafted = page.getByRole('region', { name: 'Dự thảo văn bản' });
    await drafted.locator('[data-drawn="true"] canvas').waitFor();
    await drafted.getByText('Thiếu năm sản xuất.').first().waitFor({ state: 'attached' });
    await keepPicture(page, 'clerk-reception-preview');
    await page.getByRole('button', { name: 'Xác nhận: Yêu cầu bổ sung' }).click();
    await page.getByRole('link', { name: /^Cấp số và phát hành/ }).waitFor();
    // What the owner is asked stands in amber, and is read all the same.
    await page.goto(`${web.api.url}/dossiers/${dossier.id}`);
    await page.getByRole('note').getByText('Thiếu năm sản xuất.').waitFor();
    await keepPicture(page, 'clerk-asked');
    await expectAccessible(page);

    const asked = await dossier.get<{ openRequest: { content: { items: unknown[] } } }>(dossier.owner);
    expect(asked.body.openRequest.content.items).toMatchObject([
      { about: 'D2', basis },
      { about: 'D3', what: expect.stringMatching(/nội dung chưa đầy đủ\. Thiếu năm sản xuất\.$/) },
    ]);
    const documentId = await addPaper(dossier, 'D2');
    const { papers = [] } = (await dossier.seen()).facts;
    await dossier.saveFacts(dossier.owner, { papers: [...papers, { item: 'D2', documentId }] });
    await dossier.command(dossier.owner, 'resubmit', { answers: ['Đã gửi sơ đồ.', 'Đã ghi năm.'] });

    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${web.api.url}/dossiers/${dossier.id}`);
    await page
      .getByRole('region', { name: 'Bước tiếp theo' })
      .getByRole('link', { name: 'Kiểm tra thành phần hồ sơ' })
      .click();
    await page.getByText(`Đã kiểm tra 0 trên ${codes.length} giấy tờ`).waitFor();
    await item(page, 'D2').getByText('Trả lời: Đã gửi sơ đồ.').waitFor();
    for (const code of codes) await mark(page, code, 'Có, hợp lệ').check();
    await item(page, 'D2').getByRole('button', { name: /^Xem:/ }).click();
    await item(page, 'D2').locator('[data-drawn="true"] canvas').waitFor();
    await page.getByRole('button', { name: 'Xem trước kết quả' }).click();
    await preview.getByText('Giấy tiếp nhận hồ sơ').first().waitFor();
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'clerk-reception-phone');
    await page.getByRole('button', { name: 'Xác nhận: Tiếp nhận hồ sơ hợp lệ' }).click();
    await page.getByRole('link', { name: 'Cấp số và phát hành: Giấy tiếp nhận hồ sơ' }).click();
    await page.getByLabel('Người ký', { exact: true }).waitFor();
    expect((await dossier.seen()).status).toBe('accepted');
    expect(faults).toEqual([]);
  }, 90_000);
});
