import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROBLEMS, type CaseAttributes, type ScreeningMode } from '#contracts';
import { civilDate, digestOf, Refusal } from '#kernel';
import { clocksFor } from './clocks-for.js';
import { composeLawSet, composeScreeningLaw } from './compose-law-set.js';
import { type LawSet } from './law-set.types.js';
import { loadAllPacks } from './load-packs.js';
import { type Pack } from './pack.types.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const setOf = (on: string, mode: ScreeningMode = 'demonstration', from: readonly Pack[] = packs): LawSet =>
  composeLawSet({ packs: from, procedureId: 'opinion', on: civilDate(on), mode });
const notices = (set: Pick<LawSet, 'notices'>, code: string) =>
  set.notices.filter((notice) => notice.code === code).map(({ params }) => params);

const REQUEST: CaseAttributes = {
  procedure: 'opinion',
  channel: 'requester',
  ourRole: 'consulted',
  trigger: 'environment',
  stage: 'policy',
  authority: 'province_chair',
  environmentalGroup: 'I',
  projectGroup: null,
  capitalOrigin: null,
};
const replyClocks = (set: LawSet, attributes: Partial<CaseAttributes> = {}) =>
  clocksFor(set, { ...REQUEST, ...attributes })
    .filter(({ purpose }) => purpose === 'reply' || purpose === 'internal_target')
    .map(({ id }) => id);

const DAYS: {
  on: string;
  owner: string;
  lists: string;
  clocks: string[];
  shorter: string[];
  rules: string[];
}[] = [
  {
    on: '2018-07-01',
    owner: 'LT-2018',
    lists: 'ND-76-2018',
    clocks: ['T-18-2'],
    shorter: [],
    rules: ['list'],
  },
  {
    on: '2026-02-10',
    owner: 'LT-2018',
    lists: 'ND-76-2018',
    clocks: ['T-18-2'],
    shorter: ['T-25-1'],
    rules: ['list', 'trigger', 'used'],
  },
  {
    on: '2026-03-15',
    owner: 'LT-2018',
    lists: 'ND-76-2018',
    clocks: ['T-18-2'],
    shorter: ['GAP-2026-03'],
    rules: ['list', 'trigger', 'used'],
  },
  {
    on: '2026-03-31',
    owner: 'INV-2026',
    lists: 'ND-76-2018',
    clocks: ['T-18-2', 'T-26-2'],
    shorter: [],
    rules: ['list', 'outdated', 'trigger', 'used'],
  },
  {
    on: '2026-06-10',
    owner: 'INV-2026',
    lists: 'ND-101-2026',
    clocks: ['T-26-2'],
    shorter: [],
    rules: ['list', 'outdated', 'trigger', 'used'],
  },
  {
    on: '2026-07-01',
    owner: 'INV-2026',
    lists: 'ND-101-2026',
    clocks: ['T-26-2'],
    shorter: [],
    rules: ['list', 'outdated', 'trigger', 'used'],
  },
];
const MODES: ScreeningMode[] = ['official', 'demonstration'];

describe.each(MODES)('the law of a day in %s mode', (mode) => {
  it.each(DAYS)('$on belongs to $owner', ({ on, owner, lists, clocks, shorter, rules }) => {
    const set = setOf(on, mode);
    expect(set).toMatchObject({ procedureId: 'opinion', chosenFor: on, mode });
    expect(set.procedure.packId).toBe(owner);
    expect(replyClocks(set)).toEqual(clocks);
    expect(notices(set, 'shorter_term_not_loaded').map(({ part }) => part)).toEqual(shorter);
    expect([...new Set(set.rules.metas.map(({ test }) => test.split('.')[0]))].sort()).toEqual(rules);
    const missing = notices(set, 'list_version_not_in_force');
    expect(missing.map(({ list, version }) => [list, version]).sort()).toEqual(
      ['encouraged', 'prohibited', 'restricted'].map((list) => [list, lists]),
    );
    expect(missing.every(({ instrument }) => instrument !== '')).toBe(true);
  });

  it('holds reference rows on any day, marked so, and strategic rows from their own day', () => {
    const rowOf = (on: string, code: string) => setOf(on, mode).lists.rows.find((row) => row.code === code);
    expect(rowOf('2026-06-10', 'C11')).toMatchObject({
      reference: true,
      packId: 'REF',
      versionId: 'ND-120-2014',
    });
    expect(rowOf('2026-06-10', 'C14')).toMatchObject({ reference: true, state: 'draft' });
    expect(rowOf('2026-06-30', 'CL07')).toBeUndefined();
    expect(rowOf('2026-07-01', 'CL07')).toMatchObject({ reference: false, packId: 'STRAT-2026' });
    expect(rowOf('2026-02-10', 'K21')).toMatchObject({ reference: false, packId: 'LT-2018' });
  });

  it.each(['K20', 'K21', 'K22', 'K23', 'K24'])('keeps %s of article 49 when the law is amended', (code) => {
    const rowsOf = (on: string) =>
      setOf(on, mode)
        .lists.rows.filter((row) => row.code === code)
        .map(({ packId, verification, reference }) => [packId, verification, reference]);
    expect(rowsOf('2026-03-31')).toEqual([['LT-2018', 'text_read', false]]);
    expect(rowsOf('2026-04-01')).toEqual([['INV-2026', 'inference', false]]);
  });
});

describe('a law set', () => {
  it('is the same bytes for the same input, whatever the order of the packs', () => {
    const [one, two] = [setOf('2026-06-10'), setOf('2026-06-10', 'demonstration', [...packs].reverse())];
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    const { digest, ...content } = one;
    expect(digest).toBe(digestOf(content));
    expect(digestOf(JSON.parse(JSON.stringify(content)))).toBe(digest);
  });

  it('pins every pack that it draws on, and no other', () => {
    const refs = setOf('2026-06-10').packs;
    expect(refs.map(({ packId }) => packId)).toEqual([
      'CAL-2025',
      'CAL-2026',
      'CAL-2027',
      'DET-2023',
      'INV-2026',
      'LT-2026A',
      'REF',
      'USED-2019',
    ]);
    for (const { packId, digest } of refs)
      expect(packs.find(({ manifest }) => manifest.id === packId)?.digest).toBe(digest);
  });

  it('differs by mode in its digest', () => {
    expect(setOf('2026-06-10', 'official').digest).not.toBe(setOf('2026-06-10').digest);
  });

  it('takes nothing that acts from a skeleton, but says what it misses', () => {
    const set = setOf('2026-06-10');
    const acting = [...set.clocks, ...set.rules.metas, ...set.checklist, ...set.criteria, ...set.lists.rows];
    expect(acting.filter(({ packId }) => packId === 'LT-2026A')).toEqual([]);
    expect(notices(set, 'pack_incomplete').map(({ part }) => part)).toContain('ND-101-2026-LISTS');
    expect(notices(setOf('2026-03-15'), 'pack_incomplete')).toEqual([]);
  });

  it('lets a loaded list replace the same version of a skeleton', () => {
    const known = packs.find(({ manifest }) => manifest.id === 'LT-2026A')?.listVersions[0];
    const inv = packs.find(({ manifest }) => manifest.id === 'INV-2026');
    if (known === undefined || inv === undefined) throw new Error('shipped packs changed');
    const imported: Pack = {
      ...inv,
      manifest: { ...inv.manifest, id: 'ANNEX' },
      procedures: [],
      listVersions: [{ ...known, loaded: true }],
    };
    const set = setOf('2026-06-10', 'official', [...packs, imported]);
    expect(notices(set, 'list_version_not_in_force')).toEqual([]);
    expect(set.lists.versions.filter(({ id }) => id === known.id)).toEqual([
      { ...known, loaded: true, packId: 'ANNEX', reference: false },
    ]);
  });

  it('says when the calendar of the year, or of the year that a term runs into, is unconfirmed', () => {
    expect(notices(setOf('2026-06-10'), 'calendar_unconfirmed').map(({ year }) => year)).toEqual(['2026']);
    expect(notices(setOf('2026-12-01'), 'calendar_unconfirmed').map(({ year }) => year)).toEqual([
      '2026',
      '2027',
    ]);
    expect(notices(setOf('2019-07-01'), 'calendar_unconfirmed')).toEqual([
      { year: '2019', days: 'calendar' },
    ]);
  });

  it('takes dates that we set ourselves from the newest pack only', () => {
    const own = setOf('2026-03-31').clocks.filter(({ value }) => value === null);
    expect(own.map(({ purpose, packId }) => `${purpose} ${packId}`).sort()).toEqual([
      'clarification INV-2026',
      'refusal_reply INV-2026',
      'supplement INV-2026',
    ]);
  });

  it('answers a day before every law with the nearest procedure and says that nothing is in force', () => {
    const set = setOf('2018-06-30');
    expect(set.procedure.packId).toBe('LT-2018');
    expect(set.clocks).toEqual([]);
    expect(notices(set, 'no_rule_in_force').map(({ subject }) => subject)).toContain('procedure.opinion');
    expect(notices(set, 'list_version_not_in_force').map(({ version }) => version)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(notices(setOf('2018-07-01'), 'no_rule_in_force').map(({ subject }) => subject)).toEqual([
      'outdated',
      'trigger',
      'used',
    ]);
  });

  it('refuses a procedure that no pack holds, by name', () => {
    const without = packs.map((pack) => ({ ...pack, procedures: [] }));
    const compose = () => setOf('2026-06-10', 'demonstration', without);
    expect(compose).toThrow(new Refusal('no_procedure_in_force'));
    expect(PROBLEMS.no_procedure_in_force.status).toBe(422);
    const law = composeScreeningLaw({
      packs: without,
      procedureId: 'determination',
      on: civilDate('2026-07-01'),
      mode: 'official',
    });
    expect(law.rules.metas.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['DET-CERT', 'OUT-1', 'OUT-5']),
    );
    expect(law.rules.models.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['outdated', 'determination-certificate']),
    );
  });
});
