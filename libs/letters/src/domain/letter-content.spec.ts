import { LETTER_KINDS, type DecisionData, OUTCOMES } from '#contracts';
import {
  decisionSample,
  frameSample,
  IMPRINT,
  itemSamples,
  refusalSample,
  SAMPLES,
} from '../../../../test/support/letter-samples.js';
import { letterContent } from './letter-content.js';
import { type LetterContent } from './letter-content.types.js';

const wordsOf = (content: LetterContent): string =>
  content.blocks
    .map((block) => {
      if (block.kind === 'table') return block.rows.map((row) => row.join(' | ')).join('\n');
      if (block.kind === 'qr') return block.alternative;
      return block.kind === 'field' ? `${block.label}: ${block.value}` : block.text;
    })
    .join('\n');
const decision = (changes: Partial<DecisionData>) => letterContent('decision', decisionSample(changes));

describe('letterContent', () => {
  it.each(LETTER_KINDS)('%s: the same data give the same words, and demonstration is marked', (kind) => {
    const content = letterContent(kind, SAMPLES[kind]);
    expect(letterContent(kind, structuredClone(SAMPLES[kind]))).toEqual(content);
    expect(content.marking).toBe('BẢN THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ');
    expect(letterContent(kind, { ...SAMPLES[kind], mode: 'official' }).marking).toBeNull();
    expect(wordsOf(content)).not.toMatch(/undefined|null|\[object/);
  });

  it('tells of a test that was settled by a look into the paper annex as what it was', () => {
    const words = wordsOf(letterContent('determination', SAMPLES.determination));
    expect(words).toMatch(/tra cứu trên bản giấy; không có công nghệ này\. \|.*\| Đạt \| Kết quả tra cứu/);
  });

  it('speaks of an appraisal where one was carried out, and of an opinion where one was given', () => {
    const under = (act: 'opinion' | 'appraisal', changes = false) => {
      const { dossier } = decisionSample();
      const first = { number: '04/SKHCN-QLCN', on: '2025-01-09', from: null };
      const procedureName = act === 'appraisal' ? 'Thẩm định công nghệ' : 'Có ý kiến về công nghệ';
      return decision({ dossier: { ...dossier, procedureName, act, changes: changes ? first : null } });
    };
    expect(wordsOf(under('appraisal'))).not.toMatch(/có ý kiến|Ý kiến/);
    expect(wordsOf(under('appraisal'))).toMatch(/kết quả thẩm định công nghệ của dự án như sau/);
    expect(wordsOf(under('opinion'))).not.toMatch(/thẩm định công nghệ của dự án/);
    expect(under('appraisal', true).about).toMatch(/^V\/v kết quả thẩm định thay đổi công nghệ/);
    expect(under('opinion', true).about).toMatch(/^V\/v ý kiến về thay đổi công nghệ/);
    expect(wordsOf(under('opinion', true))).toContain('so với Văn bản số 04/SKHCN-QLCN ngày 09/01/2025');
  });

  it('carries number, place and day in the form of NĐ 30/2020', () => {
    const on = (issuedOn: string) => decision({ imprint: { ...IMPRINT, issuedOn } }).placeAndDate;
    expect(decision({}).numberLine).toBe('Số: 07/SKHCN-QLCN');
    expect(on('2026-02-05')).toBe('Quảng Ninh, ngày 05 tháng 02 năm 2026');
    expect(on('2026-03-05')).toBe('Quảng Ninh, ngày 05 tháng 3 năm 2026');
    expect(on('2026-12-31')).toBe('Quảng Ninh, ngày 31 tháng 12 năm 2026');
  });

  it('shows a draft as a draft: no number, no day, nobody signs', () => {
    const draft = decision({ imprint: null });
    expect(draft).toMatchObject({
      draftMark: 'DỰ THẢO',
      datedOn: null,
      signature: { lines: [], name: null },
    });
    expect(draft.numberLine).not.toMatch(/\d/);
    expect(decision({}).draftMark).toBeNull();
  });

  it.each([
    ['own', 'Giám đốc', null, ['GIÁM ĐỐC']],
    ['KT', 'Phó Giám đốc', 'Giám đốc', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['TL', 'Trưởng phòng', 'Giám đốc', ['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
    ['TM', 'Chủ tịch', 'Ủy ban nhân dân', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ] as const)('signs %s', (capacity, title, principal, lines) => {
    const signedBy = { name: 'Nguyễn Thị Phượng', title, capacity, principal };
    expect(decision({ imprint: { ...IMPRINT, signedBy } }).signature).toEqual({
      lines,
      name: 'Nguyễn Thị Phượng',
    });
  });

  it('marks every citation that was not read, and none that was', () => {
    const words = wordsOf(
      decision({
        legalBasis: [
          { text: 'Luật A', verification: 'text_read' },
          { text: 'Luật B.', verification: 'secondary' },
          { text: 'Căn cứ Luật C', verification: 'inference' },
          { text: 'Luật D', verification: 'memory' },
          { text: 'Luật E', verification: null },
        ],
      }),
    );
    expect(words).toContain('Căn cứ Luật A;');
    expect(words).toContain('Căn cứ Luật B (theo nguồn thứ cấp, chưa đối chiếu văn bản gốc);');
    expect(words).toContain('Căn cứ Luật C (suy luận, chưa được xác nhận);');
    expect(words).toContain('Căn cứ Luật D (chưa kiểm chứng);');
    expect(words).toContain('Căn cứ Luật E;');
  });

  it('says nothing about the law that is not in the data', () => {
    for (const kind of LETTER_KINDS) {
      const bare = {
        ...SAMPLES[kind],
        legalBasis: [],
        oneRequest: null,
        ifSilent: null,
        again: null,
        rightOfReply: null,
        remedies: null,
        findings: [],
        items: [],
        basis: { text: 'BASIS', verification: null },
        term: { name: 'X', dueOn: null, basis: { text: 'BASIS', verification: null } },
        silence: null,
        screening: null,
        openQuestions: [],
        confirmedMatches: [],
        rules: [],
        motions: [],
        quorum: { ...SAMPLES.council_minutes.quorum, basis: 'BASIS' },
      };
      // A decision has articles of its own.
      const words = wordsOf(letterContent(kind, bare as never)).replaceAll(/^Điều \d\. /gm, '');
      expect(words).not.toMatch(/Nghị định|Luật |Thông tư|khoản|Điều \d/);
    }
  });

  it('never lets a refusal sound like an agreement, nor the other way round', () => {
    for (const outcome of OUTCOMES) {
      const conditions = outcome === 'agree_with_conditions' ? SAMPLES.decision.conditions : [];
      const words = wordsOf(decision({ outcome, conditions, reasons: ['Lý do cụ thể'] }));
      expect(/Không đồng ý/.test(words)).toBe(outcome.startsWith('disagree'));
      expect(/(^|\n)Đồng ý/.test(words)).toBe(outcome.startsWith('agree'));
      expect(/Điều kiện/.test(words)).toBe(outcome === 'agree_with_conditions');
    }
  });

  it('gives every finding of a refusal its article, value, limit and what would change it', () => {
    const words = wordsOf(letterContent('decision', refusalSample(2, 1)));
    expect(words).toContain('Quyết định số 18/2019/QĐ-TTg, khoản 1 Điều 6 (theo nguồn thứ cấp');
    expect(words).toContain(
      '12 năm (sản xuất năm 2014, dự kiến về năm 2026) | ≤ 10 năm | Năm sản xuất từ 2016 trở lại đây',
    );
    expect(words).toContain('| Không có thay đổi nào làm đạt');
  });

  it('numbers its sections without gaps, whatever is left out', () => {
    const headings = letterContent('decision', refusalSample(1, 1)).blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    );
    expect(headings).toEqual([
      '1. Ý kiến',
      '2. Lý do',
      '3. Kết luận của hội đồng',
      '4. Kết quả kiểm tra',
      '5. Khiếu nại, kiến nghị',
    ]);
  });

  it('lists every requested item with its number and basis', () => {
    const content = letterContent('supplement_request', {
      ...SAMPLES.supplement_request,
      items: itemSamples(40),
    });
    const table = content.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows.map((row) => row[0])).toEqual(
      Array.from({ length: 40 }, (_, index) => String(index + 1)),
    );
    expect(wordsOf(content)).toContain('chậm nhất ngày 25/02/2026./.');
  });

  it('prints the tracking secret on the receipt when it is given, and only then', () => {
    expect(wordsOf(letterContent('receipt', SAMPLES.receipt))).toContain('K7QF-9M2D-XW4T');
    const { trackingSecret: _secret, ...stored } = SAMPLES.receipt;
    expect(wordsOf(letterContent('receipt', stored))).not.toContain('Mã tra cứu');
    expect(letterContent('receipt', stored).blocks.some(({ kind }) => kind === 'qr')).toBe(false);
  });

  it('distinguishes a dossier that was never taken in from one that goes back', () => {
    const heading = (accepted: boolean) =>
      letterContent('return_notice', { ...SAMPLES.return_notice, accepted }).heading?.title;
    expect([heading(false), heading(true)]).toEqual([
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'THÔNG BÁO',
    ]);
  });

  it('composes accents and drops what cannot be seen', () => {
    const { investorName: _name, ...dossier } = frameSample().dossier;
    const words = wordsOf(
      decision({ dossier: { ...dossier, investorName: 'Co\u0302ng ty\u200B \u202EA\u202C\tB' } }),
    );
    expect(words).toContain('của Công ty A B');
  });

  it('ends the list of recipients with the file, and shortens a long name only in the summary', () => {
    expect(decision({}).recipients).toEqual([
      'Như trên;',
      'Công ty TNHH Gốm sứ Hải Yên;',
      'UBND tỉnh (để báo cáo);',
      'Lưu: VT, QLCN.',
    ]);
    const projectName = 'Nhà máy '.repeat(60).trim();
    const long = decision({ dossier: { ...frameSample().dossier, projectName } });
    expect(long.about?.length).toBeLessThan(230);
    expect(wordsOf(long)).toContain(projectName);
  });
});
