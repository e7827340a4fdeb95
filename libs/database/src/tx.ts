import { type QueryResult } from 'pg';
import { type EntityManager } from 'typeorm';
import { type Actor } from '#kernel';
import { type Connection, gather } from './connection.js';
import { sendDescribed } from './described-query.js';
import { statementName } from './statement-names.js';

/**
 * An open transaction with the person who acts and the instant at which it happens.
 * Every function that writes takes it as its first argument; there is no overload without it.
 */
export class Tx {
  private readonly afterCommit: (() => void)[] = [];
  private over = false;

  constructor(
    private readonly connection: Connection,
    readonly manager: EntityManager,
    readonly actor: Actor,
    /** The one instant of this unit of work, millisecond precision: every row written in it carries the same time. */
    readonly at: Date,
  ) {}

  /**
   * Rows of a parametrised statement; for UPDATE and DELETE the rows of its RETURNING clause. Statements that need not
   * wait for each other may be given together (`Promise.all`): they travel in one round and run in the order given.
   */
  async query<Row extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.send(sql, values)).rows as Row[];
  }

  /** Rows of a statement that is put together from what somebody asks for, as lists are. */
  async composed<Row extends object = Record<string, unknown>>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.send(sql, values, { composed: true })).rows as Row[];
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
    return (await this.send(sql, values)).rowCount ?? 0;
  }

  /** Runs after the commit and never when it fails: wake-ups only, nothing that may not be lost. */
  onCommit(wakeUp: () => void): void {
    this.afterCommit.push(wakeUp);
  }

  /** For the unit of work alone. */
  committed(): void {
    for (const wakeUp of this.afterCommit) wakeUp();
  }

  /**
   * For the unit of work alone: the connection goes back, and whoever still works on this transaction must not speak on it
   * within somebody else's.
   */
  close(): void {
    this.over = true;
  }

  private send(sql: string, values: readonly unknown[], kind = { composed: false }): Promise<QueryResult> {
    if (this.over) throw new TransactionOver();
    gather(this.connection);
    const name = statementName(sql, kind);
    const statement = { text: sql, values: [...values] };
    return name === undefined
      ? this.connection.query(statement)
      : sendDescribed(this.connection, { ...statement, name });
  }
}

/** A statement came after its transaction had ended; it was not sent. */
class TransactionOver extends Error {
  constructor() {
    super('the transaction of this statement is over');
    this.name = 'TransactionOver';
  }
}
