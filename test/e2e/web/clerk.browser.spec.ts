import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierBody, emailOf, personId } from '../../support/dossier-driver.js';
import { MEGABYTES_200, sparseFile } from '../../support/sparse-file.js';
import { xlsxFile } from '../../support/xlsx-builder.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepPicture,
  startTestWeb,
  type TestWeb,
} from '../../support/web.js';

/** Of the same measures as Times New Roman. */
const VIETNAMESE_FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
);

const MOST_BYTES = 3_000_000;
let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ label: 'web_clerk', config: { uploadMaxBytes: MOST_BYTES } });
}, 120_000);
afterAll(() => web.close());

describe('letters that wait for their number', () => {
  test('a pile goes one after the other: the number is proposed, what was signed is drawn, the next is a press away', async () => {
    await aDossier(web.api).named('Nhà máy gốm thứ nhất').accepted().open();
    await aDossier(web.api).named('Nhà máy gốm thứ hai').accepted().open();
    const { page, faults } = await web.open('/letters?kind=receipt', { as: emailOf('motcua1') });
    await page.getByText('2 văn bản').waitFor();
    await keepPicture(page, 'clerk-letters');
    await page.getByRole('link', { name: 'Giấy tiếp nhận hồ sơ' }).first().click();
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await page.getByText('Độc lập - Tự do - Hạnh phúc').first().waitFor({ state: 'attached' });
    await page.getByLabel('Người ký', { exact: true }).fill('Đinh Thị Lan');
    await page.getByLabel('Chức vụ người ký').fill('Công chức Bộ phận Một cửa');
    await page.getByText(/^Số dự kiến: 01\/GTN-/).waitFor();
    await page.getByLabel('Ngày ban hành').fill('2020-01-02');
    await page.getByText('Ngày ban hành không thể là ngày này').waitFor();
    await page.getByRole('button', { name: /^Được phép từ/ }).click();
    await page.getByText(/^Số dự kiến: 01\/GTN-/).waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'clerk-issue');
    await page.getByRole('button', { name: 'Phát hành văn bản' }).click();
    await page.getByText(/^Số 0?1\/GTN-/).waitFor();
    // The way to the next one has the focus, and whoever signed the first one is proposed for it.
    await page.keyboard.press('Enter');
    await page.getByText(/^Số dự kiến: 02\/GTN-/).waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Phát hành văn bản' }).click();
    const printed = new Promise<number>((resolve) => void page.exposeFunction('tellPages', resolve));
    await page.evaluate(
      'window.print = () => tellPages(document.querySelectorAll("body > [aria-hidden] canvas").length)',
    );
    await page.getByRole('button', { name: 'In', exact: true }).click();
    expect(await printed).toBe(2);
    await page.getByRole('link', { name: 'Đã hết, về danh sách' }).click();
    await page.getByText('Không có văn bản nào chờ phát hành').waitFor();
    await page.getByRole('link', { name: 'Sổ đăng ký văn bản đi' }).click();
    await page.getByText('2 trên 2 văn bản').waitFor();
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'clerk-register-phone');
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectAccessible(page);
    await keepPicture(page, 'clerk-register');
    await page.getByLabel('Số văn bản hoặc mã hồ sơ').fill('02/gtn');
    await page.getByText('1 trên 1 văn bản').waitFor();
    await page.getByRole('link', { name: /^02\/GTN-/ }).click();
    await page.locator('[data-drawn="true"] canvas').first().waitFor();
    await page.getByRole('button', { name: 'Cấp mã bí mật mới' }).click();
    await page.getByLabel('Lý do (bị mất, bị lộ…)').fill('Mất giấy tiếp nhận.');
    await page.getByRole('button', { name: 'Xem trước kết quả' }).click();
    await page.getByText('Mã bí mật lần thứ 2 được cấp').waitFor();
    expect(await page.getByText(/\/track/).count()).toBe(0);
    await page.getByRole('button', { name: 'Xác nhận: Cấp mã mới' }).click();
    const made = page.getByRole('status').filter({ hasText: 'Mã mới đã được cấp' });
    await made.getByText(/\/track/).waitFor();
    await keepPicture(page, 'clerk-secret');
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 90_000);
});

/** An official letter as an office prints it, with text or without. */
function letterPdf(lines: readonly (readonly [text: string, x: number, y: number])[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(parts))));
  pdf.font(VIETNAMESE_FONT).fontSize(12);
  for (const [text, x, y] of lines) pdf.text(text, x, y, { lineBreak: false });
  pdf.end();
  return done;
}
const REQUEST = [
  ['UBND TỈNH MINH GIANG', 70, 60],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 310, 60],
  ['SỞ TÀI CHÍNH', 95, 78],
  ['Độc lập - Tự do - Hạnh phúc', 350, 78],
  ['Số: 1234/STC-TĐ', 85, 100],
  ['Minh Giang, ngày 06 tháng 7 năm 2026', 330, 100],
  ['V/v lấy ý kiến về công nghệ', 70, 118],
  ['Kính gửi: Sở Khoa học và Công nghệ', 180, 160],
  ['Sở Tài chính nhận được hồ sơ dự án “Nhà máy gốm Hồng Lam”', 90, 190],
  ['của Công ty Cổ phần Gốm Xây dựng Hồng Lam, mã số thuế 5709900033.', 70, 208],
] as const;
/** Of a company that asks in its own name and that nobody has entered. */
const OF_A_COMPANY = [
  ['CÔNG TY CỔ PHẦN GỐM MỚI', 70, 60],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 310, 60],
  ['Độc lập - Tự do - Hạnh phúc', 350, 78],
  ['Số: 07/GM-KT', 85, 100],
  ['Minh Giang, ngày 06 tháng 7 năm 2026', 330, 100],
  ['Kính gửi: Sở Khoa học và Công nghệ', 180, 160],
  ['Công ty đề nghị cho ý kiến về dự án “Nhà máy gốm Mới”', 90, 190],
] as const;
const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

/** A list of machines with a value that cannot be read. */
const MACHINES = {
  name: 'may.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    xlsxFile([
      {
        name: 'Sheet1',
        rows: [
          ['STT', 'Tên máy', 'Mã HS', 'Tình trạng', 'Năm sản xuất', 'Xuất xứ', 'Dây chuyền'],
          [1, 'Máy ép thủy lực', '8474.39.00', 'mới', 2026, 'Nhật Bản', 'Dây chuyền ép'],
          [2, 'Lò nung con lăn', '12', 'cũ', 2015, 'Trung Quốc', null],
          [null, 'Tổng cộng'],
        ],
        merges: ['G2:G3'],
      },
    ]),
  ),
};

describe('intake of an official letter', () => {
  test('a letter and its list of machines become a dossier with its receipt; each value leads to its page or cell, a reload loses nothing', async () => {
    const { page, faults } = await web.open('/intake', { as: emailOf('motcua1') });
    const file = page.locator('input[type=file][accept*="pdf"]');
    await file.setInputFiles(asFile('rong.pdf', Buffer.alloc(0)));
    await page.getByText('Tệp không có nội dung (0 byte)').waitFor();
    await file.setInputFiles(await sparseFile('lon.pdf', MEGABYTES_200));
    await page
      .getByRole('alert')
      .getByText(/“lon.pdf” có .* lớn hơn mức/)
      .waitFor();
    await file.setInputFiles(asFile('bang.pdf', Buffer.from('PK not a letter')));
    await page.getByText('Tệp này không phải là PDF').waitFor();
    await file.setInputFiles(asFile('quet.pdf', await letterPdf([])));
    await page.getByText('Bản quét không có chữ').waitFor();
    await page.getByRole('button', { name: 'Chọn công văn khác' }).click();
    const letter = await letterPdf(REQUEST);
    // Can be read here although its end is cut off; the API does not take it.
    const cut = asFile('cut.pdf', letter.subarray(0, letter.lastIndexOf('%%EOF')));
    await file.setInputFiles([cut, MACHINES]);
    await page.getByRole('button', { name: 'Đọc từ trang 1: 1234/STC-TĐ' }).click();
    await page.locator('[class*=mark]').waitFor();
    const value = (label: string) => page.getByLabel(label).first().inputValue();
    await page.waitForSelector('input[value="Sở Tài chính tỉnh Minh Giang"]');
    expect([await value('Số, ký hiệu'), await value('Tên dự án'), await value('Nhà đầu tư')]).toEqual([
      ...['1234/STC-TĐ', 'Nhà máy gốm Hồng Lam', 'Công ty Cổ phần Gốm Xây dựng Hồng Lam'],
    ]);
    expect(await page.getByLabel('Ngày trên công văn').inputValue()).toBe('06/07/2026');
    await page.getByRole('button', { name: 'Đọc từ trang 1: 06/07/2026' }).waitFor();
    await page.getByText('Sheet1!B2').waitFor();
    // More machines than a dossier holds: it is said beside the button, and no dossier is begun that could not take them.
    const list = page.locator('input[type=file][accept^=".xlsx"]');
    const long = Array.from({ length: 2001 }, (_, index) => `Máy ${index};8474.80.10;mới`);
    await list.setInputFiles(
      asFile('dai.csv', Buffer.from(['Tên máy;Mã HS;Tình trạng', ...long].join('\n'))),
    );
    await page.getByText('2.001 máy, 0 dây chuyền được nêu tên.').waitFor();
    expect(await page.getByText('Một hồ sơ chứa tối đa 2.000 máy').count()).toBe(2);
    expect(await page.getByText('Sẽ ghi').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Xác nhận và tạo hồ sơ' }).isDisabled()).toBe(true);
    await list.setInputFiles(MACHINES);
    await page.getByText('Ô Sheet1!C3 ghi “12”.').waitFor();
    expect(await page.getByRole('button', { name: 'Xác nhận và tạo hồ sơ' }).isDisabled()).toBe(false);
    await page.getByText(/^Không đọc 1 hàng \(hàng 4\)/).waitFor();
    // A name that is copied from Word brings its line ends along, which no fact may have.
    const project = page.getByLabel('Tên dự án').first();
    await project.fill('Nhà máy gốm\u000bHồng Lam\u202e');
    expect(await project.inputValue()).toBe('Nhà máy gốm Hồng Lam');
    await keepPicture(page, 'clerk-intake');
    await expectAccessible(page);
    await page.getByLabel('Mã HS, hàng 3').fill('84178000');
    await page.getByText('đã sửa').waitFor();
    await page.reload();
    await page.getByText('Còn một công văn chưa xác nhận').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'clerk-intake-kept');
    await page.getByRole('button', { name: 'Làm tiếp công văn này' }).click();
    await page.getByText('đã sửa').waitFor();
    expect(await page.getByLabel('Mã HS, hàng 3').inputValue()).toBe('84178000');
    await page.waitForSelector('input[value="Sở Tài chính tỉnh Minh Giang"]');
    await page.setViewportSize({ width: 360, height: 800 });
    await page.locator('[data-drawn="true"] canvas').waitFor();
    await keepPicture(page, 'clerk-intake-phone');
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Xác nhận và tạo hồ sơ' }).click();
    await page.getByText('Sửa phần chưa đúng hoặc chọn tệp khác').waitFor();
    await page.getByLabel('Số, ký hiệu').fill('1235/STC-TĐ');
    await file.setInputFiles(asFile('cong-van.pdf', letter));
    await page.getByText('Tệp sẽ gửi: cong-van.pdf').waitFor();
    await page.getByRole('button', { name: 'Làm tiếp' }).click();
    await page.waitForURL(/\/intake\?dossier=[0-9a-f-]{36}/);
    const [, id = ''] = /dossier=([0-9a-f-]{36})/.exec(page.url()) ?? [];
    await page.getByRole('heading', { name: 'Nộp và tiếp nhận' }).waitFor();
    await keepPicture(page, 'clerk-papers-begin');
    // A used machine of which nobody says that it was bought in the country asks for the list of used imports.
    await page.getByText('Còn thiếu: D2, D15.').waitFor();
    await page.getByLabel(/^D2\./).check();
    await page.getByLabel(/^D15\./).check();
    await page.getByText('Đủ giấy tờ phải có theo danh mục.').waitFor();
    await page.getByRole('button', { name: 'Xem trước kết quả', disabled: false }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).waitFor();
    // Before anything is submitted it is said what the acceptance leads to: its clock, its receipt, who is told.
    const ahead = page.getByRole('region', { name: 'Nếu thực hiện' });
    await ahead.getByText('Đã tiếp nhận', { exact: true }).waitFor();
    await ahead.getByText(/^Giấy tiếp nhận hồ sơ/).waitFor();
    await expectNoSidewaysScroll(page);
    await keepPicture(page, 'clerk-papers-phone');
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectAccessible(page);
    await keepPicture(page, 'clerk-papers');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'Cấp số và phát hành: Giấy tiếp nhận hồ sơ' }).waitFor();
    await keepPicture(page, 'clerk-papers-done');
    const clerk = await web.api.login(emailOf('motcua1'));
    const papers = await clerk.get<{ items: { kind: string; checklistItem: string }[] }>(
      `/api/v1/dossiers/${id}/documents`,
    );
    expect(papers.body.items.map(({ checklistItem }) => checklistItem).sort()).toEqual(['D12', 'D3']);
    const opened = await clerk.get<DossierBody>(`/api/v1/dossiers/${id}`);
    expect(opened.body).toMatchObject({ incomingNumber: '1235/STC-TĐ', status: 'accepted' });
    const { equipment, lines, sources = {} } = opened.body.facts;
    expect(equipment).toMatchObject([{ hsCode: '8474.39.00' }, { hsCode: '84178000', country: 'CN' }]);
    expect(lines).toMatchObject([{ name: 'Dây chuyền ép' }]);
    expect(equipment?.[1]?.lineRef).toBe(lines?.[0]?.id);
    expect([sources['project.name']?.page, sources['equipment[m-3].name']?.cell]).toEqual([1, 'Sheet1!B3']);
    expect(sources['equipment[m-3].hsCode']).toBeUndefined();
    await page.goto(`${web.api.url}/intake`);
    await page.getByText('Hồ sơ chờ tiếp nhận').waitFor();
    expect(await page.getByText('Còn một công văn chưa xác nhận').count()).toBe(0);
    // The same letter once more: the dossier that it has is named, and another one is not opened unasked.
    await file.setInputFiles(asFile('lan-hai.pdf', letter));
    await page.waitForSelector('input[value="Sở Tài chính tỉnh Minh Giang"]');
    await page.getByRole('button', { name: 'Xác nhận và tạo hồ sơ', disabled: false }).waitFor();
    await page.getByLabel('Số, ký hiệu').fill(' 1235/stc-tđ');
    const before = page.getByRole('alert').filter({ hasText: 'Công văn này đã có trong hồ sơ' });
    await before.getByRole('link', { name: /Nhà máy gốm Hồng Lam/ }).waitFor();
    await page.getByRole('button', { name: 'Xác nhận và tạo hồ sơ', disabled: true }).waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'clerk-intake-again');
    await before.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Xác nhận và tạo hồ sơ', disabled: false }).waitFor();
    expect(faults).toEqual([]);
  }, 150_000);

  test('of a company that nobody has entered; a key held down does nothing unseen, nothing of others is overwritten or submitted unseen', async () => {
    const { page } = await web.open('/intake', { as: emailOf('motcua1') });
    // What others change arrives here only when the page asks for it.
    await page.route('**/api/v1/events*', (route) => route.abort());
    const sent: string[] = [];
    page.on('request', (request) => {
      const [, command] = /commands\/(.+)$/.exec(request.url()) ?? [];
      if (command !== undefined && request.method() === 'POST') sent.push(command);
    });
    const letter = asFile('cong-van.pdf', await letterPdf(OF_A_COMPANY));
    await page.locator('input[type=file][accept*="pdf"]').setInputFiles(letter);
    await page.getByRole('button', { name: 'Thêm tổ chức chưa có' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Tên tổ chức').inputValue()).toBe('CÔNG TY CỔ PHẦN GỐM MỚI');
    await dialog.getByLabel('Mã số thuế').fill('57099000');
    await dialog.getByRole('button', { name: 'Lưu tổ chức' }).click();
    await dialog.getByText('Mã số thuế có 10 chữ số').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'clerk-intake-organisation');
    await dialog.getByLabel('Mã số thuế').fill('5709900123');
    await dialog.getByRole('button', { name: 'Lưu tổ chức' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForSelector('input[value="CÔNG TY CỔ PHẦN GỐM MỚI"]');
    await page.getByRole('button', { name: 'Xác nhận và tạo hồ sơ', disabled: false }).waitFor();
    await page.keyboard.down('Control');
    await page.keyboard.down('Enter');
    await page.waitForURL(/\/intake\?dossier=[0-9a-f-]{36}/);
    await page.getByRole('button', { name: 'Xem trước kết quả', disabled: false }).waitFor();
    for (let held = 0; held < 3; held += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.up('Control');

    const [, id = ''] = /dossier=([0-9a-f-]{36})/.exec(page.url()) ?? [];
    const path = `/api/v1/dossiers/${id}`;
    const other = await web.api.login(emailOf('motcua1'));
    const stored = async () => (await other.get<DossierBody>(path)).body;
    const elsewhere = async (facts: object) =>
      expect(
        (await other.patch(path, { facts }, { 'if-match': `"${(await stored()).revision}"` })).status,
      ).toBe(200);
    const { required } = (await other.get<{ required: { code: string }[] }>(`${path}/checklist`)).body;
    await elsewhere({ lines: [{ id: 'l-1', name: 'Dây chuyền nung' }], papers: [{ item: 'D3' }] });
    await page.getByLabel(/^D2\./).check();
    await page.getByRole('checkbox', { name: /^D3\./, checked: true }).waitFor();
    for (const { code } of required) await page.getByLabel(new RegExp(`^${code}\\.`)).check();
    await page.getByText('Mọi thay đổi đã được lưu').waitFor();
    const { papers = [] } = (await stored()).facts;
    expect(papers.map(({ item }) => item)).toEqual(expect.arrayContaining(['D2', 'D3']));
    expect(sent).toEqual([]);

    const press = async () => {
      await page
        .getByRole('button', { name: /^(Xem trước kết quả|Nộp và tiếp nhận)$/, disabled: false })
        .waitFor();
      await page.keyboard.press('Control+Enter');
    };
    await press();
    await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).waitFor();
    await elsewhere({ lines: [{ id: 'l-1', name: 'Dây chuyền nung con lăn' }] });
    await press();
    await page.getByText('Có người vừa thay đổi hồ sơ này').waitFor();
    expect((await stored()).status).toBe('draft');
    await page.getByRole('button', { name: 'Xem lại hồ sơ mới nhất' }).click();
    await page.getByRole('button', { name: 'Xem trước kết quả', disabled: false }).waitFor();
    await press();
    await page.getByRole('button', { name: 'Nộp và tiếp nhận' }).waitFor();
    await press();
    await page.getByRole('link', { name: 'Cấp số và phát hành: Giấy tiếp nhận hồ sơ' }).waitFor();
    expect(await stored()).toMatchObject({
      status: 'accepted',
      facts: { lines: [{ name: 'Dây chuyền nung con lăn' }] },
    });

    await page.goto(`${web.api.url}/dossiers/new?procedure=opinion&step=behalf`);
    await page
      .getByRole('textbox', { name: 'Tìm tổ chức có giấy tờ' })
      .fill('Ban Quản lý khu công nghiệp mới');
    await page.getByText('Không có tổ chức nào như vậy').waitFor();
    await page.getByRole('button', { name: 'Thêm tổ chức chưa có' }).click();
    await dialog.getByLabel('Loại tổ chức').selectOption('registration_agency');
    await dialog.getByRole('button', { name: 'Lưu tổ chức' }).click();
    await page.getByRole('radio', { name: 'Ban Quản lý khu công nghiệp mới', checked: true }).waitFor();
  }, 120_000);

  test('in English and in the dark', async () => {
    const { page } = await web.open('/intake', { as: emailOf('motcua1'), language: 'en', scheme: 'dark' });
    await page.getByRole('heading', { name: 'Intake of a letter' }).waitFor();
    // A letter that is put aside leaves the draft that was made of it: it is said, and one press away.
    const draft = await aDossier(web.api).onPaper('2026-07-06').open();
    const kept = {
      ...{ at: 0, letterName: 'letter.pdf', tableName: null, mends: {}, removed: [], chosen: null },
      typed: { procedure: 'opinion', number: '9/STC', on: '', receivedOn: '', projectName: '' },
      progress: { keys: {}, dossierId: draft.id, seen: null, letterId: null, tableId: null },
      unclear: false,
    };
    await page.evaluate(
      `localStorage.setItem('techgate.intake.${personId('motcua1')}', ${JSON.stringify(JSON.stringify(kept))})`,
    );
    await page.reload();
    await page.getByText(/A draft was made of this letter/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Discard' }).click();
    const left = page.getByRole('link', { name: 'Open this draft' });
    expect(await left.getAttribute('href')).toBe(`/intake?dossier=${draft.id}`);
    await keepPicture(page, 'clerk-draft-left');
    await expectAccessible(page);
  });
});
