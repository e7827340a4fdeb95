import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '#contracts';
import { Refusal } from '#kernel';
import { type PackFault } from '#law';
import { loadLaw } from './load-law.js';

const BROKEN = join(import.meta.dirname, '../../../law/test-fixtures/broken');
const SHIPPED = join(import.meta.dirname, '../../../law/packs');
const workplace = mkdtempSync(join(tmpdir(), 'law-'));
afterAll(() => rmSync(workplace, { recursive: true }));

/** A folder of packs with one broken pack in it, alone or beside those that are shipped. */
function lawWith(fixture: string, beside?: string): string {
  const root = join(workplace, `${fixture}-${beside ? 'beside' : 'alone'}`);
  if (beside) cpSync(beside, root, { recursive: true });
  cpSync(join(BROKEN, fixture), join(root, fixture), { recursive: true });
  return root;
}
async function faultsOf(root: string): Promise<PackFault[]> {
  const refusal: unknown = await loadLaw(root).then(
    () => new Error('nothing was refused'),
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal)) throw refusal;
  expect(refusal.code).toBe('pack_refused');
  expect(PROBLEMS[refusal.code].status).toBe(422);
  return refusal.details['faults'] as PackFault[];
}

describe('a pack whose files are sound but whose law is not', () => {
  it('is refused when it fails its own golden case', async () => {
    await expect(faultsOf(lawWith('failing-case'))).resolves.toEqual([
      {
        file: 'failing-case/cases/one.json',
        place: 'c1',
        code: 'golden_case_failed',
        reason: 'blocking: expected true, found false',
      },
    ]);
  });

  it('is refused when the engine cannot read a cell of its tables', async () => {
    const file = 'broken-model/screening/homemade.json';
    await expect(faultsOf(lawWith('broken-model'))).resolves.toEqual([
      {
        file,
        place: '/nodes/1/content/rules/0/i1',
        code: 'broken_expression',
        reason: 'the engine cannot read: > ten years',
      },
      {
        file,
        place: '/nodes/1/content/rules/1/o1',
        code: 'unknown_verdict',
        reason: "'fine' is no verdict",
      },
    ]);
  });

  it('is refused when its procedure asks for a guard that nobody knows', async () => {
    await expect(faultsOf(lawWith('unknown-guard'))).resolves.toEqual([
      {
        file: 'unknown-guard/procedures/opinion.json',
        place: 'states.draft.on.submit[0].guards',
        code: 'unknown_guard',
        reason: 'stars_are_right is no guard',
      },
    ]);
  });

  it('is refused when a dossier of its procedure could never end', async () => {
    await expect(faultsOf(lawWith('dead-end'))).resolves.toEqual([
      {
        file: 'dead-end/procedures/opinion.json',
        place: 'states.accepted',
        code: 'dead_end',
        reason: 'no path leads from it to a closed status',
      },
    ]);
  });

  it('is refused when its procedure decides without screening, conclusion and endorsement', async () => {
    const faults = await faultsOf(lawWith('skipped-steps'));
    expect(faults[0]).toEqual({
      file: 'skipped-steps/procedures/opinion.json',
      place: 'states.accepted.on.approve[0]',
      code: 'step_skipped',
      reason: 'invariant 2: screen, fresh, conclude, endorse not passed on submit > accept > approve',
    });
    expect(faults.slice(1).map(({ code, reason }) => `${code}: ${reason}`)).toEqual([
      'approval_unguarded: invariant 1: needs no_blocking_finding',
      'decision_unguarded: invariant 1: needs screening_current',
      'decision_unguarded: invariant 1: needs candidates_decided',
    ]);
  });
});

it('one broken pack refuses the whole law, and only that one is named', async () => {
  const faults = await faultsOf(lawWith('failing-case', SHIPPED));
  expect(faults.map(({ file }) => file)).toEqual(['failing-case/cases/one.json']);
});

it('the law that is shipped loads whole', async () => {
  const packs = await loadLaw(SHIPPED);
  expect(packs.map(({ manifest }) => manifest.id)).toEqual(expect.arrayContaining(['INV-2026', 'LT-2018']));
});
