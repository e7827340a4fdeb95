import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { appendAudit } from '#audit';
import { type UnitOfWork } from '#database';
import { lastActAbout, lastActOn, lastChangeOf, lastOwnActOn, namingTheWinner } from '#dossiers';
import { DEMO_AUTHORITY } from '#identity';
import { type Actor, type AdjustableClock, Refusal, systemActor } from '#kernel';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { demoActor, seededUnitOfWork } from '../../support/stored-dossier.js';

const clerk = demoActor('motcua1');
const investor = demoActor('gom');
const chain = randomUUID();
let db: TestDatabase;
let source: DataSource;
let clock: AdjustableClock;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  db = await cloneDatabase('last_change');
  ({ source, clock, unitOfWork } = await seededUnitOfWork(db));
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await db?.drop();
});

/** Appends one act and returns its instant; a minute passes. */
async function act(actor: Actor, outcome: 'done' | 'refused', subject = { kind: 'dossier', id: chain }) {
  clock.advance(60_000);
  await unitOfWork.run(actor, (tx) =>
    appendAudit(tx, {
      chainId: chain,
      action: 'dossier.noted',
      actorRole: actor.roles[0] ?? 'system',
      subject,
      facts: {},
      outcome,
    }),
  );
  return clock.now().toISOString();
}

describe('who changed something last', () => {
  const updatedAt = new Date('2026-07-01T02:03:04.005Z');
  const changedAt = updatedAt.toISOString();
  const told = (reader: Actor, updatedBy: string) =>
    unitOfWork.read(reader, (tx) => lastChangeOf(tx, { updatedBy, updatedAt }));

  test('is told by name inside the house, by role outside of it', async () => {
    expect(await told(demoActor('giamdoc'), clerk.id)).toEqual({ changedBy: clerk.name, changedAt });
    expect(await told(systemActor(DEMO_AUTHORITY.id), clerk.id)).toEqual({
      changedBy: clerk.name,
      changedAt,
    });
    expect(await told(investor, clerk.id)).toEqual({ changedBy: 'clerk', changedAt });
    expect(await told(demoActor('phoihop'), investor.id)).toEqual({ changedBy: 'investor', changedAt });
  });

  test('is the system where no account stands for it', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await told(clerk, nobody)).toEqual({ changedBy: 'TechGate', changedAt });
    expect(await told(investor, nobody)).toEqual({ changedBy: 'system', changedAt });
  });
});

describe('the last act', () => {
  const on = (chainId: string) => unitOfWork.read(clerk, (tx) => lastActOn(tx, chainId));
  const about = (subject: { kind: string; id: string }) =>
    unitOfWork.read(clerk, (tx) => lastActAbout(tx, subject));
  const list = { kind: 'project_import', id: randomUUID() };

  test('on a chain is the newest that was carried out; nothing where there is none', async () => {
    expect(await on(randomUUID())).toBeNull();
    await act(clerk, 'done');
    const changedAt = await act(investor, 'done');
    await act(clerk, 'refused');
    expect(await on(chain)).toEqual({ changedBy: investor.name, changedAt });
  });

  test('of the reader or of a colleague is theirs to know, whatever others did later', async () => {
    const own = (reader: Actor) => unitOfWork.read(reader, (tx) => lastOwnActOn(tx, chain));
    const changedAt = await act(investor, 'done');
    await act(clerk, 'done');
    expect(await own(investor)).toEqual({ changedBy: 'investor', changedAt });
    expect(await own({ ...investor, id: randomUUID() })).toEqual({ changedBy: 'investor', changedAt });
    expect(await own(demoActor('phoihop'))).toBeNull();
  });

  test('about a thing without a chain of its own is found by the thing, whatever came later on that chain', async () => {
    expect(await about(list)).toBeNull();
    await act(investor, 'done', list);
    const changedAt = await act(systemActor(DEMO_AUTHORITY.id), 'done', list);
    await act(clerk, 'refused', list);
    await act(clerk, 'done', { ...list, id: randomUUID() });
    await act(clerk, 'done', { ...list, kind: 'project' });
    expect(await about(list)).toEqual({ changedBy: 'TechGate', changedAt });
  });
});

describe('a conflict names the winner', () => {
  const winner = () => Promise.resolve({ changedBy: 'Đinh Thị Lan', changedAt: '2026-07-01T00:00:00.000Z' });
  const unasked = () => Promise.reject(new Error('nobody asks for a winner here'));
  const refusing = (refusal: Error) => () => Promise.reject(refusal);

  test('with what the refusal says itself going first', async () => {
    const refusal = new Refusal('command_not_permitted_now', { status: 'accepted', changedAt: 'its own' });
    await expect(namingTheWinner(refusing(refusal), winner)).rejects.toMatchObject({
      code: 'command_not_permitted_now',
      details: { status: 'accepted', changedBy: 'Đinh Thị Lan', changedAt: 'its own' },
    });
    const nobody = namingTheWinner(refusing(refusal), () => Promise.resolve(null));
    await expect(nobody).rejects.toMatchObject({ details: { status: 'accepted', changedAt: 'its own' } });
  });

  test('and nothing else does: another refusal, a fault, an answer', async () => {
    const missing = new Refusal('not_found');
    await expect(namingTheWinner(refusing(missing), unasked)).rejects.toBe(missing);
    const fault = new Error('broken');
    await expect(namingTheWinner(refusing(fault), unasked)).rejects.toBe(fault);
    expect(await namingTheWinner(() => Promise.resolve('done'), unasked)).toBe('done');
  });
});
