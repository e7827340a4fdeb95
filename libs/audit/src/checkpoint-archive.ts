import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { type SignedCheckpoint } from './domain/checkpoint.js';
import { checkpointLine, readKnownCheckpoints } from './domain/known-checkpoints.js';
import { writeFlushed } from './flushed-file.js';

/** Every checkpoint that this installation signed, one per line, beside its key and outside of the database. */
export const CHECKPOINTS_FILE = 'checkpoints.jsonl';

/** Writes checkpoints down outside of the database, so that a database that lost its newest ones is found out. */
@Injectable()
export class CheckpointArchive {
  private readonly logger = new Logger(CheckpointArchive.name);
  private readonly file: string;

  /** @param folder that of the signing key; it exists. */
  constructor(private readonly folder: string) {
    this.file = join(folder, CHECKPOINTS_FILE);
  }

  /** Whatever is written down; empty when there is no file. */
  async all(): Promise<SignedCheckpoint[]> {
    return readKnownCheckpoints(await this.text()).known;
  }

  /** The highest number that is written down; 0 when there is none. */
  async lastNumber(): Promise<number> {
    const known = await this.all();
    return known.reduce((highest, { number }) => Math.max(highest, number), 0);
  }

  /**
   * Appends the checkpoints and flushes them to the disk. A disk that fails is a line in the log and no more: they are
   * committed, and are written with the next ones.
   */
  append(checkpoints: readonly SignedCheckpoint[]): void {
    try {
      // One write, led by a line's end: processes do not mix, and a line that a crash cut off stays alone.
      writeFlushed(this.file, checkpoints.map((it) => `\n${checkpointLine(it)}\n`).join(''), 'a');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      this.logger.error({ msg: 'checkpoints not written down', file: CHECKPOINTS_FILE, code });
    }
  }

  /** Writes and removes a probe. @throws what the disk says */
  async probe(): Promise<void> {
    const probe = join(this.folder, `.probe-${randomUUID()}`);
    try {
      await writeFile(probe, '1', { flush: true });
    } finally {
      await rm(probe, { force: true });
    }
  }

  private async text(): Promise<string> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}
