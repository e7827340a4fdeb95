import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, CLOCK, type Clock } from '#kernel';
import { observed } from '#observability';
import { Tx } from './tx.js';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 3;
const WRITE = { kind: 'transaction', name: 'write' } as const;
const READ = { kind: 'transaction', name: 'read' } as const;
const REHEARSAL = { kind: 'transaction', name: 'rehearsal', rehearsal: true } as const;

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
        return await this.once(actor, work, 'READ COMMITTED');
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetriable(error)) throw error;
      }
    }
  }

  /** Runs `work` in one read-only snapshot: what it reads belongs together. */
  read<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const readOnly = async (tx: Tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      return work(tx);
    };
    return observed(READ, () => this.once(actor, readOnly, 'REPEATABLE READ'));
  }

  /** Runs `work` as `run` would and rolls it back: what would happen, without it happening. */
  rehearse<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return observed(REHEARSAL, () => this.rolledBack(actor, work));
  }

  private async rolledBack<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    await runner.startTransaction('READ COMMITTED');
    try {
      return await work(new Tx(runner.manager, actor, this.clock.now()));
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async once<Result>(
    actor: Actor,
    work: (tx: Tx) => Promise<Result>,
    isolation: 'READ COMMITTED' | 'REPEATABLE READ',
  ): Promise<Result> {
    const { tx, result } = await this.source.transaction(isolation, async (manager) => {
      const tx = new Tx(manager, actor, this.clock.now());
      return { tx, result: await work(tx) };
    });
    tx.committed();
    return result;
  }
}
