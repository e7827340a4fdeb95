import { type EntityManager } from 'typeorm';
import { type Actor } from '#kernel';

/**
 * An open transaction with the person who acts and the instant at which it happens.
 * Every function that writes takes it as its first argument; there is no overload without it.
 */
export class Tx {
  private readonly afterCommit: (() => void)[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    /** The one instant of this unit of work, millisecond precision: every row written in it carries the same time. */
    readonly at: Date,
  ) {}

  /** Rows of a parametrised statement; for UPDATE and DELETE the rows of its RETURNING clause. */
  async query<Row extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const runner = this.manager.queryRunner;
    if (!runner) throw new Error('a Tx needs a manager that is inside a transaction');
    const result = await runner.query(sql, [...values], true);
    return (result.records ?? []) as Row[];
  }

  /** The only row of a statement, or null. */
  async one<Row extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row | null> {
    return (await this.query<Row>(sql, values))[0] ?? null;
  }

  /** Number of rows that an INSERT, UPDATE or DELETE touched. */
  async affect(sql: string, values: readonly unknown[] = []): Promise<number> {
    const runner = this.manager.queryRunner;
    if (!runner) throw new Error('a Tx needs a manager that is inside a transaction');
    const result = await runner.query(sql, [...values], true);
    return result.affected ?? 0;
  }

  /** Runs after the commit and never when it fails: wake-ups only, nothing that may not be lost. */
  onCommit(wakeUp: () => void): void {
    this.afterCommit.push(wakeUp);
  }

  /** For the unit of work alone. */
  committed(): void {
    for (const wakeUp of this.afterCommit) wakeUp();
  }
}
