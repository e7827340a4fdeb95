import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  CHECKPOINTS_FILE,
  readKnownCheckpoints,
  type SignedCheckpoint,
  type VerificationReport,
  verifyDatabase,
  verifyExport,
} from '#audit';
import { storedHash } from '#documents';
import { type CliConfig, ConfigError, readConfig } from './config.js';
import { withDatabase } from './database/with-database.js';
import { toldProgress } from './told-progress.js';

type Out = (line: string) => void;
interface Options {
  export?: string;
  key?: string[];
  files?: string;
  checkpoint?: string[];
}

/** Verifies the database, or an export file without one; exit code 0 = sound, 1 = something is wrong. */
export async function verifyCommand(args: readonly string[], out: Out = console.log): Promise<number> {
  const values = optionsOf(args);
  const keys = await Promise.all((values.key ?? []).map(readKey));
  const report =
    values.export === undefined
      ? await verifyOwnDatabase(keys, values, out)
      : await verifyFile(values.export, keys);
  for (const line of linesOf(report)) out(line);
  return report.ok ? 0 : 1;
}

function optionsOf(args: readonly string[]): Options {
  try {
    return parseArgs({
      args: [...args],
      options: {
        export: { type: 'string' },
        key: { type: 'string', multiple: true },
        files: { type: 'string' },
        checkpoint: { type: 'string', multiple: true },
      },
    }).values;
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See verify --help.`, { cause });
  }
}

/** What a report says, for people: the counts, then the first bad place and how many more there are. */
export function linesOf(report: VerificationReport): string[] {
  const { entries, chains, checkpoints, uncovered, erased, steps, files, firstBad, faultCount } = report;
  const { batches, uncoveredBatches } = report;
  const counts = `${entries} entries in ${chains} chains, ${checkpoints} checkpoints, ${uncovered} entries not yet covered, ${erased} payloads lawfully erased, ${steps} steps of dossiers, ${files} files, ${batches} batches of reads (${uncoveredBatches} not yet covered)`;
  if (firstBad === null) return [counts, 'VERIFIED: nothing was changed, dropped or forked.'];
  const place = [
    firstBad.chainId === null ? null : `chain ${firstBad.chainId}`,
    firstBad.seq === null ? null : `entry ${String(firstBad.seq)}`,
    firstBad.checkpoint === null ? null : `checkpoint ${String(firstBad.checkpoint)}`,
    firstBad.detail ?? null,
  ];
  const where = place.filter((part) => part !== null).join(', ');
  return [
    counts,
    `NOT VERIFIED: first bad: ${where}: ${firstBad.reason} (${String(faultCount)} faults in all)`,
  ];
}

async function verifyOwnDatabase(
  keys: readonly string[],
  options: Options,
  out: Out,
): Promise<VerificationReport> {
  if (keys.length === 0) out('No --key given: the public keys stored in the database are believed.');
  const config = readConfig([]);
  const knownCheckpoints = await knownCheckpointsOf(options.checkpoint, config, out);
  const folder = filesFolder(options.files, config);
  if (folder === null) out('No --files given and no storage folder found: stored files are not looked at.');
  const against = {
    knownCheckpoints,
    ...(folder === null ? {} : { hashOf: (key: string) => storedHash(folder, key) }),
  };
  return withDatabase(config, ({ connections }) =>
    verifyDatabase(connections.app, toldProgress(out), keys, against),
  );
}

/** The folder that was named, or this installation's own where it exists. @throws ConfigError when the named one is none. */
export function filesFolder(
  named: string | undefined,
  { storageFolder, dataDir }: Pick<CliConfig, 'storageFolder' | 'dataDir'>,
): string | null {
  const folder = resolve(named ?? storageFolder ?? join(dataDir, 'storage'));
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  if (named !== undefined) throw new ConfigError(`--files: ${folder} is no folder.`);
  return null;
}

/**
 * The checkpoints known outside of the database: from files or lines that were named, else from this installation's file.
 * @throws ConfigError when a named one cannot be read or holds no checkpoint.
 */
export async function knownCheckpointsOf(
  named: readonly string[] | undefined,
  { keyFolder, dataDir }: Pick<CliConfig, 'keyFolder' | 'dataDir'>,
  out: Out,
): Promise<SignedCheckpoint[]> {
  const own = join(keyFolder ?? join(dataDir, 'keys'), CHECKPOINTS_FILE);
  const sources = named ?? (existsSync(own) ? [own] : []);
  if (sources.length === 0)
    out('No --checkpoint given and no checkpoints.jsonl found: a cut end is not noticed.');
  const all = await Promise.all(sources.map((source) => checkpointsFrom(source, out)));
  return all.flat();
}

async function checkpointsFrom(source: string, out: Out): Promise<SignedCheckpoint[]> {
  const text = source.trimStart().startsWith('{') ? source : await readText(source, '--checkpoint');
  const { known, unreadable } = readKnownCheckpoints(text);
  if (known.length === 0) throw new ConfigError(`--checkpoint: ${source} holds no checkpoint.`);
  if (unreadable > 0) out(`${String(unreadable)} lines of ${source} hold no checkpoint and are passed over.`);
  return known;
}

async function verifyFile(path: string, keys: readonly string[]): Promise<VerificationReport> {
  if (keys.length === 0)
    throw new ConfigError(
      'verify --export needs --key <public.pem>, obtained on another way than the export.',
    );
  const text = await readText(path, '--export');
  try {
    return verifyExport(JSON.parse(text), keys);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new ConfigError(`--export: ${path} is no JSON file.`, { cause });
    throw cause;
  }
}

async function readKey(path: string): Promise<string> {
  const pem = await readText(path, '--key');
  if (!pem.includes('-----BEGIN PUBLIC KEY-----'))
    throw new ConfigError(`--key: ${path} is no public key in PEM form.`);
  return pem;
}

async function readText(path: string, option: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ConfigError(`${option}: ${path} cannot be read.`, { cause });
  }
}
