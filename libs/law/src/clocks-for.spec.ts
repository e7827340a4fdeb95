import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseAttributes } from '#contracts';
import { civilDate } from '#kernel';
import { clocksFor } from './clocks-for.js';
import { composeLawSet, composeScreeningLaw } from './compose-law-set.js';
import { type LawSet } from './law-set.types.js';
import { loadAllPacks } from './load-packs.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const setOf = (on: string) =>
  composeLawSet({ packs, procedureId: 'opinion', on: civilDate(on), mode: 'demonstration' });
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

describe('the clocks of a case', () => {
  const inv = setOf('2026-06-10');
  const lt = setOf('2026-02-10');
  it.each<[string, LawSet, Partial<CaseAttributes>, string[]]>([
    ['a provincial request', inv, {}, ['T-26-2']],
    ['an unknown authority is read as the strictest', inv, { authority: null }, ['T-26-2']],
    ['a zone board', inv, { authority: 'zone_board' }, ['T-26-2']],
    ['the Prime Minister', inv, { authority: 'prime_minister' }, ['T-26-6']],
    [
      'the National Assembly: no term found, a target of our own',
      inv,
      { authority: 'national_assembly' },
      ['INT-26-3'],
    ],
    ["an investor's own request", inv, { channel: 'investor' }, ['INT-26-1']],
    [
      'full coverage asked by the investor',
      inv,
      { channel: 'investor', trigger: 'local_full_coverage' },
      ['INT-26-2'],
    ],
    [
      'an agency that asks runs its term, whatever our own reason to look is',
      inv,
      { trigger: 'local_full_coverage' },
      ['T-26-2'],
    ],
    [
      'the same on the track of the Prime Minister',
      inv,
      { trigger: 'local_full_coverage', authority: 'prime_minister' },
      ['T-26-6'],
    ],
    ['an unknown stage is read as policy', inv, { stage: null }, ['T-26-2']],
    ['the decision stage: no term found', inv, { stage: 'decision' }, ['INT-26-4']],
    [
      'the decision stage before the Prime Minister',
      inv,
      { stage: 'decision', authority: 'prime_minister' },
      ['INT-26-4'],
    ],
    [
      'the decision stage of the National Assembly: one target',
      inv,
      { stage: 'decision', authority: 'national_assembly' },
      ['INT-26-4'],
    ],
    ['2018 law, stage unknown', lt, { stage: null }, ['T-18-2']],
    ['2018 law, investor', lt, { channel: 'investor' }, ['INT-18-1']],
    ['2018 law, decision stage, group A', lt, { stage: 'decision', projectGroup: 'A' }, ['T-18-4-A']],
    ['2018 law, decision stage, group unknown', lt, { stage: 'decision' }, ['T-18-4-C']],
  ])('%s', (_name, set, attributes, expected) => {
    expect(replyClocks(set, attributes)).toEqual(expected);
  });

  it('carry what the articles say of the reply of seven working days', () => {
    expect(inv.clocks.find(({ id }) => id === 'T-26-2')).toMatchObject({
      value: 7,
      unit: 'working_day',
      start: 'receipt',
      alternativeStart: 'valid_dossier',
      onExpire: 'deemed_agreement',
      verification: 'text_read',
      stopsOn: [{ status: 'supplement_requested' }, { status: 'clarification_requested' }],
    });
  });

  it('give silence at the decision stage no effect, and name the term of the construction appraisal', () => {
    const decision = clocksFor(inv, { ...REQUEST, stage: 'decision' });
    expect(decision.filter(({ onExpire }) => onExpire === 'deemed_agreement')).toEqual([]);
    const target = decision.find(({ id }) => id === 'INT-26-4');
    expect(target).toMatchObject({ purpose: 'internal_target', start: 'receipt', verification: 'inference' });
    expect(target?.note?.vi).toContain('T-26-11');
  });

  it('never give a target of our own a legal effect', () => {
    const targets = packs
      .flatMap(({ clocks }) => clocks)
      .filter(({ purpose }) => purpose === 'internal_target');
    expect(targets.length).toBeGreaterThan(0);
    for (const clock of targets)
      expect(clock).toMatchObject({ onExpire: 'overdue', verification: 'inference' });
  });
});

/** Rows of the register of terms that bind others: ids, days and units as they are shown, never run. */
describe('the duties of others', () => {
  const dutiesOf = (set: LawSet, attributes: Partial<CaseAttributes>) =>
    clocksFor(set, { ...REQUEST, ...attributes })
      .filter(({ purpose }) => purpose === 'others_duty')
      .map(({ id, value, unit }) => `${id} ${value} ${unit}`);
  const decision = { stage: 'decision' } as const;
  it.each<[string, string, Partial<CaseAttributes>, string[]]>([
    ['a certificate without policy approval', '2026-06-10', { authority: null }, ['T-26-7 10 working_day']],
    [
      'a construction appraisal, group A',
      '2026-07-01',
      { ...decision, projectGroup: 'A' },
      [
        'T-26-11-A-CLASS-1 25 working_day',
        'T-26-11-A-LOWER 20 working_day',
        'T-26-11-ANSWER 20 working_day',
        'T-26-11-REQUEST 5 working_day',
      ],
    ],
    [
      'a construction appraisal, group B',
      '2026-07-01',
      { ...decision, projectGroup: 'B' },
      ['T-26-11-B-CLASS-1 20 working_day', 'T-26-11-B-LOWER 16 working_day'],
    ],
    [
      'a construction appraisal, group C',
      '2026-07-01',
      { ...decision, projectGroup: 'C' },
      ['T-26-11-C-CLASS-1 15 working_day', 'T-26-11-C-LOWER 12 working_day'],
    ],
    [
      'a project of national importance',
      '2026-07-01',
      { ...decision, authority: 'national_assembly' },
      ['T-19-1 15 day', 'T-26-11-NATIONAL 60 day'],
    ],
    [
      'the same by the older law, once the decree is there',
      '2026-01-14',
      { authority: 'national_assembly' },
      ['T-19-1 15 day'],
    ],
    [
      'a transfer of restricted technology by the 2018 law',
      '2025-06-10',
      { trigger: 'restricted' },
      [
        'T-18-5-CHECK 3 working_day',
        'T-18-5-DECIDE 30 day',
        'T-18-6-CHECK 5 working_day',
        'T-18-6-DECIDE 15 working_day',
        'T-18-6-FILE 60 day',
        'T-18-6-SUPPLEMENT 60 day',
      ],
    ],
  ])('name %s on %s', (_name, on, attributes, expected) => {
    expect(dutiesOf(setOf(on), attributes)).toEqual(expect.arrayContaining(expected));
  });

  it('leave out what is not yet or no longer there', () => {
    expect(dutiesOf(setOf('2026-06-30'), { ...decision, projectGroup: 'A' })).toEqual([]);
    expect(dutiesOf(setOf('2026-01-13'), { authority: 'national_assembly' })).not.toContain('T-19-1 15 day');
    expect(
      dutiesOf(setOf('2026-06-10'), { trigger: 'restricted' }).some((row) => row.startsWith('T-18')),
    ).toBe(false);
  });

  it('show the inspection of machinery beside a determination', () => {
    const set = composeScreeningLaw({
      packs,
      procedureId: 'determination',
      on: civilDate('2026-06-10'),
      mode: 'demonstration',
    });
    const rows = set.clocks.filter(({ id }) => id.startsWith('T-23-2'));
    expect(rows.map(({ id, value, unit }) => `${id} ${value} ${unit}`)).toEqual([
      'T-23-2-GROUNDS 5 working_day',
      'T-23-2-PAPERS 15 day',
    ]);
  });

  it('never run: none starts at an event of the dossier, ends it or speaks for silence', () => {
    const duties = packs.flatMap(({ clocks }) => clocks).filter(({ purpose }) => purpose === 'others_duty');
    expect(duties.length).toBeGreaterThan(30);
    for (const { start, onExpire } of duties) {
      expect(['event', 'request', 'consultation']).toContain(start);
      expect(onExpire).toBe('overdue');
    }
  });

  it('run for one agency at a time, from the letter that asks it, in a determination only', () => {
    const asked = packs.flatMap(({ clocks }) => clocks).filter(({ start }) => start === 'consultation');
    expect(asked.map(({ id, procedures }) => [id, procedures])).toEqual([
      ['T-23-1-REPLY', ['determination']],
    ]);
  });
});
