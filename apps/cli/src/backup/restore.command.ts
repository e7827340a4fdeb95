import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  CHECKPOINTS_FILE,
  type KnownErasure,
  readKnownCheckpoints,
  readKnownErasures,
  verifyDatabase,
} from '#audit';
import { type DatabaseConfig, provision } from '#database';
import { storedHash } from '#documents';
import { prepareJobs } from '#jobs';
import { ConfigError, readConfig } from '../config.js';
import { type OpenDatabase, withDatabase } from '../database/with-database.js';
import { toldProgress } from '../told-progress.js';
import { linesOf } from '../verify.command.js';
import { foldersOf, readPassphrase, seconds } from './backup.command.js';
import { BackupFault } from './backup-fault.js';
import { replayErasures } from './replay-erasures.js';
import { type RestoreKeys, restoreBackup } from './restore-backup.js';
import { type RestoreTarget } from './unfinished-restore.js';

type Out = (line: string) => void;
interface Options {
  from?: string;
  keys?: string;
  'passphrase-file'?: string;
  erasures?: string;
}

/** Restores a backup into an empty installation and verifies it. Exit code 0: restored and sound, 1: not. */
export async function restoreCommand(args: readonly string[], out: Out = console.log): Promise<number> {
  const options = optionsOf(args);
  if (options.from === undefined) throw new ConfigError('restore needs --from <backup>.');
  const backup = resolve(options.from);
  const keys = await restoreKeysOf(options);
  const erasures = options.erasures === undefined ? null : await readErasures(options.erasures);
  const config = readConfig([]);
  const begun = performance.now();
  return withDatabase(config, async (open) => {
    const owner = await ownerOf(open);
    const { takenAt, version } = await restoreBackup(backup, { owner, ...foldersOf(config) }, keys);
    out(`Restored as of ${takenAt} (version ${version}) in ${seconds(begun)} s.`);
    if (erasures === null)
      out('No --erasures given: texts that were erased after the backup are there again.');
    else
      out(`${await replayErasures(owner, erasures)} of ${erasures.length} erasures were carried out again.`);
    const isSound = await prove({ owner, ...foldersOf(config) }, out);
    out(`In all ${seconds(begun)} s.`);
    return isSound ? 0 : 1;
  });
}

/** Makes the queues of jobs, and verifies log, checkpoints, records and files. Returns whether all is sound. */
export async function prove(target: RestoreTarget, out: Out): Promise<boolean> {
  await prepareJobs(target.owner);
  const text = await readFile(join(target.keyFolder, CHECKPOINTS_FILE), 'utf8').catch(() => '');
  const report = await verifyDatabase(target.owner, toldProgress(out), [], {
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

/** @throws ConfigError when it cannot be read or a line of it is none. */
async function readErasures(file: string): Promise<KnownErasure[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`--erasures: ${file} cannot be read.`, { cause });
  });
  const { known, unreadable } = readKnownErasures(text);
  if (unreadable > 0) throw new ConfigError(`--erasures: ${unreadable} lines of ${file} name no erasure.`);
  return known;
}

async function restoreKeysOf({ keys, 'passphrase-file': file }: Options): Promise<RestoreKeys> {
  if (keys !== undefined && keys !== 'none') throw new ConfigError('--keys of restore is none, or left out.');
  return { passphrase: file === undefined ? null : await readPassphrase(file), leaveOut: keys === 'none' };
}

function optionsOf(args: readonly string[]): Options {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        keys: { type: 'string' },
        'passphrase-file': { type: 'string' },
        erasures: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See restore --help.`, { cause });
  }
}
