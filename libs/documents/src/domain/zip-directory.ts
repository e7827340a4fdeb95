import { inflateRawSync } from 'node:zlib';
import { type ByteSource } from './byte-source.js';

export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packedSize: number;
  size: number;
  headerAt: number;
}
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ZIP64_LOCATOR = 0x07064b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_TAIL = 65_557;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;
const LARGEST_PART = 1024 * 1024;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Lists what a ZIP claims to hold without unpacking anything; null when its directory cannot be read. */
export async function zipDirectory(source: ByteSource): Promise<ZipEntry[] | null> {
  const end = await endOfDirectory(source);
  if (!end || end.length > LARGEST_DIRECTORY || end.offset + end.length > source.size) return null;
  const bytes = await source.read(end.offset, end.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < end.count) {
    const entry = entryAt(bytes, at);
    if (!entry) return null;
    entries.push(entry.value);
    at = entry.next;
  }
  return entries;
}

/**
 * Whether readers of ZIP files find a directory in it, whatever stands before: at the offset that its end names, or
 * right before that end, where a directory lies that something was put in front of.
 */
export async function claimsZipDirectory(source: ByteSource): Promise<boolean> {
  const end = await endOfDirectory(source);
  if (!end) return false;
  const places = [end.offset, end.at - end.length];
  const found = await Promise.all(places.map((at) => hasSignature(source, at, DIRECTORY_ENTRY)));
  return found.includes(true) || hasSignature(source, end.at - 20, ZIP64_LOCATOR);
}

async function hasSignature(source: ByteSource, at: number, signature: number): Promise<boolean> {
  if (at < 0 || at + 4 > source.size) return false;
  return viewOf(await source.read(at, 4)).getUint32(0, true) === signature;
}

async function endOfDirectory(source: ByteSource) {
  const from = Math.max(0, source.size - LONGEST_TAIL);
  const tail = viewOf(await source.read(from, LONGEST_TAIL));
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    return {
      at: from + at,
      count: tail.getUint16(at + 10, true),
      length: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
  }
  return null;
}

function entryAt(bytes: Uint8Array, at: number): { value: ZipEntry; next: number } | null {
  if (at + 46 > bytes.length) return null;
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const value = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
  };
  return { value, next };
}

/** Where the packed bytes of an entry begin; null when its own header is not where the directory says. */
export async function zipEntryStart(source: ByteSource, entry: ZipEntry): Promise<number | null> {
  const header = await source.read(entry.headerAt, 30);
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== LOCAL_HEADER) return null;
  return entry.headerAt + 30 + viewOf(header).getUint16(26, true) + viewOf(header).getUint16(28, true);
}

/** The text of one small entry (at most 1 MiB unpacked); null when it is larger, damaged or packed oddly. */
export async function zipText(source: ByteSource, entry: ZipEntry): Promise<string | null> {
  if (entry.packedSize > LARGEST_PART || entry.size > LARGEST_PART) return null;
  const start = await zipEntryStart(source, entry);
  if (start === null) return null;
  const packed = await source.read(start, entry.packedSize);
  return unpacked(packed, entry.method);
}

function unpacked(packed: Uint8Array, method: number): string | null {
  if (method === 0) return new TextDecoder().decode(packed);
  if (method !== 8) return null;
  try {
    return new TextDecoder().decode(inflateRawSync(packed, { maxOutputLength: LARGEST_PART }));
  } catch {
    return null;
  }
}
