import { AsyncLocalStorage } from 'node:async_hooks';

/** Somebody's time is up: what was still to be asked of the database was not asked. */
export class TimeIsUp extends Error {
  constructor() {
    super('the time of this request is up');
    this.name = 'TimeIsUp';
  }
}

/** The time that somebody's request has for everything that it waits for in the database, taken together. */
export class TimeBudget {
  private readonly waits = new Set<() => void>();
  private isOver = false;

  /** Runs work, and all that it sets going, within this budget. */
  within<Result>(work: () => Result): Result {
    return atHand.run(this, work);
  }

  /** Gives up every wait that is under way and lets none begin any more. */
  end(): void {
    this.isOver = true;
    for (const giveUp of this.waits) giveUp();
  }

  /** @throws TimeIsUp */
  check(): void {
    if (this.isOver) throw new TimeIsUp();
  }

  /** Does `giveUp` when the time ends, until what this returns is called. */
  whenOver(giveUp: () => void): () => void {
    this.waits.add(giveUp);
    return () => this.waits.delete(giveUp);
  }
}

const atHand = new AsyncLocalStorage<TimeBudget | undefined>();

/** The budget that the work at hand belongs to; undefined for work of the process itself. */
export const budgetAtHand = (): TimeBudget | undefined => atHand.getStore();

/** Runs work that a request only set going, and that goes on whatever becomes of the request. */
export const outsideOfBudget = <Result>(work: () => Result): Result => atHand.run(undefined, work);
