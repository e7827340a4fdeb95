import { expect, test } from '@jest/globals';
import { keepEntry, nameOfKept } from '../../../ui/kept-entry.js';
import { dropReason, entryOfMatch, leftReason } from './left-reason.js';

function aStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}
const candidate = { lineId: 'l1', list: 'prohibited' as const, code: 'I.1', decided: { decidedBy: 'head' } };

test('what somebody was writing stays when another decides, until it is dropped', () => {
  const store = aStore();
  expect(leftReason(store, 'me', 'd1', candidate)).toBe('');
  const name = nameOfKept('me', entryOfMatch('d1', candidate));
  keepEntry(store, name, { decision: null, reason: ' Đang tra cứu. ' });
  expect(leftReason(store, 'me', 'd1', candidate)).toBe('Đang tra cứu.');
  expect(leftReason(store, 'me', 'd1', { ...candidate, decided: { decidedBy: 'me' } })).toBe('');
  expect(leftReason(store, 'me', 'd1', { ...candidate, decided: null })).toBe('');
  expect(leftReason(store, 'another', 'd1', candidate)).toBe('');
  dropReason(store, 'me', 'd1', candidate);
  expect(leftReason(store, 'me', 'd1', candidate)).toBe('');
});
