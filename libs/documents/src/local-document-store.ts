import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Refusal } from '#kernel';
import {
  type DocumentStore,
  type OpenedFile,
  type ReceivedFile,
  type StoredFile,
} from './document-store.port.js';
import { isMissing, onDisk, pathOfKey, storageUnavailable } from './local-disk.js';
import { LocalReceivedFile } from './local-received-file.js';
import { copyHashed } from './copy-hashed.js';

const INCOMING = 'incoming';
const LEAVING = 'leaving';

/** Content-addressed files below one folder: `ab/cd/<sha256>`; temporary ones in `incoming` on the same disk. */
export class LocalDocumentStore implements DocumentStore {
  constructor(private readonly root: string) {}

  async receive(source: Readable, { maxBytes }: { maxBytes: number }): Promise<ReceivedFile> {
    const path = join(this.root, INCOMING, randomUUID());
    const handle = await onDisk(async () => {
      await mkdir(join(this.root, INCOMING), { recursive: true });
      return open(path, 'wx+', 0o600);
    }).catch((error: unknown) => {
      source.destroy();
      throw error;
    });
    try {
      const copied = await copyHashed(source, handle, maxBytes);
      return new LocalReceivedFile(this.root, path, handle, copied.sha256, copied.size);
    } catch (error) {
      await handle.close();
      await rm(path, { force: true });
      throw error;
    }
  }

  async put(source: Readable | Uint8Array): Promise<StoredFile> {
    const stream = source instanceof Uint8Array ? Readable.from([source]) : source;
    const received = await this.receive(stream, { maxBytes: Number.MAX_SAFE_INTEGER });
    try {
      return await received.keep();
    } finally {
      await received.discard();
    }
  }

  async open(key: string): Promise<OpenedFile> {
    const path = pathOfKey(this.root, key);
    const size = await this.checkedSize(path, key);
    return { size, stream: createReadStream(path) };
  }

  private async checkedSize(path: string, key: string): Promise<number> {
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        size += chunk.length;
      }
    } catch (error) {
      throw isMissing(error) ? new Refusal('stored_bytes_lost', { key }) : storageUnavailable();
    }
    if (!key.endsWith(hash.digest('hex'))) throw new Refusal('stored_bytes_lost', { key });
    return size;
  }

  async exists(key: string): Promise<boolean> {
    try {
      return (await stat(pathOfKey(this.root, key))).isFile();
    } catch (error) {
      if (isMissing(error)) return false;
      throw storageUnavailable();
    }
  }

  async *keys(): AsyncIterable<string> {
    for (const first of await this.foldersOf('')) {
      for (const second of await this.foldersOf(first)) {
        const names = await onDisk(() => readdir(join(this.root, first, second)));
        for (const name of names.filter((name) => /^[0-9a-f]{64}$/.test(name)))
          yield `${first}/${second}/${name}`;
      }
    }
  }

  private async foldersOf(path: string): Promise<string[]> {
    await onDisk(() => mkdir(this.root, { recursive: true }));
    const names = await onDisk(() => readdir(join(this.root, path)));
    return names.filter((name) => /^[0-9a-f]{2}$/.test(name));
  }

  /** Moves the file aside before it looks at its age: an upload of the same content in between then makes a new one. */
  async removeOlderThan(key: string, instant: Date): Promise<boolean> {
    const path = pathOfKey(this.root, key);
    const aside = join(this.root, LEAVING, randomUUID());
    return onDisk(async () => {
      await mkdir(join(this.root, LEAVING), { recursive: true });
      const before = await stat(path).catch(() => null);
      if (!before || before.mtime >= instant) return false;
      await rename(path, aside);
      const young = (await stat(aside)).mtime >= instant;
      await (young ? rename(aside, path) : rm(aside));
      return !young;
    });
  }

  async clearAbandoned(instant: Date): Promise<number> {
    const folder = join(this.root, INCOMING);
    return onDisk(async () => {
      await mkdir(folder, { recursive: true });
      let removed = 0;
      for (const name of await readdir(folder)) {
        const found = await stat(join(folder, name)).catch(() => null);
        if (!found || found.mtime >= instant) continue;
        await rm(join(folder, name), { force: true });
        removed += 1;
      }
      return removed;
    });
  }

  async probe(): Promise<void> {
    const received = await this.receive(Readable.from([new Uint8Array([1])]), { maxBytes: 1 });
    await received.discard();
  }
}
