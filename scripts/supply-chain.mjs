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

/**
 * The lock with everything that a bundle is made of marked as shipping: the named packages and what they depend on. They are
 * development dependencies, since their sources stay at home, but the browser gets their code.
 */
export function withBundled(lock, names) {
  const packages = { ...lock.packages };
  const open = names.map((name) => `node_modules/${name}`).filter((path) => path in packages);
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
const OLD_DAYS = 14;

/**
 * Compares a lock file with a snapshot of advisories.
 * `faults`: shipped versions with an advisory of moderate severity or more that nobody accepted; `warnings`: everything else
 * that somebody should look at, such as the age of the snapshot, or that there is none.
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
  const isAccepted = ({ url }) =>
    snapshot.accepted.some((one) => one.url === url && Date.parse(one.until) >= now.getTime());
  const isFault = (one) => one.ships && REFUSED.includes(one.severity) && !isAccepted(one);
  return {
    faults: told.filter(isFault).map(({ text }) => text),
    warnings: [
      ...told.filter((one) => !isFault(one)).map(({ text }) => text),
      ...ageWarnings(lock, snapshot, now),
    ],
  };
}

function ageWarnings(lock, { fetchedAt, packagesDigest }, now) {
  if (fetchedAt === null)
    return [
      'no advisories were ever fetched: nothing is known. Run npm run audit:update where the registry is reachable',
    ];
  const days = Math.floor((now.getTime() - Date.parse(fetchedAt)) / DAY);
  const warnings = [];
  if (days > OLD_DAYS) warnings.push(`the snapshot of advisories is ${days} days old: npm run audit:update`);
  if (packagesDigest !== digestOfPackages(lock))
    warnings.push('packages have changed since the snapshot was fetched: npm run audit:update');
  return warnings;
}

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
    accepted,
  };
}

const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const hashOf = (integrity) => {
  const [, algorithm, base64] = /^sha(512|256|1)-(.+)$/.exec(integrity ?? '') ?? [];
  if (base64 === undefined) return [];
  return [{ alg: `SHA-${algorithm}`, content: Buffer.from(base64, 'base64').toString('hex') }];
};
/** Where Node would find a dependency of the package at `path`: the nearest folder upwards. */
function pathOf(name, path, packages) {
  const at = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (at in packages) return at;
  return path === ''
    ? null
    : pathOf(name, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), packages);
}

/** A CycloneDX 1.5 bill of what ships, without an instant or a chance in it: equal locks give equal bills. */
export function billOfMaterials(lock, product, manifestAt) {
  const shipped = packagesOf(lock).filter(({ ships }) => ships);
  const refs = new Map(shipped.map((one) => [one.path, purlOf(one)]));
  const root = `pkg:npm/${product.name}@${product.version}`;
  const edges = ([path, entry]) => ({
    ref: path === '' ? root : refs.get(path),
    dependsOn: Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .map((name) => refs.get(pathOf(name, path, lock.packages) ?? ''))
      .filter((ref) => ref !== undefined)
      .sort(),
  });
  const components = shipped.map((one) => {
    const licence = licenceOf(one, manifestAt(one.path));
    return {
      type: 'library',
      'bom-ref': purlOf(one),
      name: one.name,
      version: one.version,
      scope: one.optional ? 'optional' : 'required',
      purl: purlOf(one),
      ...(licence === undefined ? {} : { licenses: [{ expression: licence }] }),
      hashes: hashOf(lock.packages[one.path].integrity),
    };
  });
  const once = new Map(components.map((one) => [one.purl, one]));
  const dependencies = Object.entries(lock.packages)
    .filter(([path]) => path === '' || refs.has(path))
    .map(edges);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: product.name,
        version: product.version,
        purl: root,
      },
    },
    components: [...once.values()].sort((one, other) => one.purl.localeCompare(other.purl)),
    dependencies: [...new Map(dependencies.map((one) => [one.ref, one])).values()],
  };
}
