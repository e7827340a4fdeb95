import { describe, expect, it } from '@jest/globals';
import { groupNotices, lineNames } from './notice-groups.js';

describe('notices', () => {
  it('stand together by what they say', () => {
    const notices = ['a', 'b', 'a'].map((code, index) => ({ code, params: {}, text: `${index}` }));
    expect(groupNotices(notices).map(({ code, items }) => [code, items.map(({ text }) => text)])).toEqual([
      ['a', ['0', '2']],
      ['b', ['1']],
    ]);
  });
  it('name few lines, and count many', () => {
    const names = new Map([['l1', 'Lò đứng']]);
    expect(lineNames('l1, l2', names, String)).toBe('Lò đứng, l2');
    expect(lineNames('a, b, c, d, e', names, String)).toBe('5');
  });
});
