import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['superuser', 'owner', 'app', 'eraser', 'jwt', 'session'] as const;
/** Secrets of one installation: passwords of the database roles and the keys of tokens and sessions. */
export type Secrets = Record<(typeof NAMES)[number], string>;

/**
 * Reads `secrets.json` of the data folder and adds what is missing, random (256 bits each), readable by the
 * owner of the file only.
 */
export function loadSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  if (NAMES.every((name) => known[name] !== undefined)) return known as Secrets;
  const added = NAMES.filter((name) => known[name] === undefined).map((name) => [
    name,
    randomBytes(32).toString('base64url'),
  ]);
  const secrets = { ...known, ...Object.fromEntries(added) } as Secrets;
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
