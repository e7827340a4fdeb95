import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKPOINTS_FILE, readKnownCheckpoints, verifyDatabase } from '#audit';
import { type DatabaseConfig, provision } from '#database';
import { storedHash } from '#documents';
import { prepareJobs } from '#jobs';
import { ConfigError, readConfig } from '../config.js';
import { type OpenDatabase, withDatabase } from '../database/with-database.js';
import { linesOf } from '../verify.command.js';
import { foldersOf, readPassphrase, seconds } from './backup.command.js';
import { BackupFault } from './backup-fault.js';
import { type RestoreKeys, restoreBackup, type RestoreTarget } from './restore-backup.js';

type Out = (line: string) => void;
interface Options {
  from?: string;
  keys?: string;
  'passphrase-file'?: string;
}

/** Restores a backup into an empty installation and verifies it. Exit code 0: restored and sound, 1: not. */
export async function restoreCommand(args: readonly string[], out: Out = console.log): Promise<number> {
  const options = optionsOf(args);
  if (options.from === undefined) throw new ConfigError('restore needs --from <backup>.');
  const backup = resolve(options.from);
  const keys = await restoreKeysOf(options);
  const config = readConfig([]);
  const begun = performance.now();
  return withDatabase(config, async (open) => {
    const owner = await ownerOf(open);
    const { takenAt, version } = await restoreBackup(backup, { owner, ...foldersOf(config) }, keys);
    out(`Restored as of ${takenAt} (version ${version}) in ${seconds(begun)} s.`);
    const isSound = await prove({ owner, ...foldersOf(config) }, out);
    out(`In all ${seconds(begun)} s.`);
    return isSound ? 0 : 1;
  });
}

/** Makes the queues of jobs, and verifies log, checkpoints, records and files. Returns whether all is sound. */
export async function prove(target: RestoreTarget, out: Out): Promise<boolean> {
  await prepareJobs(target.owner);
  const text = await readFile(join(target.keyFolder, CHECKPOINTS_FILE), 'utf8').catch(() => '');
  const report = await verifyDatabase(target.owner, out, [], {
    knownCheckpoints: readKnownCheckpoints(text).known,
    hashOf: (key: string) => storedHash(target.storageFolder, key),
  });
  for (const line of linesOf(report)) out(line);
  return report.ok;
}

/** Creates roles and database where we may; an embedded server that is new has neither. @throws BackupFault `owner_needed` */
async function ownerOf({ connections, secrets }: OpenDatabase): Promise<DatabaseConfig> {
  const { owner, superuser } = connections;
  if (superuser !== null)
    await provision({ ...superuser, database: 'postgres' }, superuser.database, secrets);
  if (owner === null) throw new BackupFault('owner_needed', 'A restore');
  return owner;
}

async function restoreKeysOf({ keys, 'passphrase-file': file }: Options): Promise<RestoreKeys> {
  if (keys !== undefined && keys !== 'none') throw new ConfigError('--keys of restore is none, or left out.');
  return { passphrase: file === undefined ? null : await readPassphrase(file), leaveOut: keys === 'none' };
}

function optionsOf(args: readonly string[]): Options {
  try {
    return parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, keys: { type: 'string' }, 'passphrase-file': { type: 'string' } },
    }).values;
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See restore --help.`, { cause });
  }
}
