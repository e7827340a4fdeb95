import { describe, expect, test } from '@jest/globals';
import { digestOf, type FileFaultError, LARGEST_FILE } from './file-digest.js';

const faultOf = (file: Blob) => digestOf(file).catch((error: unknown) => (error as FileFaultError).fault);

describe('the digest of a file on this device', () => {
  test('is SHA-256 in small hexadecimal digits', async () => {
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await digestOf(new Blob(['abc']))).toBe(known);
  });
  test('is refused by name for a file that is empty, too large, or gone', async () => {
    expect(await faultOf(new Blob([]))).toBe('empty');
    expect(await faultOf({ size: LARGEST_FILE + 1 } as Blob)).toBe('tooLarge');
    const gone = { size: 3, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    expect(await faultOf(gone)).toBe('unreadable');
  });
});

test('a page without https says so, and not that the file is at fault', async () => {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), 'subtle');
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  try {
    expect(await faultOf(new Blob(['abc']))).toBe('unprotected');
  } finally {
    Reflect.deleteProperty(crypto, 'subtle');
    expect(own).toBeDefined();
  }
});
