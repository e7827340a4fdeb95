import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseAttributes, type TechnologyFacts } from '#contracts';
import { civilDate } from '#kernel';
import { checklistFor } from './checklist-for.js';
import { composeLawSet } from './compose-law-set.js';
import { loadAllPacks } from './load-packs.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const setOf = (on: string) =>
  composeLawSet({ packs, procedureId: 'opinion', on: civilDate(on), mode: 'demonstration' });
const [lt, inv, construction] = [setOf('2026-02-10'), setOf('2026-06-10'), setOf('2026-07-01')];
const INVESTOR: CaseAttributes = {
  procedure: 'opinion',
  channel: 'investor',
  ourRole: 'lead',
  trigger: 'local_full_coverage',
  stage: 'policy',
  authority: null,
  environmentalGroup: null,
  projectGroup: null,
  capitalOrigin: null,
};
const PAPERS = [{ item: 'D2' }, { item: 'D3' }];
const NAMED: TechnologyFacts = {
  papers: PAPERS,
  lines: [{ technologyName: 'ép khô', origin: 'DE', condition: 'new' }],
  equipment: [{ name: 'Máy ép', condition: 'new' }],
};
const missing = (set: typeof lt, facts: TechnologyFacts, attributes: Partial<CaseAttributes> = {}) =>
  checklistFor(set, { ...INVESTOR, ...attributes }, facts).missing;

describe('the checklist of a dossier', () => {
  it('asks an investor at the policy stage of the 2018 law for D1, D2, D3, D6, D14', () => {
    expect(missing(lt, {})).toEqual(['D1', 'D2', 'D3', 'D6', 'D14']);
  });

  it('asks at the decision stage for what article 16.2 demands, training included', () => {
    expect(missing(lt, {}, { stage: 'decision' })).toEqual(['D2', 'D3', 'D5', 'D9', 'D10', 'D11', 'D14']);
  });

  it('wants the request letter from a requester only', () => {
    expect(missing(lt, {}, { channel: 'requester' })).toContain('D12');
    expect(missing(inv, NAMED, { channel: 'requester' })).toEqual(['D12']);
    expect(missing(inv, NAMED)).toEqual([]);
  });

  it('takes papers by their item code', () => {
    const papers = ['D1', 'D2', 'D3', 'D6', 'D14'].map((item) => ({ item }));
    expect(missing(lt, { papers })).toEqual([]);
    expect(missing(lt, { papers: papers.slice(1) })).toEqual(['D1']);
  });

  it('lets no facts stand for the flow diagram and the specifications: they are only a hint', () => {
    const state = (facts: TechnologyFacts) => {
      const { present, derivable, missing: lacking } = checklistFor(inv, INVESTOR, facts);
      return { present, derivable, lacking };
    };
    const unnamed = { ...NAMED, papers: [] };
    expect(state(unnamed)).toEqual({ present: [], derivable: ['D2', 'D3'], lacking: ['D2', 'D3'] });
    expect(state(NAMED)).toEqual({ present: ['D2', 'D3'], derivable: [], lacking: [] });
    expect(state({ ...unnamed, lines: [{ technologyName: 'ép khô' }] }).derivable).toEqual(['D3']);
    expect(state({ ...unnamed, equipment: [{ name: 'Máy ép' }] }).derivable).toEqual(['D2']);
    expect(state({ lines: [], equipment: [] }).derivable).toEqual([]);
  });

  it.each<[string, TechnologyFacts, boolean]>([
    ['a used machine from abroad', { equipment: [{ name: 'A', condition: 'used' }] }, true],
    ['a used line from abroad', { lines: [{ condition: 'used', acquisition: 'imported' }] }, true],
    [
      'a used machine bought in the country',
      { equipment: [{ name: 'A', condition: 'used', acquisition: 'domestic' }] },
      false,
    ],
    ['a machine in operation', { equipment: [{ name: 'A', condition: 'operating' }] }, false],
    ['a machine of unknown condition', { equipment: [{ name: 'A' }] }, false],
  ])('requires D15 for %s: %#', (_name, facts, required) => {
    expect(missing(inv, facts).includes('D15')).toBe(required);
    expect(checklistFor(inv, INVESTOR, facts).asked.some(({ code }) => code === 'D15')).toBe(!required);
  });

  it('requires the explanation D16 where the law makes the project subject to appraisal', () => {
    expect(missing(inv, NAMED, { trigger: 'restricted' })).toEqual(['D16']);
    expect(missing(inv, NAMED, { trigger: 'environment' })).toEqual(['D16']);
    expect(missing(inv, NAMED, { trigger: 'local_full_coverage' })).toEqual([]);
    expect(missing(lt, { ...NAMED }, { trigger: 'restricted' })).not.toContain('D16');
  });

  it('requires D17 at the decision stage from the day of the construction decree', () => {
    const decision = { stage: 'decision', trigger: 'restricted' } as const;
    expect(missing(inv, NAMED, decision)).toEqual([]);
    expect(missing(construction, NAMED, decision)).toEqual(['D17']);
  });

  it('reads an unknown stage as the policy stage', () => {
    expect(missing(lt, {}, { stage: null })).toEqual(missing(lt, {}));
  });

  it('never counts an item asked for "if any" as missing', () => {
    const state = checklistFor(lt, INVESTOR, {});
    expect(state.asked.map(({ code }) => code)).toEqual(['D4', 'D5', 'D7', 'D8', 'D13', 'D15']);
    expect(state.missing.some((code) => state.asked.some((item) => item.code === code))).toBe(false);
  });
});
