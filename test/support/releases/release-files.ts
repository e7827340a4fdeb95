import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A backup of an installation of each release, and its schema beside it; how one is made: docs/how-to/add-a-release.md. */
export const RELEASES = join('test', 'fixtures', 'releases');
export const MIGRATIONS_FOLDER = join('libs', 'database', 'src', 'migrations');
/** Names the migrations; grows with each. */
const LIST = 'index.ts';

/** File of a migration, or of what migrations share, with the SHA-256 of its text. */
export type MigrationDigests = Record<string, string>;

export const SCHEMA_FILES = {
  /** What the superuser prepares in the database: extensions and rights. */
  superuser: join('schema', 'superuser.sql'),
  /** Every statement of the release's migrations, as its code sent them. */
  owner: join('schema', 'owner.sql.gz'),
  digests: join('schema', 'migrations.json'),
} as const;

/** Every release, the newest last. */
export const releases = (): string[] =>
  readdirSync(RELEASES).sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));

/** The statements that make the schema of a release, without a line of today's code. */
export function schemaStatements(release: string): { superuser: string; owner: string } {
  const file = (name: string) => readFileSync(join(RELEASES, release, name));
  return {
    superuser: file(SCHEMA_FILES.superuser).toString('utf8'),
    owner: gunzipSync(file(SCHEMA_FILES.owner)).toString('utf8'),
  };
}

export const digestsOf = (release: string): MigrationDigests =>
  JSON.parse(readFileSync(join(RELEASES, release, SCHEMA_FILES.digests), 'utf8')) as MigrationDigests;

/** The migrations in a folder as they are now; the ends of lines are those of a system, not of the text. */
export function migrationDigests(folder: string): MigrationDigests {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== LIST);
  const text = (name: string) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return Object.fromEntries(
    names.sort().map((name) => [name, createHash('sha256').update(text(name)).digest('hex')]),
  );
}

/** What is wrong with the migrations of a release as they are now; each line says what to do. */
export function changedMigrations(
  release: string,
  released: MigrationDigests,
  now: MigrationDigests,
): string[] {
  const advice = 'installations ran it already. Put it back as it was and write a new migration.';
  return Object.entries(released).flatMap(([file, digest]) => {
    if (now[file] === digest) return [];
    const what = now[file] === undefined ? 'is gone' : 'was changed';
    return [`${file} ${what} after release ${release}: ${advice}`];
  });
}
