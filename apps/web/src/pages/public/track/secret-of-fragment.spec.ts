import { describe, expect, test } from '@jest/globals';
import { keyOfFragment, withoutFragment } from './secret-of-fragment.js';

describe('the link of a receipt', () => {
  test('carries code and secret in its fragment', () => {
    expect(keyOfFragment('#code=H49.11-260715-0001&secret=K7QF-9M2D')).toEqual({
      fileCode: 'H49.11-260715-0001',
      secret: 'K7QF-9M2D',
    });
  });
  test('may carry nothing, or something else', () => {
    expect(keyOfFragment('')).toEqual({ fileCode: '', secret: '' });
    expect(keyOfFragment('#main')).toEqual({ fileCode: '', secret: '' });
  });
  test('leaves nothing behind in the address', () => {
    expect(withoutFragment({ pathname: '/track', search: '?lang=en' })).toBe('/track?lang=en');
  });
});
