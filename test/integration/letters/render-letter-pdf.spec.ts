import { PDFParse } from 'pdf-parse';
import { LETTER_KINDS } from '#contracts';
import { sha256 } from '#kernel';
import {
  decisionSample,
  frameSample,
  itemSamples,
  refusalSample,
  SAMPLES,
} from '../../support/letter-samples.js';
import { letterContent, type LetterContent, renderLetterPdf } from '#letters';
import { FONT_FACES, openedFont } from '../../../libs/letters/src/pdf/letter-fonts.js';
import { unprintableIn } from '../../../libs/letters/src/pdf/printable-text.js';

const VIETNAMESE = `${Array.from({ length: 0x1ef9 - 0x1ea0 + 1 }, (_, index) => String.fromCodePoint(0x1ea0 + index)).join('')}ăâđêôơưĂÂĐÊÔƠƯàáãèéìíĩòóõùúũýÀÁÃÈÉÌÍĨÒÓÕÙÚŨÝ`;
const SIGNS = '“”‘’–—…•≤≥±×÷°%‰²³µ₫§';

interface Read {
  pages: string[];
  title: unknown;
}
/** Text of each page with single spaces, so that line ends do not matter. */
async function read(pdf: Uint8Array): Promise<Read> {
  const parser = new PDFParse({ data: new Uint8Array(pdf) });
  try {
    const { pages } = await parser.getText();
    const { info } = await parser.getInfo();
    return {
      pages: pages.map((page) => page.text.replace(/\s+/gu, ' ')),
      title: (info as { Title?: unknown }).Title,
    };
  } finally {
    await parser.destroy();
  }
}
const render = async (content: LetterContent) => read(await renderLetterPdf(content));

describe('renderLetterPdf', () => {
  it.each(FONT_FACES)('has every Vietnamese letter and sign in %s', (face) => {
    const lacks = (text: string) =>
      [...text].filter((letter) => !openedFont(face).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    expect(lacks(VIETNAMESE + SIGNS)).toEqual([]);
    expect(lacks('漢')).toEqual(['漢']);
  });

  it('gives back every Vietnamese letter when its text is extracted', async () => {
    const spread = [...VIETNAMESE].join(' ');
    const { pages } = await render(letterContent('decision', decisionSample({ summary: spread })));
    expect(pages.join(' ').replace(/\s/gu, '')).toContain(VIETNAMESE.replace(/\s/gu, ''));
  });

  it.each(LETTER_KINDS)('prints a %s with head, number, signature and recipients', async (kind) => {
    const content = letterContent(kind, SAMPLES[kind]);
    const { pages, title } = await render(content);
    const text = pages.join(' ');
    for (const words of [
      content.country,
      content.motto,
      content.body,
      content.numberLine,
      content.placeAndDate,
      'Nơi nhận:',
      'Nguyễn Thị Phượng',
      'PHÓ GIÁM ĐỐC',
    ]) {
      expect(text).toContain(words);
    }
    expect(title).toBe(content.documentTitle);
  });

  it.each(LETTER_KINDS)('gives the same bytes for the same %s', async (kind) => {
    const once = await renderLetterPdf(letterContent(kind, SAMPLES[kind]));
    const again = await renderLetterPdf(letterContent(kind, structuredClone(SAMPLES[kind])));
    expect(sha256(again)).toBe(sha256(once));
  });

  it('gives other bytes for another number', async () => {
    const numbered = (number: number) =>
      decisionSample({ imprint: { ...SAMPLES.decision.imprint!, number } });
    const [one, two] = await Promise.all(
      [7, 8].map((number) => renderLetterPdf(letterContent('decision', numbered(number)))),
    );
    expect(sha256(one!)).not.toBe(sha256(two!));
  });

  it('marks every page of a demonstration, and no page of an official letter', async () => {
    const data = refusalSample(14, 3);
    const marked = await render(letterContent('decision', data));
    expect(marked.pages.length).toBeGreaterThanOrEqual(3);
    for (const page of marked.pages) expect(page).toContain('BẢN THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
    const official = await render(letterContent('decision', { ...data, mode: 'official' }));
    for (const page of official.pages) expect(page).not.toContain('THỬ NGHIỆM');
  });

  it('marks a draft on every page', async () => {
    const { pages } = await render(letterContent('decision', { ...refusalSample(14, 3), imprint: null }));
    for (const page of pages) expect(page).toContain('DỰ THẢO');
  });

  it('breaks 40 items over pages with the header repeated, and loses none', async () => {
    const { pages } = await render(
      letterContent('supplement_request', {
        ...SAMPLES.supplement_request,
        mode: 'official',
        items: itemSamples(40),
      }),
    );
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const page of pages) expect(page).toContain('Nội dung yêu cầu');
    const text = pages.join(' ');
    for (let number = 1; number <= 40; number += 1) expect(text).toContain(`thiết bị số ${number}:`);
    pages.slice(1).forEach((page, index) => expect(page).toMatch(new RegExp(`(^| )${index + 2}( |$)`)));
  });

  it('keeps the signature whole and never alone on its page', async () => {
    for (let reasons = 2; reasons <= 8; reasons += 1) {
      const { pages } = await render(
        letterContent('decision', { ...refusalSample(1, reasons), mode: 'official' }),
      );
      const last = pages.at(-1) ?? '';
      for (const words of [
        'để tổng hợp, thực hiện./.',
        'KT. GIÁM ĐỐC',
        'Nguyễn Thị Phượng',
        'Lưu: VT, QLCN.',
      ])
        expect(last).toContain(words);
    }
  });

  it('tears a row that is longer than a page and loses no word of it', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `từ${index}`);
    const finding = { ...refusalSample(1, 1).findings[0]!, test: words.join(' ') };
    const { pages } = await render(
      letterContent('decision', { ...refusalSample(1, 1), findings: [finding] }),
    );
    const seen = new Set(pages.join(' ').split(/\s+/u));
    expect(words.filter((word) => !seen.has(word))).toEqual([]);
  });

  it('prints names that are very long or have no spaces', async () => {
    const projectName = `${'Tổ hợp nhà máy '.repeat(20)}${'x'.repeat(300)}`;
    const { pages } = await render(
      letterContent('decision', decisionSample({ dossier: { ...frameSample().dossier, projectName } })),
    );
    expect(pages.join('').replace(/\s/gu, '')).toContain('x'.repeat(300));
  });

  it.each([
    ['Nhà máy 华新 (Huaxin)', 2, 'Nhà máy [?][?] (Huaxin)'],
    ['삼성 Display', 2, '[?][?] Display'],
    ['Nhà máy \u{1f3ed}\ufe0f xanh', 1, 'Nhà máy [?] xanh'],
    ['Dây chuyền ①', 1, 'Dây chuyền [?]'],
  ])('prints %j with %i characters as [?]', async (summary, count, printed) => {
    const content = letterContent('decision', decisionSample({ summary }));
    expect(unprintableIn(content)).toBe(count);
    expect((await render(content)).pages.join(' ')).toContain(printed);
  });

  it('refuses a control character, by its code', async () => {
    const content = { ...letterContent('decision', decisionSample()), body: 'Sở\u0007' };
    await expect(renderLetterPdf(content)).rejects.toMatchObject({
      code: 'letter_text_unprintable',
      details: { character: 'U+0007' },
    });
  });

  it('gives the same bytes for a letter, whatever was printed before it', async () => {
    const first = await renderLetterPdf(letterContent('receipt', SAMPLES.receipt));
    for (const summary of ['Ð Ω µ \u2010 \u00a0', 'Đ Ω μ -'])
      await renderLetterPdf(letterContent('decision', decisionSample({ summary })));
    const again = await renderLetterPdf(letterContent('receipt', SAMPLES.receipt));
    expect(sha256(again)).toBe(sha256(first));
  });

  const finding = refusalSample(1, 1).findings[0]!;
  it.each([
    ['a summary of 20,000 characters without a space', decisionSample({ summary: 'x'.repeat(20_000) })],
    ['200 findings', refusalSample(200, 3)],
    [
      'a finding of 20,000 characters without a space',
      { ...refusalSample(1, 1), findings: [{ ...finding, test: 'x'.repeat(20_000) }] },
    ],
  ])('prints %s whole', async (_what, data) => {
    const pdf = await renderLetterPdf(letterContent('decision', data));
    const text = (await read(pdf)).pages.join('');
    expect((text.match(/x/gu) ?? []).length).toBeGreaterThanOrEqual(data.findings.length > 1 ? 200 : 20_000);
    expect(text).toContain('Nguyễn Thị Phượng');
  });
});
