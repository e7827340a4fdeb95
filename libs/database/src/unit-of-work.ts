import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { type Actor, CLOCK, type Clock } from '#kernel';
import { observed } from '#observability';
import { type Connection } from './connection.js';
import { budgetAtHand } from './time-budget.js';
import { Tx } from './tx.js';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 3;
const WRITE = { kind: 'transaction', name: 'write' } as const;
const READ = { kind: 'transaction', name: 'read' } as const;
const REHEARSAL = { kind: 'transaction', name: 'rehearsal', rehearsal: true } as const;
const WRITING = { text: 'BEGIN ISOLATION LEVEL READ COMMITTED', name: 'writing' } as const;
const READING = { text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', name: 'reading' } as const;
const COMMIT = { text: 'COMMIT', name: 'commit' } as const;
/** Of a snapshot: under a name of its own, so that on the wire only what is stored is called a commit. */
const CLOSE = { text: 'COMMIT', name: 'close' } as const;
const ROLLBACK = { text: 'ROLLBACK', name: 'rollback' } as const;
type Begin = typeof WRITING | typeof READING;

/** SQLSTATE of a database error, wherever the driver or TypeORM put it. */
export function sqlStateOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  return driverError === undefined ? null : sqlStateOf(driverError);
}

/** Name of the constraint that a statement violated, or null. */
export function violatedConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { constraint, driverError } = error as { constraint?: unknown; driverError?: unknown };
  if (typeof constraint === 'string') return constraint;
  return driverError === undefined ? null : violatedConstraint(driverError);
}

const isRetriable = (error: unknown) =>
  [SERIALIZATION_FAILURE, DEADLOCK_DETECTED].includes(sqlStateOf(error) ?? '');

/** Runs work in one transaction: all of it is stored, or none. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction and returns its result after the commit. A serialization failure or a
   * deadlock re-runs the whole of it, at most three times, so `work` must have no effect outside `tx`.
   */
  run<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return observed(WRITE, () => this.retried(actor, work));
  }

  private async retried<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(actor, work, WRITING);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetriable(error)) throw error;
      }
    }
  }

  /** Runs `work` in one read-only snapshot: what it reads belongs together. */
  read<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return observed(READ, () => this.once(actor, work, READING));
  }

  /** Answers a question of one statement: a snapshot of its own without the rounds that open and close a transaction. */
  ask<Result>(actor: Actor, statement: (tx: Tx) => Promise<Result>): Promise<Result> {
    return observed(READ, () => this.connected(actor, statement));
  }

  /** Runs `work` as `run` would and rolls it back: what would happen, without it happening. */
  rehearse<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return observed(REHEARSAL, () => this.rolledBack(actor, work));
  }

  private async rolledBack<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.inTransaction(actor, WRITING, async (tx, connection, begun) => {
      try {
        const result = await work(tx);
        await begun;
        await tx.end();
        return result;
      } finally {
        tx.close();
        await rollBack(connection);
      }
    });
  }

  private async once<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>, begin: Begin): Promise<Result> {
    return this.inTransaction(actor, begin, async (tx, connection, begun) => {
      const result = await orRollBack(tx, connection, async () => {
        const made = await work(tx);
        await begun;
        await ended(tx, connection, begin);
        return made;
      });
      tx.committed();
      return result;
    });
  }

  private async connected<Result>(
    actor: Actor,
    work: (tx: Tx, runner: QueryRunner, connection: Connection) => Promise<Result>,
  ): Promise<Result> {
    const budget = budgetAtHand();
    budget?.check();
    const runner = this.source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as Connection;
      budget?.check();
      const answered = budget?.whenOver(() => connection.hangUp());
      const tx = new Tx(connection, runner.manager, actor, this.clock.now());
      try {
        return await work(tx, runner, connection);
      } finally {
        answered?.();
        tx.close();
      }
    } finally {
      await runner.release();
    }
  }

  /** Opens the transaction without waiting for the answer: BEGIN travels with the first statement. */
  private async inTransaction<Result>(
    actor: Actor,
    begin: Begin,
    work: (tx: Tx, connection: Connection, begun: Promise<unknown>) => Promise<Result>,
  ): Promise<Result> {
    return this.connected(actor, (tx, runner, connection) => {
      // Tells TypeORM's own writes that they are inside of one and must not open and commit another.
      Object.assign(runner, { isTransactionActive: true });
      const begun = connection.give(begin);
      begun.catch(() => undefined);
      return work(tx, connection, begun);
    });
  }
}

/** A connection that is gone has rolled back by itself; what went wrong first is what the caller has to hear. */
async function rollBack(connection: Connection): Promise<void> {
  await connection.give(ROLLBACK).catch(() => undefined);
}

async function orRollBack<Result>(
  tx: Tx,
  connection: Connection,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    tx.close();
    await rollBack(connection);
    throw error;
  }
}

/** The last statements travel with the COMMIT. Of a snapshot nothing is stored, so nobody waits for it to be closed. */
async function ended(tx: Tx, connection: Connection, begin: Begin): Promise<void> {
  if (begin === READING && !tx.hasFailed() && connection.isSound()) {
    tx.close();
    connection.leave(CLOSE);
    return;
  }
  const last = tx.end();
  tx.close();
  await Promise.all([last, commit(connection, begin === READING ? CLOSE : COMMIT)]);
}

/** PostgreSQL answers the COMMIT of a transaction in which a statement failed with a silent ROLLBACK. */
async function commit(connection: Connection, end: typeof COMMIT | typeof CLOSE): Promise<void> {
  const { command } = await connection.give(end);
  if (command === 'ROLLBACK')
    throw new Error('a statement of this transaction had failed: nothing was stored');
}
