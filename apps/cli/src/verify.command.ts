import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type VerificationReport, verifyDatabase, verifyExport } from '#audit';
import { ConfigError, readConfig } from './config.js';
import { withDatabase } from './database/with-database.js';

type Out = (line: string) => void;

/** Verifies the database, or an export file without one; exit code 0 = sound, 1 = something is wrong. */
export async function verifyCommand(args: readonly string[], out: Out = console.log): Promise<number> {
  const values = optionsOf(args);
  const keys = await Promise.all((values.key ?? []).map(readKey));
  const report =
    values.export === undefined ? await verifyOwnDatabase(keys, out) : await verifyFile(values.export, keys);
  for (const line of linesOf(report)) out(line);
  return report.ok ? 0 : 1;
}

function optionsOf(args: readonly string[]): { export?: string; key?: string[] } {
  try {
    return parseArgs({
      args: [...args],
      options: { export: { type: 'string' }, key: { type: 'string', multiple: true } },
    }).values;
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See verify --help.`, { cause });
  }
}

/** What a report says, for people: the counts, then the first bad place and how many more there are. */
export function linesOf(report: VerificationReport): string[] {
  const { entries, chains, checkpoints, uncovered, erased, firstBad, faultCount } = report;
  const counts = `${entries} entries in ${chains} chains, ${checkpoints} checkpoints, ${uncovered} entries not yet covered, ${erased} payloads lawfully erased`;
  if (firstBad === null) return [counts, 'VERIFIED: nothing was changed, dropped or forked.'];
  const place = [
    firstBad.chainId === null ? null : `chain ${firstBad.chainId}, entry ${String(firstBad.seq)}`,
    firstBad.checkpoint === null ? null : `checkpoint ${String(firstBad.checkpoint)}`,
    firstBad.detail ?? null,
  ];
  const where = place.filter((part) => part !== null).join(', ');
  return [
    counts,
    `NOT VERIFIED: first bad: ${where}: ${firstBad.reason} (${String(faultCount)} faults in all)`,
  ];
}

async function verifyOwnDatabase(keys: readonly string[], out: Out): Promise<VerificationReport> {
  if (keys.length === 0) out('No --key given: the public keys stored in the database are believed.');
  return withDatabase(readConfig([]), ({ connections }) => verifyDatabase(connections.app, out, keys));
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
