import { appendAudit, SYSTEM_CHAIN_ID } from '#audit';
import { type DatabaseConfig } from '#database';
import { inOneTransaction } from '../database/one-transaction.js';
import { type TakenBackup } from './take-backup.js';

/** A backup is of every authority. */
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';

/** Writes down in the log that a backup was taken and which: its age becomes a figure, and an exchanged one is noticed. */
export function logBackup(app: DatabaseConfig, { digest, manifest }: TakenBackup): Promise<void> {
  const { takenAt, checkpoint, version, keys } = manifest;
  return inOneTransaction(app, NO_AUTHORITY, async (tx) => {
    await appendAudit(tx, {
      chainId: SYSTEM_CHAIN_ID,
      actorRole: 'system',
      action: 'backup.taken',
      subject: { kind: 'backup', id: digest },
      facts: { takenAt, checkpoint, version, keys: keys.form },
    });
  });
}
