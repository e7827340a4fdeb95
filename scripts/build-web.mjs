// Builds the web application into dist/web, with each file that shrinks also packed: the API sends those as they are.
//   --budget   also prints what a browser loads for each page, and fails when a page is heavier than it may be
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(root, 'dist', 'web');
const STAMP = join(root, 'dist', '.web');
const PACKED = /\.(m?js|css|html|svg)$/;
const pack = {
  '.br': (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
/** JavaScript of a first visit, packed by gzip, in bytes. */
const BUDGET = 250_000;

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A digest of names, sizes and times of all that the application is made of, and of how it is built. */
function sourcesDigest() {
  const hash = createHash('sha256');
  const sources = [...filesUnder(join(root, 'apps', 'web')), ...filesUnder(join(root, 'libs', 'contracts'))];
  const rules = [join(root, 'package-lock.json'), fileURLToPath(import.meta.url)];
  for (const path of [...sources, ...rules].sort()) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

const isCurrent = (digest) =>
  existsSync(join(OUT, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest;

/** Builds it unless what is there is of the same sources. */
export async function ensureWebBuild() {
  const { ensureWebTypes } = await import('./web-types.mjs');
  await ensureWebTypes();
  const digest = sourcesDigest();
  if (isCurrent(digest)) return;
  // Tests ask for it too, and their NODE_ENV would build libraries as for debugging: half as much again, and slower.
  const asked = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps', 'web', 'vite.config.ts'), logLevel: 'warn' });
  if (asked === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = asked;
  for (const path of filesUnder(OUT).filter((name) => PACKED.test(name)))
    for (const [ending, packed] of Object.entries(pack))
      writeFileSync(path + ending, await packed(readFileSync(path)));
  writeFileSync(STAMP, digest);
}

/** Everything that a browser loads for some modules of the manifest, each once. */
function loadedFor(manifest, names, seen = new Set()) {
  for (const name of names)
    if (!seen.has(name)) {
      seen.add(name);
      loadedFor(manifest, manifest[name]?.imports ?? [], seen);
    }
  return seen;
}

/** Which area's texts a page brings along, by the folder it lies in (`app/routes.tsx`). */
const AREAS_OF = [
  [/^(home|public)\//, ['public']],
  [/^dossiers\/dossiers\./, ['desk']],
  [/^dossiers\/dossier\./, ['desk', 'dossier', 'review']],
  [/^investor\//, ['investor', 'answer', 'editor']],
  [/^dossiers\//, ['desk', 'dossier', 'review']],
  [/^decisions\//, ['desk', 'dossier', 'review', 'decisions']],
  [/^audit\//, ['audit']],
  [/^projects\//, ['register']],
  [/^letters\//, ['clerk', 'dossier']],
  [/^reception\//, ['clerk', 'dossier', 'review']],
  [/^intake\//, ['clerk', 'pdf', 'dossier', 'investor', 'editor']],
  [/^account\//, ['account']],
  [/^admin\//, ['admin']],
  [/^reports\//, ['reports']],
  [/^law\//, ['law', 'public', 'review', 'dossier']],
  [/^(councils|consultations|conditions)\//, ['council']],
  [/^councils\/session/, ['desk', 'dossier']],
];

/** Parts that a page fetches by itself and draws at once, for whom it has most. */
const DRAWN_AT_ONCE = [
  [/^home\//, ['src/pages/home/work.home.tsx', 'src/i18n/vi/desk.ts', 'src/i18n/vi/dossier.ts']],
];

/** Bytes of JavaScript by page: the frame, the Vietnamese texts of the frame and of the area, the page. */
function weights() {
  const manifest = JSON.parse(readFileSync(join(OUT, '.vite', 'manifest.json'), 'utf8'));
  const size = (name) => statSync(join(OUT, `${manifest[name].file}.gz`)).size;
  const pages = Object.keys(manifest).filter((name) => name.endsWith('.page.tsx'));
  return pages.map((name) => {
    const page = name.replace('src/pages/', '');
    const areas = AREAS_OF.filter(([folder]) => folder.test(page)).flatMap(([, found]) => found);
    const texts = ['index', ...areas].map((area) => `src/i18n/vi/${area}.ts`);
    const parts = DRAWN_AT_ONCE.filter(([folder]) => folder.test(page)).flatMap(([, found]) => found);
    const loaded = loadedFor(manifest, ['index.html', ...texts, ...parts, name]);
    return { page, bytes: [...loaded].reduce((sum, one) => sum + size(one), 0) };
  });
}

/** Prints what each page weighs; whether all are within the budget. */
export function keepBudget() {
  const rows = weights().sort((a, b) => b.bytes - a.bytes);
  for (const { page, bytes } of rows) console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${page}`);
  const heavy = rows.filter(({ bytes }) => bytes > BUDGET);
  for (const { page } of heavy)
    console.error(`${page} is over the budget of ${BUDGET / 1000} kB of JavaScript (gzip)`);
  return heavy.length === 0;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  await ensureWebBuild();
  if (process.argv.includes('--budget') && !keepBudget()) process.exitCode = 1;
}
