import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { type Page } from 'playwright-core';
import { type TechnologyFacts } from '#contracts';
import { aDossier, ALL_PAPERS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf } from '../../support/dossier-driver.js';
import { FACTS } from '../../support/screened-dossier.js';
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
  web = await startTestWeb({ label: 'web_findings' });
}, 120_000);
afterAll(() => web.close());

/** Two pages with a word on each, as a scanner would make them. */
async function twoPages(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A5' });
  pdf.fontSize(40).text('Trang 1').addPage().text('Trang 2').end();
  const parts: Buffer[] = [];
  for await (const part of pdf) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A prohibited and a restricted candidate, an old machine, and its certificate as a document. */
async function aScreenedPlant(): Promise<DossierDriver> {
  const facts: TechnologyFacts = { ...FACTS, papers: ALL_PAPERS, evidence: [] };
  const dossier = await aDossier(web.api)
    .withFacts(facts)
    .and(async (draft) => {
      const documentId = await draft.upload('gom', await twoPages(), 'chung-thu-may-ep.pdf', 'evidence');
      const paper = { id: 'e1', kind: 'inspection_certificate', covers: ['equipment[m].yearMade'] };
      const evidence = [{ ...paper, documentId, number: '12/GĐ', body: 'Vinacontrol', page: 2 }];
      await draft.saveFacts('gom', { ...facts, evidence });
    })
    .underReview()
    .open();
  return dossier;
}

const at = async (who: string, dossier: DossierDriver, tab: string) =>
  (await web.open(`/dossiers/${dossier.id}/${tab}`, { as: emailOf(who) })).page;
const candidate = (page: Page, code: RegExp) =>
  page.locator('.mantine-Paper-root', { has: page.getByRole('heading', { level: 3, name: code }) });
const confirm = (page: Page, name: string) =>
  page.getByRole('button', { name: `Xác nhận: ${name}`, exact: true }).click();
/** Whether an element is wholly in the box that it is scrolled in. */
const inSight = (element: string, box: string) => `(() => {
  const [inner, outer] = ['${element}', '${box}'].map((one) => document.querySelector(one).getBoundingClientRect());
  const isIn = inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.bottom <= outer.bottom + 1;
  return isIn ? 'in sight' : JSON.stringify([inner, outer]);
})()`;
const CHOSEN_TAB = inSight('main nav a[aria-current]', 'main nav:has(> div > a[aria-current]) > div');
const STANDS = inSight('[class*="at_here"]', '.react-flow');
const PROHIBITED = /bản chì|in chữ/i;

describe('what an appraiser reads and decides', () => {
  test('findings stand beside their facts and evidence, and whatever needs two people gets them', async () => {
    const dossier = await aScreenedPlant();
    const breached = (await dossier.findings()).findings.find(({ verdict }) => verdict === 'breached');
    const proven = await dossier.upload('chuyenvien1', await twoPages(), 'bien-ban.pdf', 'evidence');
    const proposed = await (
      await dossier.person('chuyenvien1')
    ).post(dossier.url('/overturns'), {
      ...{ findingKey: breached?.key, reason: 'Máy đã được làm mới.', documentId: proven },
    });
    expect(proposed.status).toBe(200);
    const lead = await at('chuyenvien1', dossier, 'findings');
    // The machine that is too old: what was found, by which figures, from which facts, proven by what.
    const machine = lead
      .locator('section', { has: lead.getByRole('button', { name: /^Máy ép.* · Máy, thiết bị/ }) })
      .last();
    await machine.getByText('vượt giới hạn').first().waitFor();
    const said = await machine.innerText();
    for (const words of ['Tuổi thiết bị (năm)', 'Năm sản xuất', '2000', 'Chứng thư giám định', 'Vinacontrol'])
      expect(said).toContain(words);
    expect(await lead.locator('main').innerText()).not.toMatch(/annex:|equipment\[|yearMade|limitYears|_pct/);
    await keepPicture(lead, 'findings');
    await expectAccessible(lead);

    // On paper nothing can be opened, so everything is there: what passed, too, and who printed it.
    await lead.emulateMedia({ media: 'print' });
    await lead.getByText('người in: Trịnh Hải Yến').waitFor();
    await lead.getByText('Lưu ý').first().waitFor({ state: 'hidden' });
    await lead.getByText('không khẳng định công nghệ nằm ngoài danh mục').first().waitFor();
    await keepPicture(lead, 'findings-print');
    await lead.getByText('Không nhập máy móc mà nước xuất khẩu đã công bố loại bỏ').waitFor();
    expect(await lead.locator('main').innerText()).not.toMatch(/X-1|ND-120|MEMORY|LT-2026A/);
    await lead.emulateMedia({ media: null });

    // The paper is looked at in place, at the page that the facts name, and accepted.
    await machine.getByRole('button', { name: 'Xem tài liệu' }).first().click();
    await machine.locator('[data-drawn="true"] canvas').waitFor();
    await machine.getByText('Trang 2').first().waitFor({ state: 'attached' });
    await machine.getByRole('button', { name: 'Chấp nhận làm chứng cứ' }).first().click();
    await machine.getByText('phải sàng lọc lại').waitFor();
    await confirm(lead, 'Chấp nhận làm chứng cứ');
    await lead
      .getByText(/Đã chấp nhận ngày/)
      .first()
      .waitFor();

    // A prohibited match: one decides after a look at what it would do, another stands beside, a third way back.
    const card = candidate(lead, PROHIBITED);
    await card.getByRole('radio', { name: 'Thuộc danh mục', exact: true }).check();
    await card.getByLabel('Lý do', { exact: true }).fill('Đúng quy trình in bản chì.');
    await lead.getByLabel('Đã tra cứu thế nào').first().fill('Đang tra cứu bản giấy.');
    // What is written is there again after another side of the dossier, and after a reload.
    const sides = lead.getByRole('navigation', { name: 'Nội dung hồ sơ' });
    await sides.getByRole('link', { name: 'Công nghệ' }).click();
    await card.waitFor({ state: 'detached' });
    await lead.reload();
    await sides.getByRole('link', { name: 'Kết quả sàng lọc' }).click();
    await card.waitFor();
    expect(await card.getByLabel('Lý do', { exact: true }).inputValue()).toBe('Đúng quy trình in bản chì.');
    expect(await lead.getByLabel('Đã tra cứu thế nào').first().inputValue()).toBe('Đang tra cứu bản giấy.');
    await card.getByRole('button', { name: 'Ghi kết quả đối chiếu' }).click();
    await card.getByText('chờ người thứ hai').waitFor();
    await confirm(lead, 'Ghi kết quả đối chiếu');
    await lead.getByRole('heading', { name: 'Chờ người thứ hai (1)' }).waitFor();
    // Whoever works by the keyboard comes to a heading, not to nowhere.
    await expectSoon(lead, 'document.activeElement === document.body', false);
    expect(await lead.getByRole('button', { name: /người thứ hai/ }).count()).toBe(0);
    const head = await at('truongphong1', dossier, 'findings');
    const second = 'Xác nhận với tư cách người thứ hai';
    const overturning = head.getByRole('button', { name: 'Đồng ý bác bỏ với tư cách người thứ hai' });
    await head.getByRole('button', { name: second }).click();
    await head.getByText('có hiệu lực ngay').waitFor();
    await confirm(head, second);
    // What was screened before that is not what a second person agrees to.
    await head.getByText(/sàng lọc lại rồi người thứ hai mới đồng ý/).waitFor();
    expect(await overturning.count()).toBe(0);
    await head.getByRole('button', { name: 'Đã đối chiếu (1)' }).click();

    // It is taken back with a document that is uploaded on the spot, and the lead appraiser agrees.
    await head.getByRole('button', { name: 'Rút kết quả đối chiếu' }).click();
    await head
      .getByLabel(/^Lý do/)
      .last()
      .fill('Công nghệ thực tế là in offset.');
    await head
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        ...{ name: 'xac-nhan.pdf', mimeType: 'application/pdf', buffer: await twoPages() },
      });
    await head.getByText('Đã tải lên và chọn: xac-nhan.pdf').waitFor();
    await head.getByRole('button', { name: 'Rút kết quả đối chiếu' }).click();
    await confirm(head, 'Rút kết quả đối chiếu');
    const agree = 'Đồng ý rút với tư cách người thứ hai';
    await lead.getByRole('button', { name: agree }).click();
    await confirm(lead, agree);
    await lead.getByRole('heading', { name: /Cần đối chiếu danh mục \(2\)/ }).waitFor();
    // What is rejected, and what was looked up on paper, is looked at before it is done, too.
    await card.getByRole('radio', { name: 'Không thuộc danh mục', exact: true }).check();
    await card.getByLabel('Lý do', { exact: true }).fill('In offset, không phải bản chì.');
    await card.getByRole('button', { name: 'Ghi kết quả đối chiếu' }).click();
    await card.getByText(/không thuộc danh mục, có hiệu lực ngay.*không ai được báo/).waitFor();
    await keepPicture(lead, 'match-rejecting');
    await confirm(lead, 'Ghi kết quả đối chiếu');
    await lead.getByRole('heading', { name: /Cần đối chiếu danh mục \(1\)/ }).waitFor();
    await lead.getByRole('button', { name: 'Ghi kết quả tra cứu' }).first().click();
    await lead.getByText(/Ghi cho lần giải quyết này: không có trong .*không ai được báo/).waitFor();
    await expectAccessible(lead);
    await confirm(lead, 'Ghi kết quả tra cứu');
    await lead.getByText('Đang tra cứu bản giấy.').first().waitFor();
  }, 120_000);

  test('an opinion is written beside a paper, the way of the dossier is told and drawn, on every screen', async () => {
    const dossier = await aScreenedPlant();
    const { page, faults } = await web.open(`/dossiers/${dossier.id}/opinions`, {
      ...{ as: emailOf('chuyenvien1'), width: 1440 },
    });
    const beside = page.getByRole('complementary', { name: 'Tài liệu' });
    await beside.locator('[data-drawn="true"] canvas').waitFor();
    await beside.getByRole('button', { name: 'Trang sau' }).click();
    await page.getByLabel('Tóm tắt ý kiến').fill('Xem trang 2 của chứng thư.');
    await page.getByText('Đã lưu bản nháp').waitFor();
    await keepPicture(page, 'opinion-beside');
    await expectAccessible(page);
    // The page is still there after another side of the dossier was looked at.
    const tabs = page.getByRole('navigation', { name: 'Nội dung hồ sơ' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await tabs.getByRole('link', { name: 'Quy trình' }).click();
    await expectSoon(page, CHOSEN_TAB, 'in sight');
    await expectSoon(page, 'document.title.split(" · ")[0]', 'Quy trình');
    await page.locator('.react-flow__node').first().waitFor();
    // Its words are as large as those beside it, and it begins where the dossier stands.
    await expectSoon(
      page,
      `/scale\\(1\\)/.test(document.querySelector('.react-flow__viewport').style.transform)`,
      true,
    );
    await expectSoon(page, STANDS, 'in sight');
    const way = page.getByRole('list').filter({ hasText: 'Lập hồ sơ' });
    expect(await way.getByRole('listitem').allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Nộp hồ sơ/),
        expect.stringMatching(/^Đang ở: Đang thẩm định/),
      ]),
    );
    await page.getByText('Bạn làm được ngay').first().waitFor();
    await keepPicture(page, 'procedure');
    await expectAccessible(page);
    const picture = page.getByRole('group', { name: /^Sơ đồ: dùng phím mũi tên/ });
    const seen = () => page.locator('.react-flow__viewport').getAttribute('style');
    const before = await seen();
    await picture.press('ArrowDown');
    while ((await seen()) === before) await page.waitForTimeout(20);
    await page.setViewportSize({ width: 1440, height: 900 });
    await tabs.getByRole('link', { name: 'Ý kiến', exact: true }).click();
    await beside.getByRole('textbox').and(beside.locator('input[value="2"]')).waitFor();
    expect(faults).toEqual([]);

    const narrow = await web.open(`/dossiers/${dossier.id}/findings`, {
      ...{ as: emailOf('truongphong1'), width: 360, scheme: 'dark', language: 'en' },
    });
    await narrow.page.getByRole('button', { name: /^Not met, bars approval: / }).click();
    await narrow.page.getByRole('heading', { name: /^Findings by subject/ }).waitFor();
    await expectNoSidewaysScroll(narrow.page);
    await expectAccessible(narrow.page);
    await narrow.page.goto(narrow.page.url().replace(/findings.*/, 'procedure'));
    await narrow.page.locator('.react-flow__node').first().waitFor();
    await expectNoSidewaysScroll(narrow.page);
    await expectAccessible(narrow.page);
    await expectSoon(narrow.page, CHOSEN_TAB, 'in sight');
    await narrow.page
      .getByRole('navigation', { name: 'Sides of the dossier' })
      .getByRole('button', { name: /^More/ })
      .click();
    await narrow.page.getByRole('menuitem', { name: 'Overview' }).waitFor();
    await expectAccessible(narrow.page);
    await keepPicture(narrow.page, 'procedure-phone');
    expect(narrow.faults).toEqual([]);
  }, 120_000);
});
