import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { appendAudit, checkpointAge, type CheckpointSigner, lastCheckpoint, verifyDatabase } from '#audit';
import { type UnitOfWork } from '#database';
import { type AdjustableClock } from '#kernel';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { checkpoint, clerk, draftFor, memorySigner, sixEntries, unitOfWorkAs } from './audit-fixture.js';

let database: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
let clock: AdjustableClock;
let signer: CheckpointSigner;
beforeEach(async () => {
  database = await cloneDatabase('audit_checkpoint');
  ({ source, unitOfWork, clock } = await unitOfWorkAs(database.app));
  signer = memorySigner();
});
afterEach(async () => {
  await source.destroy();
  await database.drop();
});

const coverage = () =>
  runAs(
    database.app,
    'SELECT e.chain_id, e.seq, l.checkpoint_number AS n FROM audit_entry e LEFT JOIN checkpoint_leaf l ON l.entry_id = e.id ORDER BY e.chain_id, e.seq',
  );

/** A transaction that has appended and waits to be let go. */
async function openAppend(chainId: string) {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let appended: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    appended = resolve;
  });
  const done = unitOfWork.run(clerk, async (tx) => {
    await appendAudit(tx, draftFor(chainId));
    appended();
    await gate;
  });
  await ready;
  return { commit: async () => (release(), done) };
}

describe('checkpoint', () => {
  it('covers both of two transactions that commit in reverse order around it, each once', async () => {
    const [early, late] = ['00000000-0000-4000-8000-00000000aaaa', '00000000-0000-4000-8000-00000000bbbb'];
    const first = await openAppend(early);
    clock.advance(60_000);
    const second = await openAppend(late);
    await second.commit();
    await checkpoint(unitOfWork, signer);
    expect(await coverage()).toEqual([{ chain_id: late, seq: 1, n: 1 }]);
    await first.commit();
    await checkpoint(unitOfWork, signer);
    expect(await coverage()).toEqual([
      { chain_id: early, seq: 1, n: 2 },
      { chain_id: late, seq: 1, n: 1 },
    ]);
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({ ok: true, uncovered: 0 });
  });

  it('covers every entry once while appenders and checkpoints run together', async () => {
    const chains = Array.from({ length: 4 }, () => randomUUID());
    const appends = Array.from({ length: 40 }, (_, i) =>
      unitOfWork.run(clerk, (tx) => appendAudit(tx, draftFor(chains[i % 4] ?? ''))),
    );
    const checkpoints = Array.from({ length: 5 }, () => checkpoint(unitOfWork, signer));
    const taken = await Promise.all(checkpoints);
    await Promise.all(appends);
    await checkpoint(unitOfWork, signer);
    expect(taken.map((one) => one.number).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({
      ok: true,
      entries: 40,
      uncovered: 0,
      checkpoints: 6,
    });
  });

  it('names the one before, adds up, and says when nothing happened', async () => {
    expect(await checkpoint(unitOfWork, signer)).toMatchObject({
      number: 1,
      size: 0,
      firstAt: null,
      previousCheckpointHash: '0'.repeat(64),
    });
    const { entries } = await sixEntries(unitOfWork);
    const second = await checkpoint(unitOfWork, signer);
    expect(second).toMatchObject({
      number: 2,
      size: 6,
      totalSize: 6,
      firstAt: entries[0]?.at,
      lastAt: entries[5]?.at,
    });
    expect(await unitOfWork.read(clerk, lastCheckpoint)).toEqual(second);
  });

  it('knows its age, and none', async () => {
    expect(await unitOfWork.read(clerk, (tx) => checkpointAge(tx, clock.now()))).toBeNull();
    await checkpoint(unitOfWork, signer);
    clock.advance(90_000);
    expect(await unitOfWork.read(clerk, (tx) => checkpointAge(tx, clock.now()))).toBe(90_000);
  });

  it('leaves no leaf behind when signing fails', async () => {
    await sixEntries(unitOfWork);
    const broken = { ...signer, sign: () => Promise.reject(new Error('no key')) };
    await expect(checkpoint(unitOfWork, broken)).rejects.toThrow('no key');
    expect(await checkpoint(unitOfWork, signer)).toMatchObject({ number: 1, size: 6 });
  });

  it('goes on under a new key, with both published', async () => {
    await sixEntries(unitOfWork);
    await checkpoint(unitOfWork, signer);
    await checkpoint(unitOfWork, memorySigner());
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({ ok: true, checkpoints: 2 });
  });
});
