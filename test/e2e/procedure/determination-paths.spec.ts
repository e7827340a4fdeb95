import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isDecided, type Status } from '#contracts';
import { addDays, civilDate, civilDateOf, instantAt } from '#kernel';
import { type PathStep, shortestPaths } from '#workflow';
import { startTestApi, type TestApi } from '../../support/api.js';
import { procedureOfPack } from '../../support/case-facts.js';
import { runAs } from '../../support/database.js';
import {
  acceptEvidence,
  aDeterminationDraft,
  answered,
  consulted,
  determined,
  prepared,
  WORN_LINE,
} from '../../support/determination.js';
import { type DossierDriver } from '../../support/dossier-driver.js';
import { actorOf, takeStep } from '../../support/procedure-steps.js';

const OUTDATED: readonly Status[] = ['refused', 'refusal_notified'];
const NOW = new Date('2026-06-01T02:00:00.000Z');
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'paths_determination', now: NOW });
}, 60_000);
afterAll(() => api?.close());

const paths = [...shortestPaths(procedureOfPack('det-2023', 'determination'))].filter(
  ([, steps]) => steps.length > 0,
);
const logOf = (id: string) =>
  runAs(
    api.db.superuser,
    'SELECT command, from_status, to_status FROM dossier_transition WHERE dossier_id = $1 ORDER BY step',
    [id],
  );

/** One step of a path; what a determination asks before a step is done first. */
async function step(dossier: DossierDriver, { from, command }: PathStep, end: Status): Promise<void> {
  if (command === 'screen') await acceptEvidence(dossier);
  if (command !== 'conclude') {
    await takeStep(dossier, from, command, end);
    return;
  }
  await answered(dossier, (await consulted(dossier)).id);
  await prepared(dossier);
  const outcome = end === 'refused' ? 'disagree_outdated' : 'agree';
  await dossier.command(actorOf(dossier, command), command, await determined(dossier, outcome));
}

describe('every shortest path of determination by DET-2023', () => {
  test('there is one to each status but a draft and an approval with conditions', () => {
    expect(paths).toHaveLength(14);
    expect(paths.map(([status]) => status)).not.toContain('approved_with_conditions');
  });

  test.each(
    paths.map(([status, steps], index) => ({
      status,
      steps,
      index,
      way: steps.map(({ command }) => command).join(' > '),
    })),
  )('$status: $way', async ({ status, steps, index }) => {
    const start = addDays(civilDate('2026-06-01'), index * 14);
    if (start > civilDateOf(api.clock.now())) api.clock.set(instantAt(start, 9));
    const issuedOn = addDays(civilDateOf(api.clock.now()), -20);
    const line = OUTDATED.includes(status) ? { line: WORN_LINE } : {};
    const dossier = await aDeterminationDraft(api, { ...line, evidence: { issuedOn } });
    for (const one of steps) {
      await step(dossier, one, status);
      const seen = await dossier.seen();
      expect(seen.status).toBe(one.to);
      expect((await logOf(dossier.id)).at(-1)).toMatchObject({
        command: one.command,
        from_status: one.from,
        to_status: one.to,
      });
    }
    const end = await dossier.seen();
    expect(JSON.stringify(end['law'])).toContain('DET-2023');
    const letters = (await dossier.get<{ items: { kind: string }[] }>('motcua1', '/letters')).body.items;
    expect(letters.some(({ kind }) => kind === 'determination')).toBe(isDecided(status));
    expect(letters.some(({ kind }) => kind === 'decision')).toBe(false);
  });
});
