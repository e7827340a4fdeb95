import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CliConfig, ConfigError, readConfig } from '../config.js';
import { withDatabase } from '../database/with-database.js';
import { versionOf } from '../project-root.js';
import { BackupFault } from './backup-fault.js';
import { type KeyWish } from './key-files.js';
import { logBackup } from './log-backup.js';
import { passphraseOf } from './sealed-keys.js';
import { checkBackup } from './restore-backup.js';
import { takeBackup, type TakenBackup } from './take-backup.js';

type Out = (line: string) => void;
interface Options {
  to?: string;
  check?: string;
  keys?: string;
  'passphrase-file'?: string;
}

/** Saves this installation into a new folder, or checks a backup. Exit code 0: done, 1: refused. */
export async function backupCommand(args: readonly string[], out: Out = console.log): Promise<number> {
  const options = optionsOf(args);
  if (options.check !== undefined) return check(resolve(options.check), out);
  if (options.to === undefined)
    throw new ConfigError('backup needs --to <folder>, in which a new one is made.');
  const wish = await keyWishOf(options.keys, options['passphrase-file']);
  const begun = performance.now();
  const taken = await save(readConfig([]), resolve(options.to), wish);
  for (const line of tellOf(taken)) out(line);
  out(`In ${seconds(begun)} s.`);
  return 0;
}

function save(config: CliConfig, to: string, wish: KeyWish): Promise<TakenBackup> {
  const target = join(to, `techgate-${stampOf(new Date())}`);
  return withDatabase(config, async ({ connections: { app, owner } }) => {
    if (owner === null) throw new BackupFault('owner_needed', 'A backup');
    const source = { owner, ...foldersOf(config), version: versionOf(config.root) };
    const taken = await takeBackup(source, target, wish);
    await logBackup(app, taken);
    return taken;
  });
}

function tellOf({
  folder,
  digest,
  manifest: { tables, storage, keys, takenAt, checkpoint },
}: TakenBackup): string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const { files, bytes } = storage;
  return [
    `${folder}: ${tables.length} tables, ${rows} rows, ${files} files of ${bytes} bytes, keys ${keys.form}, as of ${takenAt}, checkpoint ${checkpoint}.`,
    `SHA-256 of the manifest, to be kept elsewhere: ${digest}`,
  ];
}

async function check(folder: string, out: Out): Promise<number> {
  const { takenAt, version, storage } = await checkBackup(folder);
  out(`${folder}: whole; version ${version}, as of ${takenAt}, ${storage.files} files.`);
  return 0;
}

export const foldersOf = ({ storageFolder, keyFolder, dataDir }: CliConfig) => ({
  storageFolder: storageFolder ?? join(dataDir, 'storage'),
  keyFolder: keyFolder ?? join(dataDir, 'keys'),
});
export const seconds = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1);
const stampOf = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** @throws BackupFault `keys_undecided`, `passphrase_short` */
async function keyWishOf(keys: string | undefined, file: string | undefined): Promise<KeyWish> {
  if (file !== undefined && keys === undefined)
    return { form: 'sealed', passphrase: await readPassphrase(file) };
  if (file === undefined && keys === 'plain') return { form: 'plain' };
  if (file === undefined && keys === 'none') return { form: 'left_out' };
  throw new BackupFault('keys_undecided', '');
}

/** @throws ConfigError when it cannot be read, BackupFault `passphrase_short` */
export async function readPassphrase(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`--passphrase-file: ${file} cannot be read.`, { cause });
  });
  return passphraseOf(text, file);
}

function optionsOf(args: readonly string[]): Options {
  try {
    return parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        check: { type: 'string' },
        keys: { type: 'string' },
        'passphrase-file': { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See backup --help.`, { cause });
  }
}
