import { outsideOfBudget } from './time-budget.js';

/** So long a question that is under way holds back those that came after it. */
const HELD_BACK_MS = 20;

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
    if (!this.isHeldBack) this.send();
    return (await answered).get(key) ?? null;
  }

  private send(): void {
    const round = this.next;
    this.next = null;
    this.isHeldBack = round !== null;
    if (round === null) return;
    const answers = outsideOfBudget(() => this.ask([...round.keys]));
    round.settle(answers);
    this.afterwards(answers);
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
    const late = setTimeout(done, HELD_BACK_MS);
    answers.then(done, done);
  }
}

function newRound<Found>(): Round<Found> {
  let settle: Round<Found>['settle'] = () => undefined;
  const answered = new Promise<Answers<Found>>((resolve) => {
    settle = resolve;
  });
  return { keys: new Set(), answered, settle };
}
