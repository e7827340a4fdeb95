import { describe, expect, test } from '@jest/globals';
import { exampleLines, trackingExamples } from './tracking-examples.js';

describe('what a visitor of the demonstration can follow', () => {
  test('is printed with the address', () => {
    const examples = [{ fileCode: 'H49.11-260715-0001', secret: 'K7QF-9M2D-XW4T-3HJB-0ZNC-8R5V' }];
    expect(exampleLines({ tracking: { address: 'http://localhost:3000/track', examples } })).toEqual([
      'Follow a dossier without an account (http://localhost:3000/track), by its code and secret:',
      '  H49.11-260715-0001  K7QF-9M2D-XW4T-3HJB-0ZNC-8R5V',
    ]);
  });
  test.each([[null], [{}], [{ tracking: { examples: [] } }]])('is nothing for %j', (answer) => {
    expect(exampleLines(answer)).toEqual([]);
  });
  test('is nothing where nobody answers', async () => {
    expect(await trackingExamples('http://127.0.0.1:1')).toEqual([]);
  });
});
