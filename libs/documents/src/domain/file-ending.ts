import { type ByteSource } from './byte-source.js';
import { claimsZipDirectory } from './zip-directory.js';

/** How a file ends: whole, before its end, or as an archive that readers of ZIP files would open. */
export type Ending = 'whole' | 'cut_off' | 'archive';

const TAIL = 2048;
const PNG_END = '\0\0\0\0IEND\xae\x42\x60\x82';
const JPEG_END = '\xff\xd9';
/** What cameras and old programs append to fill a block. */
const PADDING = /[\0\s]+$/;

const ENDS = {
  pdf: (tail: string) => tail.includes('%%EOF'),
  png: (tail: string) => tail.replace(PADDING, '').endsWith(PNG_END),
  jpeg: (tail: string) => tail.replace(PADDING, '').endsWith(JPEG_END),
} as const;

/** Whether a file of a type ends as that type does, with nothing behind it that makes it something else as well. */
export async function endingOf(type: keyof typeof ENDS, source: ByteSource): Promise<Ending> {
  if (await claimsZipDirectory(source)) return 'archive';
  const tail = await source.read(Math.max(0, source.size - TAIL), TAIL);
  // One character for each byte: TextDecoder would read latin1 as Windows-1252.
  const text = Array.from(tail, (byte) => String.fromCharCode(byte)).join('');
  return ENDS[type](text) ? 'whole' : 'cut_off';
}
