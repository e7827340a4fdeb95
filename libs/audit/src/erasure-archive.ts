import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { type Tx } from '#database';
import { PAYLOAD_ERASED } from './domain/audit-entry.js';
import { erasureLine, type KnownErasure } from './domain/known-erasures.js';
import { writeFlushed } from './flushed-file.js';

/** Which texts of the log were lawfully erased, one per line, beside the checkpoints: a restore erases them again. */
export const ERASURES_FILE = 'erasures.jsonl';

/** Every lawful erasure that the log tells of, in the order of its chains. */
export const allErasures = (tx: Tx): Promise<KnownErasure[]> =>
  tx.query<KnownErasure>(
    `SELECT facts->>'basis' AS basis, chain_id AS "chainId", (facts->>'seq')::int AS seq
       FROM audit_entry WHERE action = $1 AND outcome = 'done' ORDER BY chain_id, seq`,
    [PAYLOAD_ERASED],
  );

/** Writes erasures down outside of the database, so that they can be done again where an older state comes back. */
@Injectable()
export class ErasureArchive {
  private readonly logger = new Logger(ErasureArchive.name);
  private readonly file: string;

  /** @param folder that of the signing key; it exists. */
  constructor(folder: string) {
    this.file = join(folder, ERASURES_FILE);
  }

  /** Replaces the list, whole or not at all. A disk that fails is a line in the log: the next checkpoint writes it. */
  write(erasures: readonly KnownErasure[]): void {
    if (erasures.length === 0) return;
    try {
      const fresh = `${this.file}.${process.pid}`;
      writeFlushed(fresh, erasures.map((it) => `${erasureLine(it)}\n`).join(''), 'w');
      renameSync(fresh, this.file);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      this.logger.error({ msg: 'erasures not written down', file: ERASURES_FILE, code });
    }
  }
}
