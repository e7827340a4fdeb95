import { type EntityManager } from 'typeorm';
import { type Actor } from '#kernel';
import { type Connection } from './connection.js';
import { type Answer, readyToSend } from './statement-round.js';
import { statementName } from './statement-names.js';

/**
 * An open transaction with the person who acts and the instant at which it happens.
 * Every function that writes takes it as its first argument; there is no overload without it.
 */
export class Tx {
  private readonly afterCommit: (() => void)[] = [];
  private readonly atLast: (() => Promise<unknown>)[] = [];
  private over = false;
  private failed = false;

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
    return (await this.send(sql, values)).rowCount;
  }

  /**
   * Runs a statement at the end of the work, for whose answer nothing waits but the commit, with which it travels.
   * @throws TypeError at once for a value that cannot be sent: the commit would travel without the statement
   */
  last(sql: string, values: readonly unknown[]): void {
    const ready = readyToSend(values);
    this.atLast.push(() => this.send(sql, ready));
  }

  /** Runs after the commit and never when it fails: wake-ups only, nothing that may not be lost. */
  onCommit(wakeUp: () => void): void {
    this.afterCommit.push(wakeUp);
  }

  /** For the unit of work alone: gives the last statements. @throws what the database says of them */
  async end(): Promise<void> {
    await Promise.all(this.atLast.map((give) => give()));
  }

  /** For the unit of work alone: whether a statement failed, which the server tells before it tells the state it is in. */
  hasFailed(): boolean {
    return this.failed;
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

  private send(text: string, values: readonly unknown[], kind = { composed: false }): Promise<Answer> {
    if (this.over) throw new TransactionOver();
    return this.connection.give({ text, values, name: statementName(text, kind) }).catch((error: unknown) => {
      this.failed = true;
      throw error;
    });
  }
}

/** A statement came after its transaction had ended; it was not sent. */
class TransactionOver extends Error {
  constructor() {
    super('the transaction of this statement is over');
    this.name = 'TransactionOver';
  }
}
