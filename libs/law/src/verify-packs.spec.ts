import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '#contracts';
import { type Refusal } from '#kernel';
import { assertOfficialModeReady, officialModeReady } from './composing/official-mode.js';
import { loadAllPacks } from './load-packs.js';
import { type GoldenCase, type Pack } from './pack.types.js';
import { assertPacksSound, type PackChecks, verifyPacks } from './verify-packs.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const golden: GoldenCase = { id: 'g1', file: 'cases/one.json', note: '', input: {}, expect: {} };
const withCase: Pack[] = packs
  .filter(({ manifest }) => manifest.id === 'INV-2026')
  .map((pack) => ({ ...pack, cases: [golden] }));
const passing: PackChecks = {
  checkProcedure: () => [],
  checkModel: () => [],
  runGoldenCase: () => Promise.resolve([]),
};
const refusalOf = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
};

describe('checks of other libraries', () => {
  it('pass when every one passes', async () => {
    await expect(assertPacksSound(withCase, passing)).resolves.toBeUndefined();
  });

  it('name the file and the place of a procedure that fails', async () => {
    const checkProcedure: PackChecks['checkProcedure'] = (definition, { id }) => {
      const procedure = (definition as { id: string }).id;
      return procedure === 'opinion'
        ? [{ place: '/states/draft', code: 'dead_end', reason: `${id} ${procedure}` }]
        : [];
    };
    await expect(verifyPacks(withCase, { ...passing, checkProcedure })).resolves.toEqual([
      {
        file: 'inv-2026/procedures/opinion.json',
        place: '/states/draft',
        code: 'dead_end',
        reason: 'INV-2026 opinion',
      },
    ]);
  });

  it('name a decision model that the engine cannot read, and then run no case on it', async () => {
    const faults = await verifyPacks(withCase, {
      ...passing,
      checkModel: () => [{ place: '/nodes/0', code: 'model_unreadable', reason: 'no input' }],
      runGoldenCase: () => Promise.reject(new Error('must not run')),
    });
    expect(faults).toContainEqual({
      file: 'inv-2026/screening/outdated.json',
      place: '/nodes/0',
      code: 'model_unreadable',
      reason: 'no input',
    });
  });

  it('refuse packs that fail their own golden case', async () => {
    const runGoldenCase: PackChecks['runGoldenCase'] = (one, all) =>
      Promise.resolve([`${one.id} on ${all.length} packs`]);
    await expect(assertPacksSound(withCase, { ...passing, runGoldenCase })).rejects.toMatchObject({
      code: 'pack_refused',
      details: {
        faults: [
          {
            file: 'inv-2026/cases/one.json',
            place: 'g1',
            code: 'golden_case_failed',
            reason: 'g1 on 1 packs',
          },
        ],
      },
    });
  });
});

describe('official mode', () => {
  it('does not start while days of the year stand at memory or inference', () => {
    const faults = officialModeReady(packs, 2026);
    expect(faults.map(({ reason }) => reason.slice(0, 10))).toEqual([
      '2026-01-02',
      '2026-01-10',
      '2026-04-26',
      '2026-04-27',
      '2026-08-22',
      '2026-08-31',
      '2026-09-01',
    ]);
    expect(faults[0]).toMatchObject({
      file: 'cal-2026/calendar.yaml',
      place: '/1',
      code: 'calendar_unconfirmed',
    });
    const refusal = refusalOf(() => assertOfficialModeReady(packs, 2026));
    expect(refusal.code).toBe('official_mode_not_ready');
    expect(PROBLEMS[refusal.code].status).toBe(422);
  });

  it('does not start on a calendar with missing parts or without one', () => {
    expect(officialModeReady(packs, 2027).map(({ code }) => code)).toContain('calendar_incomplete');
    expect(officialModeReady(packs, 2031)).toMatchObject([{ code: 'calendar_missing' }]);
  });

  it('starts when every row is confirmed', () => {
    const confirmed = packs.map((pack) => ({
      ...pack,
      calendar: pack.calendar.map((row) => ({ ...row, verification: 'text_read' as const })),
    }));
    expect(() => assertOfficialModeReady(confirmed, 2026)).not.toThrow();
  });
});
