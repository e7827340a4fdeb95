import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { type Answer } from '../../support/api-client.js';
import { runAs } from '../../support/database.js';
import { aDossier, supplementRequest } from '../../support/dossier-builder.js';
import { type DossierDriver, personId, type Problem } from '../../support/dossier-driver.js';
import { tableCounts } from '../../support/table-counts.js';
import { steadyHeaders } from '../../support/steady-headers.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'bad_commands' });
}, 60_000);
afterAll(() => api?.close());

const refusalsOf = async ({ id }: DossierDriver) =>
  (
    await runAs(
      api.db.superuser,
      "SELECT actor_id, facts FROM audit_entry WHERE chain_id = $1 AND outcome = 'refused' ORDER BY seq",
      [id],
    )
  ).map(({ actor_id: actorId, facts }) => ({ actorId, ...(facts as { command: string; code: string }) }));
const logRows = async ({ id }: DossierDriver) =>
  Number(
    (
      await runAs(
        api.db.superuser,
        'SELECT count(*)::int AS n FROM dossier_transition WHERE dossier_id = $1',
        [id],
      )
    )[0]?.['n'],
  );

describe('a refused command', () => {
  test('that does not exist is 404', async () => {
    const dossier = await aDossier(api).open();
    expect((await dossier.send('gom', 'explode')).body).toMatchObject({ status: 404, code: 'not_found' });
    expect((await dossier.send('gom', 'toString')).status).toBe(404);
  });

  test('that is not permitted now is 409 with what is, and is logged on the chain', async () => {
    const dossier = await aDossier(api).submitted().open();
    const answer = await dossier.send('giamdoc', 'approve');
    expect(answer.body).toMatchObject({ status: 409, code: 'command_not_permitted_now' });
    expect(answer.body['permitted']).toEqual(
      expect.arrayContaining(['accept', 'return', 'request_supplement', 'withdraw']),
    );
    expect(answer.body['permitted']).not.toContain('approve');
    expect(await refusalsOf(dossier)).toEqual([
      { actorId: personId('giamdoc'), command: 'approve', code: 'command_not_permitted_now' },
    ]);
  });

  test('that is not for this person is 403 with whose it is, and is logged', async () => {
    const dossier = await aDossier(api).submitted().open();
    const answer = await dossier.send('truongphong1', 'accept');
    expect(answer.body).toMatchObject({ status: 403, code: 'command_not_for_you', by: ['clerk'] });
    expect(await refusalsOf(dossier)).toMatchObject([{ command: 'accept', code: 'command_not_for_you' }]);
    expect((await dossier.seen()).status).toBe('submitted');
  });

  test('the permitted list of a refusal is the permitted list of the commands', async () => {
    const dossier = await aDossier(api).submitted().open();
    const items = (
      await dossier.get<{ items: { command: string; permitted: boolean }[] }>('motcua1', '/commands')
    ).body.items;
    const mine = items.filter(({ permitted }) => permitted).map(({ command }) => command);
    expect(mine).toEqual(expect.arrayContaining(['accept', 'return']));
    expect((await dossier.send('motcua1', 'conclude', badConclusion)).status).toBe(409);
  });

  test('the worker alone says that a deadline passed', async () => {
    const dossier = await aDossier(api).asRequest().submitted().open();
    const clockId = (await dossier.clock('T-26-2')).id;
    expect((await dossier.send('truongphong1', 'deadline_passed', { clockId })).status).toBe(403);
  });

  test.each<[string, string, unknown, string]>([
    ['an unknown field', 'withdraw', { reason: 'x', force: true }, '/force'],
    ['a missing reason', 'return', { reason: 'duplicate' }, '/explanation'],
    ['a reason outside the list', 'return', { reason: 'mood', explanation: 'x' }, '/reason'],
    ['a day that does not exist', 'request_supplement', supplementRequest('2026-02-30'), '/replyBy'],
    ['no items', 'request_supplement', { ...supplementRequest('2026-07-20'), items: [] }, '/items'],
    ['a payload where there is none', 'accept', { force: true }, '/force'],
    ['a wrong id', 'assign', { assigneeId: 'me', kind: 'lead' }, '/assigneeId'],
  ])('with %s is 400 with its pointer', async (_, command, payload, pointer) => {
    const dossier = await aDossier(api).submitted().open();
    const answer = await dossier.send('motcua1', command, payload);
    expect(answer.body).toMatchObject({ status: 400, code: 'malformed_request' });
    expect((answer.body.errors ?? []).map((error) => error.pointer)).toContain(pointer);
    expect((await dossier.seen()).status).toBe('submitted');
  });
});
const badConclusion = { outcome: 'agree', summary: 'x', reasons: [], inconclusive: [], conditions: [] };

describe('revisions', () => {
  test('without If-Match it is 428, with a broken one 400', async () => {
    const dossier = await aDossier(api).open();
    const client = await dossier.person('gom');
    expect((await client.post<Problem>(dossier.url('/commands/submit'), {})).body).toMatchObject({
      status: 428,
      code: 'precondition_required',
    });
    expect((await client.patch<Problem>(dossier.url(), { facts: {} })).body).toMatchObject({
      status: 428,
      code: 'precondition_required',
    });
    expect(
      (await client.post<Problem>(dossier.url('/commands/submit'), {}, { 'if-match': '*' })).status,
    ).toBe(400);
  });

  test('a stale one is 412 with who and when: the name inside the house, the role outside', async () => {
    const dossier = await aDossier(api).submitted().open();
    const stale = (await dossier.seen()).revision;
    api.clock.advance(60_000);
    await dossier.command('motcua1', 'accept', {});
    const inside = await dossier.send('motcua2', 'accept', {}, { revision: stale });
    expect(inside.body).toMatchObject({
      status: 412,
      code: 'stale_revision',
      changedBy: 'Đinh Thị Lan',
      changedAt: api.clock.now().toISOString(),
      revision: stale + 1,
    });
    const outside = await dossier.send('gom', 'withdraw', {}, { revision: stale });
    expect(outside.body).toMatchObject({
      status: 412,
      changedBy: 'clerk',
      changedAt: api.clock.now().toISOString(),
    });
    expect(JSON.stringify(outside.body)).not.toContain('Lan');
    expect((await refusalsOf(dossier)).map(({ code }) => code)).toEqual(['stale_revision', 'stale_revision']);
  });

  test('whoever outside the house answers twice is told of the own answer, not of what changed the dossier before', async () => {
    const dossier = await aDossier(api).underReview().open();
    await dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyengia2'), kind: 'expert' });
    const expert = await dossier.person('chuyengia2');
    const tasks = await expert.get<{ items: { id: string; dossierId: string }[] }>('/api/v1/assignments');
    const own = tasks.body.items.find(({ dossierId }) => dossierId === dossier.id);
    const declare = () =>
      expert.post<Problem>(`/api/v1/assignments/${own?.id}/declaration`, { conflict: false });
    api.clock.advance(60_000);
    expect((await declare()).status).toBe(200);
    expect((await declare()).body).toMatchObject({
      status: 409,
      code: 'assignment_over',
      changedBy: 'expert',
      changedAt: api.clock.now().toISOString(),
    });
  });
});

describe('deliveries with an Idempotency-Key', () => {
  test('repeated: the first answer again, one log row', async () => {
    const dossier = await aDossier(api).submitted().open();
    const { revision } = await dossier.seen();
    const first = await dossier.send('motcua1', 'accept', {}, { revision, key: 'accept-1' });
    const before = await tableCounts(api.db);
    const again = await dossier.send('motcua1', 'accept', {}, { revision, key: 'accept-1' });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(await tableCounts(api.db)).toEqual(before);
    expect(await logRows(dossier)).toBe(3);
  });

  test('the same key with another body, command or dossier is 422', async () => {
    const dossier = await aDossier(api).submitted().open();
    const other = await aDossier(api).submitted().open();
    const { revision } = await dossier.seen();
    const back = { reason: 'duplicate', explanation: 'Đã nộp.' };
    expect((await dossier.send('motcua1', 'return', back, { revision, key: 'k-2' })).status).toBe(200);
    const reused = [
      await dossier.send('motcua1', 'return', { ...back, explanation: 'Khác.' }, { revision, key: 'k-2' }),
      await dossier.send('motcua1', 'accept', {}, { revision, key: 'k-2' }),
      await other.send('motcua1', 'return', back, { key: 'k-2' }),
    ];
    expect(reused.map(({ body }) => body.code)).toEqual(
      Array.from({ length: 3 }, () => 'idempotency_key_reused'),
    );
    expect(reused.map(({ status }) => status)).toEqual([422, 422, 422]);
  });

  test('a key of somebody else is not mine, and a refused command keeps no answer', async () => {
    const dossier = await aDossier(api).submitted().open();
    expect((await dossier.send('truongphong1', 'accept', {}, { key: 'k-3' })).status).toBe(403);
    expect((await dossier.send('motcua1', 'accept', {}, { key: 'k-3' })).status).toBe(200);
    expect((await dossier.send('motcua2', 'accept', {}, { key: 'k-3' })).status).toBe(409);
  });

  test('whoever may not see the dossier any more does not get the answer again', async () => {
    const dossier = await aDossier(api).submitted().open();
    const { revision } = await dossier.seen();
    await dossier.send('motcua1', 'accept', {}, { revision, key: 'k-4' });
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'họ hàng', now())`,
      [dossier.id, personId('motcua1')],
    );
    expect((await dossier.send('motcua1', 'accept', {}, { revision, key: 'k-4' })).status).toBe(404);
  });

  test('drafts and facts too', async () => {
    const client = await api.login('gom@demo.techgate.vn');
    const create = (projectName: string) =>
      client.post<{ id: string; revision: number; code?: string }>(
        '/api/v1/dossiers',
        { procedureId: 'opinion', projectName },
        { 'idempotency-key': 'draft-1' },
      );
    const [first, again, other] = [await create('A'), await create('A'), await create('B')];
    expect(again.body.id).toBe(first.body.id);
    expect(other.body.code).toBe('idempotency_key_reused');
    const save = () =>
      client.patch<Record<string, unknown>>(
        `/api/v1/dossiers/${first.body.id}`,
        { facts: { project: { name: 'A' } } },
        { 'if-match': `"${first.body.revision}"`, 'idempotency-key': 'facts-1' },
      );
    expect((await save()).body).toEqual((await save()).body);
  });
});

describe("somebody else's dossier and one that does not exist", () => {
  const MISSING = '00000009-0000-4000-8000-000000000009';
  const PATHS = ['', '/facts', '/commands', '/timeline', '/clocks', '/checklist', '/letters', '/documents'];
  const bare = ({ status, headers, body }: Answer<Problem>) => {
    const { requestId: _request, instance: _instance, ...problem } = body;
    return { status, headers: steadyHeaders(headers), problem };
  };

  test.each(PATHS)('GET %s answers the same', async (path) => {
    const dossier = await aDossier(api).submitted().open();
    const stranger = await api.login('ximang@demo.techgate.vn');
    const theirs = await stranger.get<Problem>(dossier.url(path));
    const missing = await stranger.get<Problem>(`/api/v1/dossiers/${MISSING}${path}`);
    expect(theirs.status).toBe(404);
    expect(bare(theirs)).toEqual(bare(missing));
    expect(theirs.bytes.length).toBe(missing.bytes.length);
  });

  test('commands, facts and letters answer the same and leave no trace', async () => {
    const dossier = await aDossier(api).submitted().open();
    const stranger = await api.login('ximang@demo.techgate.vn');
    const before = await tableCounts(api.db);
    for (const id of [dossier.id, MISSING]) {
      const base = `/api/v1/dossiers/${id}`;
      const answers = [
        await stranger.post<Problem>(`${base}/commands/withdraw`, {}, { 'if-match': '"2"' }),
        await stranger.post<Problem>(`${base}/commands/withdraw?dryRun=true`, {}, { 'if-match': '"2"' }),
        await stranger.patch<Problem>(base, { facts: {} }, { 'if-match': '"2"' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
    expect(await tableCounts(api.db)).toEqual(before);
  });

  test('an id that is none is the same 404 or a malformed one, never 500', async () => {
    const stranger = await api.login('ximang@demo.techgate.vn');
    expect([400, 404]).toContain((await stranger.get('/api/v1/dossiers/not-an-id')).status);
  });
});
