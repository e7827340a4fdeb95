import { type Finding } from '#contracts';
import { addDays, civilDate } from '#kernel';
import { letterContent } from '#letters';
import { frameSample } from '../../../../test/support/letter-samples.js';
import {
  holdingReplyContent,
  type HoldingScreening,
  type HoldingReplySituation,
} from './holding-reply.content.js';

const TODAY = civilDate('2026-12-01');
const FRAME = frameSample({ imprint: null });
const finding = (change: Partial<Finding>): Finding => ({
  key: 'U-1:m',
  ruleId: 'U-1',
  subject: { kind: 'equipment', id: 'm' },
  test: 'used.age',
  verdict: 'breached',
  severity: 'blocking',
  curable: 'by_condition',
  analogy: false,
  basis: 'QĐ 18/2019/QĐ-TTg, Điều 6',
  verification: 'secondary',
  packId: 'USED-2019',
  values: { ageYears: 26, limitYears: 10 },
  missing: [],
  notes: [],
  wouldChange: [],
  ...change,
});
const OPEN = finding({
  key: 'L-2:l',
  subject: { kind: 'line', id: 'l' },
  test: 'used.line.capacity',
  verdict: 'inconclusive',
  missing: ['lines.l.actualCapacityPct'],
  values: {},
});
const screening = (change: Partial<HoldingScreening> = {}): HoldingScreening => ({
  on: civilDate('2026-11-20'),
  current: true,
  lists: ['Luật 07/2017/QH14 (LAW-49)'],
  findings: [finding({}), OPEN],
  standing: ['U-1:m'],
  undecidedMatches: 2,
  facts: { lines: [{ id: 'l', name: 'Lò nung' }], equipment: [{ id: 'm', name: 'Máy ép' }] },
  unloaded: {},
  ...change,
});
const situation = (change: Partial<HoldingReplySituation> = {}): HoldingReplySituation => ({
  term: {
    rule: {
      name: { vi: 'Cơ quan được lấy ý kiến trả lời' },
      basis: 'NĐ 96/2026/NĐ-CP, Điều 35',
      verification: 'text_read',
      onExpire: 'deemed_agreement',
      onExpireBasis: 'NĐ 96/2026/NĐ-CP, Điều 6',
    },
    dueOn: addDays(TODAY, 1),
  },
  screening: screening(),
  confirmedMatches: [{ line: 'Lò nung', list: 'restricted', entry: 'H01' }],
  consultations: [],
  expertsAskedOn: null,
  openRequest: null,
  today: TODAY,
  ...change,
});
const content = (change: Partial<HoldingReplySituation> = {}) =>
  holdingReplyContent(FRAME, situation(change));
const wordsOf = (change: Partial<HoldingReplySituation> = {}) =>
  JSON.stringify(letterContent('holding_reply', content(change)).blocks);

describe('what a holding reply says', () => {
  it('tells breaches with value, limit and article, and open questions with what is missing', () => {
    const { findings, openQuestions } = content();
    expect(findings).toMatchObject([
      {
        subject: 'Máy ép',
        limit: '10',
        basis: { text: 'QĐ 18/2019/QĐ-TTg, Điều 6', verification: 'secondary' },
      },
    ]);
    expect(findings[0]?.found).toContain('26');
    expect(openQuestions).toMatchObject([{ subject: 'Lò nung' }]);
    expect(openQuestions[0]?.missing).toContain('công suất thực tế');
  });

  it('names the articles that were applied, each once, and marks those whose text was not read', () => {
    expect(content().screening?.law).toEqual([
      { text: 'QĐ 18/2019/QĐ-TTg, Điều 6', verification: 'secondary' },
    ]);
    const other = finding({ key: 'L-3:l', verdict: 'not_applicable', basis: 'NĐ 96/2026/NĐ-CP, Điều 28' });
    expect(content({ screening: screening({ findings: [finding({}), other] }) }).screening?.law).toHaveLength(
      1,
    );
    expect(wordsOf()).toMatch(/Quy định đã áp dụng: QĐ 18\/2019\/QĐ-TTg, Điều 6 \(/);
  });

  it('leaves out what two people overturned', () => {
    expect(content({ screening: screening({ standing: [] }) }).findings).toEqual([]);
  });

  it('tells nothing that a screening of other facts found, and says so', () => {
    const stale = { screening: screening({ current: false }) };
    expect(content(stale)).toMatchObject({
      findings: [],
      openQuestions: [],
      confirmedMatches: [],
      undecidedMatches: 0,
    });
    expect(wordsOf(stale)).toContain('sẽ được sàng lọc lại');
  });

  it('says when nothing was screened yet', () => {
    expect(content({ screening: null })).toMatchObject({ screening: null, findings: [] });
    expect(wordsOf({ screening: null })).toContain('chưa được sàng lọc');
  });

  it('says what the law makes of silence only where the pack gives it an effect, with its mark', () => {
    expect(content().silence).toEqual({ text: 'NĐ 96/2026/NĐ-CP, Điều 6', verification: 'text_read' });
    const { rule } = situation().term;
    for (const change of [{ onExpire: 'overdue' }, { onExpireBasis: null }]) {
      const term = { rule: { ...rule, ...change, verification: 'inference' as const }, dueOn: TODAY };
      expect(content({ term }).silence).toBeNull();
      expect(wordsOf({ term })).toContain('suy luận, chưa được xác nhận');
      expect(wordsOf({ term })).not.toContain('Quy định về việc không trả lời');
    }
  });

  it.each([
    ['the due day', TODAY, TODAY],
    ['nothing, when the day is over', addDays(TODAY, -1), null],
    ['nothing, while the clock stands still', null, null],
  ] as const)('expects the reply on %s', (_what, dueOn, expectedOn) => {
    expect(content({ term: { ...situation().term, dueOn } }).expectedOn).toBe(expectedOn);
  });

  it('always says that it is no agreement', () => {
    for (const change of [{}, { screening: null }, { term: { ...situation().term, dueOn: null } }])
      expect(wordsOf(change)).toContain('không phải là ý kiến đồng ý');
  });

  it('names agencies and what is asked of the owner, and of experts only since when', () => {
    const words = wordsOf({
      consultations: [{ agency: 'Sở Nông nghiệp và Môi trường', askedOn: '2026-11-21' }],
      expertsAskedOn: civilDate('2026-11-22'),
      openRequest: { kind: 'clarification', replyBy: '2026-12-08', items: ['Sản lượng thực tế'] },
    });
    for (const said of [
      'Sở Nông nghiệp và Môi trường từ ngày 21/11/2026',
      'chuyên gia từ ngày 22/11/2026',
      '08/12/2026',
      'Sản lượng thực tế',
    ])
      expect(words).toContain(said);
  });
});
