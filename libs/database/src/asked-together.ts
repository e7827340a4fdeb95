import { AsyncLocalStorage } from 'node:async_hooks';

/** So long a question that is under way holds back those that came after it. */
const HELD_BACK_MS = 20;
/** Where the database hangs, so many wait for it and not one more every few milliseconds. */
const MOST_UNDER_WAY = 4;

type Answers<Found> = ReadonlyMap<string, Found>;
interface Round<Found> {
  keys: Set<string>;
  answered: Promise<Answers<Found>>;
  settle: (answers: Promise<Answers<Found>>) => void;
}

/**
 * Questions of one kind, each about its key. Those that come while one is under way are asked together as the next one: the
 * more people ask at once, the less each of them costs. Nobody is answered by what was asked before they came.
 */
export class AskedTogether<Found> {
  private next: Round<Found> | null = null;
  private isHeldBack = false;
  private underWay = 0;
  /** As many as may be hang, and the next one waits for any of them. */
  private isFull = false;
  /** Whatever is asked here is asked as nobody's: neither the time nor the trace of who came first is everybody's. */
  private readonly asNobody = AsyncLocalStorage.snapshot();

  /** @param ask what is found for each of some keys; a key for which there is nothing is left out */
  constructor(private readonly ask: (keys: readonly string[]) => Promise<Answers<Found>>) {}

  /**
   * What is found for a key, or null. A question belongs to nobody's request alone, so no request's time ends it: it has the
   * time of a statement.
   * @throws whatever the question of its round failed with
   */
  async of(key: string): Promise<Found | null> {
    this.next ??= newRound();
    this.next.keys.add(key);
    const { answered } = this.next;
    if (!this.isHeldBack) this.asNobody(() => this.send());
    return (await answered).get(key) ?? null;
  }

  private send(): void {
    const round = this.next;
    this.next = null;
    this.isHeldBack = round !== null;
    if (round === null) return;
    this.underWay += 1;
    const answers = this.answersOf(round);
    round.settle(answers);
    this.afterwards(answers);
  }

  // Async, so that whatever goes wrong is the answer of the round and of no other one.
  private async answersOf({ keys }: Round<Found>): Promise<Answers<Found>> {
    return this.ask([...keys]);
  }

  /** Sends what came meanwhile once this question is answered, or takes too long to let others wait for it. */
  private afterwards(answers: Promise<unknown>): void {
    let isDone = false;
    const done = () => {
      if (isDone) return;
      isDone = true;
      clearTimeout(late);
      this.send();
    };
    const late = setTimeout(() => {
      if (this.underWay < MOST_UNDER_WAY) done();
      else this.isFull = true;
    }, HELD_BACK_MS);
    const answered = () => {
      this.underWay -= 1;
      const isAwaited = this.isFull;
      this.isFull = false;
      if (isDone && isAwaited) this.send();
      else done();
    };
    answers.then(answered, answered);
  }
}

function newRound<Found>(): Round<Found> {
  let settle: Round<Found>['settle'] = () => undefined;
  const answered = new Promise<Answers<Found>>((resolve) => {
    settle = resolve;
  });
  return { keys: new Set(), answered, settle };
}
