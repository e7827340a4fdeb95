import pg from 'pg';
import { type Answer, type Statement, StatementRound } from './statement-round.js';

/** So long a statement for whose answer nobody waits may wait for others to travel with. */
const LEFT_FOR_MS = 2;
const SOUND = 'T';

/** A connection whose statements travel in rounds; TypeORM's wrapper costs more than most statements. */
export class Connection extends pg.Client {
  private round: StatementRound | null = null;
  private left: Statement | null = null;
  /** Sends what was left where nothing else is asked in time. */
  private alone: NodeJS.Timeout | undefined;
  private unanswered = 0;

  /**
   * Resolves with the answer of a statement. Those that are given in one turn of the process travel together and run in
   * the order given. @throws what the database said of it or of one before it in its round
   */
  async give(statement: Statement): Promise<Answer> {
    this.round ??= this.newRound();
    this.unanswered += 1;
    try {
      return await this.round.add(statement);
    } catch (error) {
      // Its stack leads into the socket.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    } finally {
      this.unanswered -= 1;
    }
  }

  /** Gives a statement for whose answer nobody waits: it travels before the next one, or by itself in a moment. */
  leave(statement: Statement): void {
    this.left = statement;
    this.alone = setTimeout(() => {
      this.round ??= this.newRound();
    }, LEFT_FOR_MS);
  }

  /** Whether it is within a transaction in which nothing failed, and everything was answered. */
  isSound(): boolean {
    return this.unanswered === 0 && this.getTransactionStatus() === SOUND;
  }

  /** What others ask of the driver, TypeORM above all, comes after what was given before. */
  override query(...asked: unknown[]): never {
    if (this.left) this.round ??= this.newRound();
    this.send();
    return super.query(...(asked as [string])) as never;
  }

  /** Ends the connection in the middle of what it does: whoever waits on it is told, and the server rolls back. */
  hangUp(): void {
    const { connection } = this as unknown as { connection: { stream: { destroy: (error: Error) => void } } };
    connection.stream.destroy(new Error('Connection terminated: the time of the request is up'));
  }

  private newRound(): StatementRound {
    process.nextTick(() => {
      this.send();
    });
    const round = new StatementRound();
    // Where it fails the connection is gone, and what it would have ended with it.
    if (this.left) round.add(this.left).catch(() => undefined);
    this.left = null;
    clearTimeout(this.alone);
    return round;
  }

  private send(): void {
    const { round } = this;
    this.round = null;
    if (round) super.query(round as unknown as pg.Submittable);
  }
}
