import { type FileHandle, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ByteSource } from './domain/byte-source.js';
import { type ReceivedFile, type StoredFile } from './document-store.port.js';
import { keyOfHash, onDisk, pathOfKey, syncFolder } from './local-disk.js';

/** A durable temporary file that waits for its fate. */
export class LocalReceivedFile implements ReceivedFile {
  readonly content: ByteSource;
  private kept = false;
  private closed = false;

  constructor(
    private readonly root: string,
    private readonly path: string,
    private readonly handle: FileHandle,
    readonly sha256: string,
    readonly size: number,
  ) {
    this.content = { size, read: (offset, length) => onDisk(() => this.readAt(offset, length)) };
  }

  /** Always renames, also over equal content: the fresh time keeps the sweep away until the row is written. */
  async keep(): Promise<StoredFile> {
    const key = keyOfHash(this.sha256);
    const target = pathOfKey(this.root, key);
    await onDisk(async () => {
      const made = await mkdir(dirname(target), { recursive: true });
      if (made !== undefined) await this.syncAbove(dirname(target));
      await this.close();
      await rename(this.path, target);
      this.kept = true;
      await syncFolder(dirname(target));
    });
    return { sha256: this.sha256, size: this.size, key };
  }

  /** Folders that were just made are durable once the folders that name them are. */
  private async syncAbove(folder: string): Promise<void> {
    for (let above = dirname(folder); above.startsWith(this.root); above = dirname(above))
      await syncFolder(above);
  }

  async discard(): Promise<void> {
    await onDisk(async () => {
      await this.close();
      if (!this.kept) await rm(this.path, { force: true });
    });
  }

  private async readAt(offset: number, length: number): Promise<Uint8Array> {
    const buffer = new Uint8Array(Math.max(0, Math.min(length, this.size - offset)));
    const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, offset);
    return buffer.subarray(0, bytesRead);
  }

  private async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.handle.close();
  }
}
