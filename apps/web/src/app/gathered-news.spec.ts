import { describe, expect, test } from '@jest/globals';
import { GatheredNews } from './gathered-news.js';

/** News whose gap passes when the test says so. */
function heard() {
  const told: string[] = [];
  let waiting: (() => void) | null = null;
  const wait = (then: () => void) => {
    waiting = then;
    return () => (waiting = null);
  };
  const gap = () => {
    const then = waiting;
    waiting = null;
    then?.();
  };
  return { told, gap, news: new GatheredNews((key) => told.push(key.join(' ')), wait) };
}

describe('news that come in a burst', () => {
  test('the first acts at once, the rest once after a while, whatever their number', () => {
    const { told, gap, news } = heard();
    news.add([['dossiers'], ['dossier', 'a']]);
    expect(told).toEqual(['dossiers', 'dossier a']);
    for (let n = 0; n < 300; n += 1) news.add([['dossiers'], ['dossier', n % 2 === 0 ? 'a' : 'b']]);
    expect(told).toHaveLength(2);
    gap();
    expect(told.slice(2)).toEqual(['dossiers', 'dossier a', 'dossier b']);
  });

  test('after a quiet while the next one acts at once again', () => {
    const { told, gap, news } = heard();
    news.add([['dossiers']]);
    gap();
    news.add([['dossiers']]);
    expect(told).toEqual(['dossiers', 'dossiers']);
  });

  test('what waits is nothing to a page that was left', () => {
    const { told, gap, news } = heard();
    news.add([['dossiers']]);
    news.add([['letters']]);
    news.stop();
    gap();
    expect(told).toEqual(['dossiers']);
  });
});
