import { expect, test } from '@jest/globals';
import { statementName } from './statement-names.js';

test('a statement keeps its name, and no two have the same', () => {
  const [one, other] = [statementName('SELECT 1'), statementName('SELECT 2')];
  expect(statementName('SELECT 1')).toBe(one);
  expect(other).not.toBe(one);
  expect(statementName('SELECT 1', { composed: true })).not.toBe(one);
});

test('lists that are put together use up no names of the statements that stand in the code', () => {
  const composed = Array.from({ length: 5_000 }, (_, at) =>
    statementName(`SELECT * FROM list WHERE ${at}`, { composed: true }),
  );
  expect(composed.at(-1)).toBeUndefined();
  expect(new Set(composed).size).toBeLessThan(200);
  expect(statementName('SELECT of a command not met before')).toBeDefined();
});
