import { ConfigError } from '../config.js';

/** Why a backup or a restore was refused: code, status of the world afterwards, and what to do. */
const FAULTS = {
  target_exists: 'exists already. Name another folder.',
  target_unwritable: 'cannot be written. Choose a folder that this user may write.',
  disk_full: 'has no room left. Nothing was kept; make room and run it again.',
  owner_needed: 'needs the owner of the schema: set DATABASE_OWNER_URL.',
  schema_missing: 'holds no schema of TechGate: there is nothing to save.',
  schema_changing: 'was migrated meanwhile. Run it again once that has ended.',
  keys_undecided:
    'Say what becomes of the signing key: --passphrase-file <file> seals it, --keys plain copies it open, --keys none leaves it out.',
  key_missing:
    'is missing in the key folder. Set KEY_FOLDER as the services have it, or leave the key out with --keys none.',
  passphrase_short: 'holds no passphrase of 12 characters or more.',
  passphrase_wrong: 'does not open the sealed keys. Nothing was restored.',
  passphrase_needed:
    'holds sealed keys: name the passphrase with --passphrase-file, or leave them with --keys none.',
  stored_file_lost:
    'is missing in the storage, or its bytes are not those of its name. Run `npm run verify`.',
  not_a_backup: 'is no complete backup of TechGate (no manifest, or a damaged one).',
  backup_newer: 'was taken by a newer version. Install that version first.',
  part_missing: 'is missing in the backup. Use another backup.',
  part_damaged: 'is not what the manifest says. Use another backup.',
  database_not_empty: 'holds tables already. Restore into an empty database.',
  folder_not_empty: 'is not empty. Restore into an empty folder.',
  load_refused: 'was refused by the database. Nothing was restored.',
} as const;
export type BackupFaultCode = keyof typeof FAULTS;

/** A backup or a restore that did not happen; the message names what, why and what to do. */
export class BackupFault extends ConfigError {
  constructor(
    readonly code: BackupFaultCode,
    what: string,
    cause?: unknown,
  ) {
    super(`${code}: ${what}${what === '' ? '' : ' '}${FAULTS[code]}`, { cause });
  }
}

const BY_ERRNO: Readonly<Record<string, BackupFaultCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  EACCES: 'target_unwritable',
  EPERM: 'target_unwritable',
  EROFS: 'target_unwritable',
  ENOTDIR: 'target_unwritable',
};

/** Runs work on a disk; a failure that has a name here gets it, any other goes on as it is. */
export async function onTarget<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = BY_ERRNO[(error as NodeJS.ErrnoException).code ?? ''];
    throw code === undefined ? error : new BackupFault(code, what, error);
  }
}
