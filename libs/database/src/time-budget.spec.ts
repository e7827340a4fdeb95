import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { budgetAtHand, outsideOfBudget, TimeBudget, TimeIsUp } from './time-budget.js';

describe('the time of a request', () => {
  it('goes with all that the request sets going, and with nothing else', async () => {
    const [one, other] = [new TimeBudget(), new TimeBudget()];
    const later = async () => {
      await turn();
      return budgetAtHand();
    };
    const seen = await Promise.all([one.within(later), other.within(later), later()]);
    expect(seen).toEqual([one, other, undefined]);
    expect(await one.within(() => outsideOfBudget(later))).toBeUndefined();
  });

  it('ends every wait that is under way, and lets none begin', () => {
    const budget = new TimeBudget();
    const givenUp: string[] = [];
    budget.whenOver(() => givenUp.push('statement'));
    const over = budget.whenOver(() => givenUp.push('statement that was answered'));
    over();
    budget.check();
    budget.end();
    expect(givenUp).toEqual(['statement']);
    expect(() => budget.check()).toThrow(TimeIsUp);
  });
});
