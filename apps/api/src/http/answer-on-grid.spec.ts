import { describe, expect, it } from '@jest/globals';
import { answerOnGrid } from './answer-on-grid.js';

const left = (arrival: number, after: number): Promise<number> =>
  new Promise((resolve) => answerOnGrid(arrival, after, () => resolve(performance.now())));

describe('an answer on the grid', () => {
  it('leaves not before its time, whatever was spent of it', async () => {
    for (const spent of [0, 1.4, 7, 19.9]) {
      const arrival = performance.now() - spent;
      expect((await left(arrival, 20)) - arrival).toBeGreaterThanOrEqual(20);
    }
  });

  it('leaves at one moment for all that arrived between two moments, however long each took', async () => {
    const arrival = Math.ceil(performance.now() / 5) * 5;
    const all = await Promise.all([0.1, 2.5, 4.9].map((later) => left(arrival + later, 20)));
    for (const moment of all) expect(moment).toBeGreaterThanOrEqual(arrival + 25);
  });

  it('leaves at once where its time is over, or where none is asked for', async () => {
    const arrival = performance.now() - 1000;
    const late: string[] = [];
    answerOnGrid(arrival, 20, () => late.push('over'));
    answerOnGrid(performance.now(), 0, () => late.push('none'));
    expect(late).toEqual(['over', 'none']);
    expect(await left(arrival, 20)).toBeGreaterThan(arrival);
  });
});
