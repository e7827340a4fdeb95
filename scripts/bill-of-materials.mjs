// What ships, as others can read it: CycloneDX from the lock file. It works offline.
import { createHash } from 'node:crypto';
import { licenceOf, packagesOf, pathOf } from './supply-chain.mjs';

const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const hashOf = (integrity) => {
  const [, algorithm, base64] = /^sha(512|256|1)-(.+)$/.exec(integrity ?? '') ?? [];
  if (base64 === undefined) return [];
  return [{ alg: `SHA-${algorithm}`, content: Buffer.from(base64, 'base64').toString('hex') }];
};
/** A name for a bill that follows from what stands in it (RFC 9562, version 8): equal bills have the same one. */
function serialNumberOf(bill) {
  const digest = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const hex = `${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, 32)}`;
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/**
 * A CycloneDX 1.5 bill of what ships. Equal locks give equal bills, byte by byte: it has no instant, which the standard
 * leaves open, and no chance in it. What the browser gets is needed by the product itself, though its packages are
 * development dependencies.
 */
export function billOfMaterials(lock, product, manifestAt) {
  const shipped = packagesOf(lock).filter(({ ships }) => ships);
  const refs = new Map(shipped.map((one) => [one.path, purlOf(one)]));
  const root = `pkg:npm/${product.name}@${product.version}`;
  const edges = ([path, entry]) => ({
    ref: path === '' ? root : refs.get(path),
    dependsOn: Object.keys({
      ...entry.peerDependencies,
      ...entry.dependencies,
      ...entry.optionalDependencies,
    })
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
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      tools: {
        components: [
          { type: 'application', name: 'scripts/bill-of-materials.mjs', version: product.version },
        ],
      },
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
  return { ...bill, serialNumber: serialNumberOf(bill) };
}
