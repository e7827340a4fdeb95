/** A letter is far smaller; more would only fill the memory of the device. */
export const LARGEST_FILE = 100_000_000;

export type FileFault = 'empty' | 'tooLarge' | 'unreadable' | 'unprotected';
export class FileFaultError extends Error {
  constructor(readonly fault: FileFault) {
    super(fault);
  }
}

export const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * SHA-256 of a file in 64 hexadecimal digits, computed on this device: the file is sent nowhere.
 * @throws FileFaultError for a file that is empty, far too large, or cannot be read (any more), or on a page without https
 */
export async function digestOf(file: Blob): Promise<string> {
  if (file.size === 0) throw new FileFaultError('empty');
  if (file.size > LARGEST_FILE) throw new FileFaultError('tooLarge');
  // Browsers know digests on https and localhost only; the number can still be asked.
  if ((crypto as Partial<Crypto>).subtle === undefined) throw new FileFaultError('unprotected');
  const bytes = await file.arrayBuffer().catch(() => {
    throw new FileFaultError('unreadable');
  });
  return hex(await crypto.subtle.digest('SHA-256', bytes));
}
