import { type Finding } from '#contracts';
import { type LookedUp, screenedTests } from './screened-tests.rule.js';

const finding = (given: Partial<Finding> & Pick<Finding, 'test' | 'verdict'>): Finding => ({
  key: `${given.test}:lines[a]`,
  ruleId: given.test,
  subject: { kind: 'line', id: 'a' },
  severity: 'review',
  curable: 'none',
  analogy: false,
  basis: 'NĐ 96/2026/NĐ-CP, Điều 28 khoản 15',
  verification: 'text_read',
  packId: 'INV-2026',
  values: {},
  missing: [],
  notes: [],
  wouldChange: [],
  ...given,
});
const LIST = finding({
  test: 'list.prohibited',
  verdict: 'inconclusive',
  missing: ['annex:ND-101', 'annex:X'],
});
const OUT_5 = finding({
  test: 'outdated.list',
  verdict: 'inconclusive',
  notes: ['list_version_not_in_force'],
});
const looked = (listVersion: string, given: Partial<LookedUp> = {}): LookedUp => ({
  round: 1,
  lineId: 'a',
  listVersion,
  result: 'not_found',
  ...given,
});
const verdicts = (findings: Finding[], checks: LookedUp[], overturned: string[] = []) =>
  Object.fromEntries(
    screenedTests(findings, { checks, round: 1, isOverturned: ({ key }) => overturned.includes(key) }).map(
      ({ test, verdict }) => [test, verdict],
    ),
  );
const listVerdict = (checks: LookedUp[], list = LIST) => verdicts([list, OUT_5], checks)['outdated.list'];

describe('the tests of a screening for the guards', () => {
  it('are what the screening says, blocking where they block', () => {
    const tests = screenedTests(
      [finding({ test: 'outdated.capacity', verdict: 'breached', severity: 'blocking' })],
      {
        checks: [],
        round: 1,
        isOverturned: () => false,
      },
    );
    expect(tests).toEqual([
      { key: 'outdated.capacity:lines[a]', test: 'outdated.capacity', verdict: 'breached', blocking: true },
    ]);
  });

  it('call a breach that was overturned just that, never met', () => {
    const breach = finding({ test: 'outdated.capacity', verdict: 'breached' });
    expect(verdicts([breach], [], [breach.key])).toEqual({ 'outdated.capacity': 'overturned' });
  });

  it('count the list as met once every missing annex was looked up and the technology was not found', () => {
    expect(listVerdict([looked('ND-101'), looked('X')])).toBe('met');
  });

  it.each<[string, LookedUp[]]>([
    ['nobody looked', []],
    ['one annex is left', [looked('ND-101')]],
    ['it was found in one', [looked('ND-101'), looked('X', { result: 'found' })]],
    ['it was found by somebody else', [looked('ND-101'), looked('X'), looked('X', { result: 'found' })]],
    ['it was another round', [looked('ND-101'), looked('X', { round: 2 })]],
    ['it was another line', [looked('ND-101'), looked('X', { lineId: 'b' })]],
  ])('leave the list open where %s', (_why, checks) => {
    expect(listVerdict(checks)).toBe('inconclusive');
  });

  it('leave the list open while a candidate waits, and a test of values whatever was looked up', () => {
    const checks = [looked('ND-101'), looked('X')];
    const waiting = { ...LIST, missing: [...LIST.missing, 'decision:prohibited:C1'] };
    expect(listVerdict(checks, waiting)).toBe('inconclusive');
    const capacity = finding({ test: 'outdated.capacity', verdict: 'inconclusive' });
    expect(verdicts([LIST, capacity], checks)['outdated.capacity']).toBe('inconclusive');
  });
});
