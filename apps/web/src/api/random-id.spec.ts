import { expect, test } from '@jest/globals';
import { randomId } from './random-id.js';

test('an id is a UUID of version 4, another each time, also where randomUUID does not exist', () => {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), 'randomUUID');
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  try {
    const ids = Array.from({ length: 200 }, randomId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(200);
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID');
    expect(own).toBeDefined();
  }
});
