import { type Candidate, type TechnologyFacts } from '#contracts';
import { type CivilDate, Refusal, canonicalJson } from '#kernel';
import { lawSetFromPacks } from '../../../test/support/law-set-from-packs.js';
import {
  FULL_LINE,
  FULL_MACHINE,
  ON,
  find,
  input,
  machine,
  verdictOf,
} from '../../../test/support/screening-inputs.js';
import { ENGINE_VERSION } from './engine-version.js';
import { replay } from './replay/replay.js';
import { type ScreeningInput, screen } from './screen.js';
import { triggerOf } from './trigger.js';

describe('the result', () => {
  const facts: TechnologyFacts = {
    lines: [FULL_LINE, { ...FULL_LINE, id: 'k' }],
    equipment: [FULL_MACHINE, { ...FULL_MACHINE, id: 'n', yearMade: 2004 }],
  };
  it('is the same bytes again, whatever the order of lines and machines', async () => {
    const reversed = {
      lines: [...(facts.lines ?? [])].reverse(),
      equipment: [...(facts.equipment ?? [])].reverse(),
    };
    expect(canonicalJson(await screen(input(reversed)))).toBe(canonicalJson(await screen(input(facts))));
  });
  it('is replayed from what is stored, and a difference is named', async () => {
    const expected = await screen(input(facts));
    const stored = {
      ...(JSON.parse(JSON.stringify(input(facts))) as ScreeningInput),
      engineVersion: ENGINE_VERSION,
    };
    expect(await replay(stored, expected)).toEqual({ same: true, firstDifference: null });
    const changed = { ...expected, blocking: !expected.blocking };
    expect(await replay(stored, changed)).toEqual({ same: false, firstDifference: '/blocking' });
  });
  it('names the smallest change of each fact that changes the verdict, and the change does', async () => {
    const { findings } = await screen(input(facts));
    const late = findings.find(({ key }) => key === 'U-1:equipment[n]');
    expect(late?.wouldChange).toEqual([{ path: 'equipment[n].yearMade', to: 2016, becomes: 'met' }]);
    expect(await verdictOf(machine(2016, 2026, '84771039'), 'used.age')).toBe('met');
    expect(await verdictOf(machine(2015, 2026, '84771039'), 'used.age')).toBe('breached');
    expect(find(findings, 'used.line.oecd_sites').wouldChange).toEqual([
      { path: 'lines[k].oecdSites', to: 3, becomes: 'met' },
    ]);
    expect(findings.find(({ key }) => key === 'U-1:equipment[m]')?.wouldChange).toEqual([
      { path: 'equipment[m].plannedArrivalYear', to: 2031, becomes: 'breached' },
    ]);
  });
  it('has unique keys', async () => {
    const keys = (await screen(input(facts))).findings.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('sets the trigger: environment before the promise to cover all', async () => {
    expect((await screen(input({ project: { environmentalGroup: 'II' } }))).trigger).toBe('environment');
    expect((await screen(input({ project: { environmentalGroup: 'III' } }))).trigger).toBe(
      'local_full_coverage',
    );
    expect((await screen(input({}, { procedure: 'determination' }))).trigger).toBe('term_extension');
  });
  it('lets the own reason of a procedure go first, then a restricted technology', () => {
    const facts: TechnologyFacts = { project: { environmentalGroup: 'I' } };
    const restricted: Candidate = {
      ...{ lineId: 'l', list: 'restricted', code: 'H11', listVersion: 'V', nameVi: '', score: 1 },
      ...{ method: 'name', verification: 'secondary', standing: 'acts', decision: 'confirmed' },
    };
    const law = lawSetFromPacks('opinion', ON, 'demonstration');
    expect(triggerOf(facts, [restricted], 'determination', law)).toBe('term_extension');
    expect(triggerOf(facts, [restricted], 'reappraisal', law)).toBe('technology_change');
    expect(triggerOf(facts, [restricted], 'opinion', law)).toBe('restricted');
    expect(triggerOf(facts, [{ ...restricted, standing: 'advice' }], 'appraisal', law)).toBe('environment');
  });
  it('reads the environmental groups from the law of the day, and says when the group is unknown', async () => {
    const facts: TechnologyFacts = { project: { environmentalGroup: 'II' } };
    const triggerOn = async (on: string) =>
      (await screen(input(facts, { receivedOn: on as CivilDate }))).trigger;
    expect(await triggerOn('2022-01-01')).toBe('environment');
    expect(await triggerOn('2021-12-31')).toBe('local_full_coverage');
    const law = lawSetFromPacks('opinion', ON, 'demonstration');
    const metas = law.rules.metas.map((meta) =>
      meta.id === 'ENV-TRIGGER' ? { ...meta, values: ['I'] } : meta,
    );
    expect(triggerOf(facts, [], 'opinion', { rules: { ...law.rules, metas } })).toBe('local_full_coverage');
    const codes = async (...args: Parameters<typeof input>) =>
      (await screen(input(...args))).notices.map(({ code }) => code);
    expect(await codes({})).toContain('environmental_group_unknown');
    expect(await codes(facts)).not.toContain('environmental_group_unknown');
    expect(await codes({}, { procedure: 'determination' })).not.toContain('environmental_group_unknown');
  });
  it.each([
    [{ lines: [{ actualCapacityPct: { value: 1e21 } }] }, 'impossible_value'],
    [{ lines: [{ actualCapacityPct: { value: '85' } }] }, 'malformed_request'],
  ])('refuses %j before any engine sees it', async (bad, code) => {
    const attempt = screen(input(bad as TechnologyFacts));
    await expect(attempt).rejects.toBeInstanceOf(Refusal);
    await expect(attempt).rejects.toMatchObject({ code });
  });
  it('is refused as unavailable when a table leaves a row unanswered or a model is missing', async () => {
    const base = lawSetFromPacks('opinion', ON, 'demonstration');
    const empty = { ...base, rules: { ...base.rules, models: [] } };
    const attempt = screen({ ...input({ equipment: [FULL_MACHINE] }), lawSet: empty });
    await expect(attempt).rejects.toMatchObject({
      code: 'screening_unavailable',
      details: { reason: 'model_not_in_set' },
    });
  });
  it('a rule from memory, or not in force in official mode, decides nothing', async () => {
    const base = lawSetFromPacks('opinion', ON, 'official');
    const weaken = (verification: 'memory' | 'inference') => ({
      ...base,
      rules: { ...base.rules, metas: base.rules.metas.map((meta) => ({ ...meta, verification })) },
    });
    const old = machine(2000, 2026, '84771039');
    for (const [verification, mode, note] of [
      ['memory', 'demonstration', 'rule_from_memory'],
      ['inference', 'official', 'not_acting_in_official_mode'],
    ] as const) {
      const { findings, blocking } = await screen({ ...input(old, { mode }), lawSet: weaken(verification) });
      expect(find(findings, 'used.age')).toMatchObject({
        verdict: 'inconclusive',
        severity: 'review',
        values: { advisedVerdict: 'breached' },
      });
      expect(find(findings, 'used.age').notes).toContain(note);
      expect(blocking).toBe(false);
    }
  });
});
