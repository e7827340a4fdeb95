import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, it } from '@jest/globals';
import { AskedTogether } from './asked-together.js';

interface Question {
  keys: readonly string[];
  answer: (answers: ReadonlyMap<string, string>) => void;
  fail: (error: Error) => void;
}

/** A database that answers when it is told to. */
function slowDatabase() {
  const questions: Question[] = [];
  const together = new AskedTogether<string>(
    (keys) => new Promise((answer, fail) => questions.push({ keys, answer, fail })),
  );
  const answer = (at: number) => {
    const asked = questions[at];
    asked?.answer(new Map(asked.keys.map((key) => [key, `${key} of question ${at}`])));
  };
  return { together, questions, answer };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('questions that are asked together', () => {
  it('go at once while nothing is under way', () => {
    const { together, questions } = slowDatabase();
    void together.of('a');
    expect(questions.map(({ keys }) => keys)).toEqual([['a']]);
  });

  it('wait for the one that is under way, and go as one; equal ones once', async () => {
    const { together, questions, answer } = slowDatabase();
    const first = together.of('a');
    const later = ['b', 'c', 'b'].map((key) => together.of(key));
    expect(questions).toHaveLength(1);
    answer(0);
    expect(await first).toBe('a of question 0');
    expect(questions.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c']]);
    answer(1);
    expect(await Promise.all(later)).toEqual(['b of question 1', 'c of question 1', 'b of question 1']);
  });

  it('are never answered by what was asked before they came', async () => {
    const { together, questions, answer } = slowDatabase();
    const first = together.of('a');
    const second = together.of('a');
    answer(0);
    await first;
    answer(1);
    expect(questions).toHaveLength(2);
    expect(await second).toBe('a of question 1');
  });

  it('find nothing for a key that is not there', async () => {
    const { together, questions } = slowDatabase();
    const asked = together.of('a');
    questions[0]?.answer(new Map());
    expect(await asked).toBeNull();
  });

  it('fail with the question of their round, and the next ones are asked all the same', async () => {
    const { together, questions, answer } = slowDatabase();
    const first = together.of('a');
    const [second, third] = [together.of('b'), together.of('c')];
    questions[0]?.fail(new Error('connection lost'));
    await expect(first).rejects.toThrow('connection lost');
    answer(1);
    expect(await Promise.all([second, third])).toEqual(['b of question 1', 'c of question 1']);
    await turn();
    void together.of('d');
    expect(questions.at(-1)?.keys).toEqual(['d']);
  });

  it('do not wait long for one that hangs', async () => {
    const { together, questions, answer } = slowDatabase();
    void together.of('a');
    const second = together.of('b');
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(questions.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
    answer(1);
    expect(await second).toBe('b of question 1');
  });

  it('are not more than four at once, whatever hangs, and go on when one is answered', async () => {
    const { together, questions, answer } = slowDatabase();
    const asked = ['a', 'b', 'c', 'd', 'e'].map(async (key) => {
      const answered = together.of(key);
      await new Promise((resolve) => setTimeout(resolve, 0));
      return answered;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    for (const key of ['f', 'g', 'h', 'i']) {
      asked.push(together.of(key));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(questions).toHaveLength(4);
    answer(1);
    await turn();
    expect(questions).toHaveLength(5);
    for (const at of [0, 2, 3, 4]) answer(at);
    expect((await Promise.all(asked)).every((found) => found !== null)).toBe(true);
    expect(questions).toHaveLength(5);
  });

  it('are asked as nobody: what belongs to the request that came first is not there', async () => {
    const request = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const together = new AskedTogether<string>(async (keys) => {
      seen.push(request.getStore());
      await turn();
      return new Map(keys.map((key) => [key, key]));
    });
    const asked = ['a', 'b'].map((key) => request.run(`request of ${key}`, () => together.of(key)));
    expect(await Promise.all(asked)).toEqual(['a', 'b']);
    expect(seen).toEqual([undefined, undefined]);
  });

  it('fail and go on where asking throws at once', async () => {
    let isBroken = true;
    const together = new AskedTogether<string>((keys) => {
      if (isBroken) throw new Error('no pool');
      return Promise.resolve(new Map(keys.map((key) => [key, key])));
    });
    await expect(together.of('a')).rejects.toThrow('no pool');
    isBroken = false;
    expect(await together.of('b')).toBe('b');
  });
});
