import { type ByteSource } from '#documents';
import { Refusal } from '#kernel';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

const CHUNK = 64 * 1024;

/** By the mark at the start; without one it has to be UTF-8, other encodings are not guessed. */
export async function encodingOf(source: ByteSource): Promise<TextEncodingName> {
  const [first, second] = await source.read(0, 2);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * The text of a file piece by piece, without its mark.
 * @throws Refusal `import_encoding_refused` (bytes that the encoding does not know, NUL), with where in the file
 */
export async function* decodedText(source: ByteSource, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < source.size; at += CHUNK) {
    const bytes = await source.read(at, CHUNK);
    yield decodedOrRefused(decoder, bytes, at, at + CHUNK < source.size);
  }
}

function decodedOrRefused(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  at: number,
  stream: boolean,
): string {
  try {
    const text = decoder.decode(bytes, { stream });
    if (!text.includes('\0')) return text;
  } catch {
    // falls through: bytes of another encoding are refused as NUL is
  }
  throw new Refusal('import_encoding_refused', { nearByte: at });
}
