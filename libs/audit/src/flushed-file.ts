import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes a text into a file, anew (`w`) or at its end (`a`), and returns once the disk has it. @throws what the disk says */
export function writeFlushed(file: string, text: string, flag: 'a' | 'w'): void {
  const descriptor = openSync(file, flag, 0o644);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
