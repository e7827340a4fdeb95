import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseAttributes } from '#contracts';
import { civilDate } from '#kernel';
import { clocksFor } from './clocks-for.js';
import { composeLawSet } from './compose-law-set.js';
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
      'full coverage beside a request of an agency',
      inv,
      { trigger: 'local_full_coverage' },
      ['INT-26-2', 'T-26-2'],
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

  it('never give a target of our own a legal effect', () => {
    const targets = packs
      .flatMap(({ clocks }) => clocks)
      .filter(({ purpose }) => purpose === 'internal_target');
    expect(targets.length).toBeGreaterThan(0);
    for (const clock of targets)
      expect(clock).toMatchObject({ onExpire: 'overdue', verification: 'inference' });
  });
});
