/** Bytes that own their memory, as the cryptography of a browser asks for. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** UTF-8 of a text. */
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** @param hex lower-case, of even length */
export const bytesOf = (hex: string): Bytes =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));

export const bytesOfBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of the parts, one after the other. */
export async function digest(...parts: Uint8Array[]): Promise<Bytes> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
}

/** SHA-256 of the UTF-8 of a text, lower-case hex. */
export const digestOfText = async (text: string): Promise<string> => hexOf(await digest(utf8(text)));
