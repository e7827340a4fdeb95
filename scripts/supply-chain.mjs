// What the product takes from others: licences, known advisories, the bill of materials. Everything here works offline.
import { createHash } from 'node:crypto';

/** Licences that a product for government may carry along: permissive ones only. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'PostgreSQL',
  'OFL-1.1',
]);
/** Packages that state no licence in a field; what their files say was read by a person. */
const READ_IN_FILES = {
  'pause@0.0.1': 'MIT',
  'png-js@2.0.0': 'MIT',
};

/** Packages of a lock file: name, version, whether they ship, where they lie. */
export function packagesOf(lock) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
      ships: !entry.dev,
      optional: entry.optional === true || entry.devOptional === true,
      license: entry.license,
      path,
    }));
}

const versionsOf = (names) => Object.fromEntries(names.map((name) => [name, '*']));

/**
 * The lock with everything that a bundle is made of marked as shipping: the named packages and what they depend on. They are
 * development dependencies, since their sources stay at home, but the browser gets their code; the product needs them itself.
 */
export function withBundled(lock, names) {
  const packages = { ...lock.packages };
  const known = names.filter((name) => `node_modules/${name}` in packages);
  const product = packages[''];
  if (product) packages[''] = { ...product, dependencies: { ...product.dependencies, ...versionsOf(known) } };
  const open = known.map((name) => `node_modules/${name}`);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (packages[path].bundled) continue;
    const entry = packages[path];
    packages[path] = { ...entry, dev: false, bundled: true };
    const needed = Object.keys({ ...entry.dependencies }).map((name) => pathOf(name, path, packages));
    open.push(...needed.filter((one) => one !== null));
  }
  return { ...lock, packages };
}

/** Names of the packages that sources import, without relative paths, `#libs` and modules of Node. */
export function packagesImported(sources) {
  const found = sources.flatMap((text) => [
    ...text.matchAll(/(?:from|import|import\()\s*'((?:@[\w.-]+\/)?[\w-][\w.-]*)[^']*'/g),
  ]);
  return [...new Set(found.map(([, name]) => name))].filter((name) => !name.startsWith('node'));
}

const alone = (word) => PERMISSIVE.has(word.replaceAll(/[()]/g, '').trim());
/** Whether an SPDX expression leaves us with permissive licences only: one of those joined by OR, all joined by AND. */
export const isPermissive = (expression) =>
  typeof expression === 'string' &&
  expression.split(/\sOR\s/).some((choice) => choice.split(/\sAND\s/).every(alone));

/** Licence of an installed package: its field, older forms of it, or what a person read. Undefined when nobody knows. */
export function licenceOf({ name, version, license }, manifest) {
  const field = license ?? manifest?.license ?? manifest?.licenses;
  if (typeof field === 'string') return field;
  if (Array.isArray(field)) return field.map(({ type }) => type).join(' OR ');
  return field?.type ?? READ_IN_FILES[`${name}@${version}`];
}

/** Shipped packages whose licence is not permissive or not known. An optional one for another machine is not installed here. */
export function licenceFaults(lock, manifestAt) {
  return packagesOf(lock)
    .filter(({ ships }) => ships)
    .map((one) => ({ ...one, manifest: manifestAt(one.path) }))
    .filter(({ optional, manifest }) => manifest !== null || !optional)
    .map((one) => ({ ...one, licence: licenceOf(one, one.manifest) }))
    .filter(({ licence }) => !isPermissive(licence))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence ?? 'no licence stated'}`);
}

const numbers = (version) => version.split('-')[0].split('.').map(Number);
/** Compares release numbers; a pre-release counts as before its release. */
export function compareVersions(one, other) {
  const [a, b] = [numbers(one), numbers(other)];
  for (let index = 0; index < 3; index += 1)
    if ((a[index] ?? 0) !== (b[index] ?? 0)) return (a[index] ?? 0) - (b[index] ?? 0);
  return Number(other.includes('-')) - Number(one.includes('-'));
}
const HOLDS = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '=': (order) => order === 0,
};
/** Whether a version lies in a range as advisories write it: `>=1.0.0 <1.2.3 || =2.0.0`, `*`. @throws Error for other forms */
export function isInRange(version, range) {
  return range.split('||').some((part) => {
    const bounds = part
      .trim()
      .replaceAll(/(<=|>=|<|>|=)\s+/g, '$1')
      .split(/\s+/);
    return bounds.every((bound) => {
      if (bound === '*' || bound === '') return true;
      const [, sign, limit] = /^(<=|>=|<|>|=)?v?(\d[\w.-]*)$/.exec(bound) ?? [];
      if (limit === undefined) throw new Error(`an advisory has a range that is not understood: ${range}`);
      return HOLDS[sign ?? '='](compareVersions(version, limit));
    });
  });
}

/** A digest of every name and version of a lock file: whether a snapshot was asked about the same ones. */
export const digestOfPackages = (lock) =>
  createHash('sha256')
    .update([...new Set(packagesOf(lock).map(({ name, version }) => `${name}@${version}`))].sort().join('\n'))
    .digest('hex');

const REFUSED = ['moderate', 'high', 'critical'];
const DAY = 86_400_000;
/** Fetched more seldom than that is told; older than the second is no knowledge any more. */
const OLD_DAYS = 14;
const USELESS_DAYS = 30;
/** What an exception names in place of an advisory: that nobody knows of any. */
const NO_SNAPSHOT = 'no-snapshot';

/**
 * Compares a lock file with a snapshot of advisories.
 * `faults`: shipped versions with an advisory of moderate severity or more that nobody accepted, and a snapshot that is
 * missing or too old, unless that was accepted for a time; `warnings`: everything else that somebody should look at.
 */
export function auditFindings(lock, snapshot, now) {
  const found = packagesOf(lock).flatMap((one) =>
    snapshot.advisories
      .filter(({ name, range }) => name === one.name && isInRange(one.version, range))
      .map((advisory) => ({ ...one, ...advisory, name: one.name })),
  );
  const told = found.map((one) => ({
    ...one,
    text: `${one.name}@${one.version}: ${one.severity}, ${one.title} (${one.url})`,
  }));
  const isAccepted = ({ url }) => exceptionFor(url, snapshot, now) !== undefined;
  const isFault = (one) => one.ships && REFUSED.includes(one.severity) && !isAccepted(one);
  const age = ageFindings(snapshot, now);
  return {
    faults: [...told.filter(isFault).map(({ text }) => text), ...age.faults],
    warnings: [
      ...told.filter((one) => !isFault(one)).map(({ text }) => text),
      ...age.warnings,
      ...changeWarnings(lock, snapshot),
    ],
  };
}

/** What was accepted for this address and has not ended; an exception without a reason or an end is none. */
const exceptionFor = (url, { accepted }, now) =>
  accepted.find(
    (one) => one.url === url && Boolean(one.reason?.trim()) && Date.parse(one.until) >= now.getTime(),
  );

function ageFindings(snapshot, now) {
  const days =
    snapshot.fetchedAt === null
      ? Infinity
      : Math.floor((now.getTime() - Date.parse(snapshot.fetchedAt)) / DAY);
  if (days <= OLD_DAYS) return { faults: [], warnings: [] };
  const told =
    days === Infinity
      ? 'no advisories were ever fetched: nothing is known. Run npm run audit:update where the registry is reachable'
      : `the snapshot of advisories is ${days} days old: npm run audit:update`;
  if (days <= USELESS_DAYS) return { faults: [], warnings: [told] };
  const accepted = exceptionFor(NO_SNAPSHOT, snapshot, now);
  return accepted === undefined
    ? { faults: [told], warnings: [] }
    : { faults: [], warnings: [`${told}. Accepted until ${accepted.until}: ${accepted.reason}`] };
}

const changeWarnings = (lock, { fetchedAt, packagesDigest }) =>
  fetchedAt === null || packagesDigest === digestOfPackages(lock)
    ? []
    : ['packages have changed since the snapshot was fetched: npm run audit:update'];

/** The snapshot that `npm audit --json` amounts to; what people accepted earlier stays. */
export function snapshotOf(report, lock, accepted, now) {
  const advisories = Object.values(report.vulnerabilities ?? {}).flatMap(({ via }) =>
    via
      .filter((one) => typeof one === 'object')
      .map(({ name, title, url, severity, range }) => ({ name, title, url, severity, range })),
  );
  const unique = new Map(advisories.map((one) => [`${one.url} ${one.name} ${one.range}`, one]));
  return {
    fetchedAt: now.toISOString(),
    packagesDigest: digestOfPackages(lock),
    advisories: [...unique.values()].sort((one, other) => one.name.localeCompare(other.name)),
    accepted: accepted.filter(({ url }) => url !== NO_SNAPSHOT),
  };
}

/** Where Node would find a dependency of the package at `path`: the nearest folder upwards. */
export function pathOf(name, path, packages) {
  const at = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (at in packages) return at;
  return path === ''
    ? null
    : pathOf(name, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), packages);
}
