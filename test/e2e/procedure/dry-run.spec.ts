import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CommandName, type Status } from '#contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, declared, examine, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';
import { actorOf, payloadFor } from '../../support/procedure-steps.js';
import { tableCounts } from '../../support/table-counts.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'dry_run' });
}, 60_000);
afterAll(() => api?.close());

interface DossierAnswer {
  code?: string;
  clocks: { ruleId: string; dueOn: string | null }[];
  letters: { kind: string }[];
  [told: string]: unknown;
}
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** An answer without the ids of rows that a rehearsal makes and forgets. */
const bare = (body: object): unknown =>
  JSON.parse(JSON.stringify({ ...body, dryRun: null }).replace(UUID, 'an id'));

/** Rehearses, compares every table, carries out, compares the answers. */
async function rehearseThenDo(
  dossier: DossierDriver,
  command: CommandName,
  end: Status,
  payload?: unknown,
): Promise<void> {
  const given = payload ?? (await payloadFor(dossier, command, end));
  const who = actorOf(dossier, command);
  const before = await tableCounts(api.db);
  const rehearsed = await dossier.send(who, command, given, { dryRun: true });
  expect({ command, status: rehearsed.status, code: rehearsed.body.code }).toEqual({
    command,
    status: 200,
    code: undefined,
  });
  expect(rehearsed.body.dryRun).toBe(true);
  expect(await tableCounts(api.db)).toEqual(before);
  const done = await dossier.send(who, command, given);
  expect(done.body.dryRun).toBe(false);
  expect(bare(done.body)).toEqual(bare(rehearsed.body));
}

describe('dryRun of every command says what the real one then does, and writes nothing', () => {
  test('the way to a conditional approval with a clarification, a reply to an intended refusal and a second round', async () => {
    const dossier = await aDossier(api).asRequest().withFacts(OLD_MACHINE_FACTS).open();
    const to = (command: CommandName, payload?: unknown) =>
      rehearseThenDo(dossier, command, 'approved_with_conditions', payload);
    await to('submit');
    await to('accept');
    await to('assign');
    await declared(dossier);
    await to('screen');
    await to('request_clarification');
    await to('clarify');
    await to('notify_refusal');
    await to('respond_to_refusal');
    await examine(dossier);
    await to('conclude');
    await to('send_back');
    await to('conclude');
    await to('endorse');
    await to('approve_with_conditions');
    expect((await dossier.issue('decision')).status).toBe(200);
    await to('reopen');
    expect(await dossier.seen()).toMatchObject({ status: 'under_review', round: 2 });
  });

  test('of a submission and the acceptance right after it, told as one step', async () => {
    const dossier = await aDossier(api).onPaper('2026-07-06').open();
    const before = await tableCounts(api.db);
    const clerk = await dossier.person('motcua1');
    const asked = async (query: string) =>
      clerk.post<DossierAnswer>(
        `${dossier.url('/commands/submit')}${query}`,
        {},
        { 'if-match': `"${(await dossier.seen()).revision}"` },
      );
    const { status, body } = await asked('?dryRun=true&then=accept');
    expect([status, body.code]).toEqual([200, undefined]);
    expect(body).toMatchObject({ from: 'draft', status: 'accepted', dryRun: true });
    expect(await tableCounts(api.db)).toEqual(before);
    expect((await asked('?then=accept')).body.code).toBe('malformed_request');
    expect((await asked('?dryRun=true&then=refuse')).body.code).toBe('malformed_request');
    await dossier.command('motcua1', 'submit', {});
    const done = (await dossier.send('motcua1', 'accept', {})).body as unknown as DossierAnswer;
    const bareClocks = ({ clocks }: DossierAnswer) => clocks.map(({ ruleId, dueOn }) => [ruleId, dueOn]);
    expect(bareClocks(body)).toEqual(bareClocks(done));
    expect(body.letters.map(({ kind }) => kind)).toEqual(done.letters.map(({ kind }) => kind));
  });

  test('the other ends', async () => {
    const refused = await aDossier(api).withFacts(OLD_MACHINE_FACTS).underReview().and(examine).open();
    await rehearseThenDo(refused, 'conclude', 'refused');
    await refused.command('truongphong1', 'endorse', {});
    await rehearseThenDo(refused, 'refuse', 'refused');
    await rehearseThenDo(await aDossier(api).endorsed().open(), 'approve', 'approved');
    await rehearseThenDo(await aDossier(api).submitted().open(), 'return', 'returned');
    await rehearseThenDo(await aDossier(api).submitted().open(), 'withdraw', 'withdrawn');
  });

  test('a supplement and its answer', async () => {
    const dossier = await aDossier(api).asRequest().submitted().open();
    await rehearseThenDo(dossier, 'request_supplement', 'supplement_requested');
    await rehearseThenDo(dossier, 'resubmit', 'submitted');
  });

  test('an extension, by the older law', async () => {
    api.clock.set(new Date('2025-09-15T02:00:00.000Z'));
    const facts = {
      ...OLD_MACHINE_FACTS,
      project: { name: 'Nhà máy', stage: 'decision' as const, group: 'A' as const },
    };
    const dossier = await aDossier(api).asRequest().withFacts(facts).underReview().open();
    const clock = await dossier.clock('T-18-4-A');
    await rehearseThenDo(dossier, 'extend_deadline', 'under_review', {
      clockId: clock.id,
      days: 5,
      reason: 'Nhiều dây chuyền.',
    });
    expect((await dossier.clock('T-18-4-A')).dueOn).not.toBe(clock.dueOn);
    api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
  });
});

test('a rehearsed accept consumes no number: the next real one gets it', async () => {
  const [first, second] = [await aDossier(api).submitted().open(), await aDossier(api).submitted().open()];
  const rehearsed = [
    await first.send('motcua1', 'accept', {}, { dryRun: true }),
    await second.send('motcua1', 'accept', {}, { dryRun: true }),
  ];
  const done = await second.command('motcua1', 'accept', {});
  expect(rehearsed.map(({ body }) => body.fileCode)).toEqual([done.fileCode, done.fileCode]);
  expect((await first.seen()).fileCode).toBeNull();
});

test('a rehearsed refusal is the refusal, and is not logged', async () => {
  const dossier = await aDossier(api).submitted().open();
  const before = await tableCounts(api.db);
  expect((await dossier.send('giamdoc', 'approve', {}, { dryRun: true })).body.code).toBe(
    'command_not_permitted_now',
  );
  expect((await dossier.send('motcua1', 'accept', {}, { dryRun: true, revision: 1 })).body.code).toBe(
    'stale_revision',
  );
  expect(await tableCounts(api.db)).toEqual(before);
});

test('a rehearsal with an Idempotency-Key keeps no answer for the real command', async () => {
  const dossier = await aDossier(api).submitted().open();
  expect((await dossier.send('motcua1', 'accept', {}, { key: 'dry-1', dryRun: true })).body.dryRun).toBe(
    true,
  );
  expect((await dossier.send('motcua1', 'accept', {}, { key: 'dry-1' })).body.dryRun).toBe(false);
  expect((await dossier.seen()).status).toBe('accepted');
});

test('issuing a letter can be rehearsed: no number is used, no bytes are kept', async () => {
  const dossier = await aDossier(api).approved().open();
  const { body } = await dossier.get<{ items: { id: string; kind: string }[] }>('motcua1', '/letters');
  const letter = body.items.find(({ kind }) => kind === 'decision');
  const signedBy = { name: 'Võ Hữu Nghĩa', title: 'Giám đốc', capacity: 'own', principal: null };
  const issue = async (query = '') =>
    (await dossier.person('motcua1')).post<{ letter: { number: number }; dueOn: string | null }>(
      dossier.url(`/letters/${letter?.id}/issue${query}`),
      { signedBy },
    );
  const files = async () =>
    (await readdir(api.config.storageFolder, { recursive: true }).catch(() => [])).sort();
  const before = { rows: await tableCounts(api.db), files: await files() };
  const rehearsed = await issue('?dryRun=true');
  expect(rehearsed.status).toBe(200);
  expect({ rows: await tableCounts(api.db), files: await files() }).toEqual(before);
  const done = await issue();
  expect((await files()).length).toBeGreaterThan(before.files.length);
  expect(bare({ ...done.body, dryRun: null })).toEqual(bare({ ...rehearsed.body, dryRun: null }));
  expect(done.body.letter).not.toHaveProperty('storageKey');
});
