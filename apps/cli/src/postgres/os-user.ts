import { execFileSync } from 'node:child_process';

/** The account under which PostgreSQL runs; empty = our own. PostgreSQL refuses to run as root. */
export type OsUser = { uid: number; gid: number } | Record<string, never>;

const idOf = (kind: '-u' | '-g'): number | null => {
  try {
    return Number(
      execFileSync('id', [kind, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return null;
  }
};

function lookUp(): OsUser | null {
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  return uid === null || gid === null ? null : { uid, gid };
}

function createPostgresUser(): void {
  execFileSync('groupadd', ['--force', 'postgres'], { stdio: 'ignore' });
  execFileSync('useradd', ['--gid', 'postgres', '--no-create-home', 'postgres'], { stdio: 'ignore' });
}

/** Under root: the user `postgres`, created when the system has none. Otherwise: whoever we are. */
export function postgresOsUser(): OsUser {
  if (process.getuid?.() !== 0) return {};
  const known = lookUp();
  if (known !== null) return known;
  createPostgresUser();
  const created = lookUp();
  if (created === null)
    throw new Error('Running as root needs a system user `postgres`; it could not be created.');
  return created;
}
