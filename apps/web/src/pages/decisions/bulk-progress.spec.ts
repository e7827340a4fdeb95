import { expect, test } from '@jest/globals';
import { type CommandAnswer } from '../dossiers/dossier.types.js';
import { progressOf } from './bulk-progress.js';
import { type BulkItem } from './bulk-run.js';

const seen = {} as CommandAnswer;
const items = (...states: [BulkItem['state'], CommandAnswer | null][]) =>
  states.map(([state, answer]) => ({ state, answer }));

test('what is done and what failed are counted apart', () => {
  expect(progressOf(items(['done', seen], ['failed', seen], ['moved', seen], ['ready', seen]))).toEqual({
    ...{ phase: 'acts', looked: 4, done: 1, left: 2, ready: 1, failed: 1, share: 75 },
  });
});
test('a look that was refused is no act, an act without an answer is one', () => {
  expect(progressOf(items(['failed', null], ['looking', null]))).toMatchObject({ phase: 'looks', share: 50 });
  expect(progressOf(items(['failed', seen]))).toMatchObject({ phase: 'acts', done: 0, left: 1 });
});
