// Adds lock entries for optional platform packages that the registry in use did not serve, so that
// `npm ci` accepts the lock file anywhere. The version comes from the parent's exact pin; such an entry has
// no integrity until it is installed once from a registry that serves it. Run it after every dependency change:
//   npm install && node scripts/complete-lock.mjs && npm install --package-lock-only
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const OPERATING_SYSTEMS = 'darwin linux win32 freebsd openbsd netbsd android sunos aix openharmony'.split(
  ' ',
);
const PROCESSORS =
  'arm64 x64 ia32 arm armv7 ppc64 ppc64le s390x riscv64 riscv loong64 mips64el mips64 wasm32 universal'.split(
    ' ',
  );
// Names that say "windows" or "gnueabihf" where npm's own fields say otherwise.
const AS_OS = { windows: 'win32' };

/** Whether `name` resolves from the package at `parent` as node would: nested first, then up to the root. */
function resolves(packages, parent, name) {
  for (let base = parent; ;) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
    const cut = base.lastIndexOf('/node_modules/');
    base = cut < 0 ? '' : base.slice(0, cut);
  }
}

/** Every optional dependency that the lock names without an entry, as `{ parent, name, range }`. */
export function missingOptional(lock) {
  return Object.entries(lock.packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !resolves(lock.packages, parent, name))
      .map(([name, range]) => ({ parent, name, range })),
  );
}

function platformOf(name) {
  const words = name.split(/[/-]/).map((word) => AS_OS[word] ?? word);
  const os = words.find((word) => OPERATING_SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const libc = words.includes('musl')
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    ...(cpu && { cpu: [cpu === 'armv7' ? 'arm' : cpu] }),
    ...(libc && os === 'linux' && { libc: [libc] }),
    ...(os && { os: [os] }),
  };
}

/** Adds the missing entries to `lock` in place and returns their names. */
export function completeLock(lock) {
  const missing = missingOptional(lock);
  for (const { parent, name, range } of missing) {
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...platformOf(name),
      ...(parent && lock.packages[parent].dev && { dev: true }),
      optional: true,
    };
  }
  const { '': root, ...rest } = lock.packages;
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(sorted) };
  return missing.map(({ name }) => name);
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const file = process.argv[2] ?? 'package-lock.json';
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLock(lock);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'The lock is complete.' : `Added ${added.length}: ${added.join(', ')}`);
}
