// Compiles apps and libs and bundles their programs into dist (no type check: `npm test` and `npm run typecheck` do that).
// The result is written beside and swapped in, so a build that is interrupted leaves the old one or none, never a half.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureWebBuild } from './build-web.mjs';
import { bundle } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['apps/api/src', 'apps/worker/src', 'apps/cli/src', 'libs'];
/** What a program is made of besides: how it is compiled and bundled, and the libraries that are bundled with it. */
const RULES = ['.swcrc', 'package.json', 'package-lock.json', 'scripts/build.mjs', 'scripts/bundle.mjs'];
const OUTPUTS = ['apps', 'libs', 'parts', 'programs.sha256'];
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

/** A digest of names, sizes and times of all sources and rules: changes whenever one is edited, added or removed. */
export function sourcesDigest() {
  const hash = createHash('sha256');
  for (const path of [...SOURCES.flatMap(filesUnder), ...RULES].sort()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/** Says which programs these are, by all that they consist of: what a law was proven on (libs/dossiers/src/law/proven-law.ts). */
function signPrograms(folder) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const path of readdirSync(folder, { recursive: true }).sort())
    if (path.endsWith('.js')) hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)));
  writeFileSync(join(folder, 'programs.sha256'), hash.digest('hex'));
}

function compile(into) {
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const folders = SOURCES.filter((folder) => filesUnder(folder).length > 0);
  const { status } = spawnSync(
    process.execPath,
    [swc, ...folders, '--out-dir', into, '--ignore', '**/*.spec.ts', '--source-maps', 'false', '--quiet'],
    { cwd: root, stdio: 'inherit' },
  );
  return status ?? 1;
}

/** Puts the outputs of a folder where those of the last build are. */
function swapIn(fresh, digest) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(stampFile, { force: true });
  for (const output of OUTPUTS) {
    rmSync(join(root, 'dist', output), { recursive: true, force: true });
    if (existsSync(join(fresh, output))) renameSync(join(fresh, output), join(root, 'dist', output));
  }
  writeFileSync(stampFile, digest);
}

/** Builds the programs in dist; returns the exit code. */
export async function build() {
  const digest = sourcesDigest();
  const folder = join(root, `.build-${process.pid}`);
  const [compiled, bundled] = [join(folder, 'compiled'), join(folder, 'bundled')];
  mkdirSync(compiled, { recursive: true });
  try {
    const code = compile(compiled);
    if (code !== 0) return code;
    await bundle(compiled, bundled);
    signPrograms(bundled);
    swapIn(bundled, digest);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  process.exitCode = await build();
  await ensureWebBuild();
}
