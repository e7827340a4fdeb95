import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { appendAudit, appendAudits, AuditLog, SYSTEM_CHAIN_ID, verifyDatabase } from '#audit';
import { sqlStateOf, type UnitOfWork, violatedConstraint } from '#database';
import { type AdjustableClock } from '#kernel';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { clerk, draftFor, sixEntries, unitOfWorkAs } from './audit-fixture.js';

let database: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
let clock: AdjustableClock;
beforeAll(async () => {
  database = await cloneDatabase('audit_append');
  ({ source, unitOfWork, clock } = await unitOfWorkAs(database.app));
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const rowsOf = (chainId: string) =>
  runAs(database.app, 'SELECT seq, outcome FROM audit_entry WHERE chain_id = $1 ORDER BY seq', [chainId]);
const failure = async (
  attempt: Promise<unknown>,
): Promise<{ state: string | null; constraint: string | null }> =>
  attempt.then(
    () => ({ state: null, constraint: null }),
    (error: unknown) => ({ state: sqlStateOf(error), constraint: violatedConstraint(error) }),
  );

describe('appending', () => {
  it('gives 20 rivals on a chain that does not exist yet one line without gap or fork', async () => {
    const chainId = randomUUID();
    const rivals = Array.from({ length: 20 }, (_, i) =>
      unitOfWork.run(clerk, (tx) =>
        appendAudits(tx, [
          draftFor(chainId, { facts: { rival: i } }),
          draftFor(chainId, { facts: { rival: i } }),
        ]),
      ),
    );
    await Promise.all(rivals);
    expect((await rowsOf(chainId)).map((row) => row['seq'])).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({ ok: true });
  });

  it('stores the time, the numbers and the texts that were hashed, to the last digit', async () => {
    const chainId = randomUUID();
    for (const instant of [
      '2026-07-01T00:00:00.000Z',
      '2026-12-31T16:59:59.999Z',
      '2026-01-02T03:04:05.120Z',
    ]) {
      clock.set(new Date(instant));
      const { at } = await unitOfWork.run(clerk, (tx) =>
        appendAudit(tx, draftFor(chainId, { facts: { tiny: 1e-7, large: 1e21, sum: 0.1 + 0.2 } })),
      );
      expect(at).toBe(instant);
    }
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({ ok: true });
  });

  it('leaves nothing behind when the transaction fails, and goes on where it stood', async () => {
    const { chainId } = await sixEntries(unitOfWork);
    const failed = unitOfWork.run(clerk, async (tx) => {
      await appendAudit(tx, draftFor(chainId));
      throw new Error('later');
    });
    await expect(failed).rejects.toThrow('later');
    expect(await unitOfWork.run(clerk, (tx) => appendAudit(tx, draftFor(chainId)))).toMatchObject({ seq: 7 });
  });

  it('keeps two equal acts as two entries', async () => {
    const chainId = randomUUID();
    await unitOfWork.run(clerk, (tx) => appendAudits(tx, [draftFor(chainId), draftFor(chainId)]));
    expect(await rowsOf(chainId)).toHaveLength(2);
  });

  it('records a refused command after its rollback', async () => {
    const chainId = randomUUID();
    await new AuditLog(unitOfWork).recordRefusal(
      clerk,
      draftFor(chainId, { facts: { code: 'stale_revision' } }),
    );
    expect(await rowsOf(chainId)).toEqual([{ seq: 1, outcome: 'refused' }]);
  });

  it('has a chain for what belongs to no dossier', async () => {
    const entry = await unitOfWork.run(clerk, (tx) =>
      appendAudit(tx, draftFor(SYSTEM_CHAIN_ID, { action: 'calendar.published' })),
    );
    expect(entry).toMatchObject({ chainId: SYSTEM_CHAIN_ID, actorId: clerk.id });
  });
});

describe('the database itself', () => {
  const LOGS = [
    'audit_entry',
    'checkpoint',
    'checkpoint_leaf',
    'signing_key',
    'access_batch',
    'access_log',
    'audit_payload',
    'audit_chain_head',
  ];

  it.each(LOGS.flatMap((log) => [`DELETE FROM ${log}`, `TRUNCATE ${log} CASCADE`]))(
    'refuses the application: %s',
    async (sql) => {
      expect(await failure(runAs(database.app, sql))).toMatchObject({ state: '42501' });
    },
  );

  it.each(LOGS.flatMap((log) => [`DELETE FROM ${log}`, `TRUNCATE ${log} CASCADE`]))(
    'refuses everybody: %s',
    async (sql) => {
      for (const role of [database.owner, database.superuser]) {
        expect(await failure(runAs(role, sql))).toEqual({ state: '23001', constraint: 'insert_only' });
        expect(
          await failure(runAs(role, `SET session_replication_role = replica; ${sql}`)),
        ).not.toMatchObject({ state: null });
      }
    },
  );

  it.each([
    "UPDATE audit_entry SET action = 'a.b'",
    "UPDATE checkpoint SET signature = ''",
    "UPDATE checkpoint_leaf SET hash = ''",
    "UPDATE access_log SET actor_id = ''",
    "UPDATE access_batch SET digest = ''",
    "UPDATE signing_key SET public_key = ''",
  ])('refuses a change: %s', async (sql) => {
    expect(await failure(runAs(database.app, sql))).toMatchObject({ state: '42501' });
    expect(await failure(runAs(database.eraser, sql))).toMatchObject({ state: '42501' });
    expect(await failure(runAs(database.superuser, sql))).toEqual({
      state: '23001',
      constraint: 'insert_only',
    });
  });

  it('lets nobody but its own functions move a head', async () => {
    expect(await failure(runAs(database.app, 'UPDATE audit_chain_head SET seq = 0'))).toMatchObject({
      state: '42501',
    });
    expect(
      await failure(
        runAs(database.app, "INSERT INTO audit_chain_head VALUES (gen_random_uuid(), 0, repeat('0', 64))"),
      ),
    ).toMatchObject({ state: '42501' });
  });

  it.each([
    ['a fork', 'seq - 1', 'prev_hash'],
    ['a gap', 'seq + 2', 'hash'],
    ['a link to nowhere', 'seq + 1', "repeat('f', 64)"],
    ['a repeated number', 'seq', 'hash'],
  ])('refuses %s from a hand-written insert', async (_what, seq, prevHash) => {
    const { chainId } = await sixEntries(unitOfWork);
    const forged = `INSERT INTO audit_entry (chain_id, seq, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, prev_hash, hash)
      SELECT chain_id, ${seq}, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, ${prevHash}, repeat('e', 64)
        FROM audit_entry WHERE chain_id = $1 AND seq = 6`;
    expect(await failure(runAs(database.app, forged, [chainId]))).toEqual({
      state: '23001',
      constraint: 'audit_entry_follows_head',
    });
  });
});
