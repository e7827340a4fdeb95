import { expect, test } from '@jest/globals';
import { basisGroups } from './basis-groups.js';

const on = (code: string, basis: string, verification = 'text_read') => ({ code, basis, verification });

test('what follows on the same article is one group; another article, or one read otherwise, begins another', () => {
  const groups = basisGroups([
    ...[on('I.1', 'Điều 5'), on('I.2', 'Điều 5'), on('II.1', 'Điều 6')],
    ...[on('II.2', 'Điều 6', 'memory'), on('III.1', 'Điều 5')],
  ]);
  expect(groups.map((group) => group.map(({ code }) => code))).toEqual([
    ...[['I.1', 'I.2'], ['II.1'], ['II.2'], ['III.1']],
  ]);
  expect(basisGroups([])).toEqual([]);
});
