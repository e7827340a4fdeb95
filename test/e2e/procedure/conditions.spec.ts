import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ConditionAlarms } from '#casework';
import { DEMO_AUTHORITY } from '#identity';
import { civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, conclusion, type DossierBuilder, examine } from '../../support/dossier-builder.js';
import { answered, consulted } from '../../support/determination.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';

const NOW = new Date('2026-07-15T02:00:00.000Z');
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'conditions', now: NOW });
}, 60_000);
afterAll(() => api?.close());
beforeEach(() => api.clock.set(NOW));

interface Task {
  id: string;
  number: number;
  state: string;
  deadlineOn: string;
  imposedOn: string | null;
  overdue: boolean;
  revision: number;
  history: { kind: string; note: string | null; actorName: string | null; documentIds: string[] }[];
}
interface ActAnswer {
  code?: string;
  condition: Task;
  owed: number;
  recipients: { id: string; name: string }[];
  dryRun: boolean;
  [detail: string]: unknown;
}
const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
const A_CONDITION = {
  what: 'Thay bộ lọc bụi của dây chuyền sấy',
  deadlineOn: '2026-12-31',
  proof: 'Biên bản nghiệm thu',
  responsible: 'Chủ đầu tư',
};
const TWO = [A_CONDITION, { ...A_CONDITION, what: 'Lắp trạm quan trắc', deadlineOn: '2027-03-31' }];

const decided = (builder: DossierBuilder = aDossier(api), conditions = TWO) =>
  builder
    .examined()
    .and(async (dossier) =>
      dossier.command('chuyenvien1', 'conclude', {
        ...(await conclusion(dossier)),
        outcome: 'agree_with_conditions',
        conditions,
      }),
    )
    .and((dossier) => dossier.command('truongphong1', 'endorse', {}))
    .and((dossier) => dossier.command('giamdoc', 'approve_with_conditions', { conditions }));
const inForce = (builder?: DossierBuilder, conditions = TWO) =>
  decided(builder, conditions)
    .and(async (dossier) => expect((await dossier.issue('decision')).status).toBe(200))
    .open();

const act = async (
  dossier: DossierDriver,
  who: string,
  number: number | string,
  step: string,
  body: unknown = {},
  { key, dryRun = false }: { key?: string; dryRun?: boolean } = {},
) =>
  (await dossier.person(who)).post<ActAnswer>(
    dossier.url(`/conditions/${number}/${step}${dryRun ? '?dryRun=true' : ''}`),
    body,
    key ? { 'idempotency-key': key } : {},
  );
const proven = async (dossier: DossierDriver, number: number, who = dossier.owner) => {
  const documentIds = [await dossier.upload(who, Buffer.from(`${PDF}%${number}`), 'bien-ban.pdf')];
  const answer = await act(dossier, who, number, 'proof', { documentIds, note: 'Đã thay xong.' });
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body;
};
const tasks = async (dossier: DossierDriver, who: string): Promise<Task[]> =>
  (await dossier.get<{ items: Task[] }>(who, '/conditions')).body.items;
const told = async ({ id }: DossierDriver, kind: string): Promise<string[]> =>
  (
    await sql(
      `SELECT u.email FROM notification n JOIN app_user u ON u.id = n.recipient_id
        WHERE n.dossier_id = $1 AND n.kind = $2 ORDER BY n.at, u.email`,
      id,
      kind,
    )
  ).map(({ email }) => String(email).replace('@demo.techgate.vn', ''));
const logged = async ({ id }: DossierDriver, action: string) =>
  sql('SELECT facts FROM audit_entry WHERE chain_id = $1 AND action = $2 ORDER BY seq', id, action);
const tick = () => api.app.get(ConditionAlarms).tick(DEMO_AUTHORITY.id);
const at = (day: string, hour = 9) => api.clock.set(instantAt(civilDate(day), hour));

describe('a condition before its letter', () => {
  test('is known in the house alone; nothing can be done about it', async () => {
    const dossier = await decided().open();
    expect(await tasks(dossier, 'gom')).toEqual([]);
    expect(await tasks(dossier, 'chuyenvien1')).toMatchObject([
      { number: 1, state: 'open', imposedOn: null },
      { number: 2, state: 'open', imposedOn: null },
    ]);
    const early = await act(dossier, 'chuyenvien2', 1, 'accept');
    expect(early.body).toMatchObject({ status: 409, code: 'condition_not_in_force' });
    const documentIds = ['00000009-0000-4000-8000-000000000009'];
    expect((await act(dossier, 'gom', 1, 'proof', { documentIds })).status).toBe(404);
    const { body } = await (
      await dossier.person('gom')
    ).get<{ items: unknown[] }>(`/api/v1/conditions?dossier=${dossier.id}`);
    expect(body.items).toEqual([]);
  });

  test('is the owner’s from the day of the letter, and the owner is told', async () => {
    const dossier = await inForce();
    expect(await tasks(dossier, 'gom')).toMatchObject([
      { number: 1, state: 'open', imposedOn: '2026-07-15', overdue: false },
      { number: 2, state: 'open', imposedOn: '2026-07-15' },
    ]);
    expect(await told(dossier, 'condition.imposed')).toEqual(['gom', 'gom']);
  });
});

describe('a condition from proof to acceptance', () => {
  test('is proven by documents of the dossier, rejected with a reason, proven again and accepted', async () => {
    const dossier = await inForce();
    const first = await proven(dossier, 1);
    expect(first).toMatchObject({ owed: 2, condition: { state: 'proof_submitted' } });
    expect(await told(dossier, 'condition.proof_submitted')).toEqual(
      expect.arrayContaining(['chuyenvien1', 'truongphong1', 'truongphong2']),
    );
    const rejected = await act(dossier, 'chuyenvien1', 1, 'reject', { reason: 'Thiếu chữ ký.' });
    expect(rejected.body.condition).toMatchObject({ state: 'open' });
    expect(await told(dossier, 'condition.rejected')).toEqual(['gom']);
    await proven(dossier, 1);
    // Who would be told stands in the rehearsal by name, for the house; outside of it nobody has one.
    const namesOf = ({ recipients }: ActAnswer) => recipients.map(({ name }) => name).sort();
    expect(namesOf(first)).toEqual([]);
    const rehearsed = await act(dossier, 'truongphong2', 1, 'accept', {}, { dryRun: true });
    expect(namesOf(rehearsed.body)).toEqual(['Trịnh Hải Yến', 'Đỗ Văn Khải']);
    const accepted = await act(dossier, 'truongphong2', 1, 'accept', { note: 'Đủ.' });
    expect(namesOf(accepted.body)).toEqual(namesOf(rehearsed.body));
    expect(accepted.body).toMatchObject({ owed: 1, condition: { state: 'accepted', revision: 6 } });
    const [seen] = await tasks(dossier, 'gom');
    expect(seen?.history.map(({ kind }) => kind)).toEqual([
      'imposed',
      'proof_submitted',
      'rejected',
      'proof_submitted',
      'accepted',
    ]);
    expect(seen?.history.find(({ kind }) => kind === 'rejected')?.note).toBe('Thiếu chữ ký.');
    expect(new Set(seen?.history.map(({ actorName }) => actorName))).toEqual(new Set([null]));
    const inside = (await tasks(dossier, 'thanhtra'))[0];
    expect(inside?.history.at(-1)?.actorName).toBe('Quách Thị Liên');
    expect(await logged(dossier, 'condition.rejected')).toHaveLength(1);
    expect(JSON.stringify(await logged(dossier, 'condition.rejected'))).not.toContain('chữ ký');
  });

  test('the last one that is accepted is told to leader and owner, and stands in the log once', async () => {
    const dossier = await inForce();
    for (const number of [2, 1]) {
      await proven(dossier, number);
      expect(await logged(dossier, 'conditions.met')).toHaveLength(0);
      expect((await act(dossier, 'chuyenvien1', number, 'accept')).status).toBe(200);
    }
    expect(await logged(dossier, 'conditions.met')).toHaveLength(1);
    expect(await told(dossier, 'condition.all_met')).toEqual(
      expect.arrayContaining(['gom', 'giamdoc', 'phogiamdoc', 'truongphong1']),
    );
    const again = await act(dossier, 'chuyenvien2', 1, 'accept');
    expect(again.body).toMatchObject({
      status: 409,
      code: 'condition_not_permitted_now',
      state: 'accepted',
      changedBy: 'Trịnh Hải Yến',
    });
  });

  test('of two who accept at once one does it, the other hears who was faster; the same delivery acts once', async () => {
    const dossier = await inForce();
    await proven(dossier, 1);
    await Promise.all(['chuyenvien1', 'chuyenvien2'].map((who) => dossier.person(who)));
    const answers = await Promise.all(
      ['chuyenvien1', 'chuyenvien2'].map((who) => act(dossier, who, 1, 'accept')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'condition_not_permitted_now',
    });
    await proven(dossier, 2);
    const twice = await Promise.all(
      [1, 2].map(() => act(dossier, 'truongphong1', 2, 'accept', {}, { key: 'k' })),
    );
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(await logged(dossier, 'condition.accepted')).toHaveLength(2);
  });

  test('a dry run tells and changes nothing', async () => {
    const dossier = await inForce();
    await proven(dossier, 1);
    const dry = await act(dossier, 'chuyenvien1', 1, 'accept', {}, { dryRun: true });
    expect(dry.body).toMatchObject({ dryRun: true, owed: 1, condition: { state: 'accepted' } });
    expect((await tasks(dossier, 'gom'))[0]).toMatchObject({ state: 'proof_submitted' });
  });

  test('a paper dossier is proven by the clerk who entered it', async () => {
    const dossier = await inForce(aDossier(api).onPaper('2026-07-13'));
    await proven(dossier, 1, 'motcua1');
    expect((await act(dossier, 'chuyenvien1', 1, 'accept')).status).toBe(200);
  });
});

describe('who may do what', () => {
  test('nobody judges the proof that they handed in, not even by two roles', async () => {
    const dossier = await inForce(aDossier(api).onPaper('2026-07-13'));
    await proven(dossier, 1, 'motcua1');
    await sql(
      `INSERT INTO user_role (user_id, role, granted_at) VALUES ($1, 'appraiser', now())`,
      personId('motcua1'),
    );
    api.clock.set(new Date(NOW.getTime() + 1000));
    const own = await act(dossier, 'motcua1', 1, 'accept');
    await sql(`DELETE FROM user_role WHERE user_id = $1 AND role = 'appraiser'`, personId('motcua1'));
    expect(own.body).toMatchObject({ status: 409, code: 'condition_own_proof' });
    expect((await act(dossier, 'chuyenvien2', 1, 'reject', { reason: 'Chưa rõ.' })).status).toBe(200);
  });

  test('strangers get the 404 of what is not there; people of the house only what is theirs', async () => {
    const dossier = await inForce();
    const documentIds = [await dossier.upload('gom', Buffer.from(PDF))];
    for (const [who, number, step, body] of [
      ['ximang', 1, 'proof', { documentIds }],
      ['gom', 9, 'proof', { documentIds }],
      ['gom', 'x', 'proof', { documentIds }],
    ] as const)
      expect((await act(dossier, who, number, step, body)).body).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    expect((await dossier.get('ximang', '/conditions')).status).toBe(404);
    const deadline = { deadlineOn: '2027-06-30', reason: 'Chậm vật tư.' };
    for (const [who, step, body] of [
      ['gom', 'accept', {}],
      ['giamdoc', 'accept', {}],
      ['motcua2', 'proof', { documentIds }],
      ['chuyenvien1', 'deadline', deadline],
    ] as const)
      expect((await act(dossier, who, 1, step, body)).status).toBe(403);
  });

  test('somebody in conflict sees and judges nothing', async () => {
    const dossier = await inForce();
    await proven(dossier, 1);
    await sql(
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'x', now())`,
      dossier.id,
      personId('chuyenvien3'),
    );
    expect((await act(dossier, 'chuyenvien3', 1, 'accept')).status).toBe(404);
    const listed = await (
      await dossier.person('chuyenvien3')
    ).get<{ items: unknown[] }>(`/api/v1/conditions?dossier=${dossier.id}`);
    expect(listed.body.items).toEqual([]);
  });
});

describe('bad input is refused by name and changes nothing', () => {
  test('unknown documents, blank reasons, impossible days, stale revisions, unknown fields', async () => {
    const dossier = await inForce();
    const before = await tasks(dossier, 'thanhtra');
    const unknown = await act(dossier, 'gom', 1, 'proof', {
      documentIds: ['00000009-0000-4000-8000-000000000009'],
    });
    expect(unknown.body).toMatchObject({ status: 422, code: 'unknown_document' });
    expect((await act(dossier, 'gom', 1, 'proof', { documentIds: [] })).status).toBe(400);
    expect((await act(dossier, 'gom', 1, 'proof', { documentIds: ['x'], colour: 'red' })).status).toBe(400);
    for (const deadlineOn of ['2026-07-15', '2026-12-31', '2020-01-01'])
      expect(
        (await act(dossier, 'truongphong1', 1, 'deadline', { deadlineOn, reason: 'r' })).body,
      ).toMatchObject({ status: 422, code: 'condition_deadline_invalid' });
    expect(
      (await act(dossier, 'truongphong1', 1, 'deadline', { deadlineOn: '2027-02-30', reason: 'r' })).status,
    ).toBe(400);
    expect(
      (await act(dossier, 'truongphong1', 1, 'deadline', { deadlineOn: '2027-02-01', reason: ' ' })).body
        .code,
    ).toBe('reason_missing');
    const documentIds = [await dossier.upload('gom', Buffer.from(PDF))];
    expect((await act(dossier, 'gom', 1, 'proof', { documentIds, revision: 1 })).body).toMatchObject({
      status: 412,
      code: 'stale_revision',
      revision: 2,
    });
    expect(await tasks(dossier, 'thanhtra')).toEqual(before);
  });
});

describe('the deadline of a condition', () => {
  test('is moved by a head with the reason, which the history keeps; the owner is told', async () => {
    const dossier = await inForce();
    const moved = await act(dossier, 'truongphong1', 1, 'deadline', {
      deadlineOn: '2027-01-29',
      reason: 'Nhà cung cấp giao hàng chậm.',
    });
    expect(moved.body.condition).toMatchObject({ deadlineOn: '2027-01-29', state: 'open' });
    expect(moved.body.condition.history.at(-1)).toMatchObject({
      kind: 'deadline_moved',
      note: 'Nhà cung cấp giao hàng chậm.',
    });
    expect(await told(dossier, 'condition.deadline_moved')).toEqual(['chuyenvien1', 'gom']);
    expect((await logged(dossier, 'condition.deadline_moved'))[0]?.['facts']).toMatchObject({
      deadlineFrom: '2026-12-31',
      deadlineTo: '2027-01-29',
    });
  });

  test('never moves without an entry: the database refuses', async () => {
    const dossier = await inForce();
    const change = (set: string) =>
      sql(`UPDATE condition_task SET ${set} WHERE dossier_id = $1 AND number = 1`, dossier.id);
    await expect(change(`deadline_on = '2030-01-01'`)).rejects.toMatchObject({
      constraint: 'condition_revision',
    });
    await expect(change(`deadline_on = '2030-01-01', revision = revision + 1`)).rejects.toMatchObject({
      constraint: 'condition_change_is_logged',
    });
    await expect(change(`what = 'khác', revision = revision + 1`)).rejects.toMatchObject({
      constraint: 'condition_keeps_its_words',
    });
    await expect(sql('DELETE FROM condition_event')).rejects.toMatchObject({ constraint: 'insert_only' });
  });

  test('warns 30 and 7 days before at 08:00 and when it is over, once each, even with two workers', async () => {
    const dossier = await inForce(undefined, [A_CONDITION]);
    const history: [string, number, number, number][] = [
      ['2026-12-01', 7, 0, 0],
      ['2026-12-01', 8, 1, 0],
      ['2026-12-23', 8, 1, 0],
      ['2026-12-24', 8, 2, 0],
      ['2026-12-31', 23, 2, 0],
      ['2027-01-01', 0, 2, 1],
      ['2027-01-05', 9, 2, 1],
    ];
    for (const [day, hour, warned, overdue] of history) {
      at(day, hour);
      const rounds = await Promise.all([tick(), tick()]);
      expect(rounds.map(({ failed }) => failed)).toEqual([0, 0]);
      const counts = [
        (await logged(dossier, 'condition.warned')).length,
        (await logged(dossier, 'condition.overdue')).length,
      ];
      expect({ day, hour, counts }).toEqual({ day, hour, counts: [warned, overdue] });
    }
    expect(new Set(await told(dossier, 'condition.overdue'))).toEqual(
      new Set(['chuyenvien1', 'gom', 'truongphong1', 'truongphong2']),
    );
    expect((await tasks(dossier, 'gom'))[0]).toMatchObject({ overdue: true, state: 'open' });
  });

  test('after an outage that lasted past the day only the lateness is told', async () => {
    const dossier = await inForce(undefined, [A_CONDITION]);
    at('2027-01-01', 9);
    await Promise.all([1, 2, 3].map(() => api.app.get(ConditionAlarms).tick(DEMO_AUTHORITY.id)));
    expect(await told(dossier, 'condition.warning')).toEqual([]);
    expect((await told(dossier, 'condition.overdue')).filter((who) => who === 'gom')).toEqual(['gom']);
  });

  test('a moved one is warned of anew; one that was met is not', async () => {
    const dossier = await inForce(undefined, TWO);
    at('2026-12-24', 8);
    await act(dossier, 'truongphong1', 1, 'deadline', { deadlineOn: '2027-03-01', reason: 'Chậm vật tư.' });
    at('2026-12-25');
    await tick();
    expect(await logged(dossier, 'condition.overdue')).toHaveLength(0);
    at('2027-01-30', 8);
    await tick();
    expect((await logged(dossier, 'condition.warned')).map(({ facts }) => facts)).toEqual([
      expect.objectContaining({ number: 1, daysLeft: 30 }),
    ]);
    await proven(dossier, 2);
    await act(dossier, 'chuyenvien1', 2, 'accept');
    at('2027-06-01');
    await tick();
    expect((await logged(dossier, 'condition.overdue')).map(({ facts }) => facts)).toEqual([
      expect.objectContaining({ number: 1 }),
    ]);
  });
});

describe('the list of conditions', () => {
  test('is filtered by state, lateness, dossier and words, counted by the same predicate, and paged by keys', async () => {
    const dossier = await inForce(aDossier(api).named('Nhà máy Đá Bạc Thử Nghiệm'));
    await proven(dossier, 2);
    const list = async (who: string, query: string) =>
      (await dossier.person(who)).get<{
        items: { number: number; overdue: boolean; projectName: string }[];
        nextCursor: string | null;
        total?: number;
        code?: string;
        errors?: { pointer: string }[];
      }>(`/api/v1/conditions?${query}`);
    const numbers = async (query: string, who = 'truongphong1') =>
      (await list(who, `q=da+bac+thu&${query}`)).body.items.map(({ number }) => number);
    expect(await numbers('')).toEqual([1, 2]);
    expect(await numbers('state=proof_submitted')).toEqual([2]);
    expect(await numbers('state=open&state=proof_submitted', 'gom')).toEqual([1, 2]);
    expect(await numbers('', 'ximang')).toEqual([]);
    expect(await numbers('overdue=true')).toEqual([]);
    at('2027-01-01');
    expect(await numbers('overdue=true&count=true')).toEqual([1]);
    const first = await list('truongphong1', 'q=da+bac+thu&limit=1&count=true');
    expect(first.body).toMatchObject({ total: 2, items: [{ number: 1, overdue: true }] });
    const next = await list('truongphong1', `q=da+bac+thu&limit=1&cursor=${first.body.nextCursor ?? ''}`);
    expect(next.body).toMatchObject({ items: [{ number: 2 }], nextCursor: null });
    const foreign = await list('truongphong1', `limit=1&cursor=${first.body.nextCursor ?? ''}`);
    expect(foreign.body).toMatchObject({ status: 400, code: 'cursor_mismatch' });
    for (const bad of ['state=happy', 'limit=0', 'overdue=maybe', 'colour=red', 'dossier=x'])
      expect((await list('truongphong1', bad)).status).toBe(400);
  });

  test('shows an agency that was only consulted none, as the dossier itself does', async () => {
    const dossier = await aDossier(api).underReview().open();
    const { id } = await consulted(dossier, 'environment', { replyBy: '2026-07-20' });
    await answered(dossier, id);
    await examine(dossier);
    const given = { outcome: 'agree_with_conditions' as const, conditions: TWO };
    await dossier.command('chuyenvien1', 'conclude', { ...(await conclusion(dossier)), ...given });
    await dossier.command('truongphong1', 'endorse', {});
    await dossier.command('giamdoc', 'approve_with_conditions', { conditions: TWO });
    expect((await dossier.issue('decision')).status).toBe(200);
    expect(await tasks(dossier, 'gom')).toHaveLength(2);
    expect((await dossier.get('phoihop')).status).toBe(200);
    const listed = await (
      await dossier.person('phoihop')
    ).get<{ items: unknown[]; total: number }>('/api/v1/conditions?count=true');
    expect(listed.body).toMatchObject({ items: [], total: 0 });
    expect((await dossier.get('phoihop', '/conditions')).status).toBe(404);
  });

  test('shows the requester what its request was approved with', async () => {
    const dossier = await inForce(aDossier(api).asRequest());
    expect(await tasks(dossier, 'taichinh')).toHaveLength(2);
    expect(await told(dossier, 'condition.imposed')).toEqual(['taichinh', 'taichinh']);
  });
});

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
