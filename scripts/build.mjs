// Compiles apps and libs into dist (no type check: `npm test` and `npm run typecheck` do that). The result is
// written beside and swapped in, so a build that is interrupted leaves the old one or none, never a half.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureWebBuild } from './build-web.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['apps/api/src', 'apps/worker/src', 'apps/cli/src', 'libs'];
const OUTPUTS = ['apps', 'libs'];
export const stampFile = join(root, 'dist', '.sources');

const isSource = (name) => /\.(ts|json)$/.test(name) && !name.endsWith('.spec.ts');

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'packs' ? [] : filesUnder(path);
    return isSource(entry.name) ? [path] : [];
  });
}

/** A digest of names, sizes and times of all sources: changes whenever one is edited, added or removed. */
export function sourcesDigest() {
  const hash = createHash('sha256');
  for (const path of [...SOURCES.flatMap(filesUnder), '.swcrc', 'package.json'].sort()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function compile(into) {
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const folders = SOURCES.filter((folder) => filesUnder(folder).length > 0);
  const { status } = spawnSync(
    process.execPath,
    [swc, ...folders, '--out-dir', into, '--ignore', '**/*.spec.ts', '--quiet'],
    { cwd: root, stdio: 'inherit' },
  );
  return status ?? 1;
}

/** Builds dist/apps and dist/libs; returns the exit code. */
export function build() {
  const digest = sourcesDigest();
  // At the depth of dist, so that the relative paths in the source maps stay right.
  const fresh = join(root, `.build-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  const code = compile(fresh);
  if (code === 0) {
    rmSync(stampFile, { force: true });
    for (const output of OUTPUTS) {
      rmSync(join(root, 'dist', output), { recursive: true, force: true });
      if (existsSync(join(fresh, output))) renameSync(join(fresh, output), join(root, 'dist', output));
    }
    writeFileSync(stampFile, digest);
  }
  rmSync(fresh, { recursive: true, force: true });
  return code;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  process.exitCode = build();
  await ensureWebBuild();
}
