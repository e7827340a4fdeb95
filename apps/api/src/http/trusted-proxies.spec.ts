import { describe, expect, test } from '@jest/globals';
import { trustedProxies } from './trusted-proxies.js';

describe('proxies whose word is believed', () => {
  test.each<[string[], string, boolean]>([
    [[], '127.0.0.1', false],
    [['loopback'], '127.0.0.1', true],
    [['loopback'], '::1', true],
    [['loopback'], '::ffff:127.0.0.1', true],
    [['172.17.0.0/16'], '172.17.0.1', true],
    [['172.17.0.0/16'], '172.18.0.1', false],
    [['203.0.113.9'], '203.0.113.9', true],
    [['203.0.113.9', 'fc00::/7'], 'fd12::1', true],
    [['uniquelocal'], '203.0.113.9', false],
    [['loopback'], 'no address', false],
  ])('%j: %s is one: %s', (words, address, is) => {
    expect(trustedProxies(words)(address)).toBe(is);
  });

  test.each(['everybody', '10.0.0.0/33', 'fc00::/129', '10.0.0', '10.0.0.0/255.0.0.0'])(
    '%s is no proxy',
    (word) => {
      expect(() => trustedProxies([word])).toThrow(RangeError);
    },
  );
});
