import { describe, expect, test } from '@jest/globals';
import { askedFor, followingOf, gapOf, hindranceOf, newMark, progressOf } from './marks.js';

const item = (code: string, name: string) => ({
  code,
  name: { vi: name, en: name },
  basis: `Điều ${code.slice(1)}`,
});
const ITEMS = [item('D2', 'Sơ đồ'), item('D3', 'Danh mục'), item('D4', 'Chứng minh')];
const there = newMark('there');

describe('a mark', () => {
  test('lacks a reason, and where the reason says nothing alone, a detail', () => {
    expect(gapOf(there)).toBeNull();
    expect(gapOf(newMark('missing'))).toBeNull();
    expect(gapOf(newMark('to_correct'))).toBe('reason');
    expect(gapOf({ mark: 'to_correct', reason: 'incomplete', detail: ' ' })).toBe('detail');
    expect(gapOf({ mark: 'to_correct', reason: 'unsigned', detail: '' })).toBeNull();
  });
  test('becomes a point of the request with the basis of its item, in the order of the checklist', () => {
    const marks = {
      D3: { mark: 'to_correct', reason: 'incomplete', detail: 'Thiếu năm sản xuất.' } as const,
      D4: there,
      D2: newMark('missing'),
    };
    expect(askedFor(ITEMS, marks)).toEqual([
      { what: 'Bổ sung “Sơ đồ”: chưa có trong hồ sơ.', basis: 'Điều 2', about: 'D2' },
      {
        what: 'Chỉnh sửa “Danh mục”: nội dung chưa đầy đủ. Thiếu năm sản xuất.',
        basis: 'Điều 3',
        about: 'D3',
      },
    ]);
  });
});

describe('the act that follows', () => {
  test('waits for every demanded mark, then is acceptance or the one request', () => {
    const half = progressOf(['D2', 'D3'], { D2: there });
    expect([half.open, half.checked, followingOf(half), hindranceOf('accept', half)]).toEqual([
      ...[1, 1, null, 'open'],
    ]);
    expect(hindranceOf('return', half)).toBeNull();
    const whole = progressOf(['D2', 'D3'], { D2: there, D3: there });
    expect([followingOf(whole), hindranceOf('accept', whole)]).toEqual(['accept', null]);
    const faulty = progressOf(['D2', 'D3'], { D2: there, D3: newMark('missing') });
    expect([followingOf(faulty), hindranceOf('accept', faulty)]).toEqual(['request_supplement', 'faulty']);
    const unclear = progressOf(['D2'], { D2: newMark('to_correct') });
    expect([hindranceOf('request_supplement', unclear), hindranceOf('return', unclear)]).toEqual([
      ...['unclear', 'unclear'],
    ]);
  });
});
