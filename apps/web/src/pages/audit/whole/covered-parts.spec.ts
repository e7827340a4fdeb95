import { expect, test } from '@jest/globals';
import { coveredParts } from './covered-parts.js';

const newest = { totalSize: 1049 } as never;
const found = { entries: 880, uncovered: 1, batches: 172, uncoveredBatches: 2, newest };

test('entries and batches of reads make up the running total of the newest checkpoint', () => {
  expect(coveredParts(found)).toEqual({ total: 1049, entries: 879, batches: 170, uncoveredBatches: 2 });
});

test('nothing is said where they cannot: no checkpoint, an older result, a log that lost something', () => {
  expect(coveredParts({ ...found, newest: null })).toBeNull();
  expect(coveredParts({ ...found, batches: undefined })).toBeNull();
  expect(coveredParts({ ...found, entries: 879 })).toBeNull();
});
