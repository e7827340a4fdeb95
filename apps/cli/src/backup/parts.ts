import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline as pipe, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupFault, onTarget } from './backup-fault.js';
import { type Part } from './manifest.js';

/** Fast: the disk and the network of an office are slower than a stronger packing would win. */
const LEVEL = 3;

/** Hashes and counts what flows through it. */
class Measure extends Transform {
  private readonly hash = createHash('sha256');
  size = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }
  get sha256(): string {
    return this.hash.copy().digest('hex');
  }
}

/** Writes a stream into a new file, flushed to the disk; packed where `packed`. Returns what the manifest says of it. */
export async function writePart(
  folder: string,
  file: string,
  open: () => Readable,
  packed = false,
): Promise<Part> {
  const path = join(folder, file);
  return onTarget(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    const measure = new Measure();
    const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    // Opened only now, when somebody listens to what goes wrong with it.
    if (packed) await pipeline(open(), createGzip({ level: LEVEL }), measure, target);
    else await pipeline(open(), measure, target);
    return { file, size: measure.size, sha256: measure.sha256 };
  });
}

/** The unpacked bytes of a packed part. */
export function unpackedPart(folder: string, file: string): Readable {
  // The callback is what makes a failure of either end reach whoever reads.
  return pipe(createReadStream(join(folder, file)), createGunzip(), () => undefined);
}

/** Size and SHA-256 of a file, read as a stream; null when there is none. */
export async function measured(path: string): Promise<Omit<Part, 'file'> | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return null;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return { size: found.size, sha256: hash.digest('hex') };
}

/** Holds a part against the manifest. @throws BackupFault `part_missing`, `part_damaged` */
export async function checkPart(folder: string, part: Part): Promise<void> {
  const found = await measured(join(folder, part.file));
  if (found === null) throw new BackupFault('part_missing', part.file);
  if (found.size !== part.size || found.sha256 !== part.sha256)
    throw new BackupFault('part_damaged', part.file);
}
