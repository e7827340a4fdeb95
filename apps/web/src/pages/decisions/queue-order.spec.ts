import { describe, expect, test } from '@jest/globals';
import { afterDealing, placeIn } from './queue-order.js';

const IDS = ['a', 'b', 'c'];

describe('the order of the queue', () => {
  test('knows what stands beside a dossier, and that one is not in it', () => {
    expect(placeIn(IDS, 'a')).toEqual({ previous: null, next: 'b', position: 1 });
    expect(placeIn(IDS, 'c')).toEqual({ previous: 'b', next: null, position: 3 });
    expect(placeIn(IDS, 'x')).toEqual({ previous: null, next: 'a', position: null });
  });
  test('leads to the next one, from the last one to what was passed over, and nowhere when all is done', () => {
    expect(afterDealing(IDS, 'b')).toBe('c');
    expect(afterDealing(IDS, 'c')).toBe('a');
    expect(afterDealing(['a'], 'a')).toBeNull();
    expect(afterDealing([], 'a')).toBeNull();
  });
});
