import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Status } from '#contracts';
import { type PathStep, shortestPaths } from '#workflow';
import { startTestApi, type TestApi } from '../../support/api.js';
import { LIKE_OPINION, procedureOfPack } from '../../support/case-facts.js';
import { runAs } from '../../support/database.js';
import {
  aDossier,
  CHANGED_FACTS,
  CLEAN_FACTS,
  type DossierBuilder,
  OLD_MACHINE_FACTS,
} from '../../support/dossier-builder.js';
import { type DossierBody, type DossierDriver } from '../../support/dossier-driver.js';
import { takeStep } from '../../support/procedure-steps.js';

const BLOCKED: readonly Status[] = ['refused', 'refusal_notified', 'approved_with_conditions'];

interface LogRow {
  step: number;
  command: string;
  from_status: string | null;
  to_status: string;
  actor_role: string;
}
const logOf = (api: TestApi, id: string) =>
  runAs(
    api.db.superuser,
    'SELECT step, command, from_status, to_status, actor_role FROM dossier_transition WHERE dossier_id = $1 ORDER BY step',
    [id],
  ) as Promise<unknown> as Promise<LogRow[]>;
const auditOf = async (api: TestApi, id: string) =>
  (
    await runAs(api.db.superuser, 'SELECT action FROM audit_entry WHERE chain_id = $1 ORDER BY seq', [id])
  ).map(({ action }) => action);

/** What the API shows, what the answer said, and what the log holds after one step are one thing. */
async function compare(
  api: TestApi,
  dossier: DossierDriver,
  before: DossierBody,
  step: PathStep,
  answered: { status: string; revision: number; step: number } | null,
) {
  const shown = await dossier.get<DossierBody>('thanhtra');
  const after = shown.body;
  const log = await logOf(api, dossier.id);
  expect(shown.status).toBe(200);
  expect(after).toMatchObject({ status: step.to, step: before.step + 1 });
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(shown.headers['etag']).toBe(`"${after.revision}"`);
  if (answered)
    expect(answered).toMatchObject({ status: after.status, revision: after.revision, step: after.step });
  expect(log).toHaveLength(after.step + 1);
  expect(log.at(-1)).toMatchObject({
    step: after.step,
    command: step.command,
    from_status: step.from,
    to_status: step.to,
  });
  const role = log.at(-1)?.actor_role;
  expect(
    step.edge.by.some(
      (word) =>
        word.split('&').includes(role ?? '') || ['owner', 'clerk_on_behalf', 'lead_appraiser'].includes(word),
    ),
  ).toBe(true);
  expect(await auditOf(api, dossier.id)).toContain(`dossier.${step.command}`);
}

/** A day on which each pack is in force. */
const DAYS: Record<string, string> = {
  'inv-2026': '2026-07-15T02:00:00.000Z',
  'lt-2018': '2025-09-15T02:00:00.000Z',
};

describe.each(LIKE_OPINION)('every shortest path of $id by $pack', ({ pack, id }) => {
  const now = DAYS[pack] ?? '';
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ label: `paths_${id}_${pack.replace('-', '_')}`, now: new Date(now) });
  }, 60_000);
  afterAll(() => api?.close());

  const paths = [...shortestPaths(procedureOfPack(pack, id))].filter(([, steps]) => steps.length > 0);
  async function begun(status: Status): Promise<DossierBuilder> {
    const changes = id === 'reappraisal';
    const first = changes ? await aDossier(api).under('appraisal').issued().open() : null;
    const builder = first ? aDossier(api).changing(first) : aDossier(api).under(id);
    const clean = changes ? CHANGED_FACTS : CLEAN_FACTS;
    return builder.withFacts(BLOCKED.includes(status) ? OLD_MACHINE_FACTS : clean);
  }
  test('there is one to each of the other fifteen statuses', () => {
    expect(paths).toHaveLength(15);
  });

  test.each(
    paths.map(([status, steps]) => ({ status, steps, way: steps.map(({ command }) => command).join(' > ') })),
  )('$status: $way', async ({ status, steps }) => {
    api.clock.set(new Date(now));
    const dossier = await (await begun(status)).open();
    for (const step of steps) {
      const before = await dossier.seen();
      const isLate = step.command === 'conclude';
      if (!isLate) {
        await compare(api, dossier, before, step, await takeStep(dossier, step.from, step.command, status));
        continue;
      }
      const answer = await takeStep(dossier, step.from, step.command, status);
      const examined = { ...before, step: (answer?.step ?? 0) - 1, revision: (answer?.revision ?? 0) - 1 };
      await compare(api, dossier, examined, step, answer);
    }
    const end = await dossier.seen();
    expect(end.status).toBe(status);
    expect(JSON.stringify(end['law'])).toContain(pack.toUpperCase());
  });
});
