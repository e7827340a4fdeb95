import { type TechnologyFacts } from '#contracts';
import { type CivilDate } from '#kernel';
import { FULL_MACHINE, find, input, usedLine, verdictOf } from '../../../test/support/screening-inputs.js';
import { screen } from './screen.js';

const on = (day: string, more: { procedure?: 'determination' } = {}) => ({
  receivedOn: day as CivilDate,
  ...more,
});
const findingsOf = async (facts: TechnologyFacts, more: object) =>
  (await screen(input(facts, more))).findings.filter(({ test }) => !test.startsWith('list.'));

describe('a family without a rule in force', () => {
  const operating = { lines: [{ id: 'l', actualCapacityPct: { value: 60, uncertainty: 0 } }] };

  it('leaves every test of a determination open, and says why', async () => {
    const findings = await findingsOf(operating, on('2025-06-01', { procedure: 'determination' }));
    expect(findings.map(({ key }) => key)).toEqual([
      'outdated.capacity:lines[l]',
      'outdated.consumption:lines[l]',
      'outdated.list:lines[l]',
      'outdated.standard:lines[l]',
    ]);
    for (const finding of findings)
      expect(finding).toMatchObject({
        verdict: 'inconclusive',
        severity: 'review',
        notes: ['no_rule_in_force'],
      });
  });
  it('judges no used machine before the decision is in force', async () => {
    const day = on('2019-06-01');
    const findings = await findingsOf({ equipment: [FULL_MACHINE] }, day);
    const used = findings.filter(({ test }) => test.startsWith('used.'));
    expect(used.map(({ test, verdict }) => `${test} ${verdict}`)).toEqual([
      'used.age inconclusive',
      'used.standard inconclusive',
    ]);
    const others = [
      { ...FULL_MACHINE, id: 'n', condition: 'new' as const },
      { ...FULL_MACHINE, id: 'd', acquisition: 'domestic' as const },
      { ...FULL_MACHINE, id: 'o', hsCode: '9018' },
    ];
    const rest = await findingsOf({ equipment: others }, day);
    expect(rest.filter(({ test }) => test.startsWith('used.'))).toEqual([]);
  });
  it('opens the tests of used lines, and the analogy only where there are operating data', async () => {
    const lines = await findingsOf(usedLine({}), on('2019-06-01'));
    expect(lines.map(({ test }) => test)).toEqual([
      'used.line.capacity',
      'used.line.consumption',
      'used.line.lists',
      'used.line.oecd_sites',
      'used.line.standard',
    ]);
    const february = await findingsOf(operating, on('2026-02-10'));
    const analogy = february.filter(({ test }) => test.startsWith('outdated.'));
    expect(analogy.map(({ test, analogy: marked, notes }) => [test, marked, notes])).toEqual([
      ['outdated.capacity', true, ['no_rule_in_force']],
    ]);
  });
  it('asks nothing about used imports in a determination, whose rules never were', async () => {
    const findings = await findingsOf(
      { equipment: [FULL_MACHINE] },
      on('2026-07-01', { procedure: 'determination' }),
    );
    expect(findings.filter(({ test }) => test.startsWith('used.'))).toEqual([]);
  });
});

describe('options of the law', () => {
  const relief = usedLine({
    actualCapacityPct: { value: 50, uncertainty: 0 },
    usedLineRelief: 'high_tech',
  });
  it('a relief counts only once its rule is in force', async () => {
    expect(await verdictOf(relief, 'used.line.capacity', on('2023-03-01'))).toBe('inconclusive');
    const early = find((await screen(input(relief, on('2023-02-28')))).findings, 'used.line.capacity');
    expect(early).toMatchObject({ verdict: 'breached', severity: 'blocking' });
    expect(early.notes).toContain('relief_not_in_force');
  });
  const inLine = (line: object, yearMade: number, hsCode = '84771039'): TechnologyFacts => ({
    lines: [{ id: 'l', ...line }],
    equipment: [{ ...FULL_MACHINE, hsCode, yearMade, lineRef: 'l' }],
  });
  it.each([
    ['84771039', 2010],
    ['84193290', 2006],
    ['84581110', 2001],
  ])('an old machine %s of a used imported line is not blocked by its age', async (hsCode, yearMade) => {
    const used = await screen(input(inLine({ condition: 'used' }, yearMade, hsCode)));
    expect(find(used.findings, 'used.age')).toMatchObject({ verdict: 'inconclusive', severity: 'review' });
    expect(find(used.findings, 'used.age').notes).toContain('line_has_no_age_limit');
    expect(find(used.findings, 'used.age').missing).toEqual(['reading:L-6']);
    for (const line of [{ condition: 'new' }, { condition: 'used', acquisition: 'domestic' }, {}])
      expect(await verdictOf(inLine(line, yearMade, hsCode), 'used.age')).toBe('breached');
  });
  it('a young machine of a used line meets the age limit under either reading', async () => {
    expect(await verdictOf(inLine({ condition: 'used' }, 2016), 'used.age')).toBe('met');
  });
});

describe('values as they are declared', () => {
  it('an uncertainty that is not stated leaves the verdict and is remarked', async () => {
    const facts = usedLine({ actualCapacityPct: { value: 60 }, consumptionOverDesignPct: { value: 3 } });
    const { findings } = await screen(input(facts));
    for (const family of ['outdated', 'used.line']) {
      expect(find(findings, `${family}.capacity`).verdict).toBe('breached');
      expect(find(findings, `${family}.consumption`).verdict).toBe('met');
      for (const test of ['capacity', 'consumption'])
        expect(find(findings, `${family}.${test}`).notes).toContain('uncertainty_not_stated');
    }
    const stated = await screen(input(usedLine({ actualCapacityPct: { value: 60, uncertainty: 0 } })));
    expect(find(stated.findings, 'outdated.capacity').notes).not.toContain('uncertainty_not_stated');
  });
  it('an empty list of OECD sites declares that there is none, no list is unknown', async () => {
    const none = find((await screen(input(usedLine({ oecdSites: [] })))).findings, 'used.line.oecd_sites');
    expect(none).toMatchObject({ verdict: 'breached', severity: 'blocking', values: { oecdSites: 0 } });
    expect(await verdictOf(usedLine({}), 'used.line.oecd_sites')).toBe('inconclusive');
    expect(await verdictOf(usedLine({ standards: [] }), 'used.line.standard')).toBe('inconclusive');
  });
});
