import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { type Page } from 'playwright-core';
import { type CommandPayloads, type TechnologyFacts } from '#contracts';
import { addDays, civilDateOf } from '#kernel';
import {
  aDossier,
  ALL_PAPERS,
  CLEAN_FACTS,
  ITEM,
  OLD_MACHINE_FACTS,
  supplementRequest,
} from '../../support/dossier-builder.js';
import { emailOf } from '../../support/dossier-driver.js';
import { payloadFor } from '../../support/procedure-steps.js';
import {
  clickTwice,
  expectAccessible,
  expectNoSidewaysScroll,
  expectSoon,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

const OWNER = emailOf('gom');
let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_answers' });
}, 120_000);
afterAll(() => web?.close());

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

async function twoPages(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A5' });
  pdf.fontSize(40).text('Trang 1').addPage().text('Trang 2').end();
  const parts: Buffer[] = [];
  for await (const part of pdf) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A dossier whose owner was told that it is about to be refused; the letter is out. */
async function refusalNotified() {
  const dossier = await aDossier(web.api).withFacts(OLD_MACHINE_FACTS).underReview().open();
  await dossier.command(
    'truongphong1',
    'notify_refusal',
    (await payloadFor(dossier, 'notify_refusal', 'refused')) as CommandPayloads['notify_refusal'],
  );
  await dossier.issue('intended_refusal');
  return dossier;
}

/** A dossier without its flow chart (D2), for which the desk asked by that item. */
const flowChartAsked = () =>
  aDossier(web.api)
    .withFacts({ ...CLEAN_FACTS, papers: ALL_PAPERS.filter(({ item }) => item !== 'D2') })
    .submitted()
    .and((dossier) => {
      const replyBy = addDays(civilDateOf(web.api.clock.now()), 7);
      const items = [{ ...ITEM, about: 'D2' }];
      return dossier.command('motcua1', 'request_supplement', { ...supplementRequest(replyBy), items });
    })
    .open();

async function handIn(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Thêm tệp cho Sơ đồ quy trình công nghệ' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: PDF });
  await page
    .getByRole('button', { name: `Rút lại ${name}` })
    .first()
    .waitFor();
}

describe('what an owner does with a dossier that is in hand', () => {
  test('answers the one supplement request item by item; a reload loses nothing, and back sends nothing again', async () => {
    const dossier = await flowChartAsked();
    const { page, context, faults } = await web.open(`/dossiers/${dossier.id}`, { as: OWNER });
    // The day by which the owner answers is not the one on which a result is expected.
    await page.getByText('Có sau khi bạn trả lời và cơ quan tiếp nhận hồ sơ.').waitFor();
    expect(await page.getByText('Vì sao dự kiến ngày này').count()).toBe(0);
    await keepPicture(page, 'answer-expected');
    // From the palette, too, an answer is given on its own page.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('gom hong lam');
    await page
      .getByRole('option', { name: /gốm Hồng Lam/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('option', { name: 'Nộp bổ sung' }).click();
    await page.getByText('Đã trả lời 0 trên 1 mục.').waitFor();
    expect(await page.getByRole('button', { name: 'Xem trước khi gửi' }).isDisabled()).toBe(true);
    await page.getByLabel('Câu trả lời').fill('Đã bổ sung sơ đồ, bản vẽ số 3.');
    await page.reload();
    await page.getByText('Đã trả lời 1 trên 1 mục.').waitFor();
    await page.getByText('Còn thiếu 1 giấy tờ').waitFor();
    // Another machine goes on with it; what both write meanwhile is shown in both versions, and nothing is written over.
    const isSaved = () => page.getByText('Câu trả lời đang viết đã được lưu').waitFor();
    await isSaved();
    const [asked] = (
      await dossier.get<{ items: { id: string; draft: { revision: number } }[] }>('gom', '/requests')
    ).body.items;
    const elsewhere = await (
      await dossier.person('gom')
    ).put(dossier.url(`/requests/${asked?.id}/draft`), {
      ...{ revision: asked?.draft.revision, texts: ['Viết ở máy khác.'], files: [] },
    });
    expect(elsewhere.status).toBe(200);
    await page.locator('#answer-0').fill('Viết ở máy này.');
    const clash = page.getByRole('alertdialog', { name: 'Câu trả lời này cũng được sửa ở nơi khác' });
    await clash.getByText('“Viết ở máy khác.”').waitFor();
    expect(await page.locator('#answer-0').inputValue()).toBe('Viết ở máy này.');
    await keepPicture(page, 'answer-clash');
    await expectAccessible(page);
    await clash.getByRole('button', { name: 'Dùng bản ở nơi khác' }).click();
    expect(await page.locator('#answer-0').inputValue()).toBe('Viết ở máy khác.');
    // What the server will not take is not "tried again": it is said why, and what stands below is not "saved".
    const draft = '**/requests/*/draft';
    await context.route(draft, (route) =>
      route.fulfill({
        status: 409,
        json: { code: 'some', status: 409, title: 'Yêu cầu đã khép lại', detail: 'Tải lại trang.' },
      }),
    );
    await page.locator('#answer-0').fill('Đã bổ sung.');
    await page.getByText('Máy chủ không nhận câu trả lời đang viết').waitFor();
    await page.getByRole('alert').getByText('Yêu cầu đã khép lại').waitFor();
    expect(await page.getByText('tự thử lại').count()).toBe(0);
    expect(await page.getByText('Đã lưu', { exact: true }).count()).toBe(0);
    await keepPicture(page, 'answer-refused');
    await context.unroute(draft);
    // Marks that came along with a pasted text are left out, and a line end of Word is one.
    await page.locator('#answer-0').fill('Đã bổ sung sơ đồ,\u202e\u000bbản vẽ\u200f số 3.\u0000');
    expect(await page.locator('#answer-0').inputValue()).toBe('Đã bổ sung sơ đồ,\nbản vẽ số 3.');
    await isSaved();
    await page.locator('#answer-0').fill('Đã bổ sung sơ đồ, bản vẽ số 3.');
    await isSaved();
    // An empty browser begins with what was saved.
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await page.getByText('Đã trả lời 1 trên 1 mục.').waitFor();
    expect(await page.locator('#answer-0').inputValue()).toBe('Đã bổ sung sơ đồ, bản vẽ số 3.');
    // Two tabs of one browser write the same answer.
    const twin = await context.newPage();
    await twin.goto(page.url());
    await twin.getByLabel('Câu trả lời').fill('Đã bổ sung sơ đồ.');
    await expectSoon(page, "document.getElementById('answer-0').value", 'Đã bổ sung sơ đồ.');
    await page.getByLabel('Câu trả lời').fill('Đã bổ sung sơ đồ, bản vẽ số 3.');
    await expectSoon(twin, "document.getElementById('answer-0').value", 'Đã bổ sung sơ đồ, bản vẽ số 3.');
    await twin.close();
    await handIn(page, 'nham.pdf');
    // The wrong file: while nothing can be saved it stays in the dossier, and the person is told.
    const saves = '**/api/v1/dossiers/*';
    await context.route(saves, (route) =>
      route.request().method() === 'PATCH' ? route.fulfill({ status: 503 }) : route.continue(),
    );
    const item = page.getByRole('region', { name: /Sơ đồ quy trình công nghệ/ });
    await item.getByRole('button', { name: 'Rút lại nham.pdf' }).click();
    await item.getByRole('button', { name: 'Rút lại', exact: true }).click();
    await item.getByText('Chưa rút được tệp này').waitFor();
    await keepPicture(page, 'answer-not-withdrawn');
    await context.unroute(saves);
    await item.getByRole('button', { name: 'Rút lại', exact: true }).click();
    await page.getByText('nham.pdf', { exact: true }).first().waitFor({ state: 'detached' });
    await page.getByText('Còn thiếu 1 giấy tờ').waitFor();
    await handIn(page, 'so-do.pdf');
    await page.getByText('Đủ giấy tờ theo quy định.').waitFor();
    await page.getByText(/^Đã lưu lúc/).waitFor();
    await expectAccessible(page);
    await isSaved();
    // The session ends twice while it is being answered: each time it is opened over the page, and the act goes on.
    const signInAgain = async () => {
      await page.getByLabel('Mật khẩu', { exact: true }).fill('TechGate-demo-2026');
      await page.keyboard.press('Enter');
    };
    await context.clearCookies();
    await page.getByRole('button', { name: 'Xem trước khi gửi' }).click();
    await signInAgain();
    await page.getByText('Khi gửi', { exact: true }).waitFor();
    await page.getByText('Giấy tờ: đủ theo quy định.').waitFor();
    await keepPicture(page, 'answer');
    await context.clearCookies();
    await clickTwice(page.getByRole('button', { name: 'Gửi trả lời' }));
    await signInAgain();
    await page.waitForURL((address) => address.pathname === `/dossiers/${dossier.id}`);
    await page.getByText('Đến lượt cơ quan thẩm định').waitFor();
    await keepPicture(page, 'answer-progress');
    await expectAccessible(page);
    await page.getByText('Có sau khi cơ quan tiếp nhận hồ sơ.').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    // The page of the answer is none to go back to; by its address it says that nothing is asked any more.
    await page.goBack();
    await page.waitForURL((address) => address.pathname === `/dossiers/${dossier.id}`);
    await page.getByText('Đến lượt cơ quan thẩm định').waitFor();
    await page.goto(`${web.api.url}/dossiers/${dossier.id}/answer`);
    await page.getByText('Không có yêu cầu nào đang chờ bạn trả lời').first().waitFor();
    expect([sent, (await dossier.seen()).status]).toEqual([[], 'submitted']);
    const { body } = await dossier.get<{ items: { answer: { answers: string[] } }[] }>('gom', '/requests');
    expect(body.items[0]?.answer.answers).toEqual([
      'Đã bổ sung sơ đồ, bản vẽ số 3.\nTệp kèm theo: so-do.pdf',
    ]);
    // What was handed in at the item is the paper that was missing: the desk can accept.
    await dossier.command('motcua1', 'accept', {});
    expect(faults).toEqual([]);
  }, 60_000);

  test('a clerk who entered the paper of an owner answers for them on the same page', async () => {
    const today = web.api.clock.now().toISOString().slice(0, 10);
    const dossier = await aDossier(web.api).onPaper(today).submitted().supplementRequested().open();
    const { page, faults } = await web.open(`/dossiers/${dossier.id}`, {
      as: emailOf('motcua1'),
      width: 360,
    });
    const answer = page.getByRole('link', { name: 'Nhập câu trả lời của chủ hồ sơ' });
    await answer.waitFor();
    expect(await page.getByRole('button', { name: 'Nộp bổ sung' }).count()).toBe(0);
    await keepPicture(page, 'answer-for-owner-360');
    await answer.click();
    await page.getByText('Đã trả lời 0 trên 1 mục.').waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('the lead appraiser of a paper dossier enters what its papers say, each value with its document and page', async () => {
    const today = web.api.clock.now().toISOString().slice(0, 10);
    const dossier = await aDossier(web.api).onPaper(today).underReview().open();
    const documentId = await dossier.upload('chuyenvien1', await twoPages(), 'thuyet-minh.pdf');
    const { page, faults } = await web.open(`/dossiers/${dossier.id}/facts`, { as: emailOf('chuyenvien1') });
    await page.getByRole('link', { name: 'Nhập dữ kiện từ hồ sơ giấy' }).click();
    await page.getByRole('link', { name: 'Dây chuyền công nghệ' }).click();
    // Nothing is entered before it is known from where.
    const readiness = page.getByLabel('Mức sẵn sàng công nghệ');
    await readiness.waitFor();
    expect(await readiness.isDisabled()).toBe(true);
    await page.getByText('Chưa ghi nguồn').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('Tài liệu', { exact: true }).selectOption('thuyet-minh.pdf');
    await page.getByLabel('Trang', { exact: true }).fill('2');
    await readiness.fill('7');
    await page.getByText('Nguồn: thuyet-minh.pdf, trang 2').waitFor();
    await page.getByRole('button', { name: 'Ghi nguồn đang đọc cho Tên công nghệ' }).click();
    await page.getByText(/^Đã lưu lúc/).waitFor();
    await keepPicture(page, 'facts-from-paper');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Danh sách việc' }).click();
    await page.getByRole('link', { name: 'Máy móc, thiết bị' }).click();
    await page.getByRole('button', { name: 'Thêm một máy' }).click();
    await page.getByLabel('Tên máy, máy 1').fill('Máy nghiền');
    await page.getByText(/^Đã lưu lúc/).waitFor();
    const { body } = await dossier.get<{ facts: TechnologyFacts }>('chuyenvien1', '');
    const [machine] = body.facts.equipment ?? [];
    const source = { documentId, page: 2 };
    expect(body.facts.lines?.[0]).toMatchObject({ trl: 7 });
    expect(body.facts.sources).toMatchObject({
      ...{ 'lines[line].trl': source, 'lines[line].technologyName': source },
      [`equipment[${machine?.id}].name`]: source,
    });
    // What the owner sent online is the owner's: its lead finds no form for it.
    const online = await aDossier(web.api).underReview().open();
    await page.goto(`${web.api.url}/dossiers/${online.id}/edit`);
    await page.getByText('Hồ sơ này đã nộp nên không sửa được ở đây nữa.').waitFor();
    await page.goto(`${web.api.url}/dossiers/${online.id}/facts`);
    await page
      .getByRole('heading', { name: /^Dự án/ })
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: 'Nhập dữ kiện từ hồ sơ giấy' }).count()).toBe(0);
    expect(faults).toEqual([]);
  }, 60_000);

  test('copies it; going back and opening again leads to the same draft, which the page of the dossier continues', async () => {
    const [line] = CLEAN_FACTS.lines ?? [];
    const facts = {
      ...CLEAN_FACTS,
      lines: [{ ...line, efficiencyPct: { value: 84 }, actualCapacityPct: { value: 91 } }],
    };
    const dossier = await aDossier(web.api).withFacts(facts).submitted().open();
    const { page } = await web.open(`/dossiers/${dossier.id}`, { as: OWNER, scheme: 'dark' });
    await page.getByRole('link', { name: 'Sao chép thành hồ sơ mới' }).click();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Tên dự án').fill('Nhà máy gốm số 2');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText(/^Sao chép từ hồ sơ/).waitFor();
    await expectAccessible(page);
    const check = page.url();
    await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
    await page.waitForURL(/[/]edit$/);
    const draft = page.url();
    await page.goto(check);
    await page.getByText('Bạn đã mở hồ sơ này').waitFor();
    await expectAccessible(page);
    // Another name in the same opening still leads to the draft that it opened.
    await page.getByRole('link', { name: 'Sửa Tên dự án' }).click();
    await page.getByLabel('Tên dự án').fill('Nhà máy gốm số 3');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await keepPicture(page, 'new-opened');
    await page.getByRole('link', { name: 'Tiếp tục hồ sơ đã mở' }).click();
    await page.waitForURL(/[/]edit$/);
    expect(page.url()).toBe(draft);
    await page.getByRole('heading', { name: 'Nhà máy gốm số 2' }).waitFor();
    await page.getByText('Còn 2 số liệu đo').waitFor();
    await keepPicture(page, 'copied-tasks');
    expect(await page.getByRole('link', { name: /^Nhà máy gốm Hồng Lam/ }).getAttribute('href')).toBe(
      `/dossiers/${dossier.id}`,
    );
    await page.getByRole('link', { name: 'Dây chuyền sấy · Công suất thực tế so với thiết kế' }).click();
    await page.locator('#line-actualCapacityPct:focus').fill('92');
    await page.getByText('Còn 1 số liệu đo').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'copied-lines');
    await page.getByRole('button', { name: 'Vẫn đúng: Hiệu suất so với thiết kế' }).click();
    await page.getByText('Còn 1 số liệu đo').waitFor({ state: 'detached' });
    await page.getByText(/^Đã lưu lúc/).waitFor();
    await page.reload();
    await page.getByRole('note').filter({ hasText: 'Nhà máy gốm Hồng Lam' }).waitFor();
    expect(await page.getByText('Mang sang, cần kiểm tra').count()).toBe(0);
    await page.goto(draft.replace(/[/]edit$/, ''));
    await page.getByRole('link', { name: 'Tiếp tục soạn hồ sơ' }).click();
    await page.waitForURL(draft);
    await page.goto(`${web.api.url}/dossiers`);
    const source = page.getByRole('row').filter({ hasText: 'Nhà máy gốm Hồng Lam' });
    await source.getByText('Đến lượt cơ quan thẩm định').first().waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Nhà máy gốm số 2' });
    await row.getByRole('link', { name: 'Hoàn thiện và nộp hồ sơ' }).click();
    await page.waitForURL(draft);
  }, 60_000);

  test('responds to an intended refusal on a phone in English, and finds the letter and the way to withdraw', async () => {
    const dossier = await refusalNotified();
    const desk = { as: OWNER, width: 360, language: 'en', scheme: 'dark' } as const;
    const { page, context, faults } = await web.open(`/dossiers/${dossier.id}`, desk);
    await page.getByText('Your turn').waitFor();
    const saving = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Download: / })
      .first()
      .click();
    expect((await saving).suggestedFilename()).toMatch(/^intended_refusal-.*[.]pdf$/);
    await page.getByText('Why this day is expected').waitFor();
    await keepPicture(page, 'answer-progress-360');
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Answer the department' }).click();
    await page.getByRole('link', { name: 'Production lines', exact: true }).click();
    await page.getByRole('link', { name: 'Task list' }).click();
    await page.getByRole('link', { name: 'Back to the answer' }).click();
    await page.getByLabel('Your answer').fill('Máy đã được nâng cấp năm 2020.');
    await page.getByRole('button', { name: 'Accept the intention' }).click();
    await page.getByRole('button', { name: 'Keep what is written' }).click();
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Máy đã được nâng cấp năm 2020.');
    await page.getByRole('button', { name: 'Accept the intention' }).click();
    await page.getByRole('button', { name: 'Replace the response' }).click();
    await page.getByText('1 of 1 items answered.').waitFor();
    await page.getByRole('button', { name: 'Look before sending' }).click();
    await page.getByText('When you send', { exact: true }).waitFor();
    await keepPicture(page, 'answer-360');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Withdraw the dossier' }).click();
    await page.getByRole('dialog').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Look before sending' }).click();
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('The department’s turn').waitFor();
    expect((await dossier.seen()).status).toBe('under_review');
    const { body } = await dossier.get<{ items: { answer: { response: string } }[] }>('gom', '/requests');
    expect(body.items[0]?.answer.response).toBe(
      'Chúng tôi đồng ý với dự kiến từ chối và không có ý kiến khác.',
    );
    // Side questions that fail claim nothing: neither letters nor a day.
    await context.route(/[/](letters|clocks)$/, (route) => route.fulfill({ status: 500 }));
    await page.reload();
    await page.getByRole('button', { name: 'Try again' }).first().waitFor();
    expect(await page.getByText(/^No letter was issued yet|^Known once/).count()).toBe(0);
    expect(faults).toEqual([]);
  }, 60_000);
});
