import { type DataSource } from 'typeorm';
import {
  appendAudit,
  type CheckpointSigner,
  entryHash,
  type StoredEntry,
  type VerificationStep,
  verifyDatabase,
} from '#audit';
import { type UnitOfWork } from '#database';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import {
  checkpoint,
  clerk,
  draftFor,
  firstBad,
  memorySigner,
  sixEntries,
  tamper,
  unitOfWorkAs,
} from './audit-fixture.js';

let database: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
let signer: CheckpointSigner;
let chainId: string;
let entries: StoredEntry[];
beforeEach(async () => {
  database = await cloneDatabase('audit_verify');
  ({ source, unitOfWork } = await unitOfWorkAs(database.app));
  signer = memorySigner();
  await sixEntries(unitOfWork);
  ({ chainId, entries } = await sixEntries(unitOfWork));
});
afterEach(async () => {
  await source.destroy();
  await database.drop();
});

const entryAt = (seq: number): StoredEntry => {
  const entry = entries[seq - 1];
  if (!entry) throw new Error(`no entry ${seq}`);
  return entry;
};
const where = (seq: number) => `chain_id = '${chainId}' AND seq = ${seq}`;
const hashWith = (seq: number, change: Partial<StoredEntry>): string => {
  const { id: _id, ...entry } = entryAt(seq);
  return entryHash({ ...entry, ...change });
};

describe('verify names the first bad entry', () => {
  it('finds nothing wrong with what was written, before and after a checkpoint', async () => {
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({
      ok: true,
      chains: 2,
      entries: 12,
      uncovered: 12,
    });
    await checkpoint(unitOfWork, signer);
    const report = await verifyDatabase(database.app, () => undefined, [signer.publicKeyPem]);
    expect(report).toMatchObject({ ok: true, entries: 12, checkpoints: 1, uncovered: 0, faultCount: 0 });
  });

  it.each([
    ['facts', `facts = facts || '{"receivedOn":"2026-06-01"}'`],
    ['time', `at = at + interval '1 millisecond'`],
    ['person', `actor_id = 'somebody-else'`],
    ['outcome', `outcome = 'refused'`],
  ])('after a change of its %s', async (_what, assignment) => {
    await tamper(database, `UPDATE audit_entry SET ${assignment} WHERE ${where(3)}`);
    expect(await firstBad(database)).toEqual({ chainId, seq: 3, reason: 'hash_mismatch' });
  });

  it('after a change whose own hash was recomputed', async () => {
    await tamper(
      database,
      `UPDATE audit_entry SET actor_id = 'x', hash = '${hashWith(3, { actorId: 'x' })}' WHERE ${where(3)}`,
    );
    expect(await firstBad(database)).toEqual({ chainId, seq: 4, reason: 'wrong_previous' });
  });

  it('after a change of the last entry with hash and head recomputed, by the checkpoint', async () => {
    await checkpoint(unitOfWork, signer);
    const hash = hashWith(6, { actorId: 'x' });
    await tamper(
      database,
      `UPDATE audit_entry SET actor_id = 'x', hash = '${hash}' WHERE ${where(6)}`,
      `UPDATE audit_chain_head SET hash = '${hash}' WHERE chain_id = '${chainId}'`,
    );
    expect(await firstBad(database)).toEqual({ chainId, seq: 6, reason: 'checkpoint_names_other_hash' });
  });

  it('after one was dropped in the middle', async () => {
    await checkpoint(unitOfWork, signer);
    await tamper(
      database,
      `DELETE FROM audit_payload WHERE entry_id = '${entryAt(4).id}'`,
      `DELETE FROM audit_entry WHERE ${where(4)}`,
    );
    expect(await firstBad(database)).toEqual({ chainId, seq: 4, reason: 'gap' });
  });

  it('after the end was cut off, by the head', async () => {
    await tamper(database, `DELETE FROM audit_entry WHERE chain_id = '${chainId}' AND seq > 4`);
    expect(await firstBad(database)).toEqual({ chainId, seq: 5, reason: 'tail_missing' });
  });

  it('after the end was cut off and the head set back, by the checkpoint', async () => {
    await checkpoint(unitOfWork, signer);
    await tamper(
      database,
      `DELETE FROM audit_entry WHERE chain_id = '${chainId}' AND seq > 4`,
      `UPDATE audit_chain_head SET seq = 4, hash = '${entryAt(4).hash}' WHERE chain_id = '${chainId}'`,
    );
    expect(await firstBad(database)).toEqual({ chainId, seq: 5, reason: 'tail_missing' });
  });

  it('after a whole chain was dropped, by the checkpoint alone', async () => {
    await checkpoint(unitOfWork, signer);
    await tamper(
      database,
      `DELETE FROM audit_entry WHERE chain_id = '${chainId}'`,
      `DELETE FROM audit_chain_head WHERE chain_id = '${chainId}'`,
    );
    expect(await firstBad(database)).toEqual({ chainId, seq: 1, reason: 'tail_missing' });
  });

  it('after two changed places', async () => {
    const swap = (from: number, to: number) => `UPDATE audit_entry SET seq = ${to} WHERE ${where(from)}`;
    await tamper(database, swap(3, 100), swap(4, 3), swap(100, 4));
    expect(await firstBad(database)).toEqual({ chainId, seq: 3, reason: 'hash_mismatch' });
  });

  it('after a second one was forked off', async () => {
    const copy = (seq: string) =>
      `INSERT INTO audit_entry (chain_id, seq, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, prev_hash, hash)
       SELECT chain_id, ${seq}, at, actor_id, actor_role, 'dossier.forged', subject_kind, subject_id, outcome, facts, prev_hash, repeat('e', 64)
         FROM audit_entry WHERE ${where(5)}`;
    await tamper(
      database,
      'ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_chain_seq, DROP CONSTRAINT audit_entry_no_fork',
      copy('5'),
    );
    expect(await firstBad(database)).toEqual({ chainId, seq: 5, reason: 'fork' });
  });

  it('names every fault, the earliest first, and tells how far it is', async () => {
    await tamper(
      database,
      `UPDATE audit_entry SET actor_id = 'x' WHERE chain_id = '${chainId}' AND seq IN (2, 5)`,
    );
    const steps: VerificationStep[] = [];
    const report = await verifyDatabase(database.app, (step) => steps.push(step));
    expect(report.faults.map((fault) => fault.seq)).toEqual([2, 5]);
    expect(steps[0]).toMatchObject({ part: 'chains', done: 0, total: 12 });
    expect(steps).toContainEqual(expect.objectContaining({ part: 'chains', done: 12, total: 12 }));
    const seen = { entries: 12, chains: 2 };
    expect(steps).toContainEqual(
      expect.objectContaining({ part: 'checkpoints', seen: expect.objectContaining(seen) }),
    );
  });
});

describe('verify names the bad checkpoint', () => {
  beforeEach(async () => {
    await checkpoint(unitOfWork, signer);
    await unitOfWork.run(clerk, (tx) => appendAudit(tx, draftFor(chainId)));
    await checkpoint(unitOfWork, signer);
    await checkpoint(unitOfWork, signer);
  });

  const faults = async (keys: string[] = []) =>
    (await verifyDatabase(database.app, () => undefined, keys)).faults.map(
      ({ checkpoint: number, reason }) => ({ number, reason }),
    );

  it('accepts an unbroken line of them, an empty one too', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each([
    [
      'a changed root',
      "UPDATE checkpoint SET root = repeat('a', 64) WHERE number = 2",
      2,
      'signature_invalid',
    ],
    [
      'a changed time',
      "UPDATE checkpoint SET at = at + interval '1 day' WHERE number = 3",
      3,
      'signature_invalid',
    ],
    [
      'a missing one',
      'DELETE FROM checkpoint_leaf WHERE checkpoint_number = 2; DELETE FROM checkpoint WHERE number = 2',
      3,
      'checkpoint_gap',
    ],
    ['a missing first one', 'DELETE FROM checkpoint WHERE number = 1', 1, 'checkpoint_gap'],
    [
      'a dropped leaf',
      'DELETE FROM checkpoint_leaf WHERE checkpoint_number = 1 AND position = 11',
      1,
      'checkpoint_size_mismatch',
    ],
    [
      'a changed leaf',
      "UPDATE checkpoint_leaf SET hash = repeat('b', 64) WHERE checkpoint_number = 1 AND position = 0",
      1,
      'checkpoint_root_mismatch',
    ],
  ])('finds %s', async (_what, sql, number, reason) => {
    await tamper(database, sql);
    expect(await faults()).toContainEqual({ number, reason });
  });

  it('refuses the key of somebody else', async () => {
    expect(await faults([memorySigner().publicKeyPem])).toEqual(
      [1, 2, 3].map((number) => ({ number, reason: 'unknown_key' })),
    );
  });

  it('finds an entry that was passed over while a later one of its chain was covered', async () => {
    await tamper(database, `DELETE FROM checkpoint_leaf WHERE chain_id = '${chainId}' AND seq = 2`);
    expect(await firstBad(database)).toEqual({ chainId, seq: 2, reason: 'not_in_checkpoint' });
  });

  it('reads as the application role, without any right to write', async () => {
    expect(await runAs(database.app, 'SELECT count(*)::int AS n FROM checkpoint')).toEqual([{ n: 3 }]);
  });
});
