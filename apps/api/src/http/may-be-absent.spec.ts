import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { Refusal } from '#kernel';
import { NewDossierDto } from '../dossiers/dossiers.dto.js';
import { RequestValidationPipe } from './request-validation.pipe.js';

const SOURCES = join(import.meta.dirname, '..');
const bodies = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.dto.ts') || file.endsWith('.controller.ts'),
);
await Promise.all(bodies.map((file) => import(join(SOURCES, file))));

type Owner = { name: string; prototype: object };
const documented = (owner: Owner, property: string) =>
  Reflect.getMetadata('swagger/apiModelProperties', owner.prototype, property) as
    { nullable?: boolean } | undefined;

/** Every field that `IsOptional` frees of its rules when it is null, with its class. */
function* freedByNull(): Generator<{ owner: Owner; property: string }> {
  const all = (getMetadataStorage() as unknown as { validationMetadatas: Map<Owner, Rule[]> })
    .validationMetadatas;
  for (const [owner, rules] of all)
    for (const { type, name, propertyName } of rules)
      if (type === ValidationTypes.CONDITIONAL_VALIDATION && name === 'isOptional')
        yield { owner, property: propertyName };
}
interface Rule {
  type: string;
  name?: string;
  propertyName: string;
}

async function faultsOf(body: object): Promise<unknown> {
  const pipe = new RequestValidationPipe();
  const refused = await pipe
    .transform(body, { type: 'body', metatype: NewDossierDto })
    .catch((error: unknown) => error);
  return refused instanceof Refusal ? { code: refused.code, errors: refused.details['errors'] } : refused;
}

describe('a field that may be left out', () => {
  test('refuses null by name, and tells that alone', async () => {
    expect(await faultsOf({ procedureId: 'opinion', projectName: null })).toEqual({
      code: 'malformed_request',
      errors: [{ pointer: '/projectName', code: 'null_value' }],
    });
  });

  test('keeps its rules for every other value', async () => {
    expect(await faultsOf({ procedureId: 'opinion', projectName: 3 })).toEqual({
      code: 'malformed_request',
      errors: expect.arrayContaining([{ pointer: '/projectName', code: 'is_string' }]),
    });
    expect(await faultsOf({ procedureId: 'opinion' })).toEqual({ procedureId: 'opinion' });
  });
});

describe('null', () => {
  test('frees only those fields of their rules that the OpenAPI calls nullable', () => {
    const freed = [...freedByNull()];
    expect(freed.length).toBeGreaterThan(10);
    const undocumented = freed.filter(
      ({ owner, property }) => documented(owner, property)?.nullable !== true,
    );
    expect(undocumented.map(({ owner, property }) => `${owner.name}.${property}`)).toEqual([]);
  });
});
