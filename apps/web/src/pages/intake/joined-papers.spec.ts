import { expect, test } from '@jest/globals';
import { joinedPapers } from './joined-papers.js';

const D2 = { item: 'D2' };
const D3 = { item: 'D3', documentId: 'd-3' };
const D12 = { item: 'D12' };

test('papers that somebody else added meanwhile stay beside those that are ticked here', () => {
  expect(joinedPapers([D2], [D2, D12], [D2, D3])).toEqual([D2, D12, D3]);
  expect(joinedPapers([D2, D12], [D12], [D2, D12, D3])).toEqual([D12, D3]);
  expect(joinedPapers([D2, D3], [D2, D3, D12], [D2])).toEqual([D2, D12]);
});

test('a paper that one took out here and somebody else wrote about stays as they wrote it', () => {
  const noted = { ...D2, note: 'bản chính' };
  expect(joinedPapers([D2], [], [noted])).toEqual([noted]);
});
