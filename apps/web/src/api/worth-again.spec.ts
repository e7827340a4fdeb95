import { expect, test } from '@jest/globals';
import { conditionOf, isWorthAgain, withoutCondition } from './worth-again.js';

test.each([
  [0, true],
  [503, true],
  [409, true],
  [429, true],
  [400, false],
  [415, false],
  [422, false],
])('after %d another try helps: %s', (status, helps) => expect(isWorthAgain({ status })).toBe(helps));

test('a condition that cannot be is named where it stands in the address, and can be taken away', () => {
  const search = new URLSearchParams('from=2026-99-99&tab=all');
  expect(conditionOf({ code: 'list_query_invalid', parameter: 'from' }, search)).toBe('from');
  expect(conditionOf({ code: 'list_query_invalid', parameter: 'q' }, search)).toBeNull();
  expect(conditionOf({ code: 'not_found', parameter: 'from' }, search)).toBeNull();
  expect(withoutCondition(search, 'from').toString()).toBe('tab=all');
});
