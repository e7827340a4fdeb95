import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { ROOT } from './cruise.js';

interface Lock {
  packages: Record<string, Record<string, unknown>>;
}
interface Bill {
  serialNumber: string;
  components: { 'bom-ref': string; name: string; version: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}
type Product = Readonly<{ name: string; version: string }>;
const script = <Module>(name: string) =>
  import(pathToFileURL(join(ROOT, 'scripts', name)).href) as Promise<Module>;
const { withBundled } = await script<{ withBundled: (lock: Lock, names: string[]) => Lock }>(
  'supply-chain.mjs',
);
const { billOfMaterials } = await script<{
  billOfMaterials: (lock: Lock, product: Product, manifestAt: (path: string) => unknown) => Bill;
}>('bill-of-materials.mjs');

const LOCK: Lock = {
  packages: {
    '': { name: 'p', dependencies: { a: '1' } },
    'node_modules/a': { version: '1.2.3', license: 'MIT', dependencies: { b: '2' } },
    'node_modules/b': { version: '1.0.0', license: 'GPL-3.0', dev: true },
    'node_modules/a/node_modules/b': { version: '2.0.0', license: '(MIT OR GPL-3.0)' },
  },
};

describe('the bill of materials', () => {
  it('names every package that ships, each version, and what needs what', () => {
    const bill = billOfMaterials(LOCK, { name: 'p', version: '1.0.0' }, () => null);
    expect(bill.components.map(({ name, version }) => `${name}@${version}`)).toEqual(['a@1.2.3', 'b@2.0.0']);
    expect(bill.dependencies).toEqual([
      { ref: 'pkg:npm/p@1.0.0', dependsOn: ['pkg:npm/a@1.2.3'] },
      { ref: 'pkg:npm/a@1.2.3', dependsOn: ['pkg:npm/b@2.0.0'] },
      { ref: 'pkg:npm/b@2.0.0', dependsOn: [] },
    ]);
  });

  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const bundled = withBundled(lock, ['react', '@mantine/core']);
  const realBill = () => billOfMaterials(bundled, { name: 'techgate', version: '0' }, () => null);

  it('names the real ones', () => {
    const names = realBill().components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['fastify', 'pg', 'rxjs', '@nestjs/core', 'react']));
    expect(names).not.toContain('jest');
  });

  it('leads from the product to every package in it, the bundled ones too', () => {
    const { components, dependencies } = realBill();
    const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set<string>();
    const open = ['pkg:npm/techgate@0'];
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
      if (reached.has(ref)) continue;
      reached.add(ref);
      open.push(...(needs.get(ref) ?? []));
    }
    expect(components.map((one) => one['bom-ref']).filter((ref) => !reached.has(ref))).toEqual([]);
  });

  it('has a number of its own that follows from what stands in it', () => {
    expect(realBill()).toEqual(realBill());
    const other = billOfMaterials(bundled, { name: 'techgate', version: '1' }, () => null);
    expect(other.serialNumber).not.toBe(realBill().serialNumber);
  });

  it('is what the schema of CycloneDX 1.5 asks for', () => {
    const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json');
    const schema = (name: string) =>
      JSON.parse(
        readFileSync(join(library, '..', 'res', 'schema', `${name}.SNAPSHOT.schema.json`), 'utf8'),
      ) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const isBill = ajv.compile(schema('bom-1.5'));
    isBill(realBill());
    expect(isBill.errors).toBeNull();
    expect(isBill({ ...realBill(), serialNumber: 'urn:uuid:1' })).toBe(false);
  });
});
