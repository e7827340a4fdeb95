import { describe, expect, test } from '@jest/globals';
import { begunWith, type EntryStore, keepEntry, readEntry } from './kept-entry.js';

function aStore(room = true): EntryStore & { size: () => number } {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => {
      if (!room) throw new Error('no room');
      kept.set(name, text);
    },
    removeItem: (name) => void kept.delete(name),
    size: () => kept.size,
  };
}

describe('what was entered', () => {
  test('is there again until it is forgotten', () => {
    const store = aStore();
    keepEntry(store, 'a', { reason: 'Đang viết dở' });
    expect(readEntry(store, 'a')).toEqual({ reason: 'Đang viết dở' });
    keepEntry(store, 'a', null);
    expect([readEntry(store, 'a'), store.size()]).toEqual([null, 0]);
  });

  test('does not stop a page whose device has no room, nor one that reads what nobody wrote', () => {
    keepEntry(aStore(false), 'a', 'x');
    const store = aStore();
    store.setItem('a', '{');
    expect(readEntry(store, 'a')).toBeNull();
  });

  test('fills the form that there is now', () => {
    const empty = { reason: '', documentId: '' };
    expect(begunWith(empty, null)).toEqual(empty);
    expect(begunWith(empty, { reason: 'a' })).toEqual({ reason: 'a', documentId: '' });
    expect(begunWith(empty, 'a')).toEqual(empty);
    expect(begunWith('', 'a')).toBe('a');
    expect(begunWith('', { reason: 'a' })).toBe('');
  });
});
