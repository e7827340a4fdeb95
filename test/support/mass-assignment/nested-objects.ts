import { type FieldSchema } from '../../../libs/screening/src/facts/fact-schema.js';
import { sampleOf, type Schema, type Schemas } from '../access-table/sample-body.js';

export type Step = string | number;
/** A body that holds one nested object, and where that object stands in it. */
export interface Nested {
  body: unknown;
  at: readonly Step[];
}
export const pointerOf = (steps: readonly Step[]): string => steps.map((step) => `/${step}`).join('');

const followed = (schema: Schema, schemas: Schemas): Schema => {
  const inner = schema.$ref ? schemas[schema.$ref.split('/').at(-1) ?? ''] : schema.allOf?.[0];
  return inner ? followed(inner, schemas) : schema;
};

/** Where objects with named fields stand below the first one, at any depth; the first item stands for a list. */
function placesOf(given: Schema, schemas: Schemas, at: readonly Step[] = []): (readonly Step[])[] {
  const schema = followed(given, schemas);
  if (schema.items) return placesOf(schema.items, schemas, [...at, 0]);
  if (!schema.properties) return [];
  const inner = Object.entries(schema.properties).flatMap(([name, field]) =>
    placesOf(field, schemas, [...at, name]),
  );
  return at.length === 0 ? inner : [at, ...inner];
}

/** What a schema requires, and what leads to a place in it. */
function reaching(given: Schema, schemas: Schemas, [step, ...rest]: readonly Step[]): unknown {
  const schema = followed(given, schemas);
  if (step === undefined) return sampleOf(schema, schemas, {});
  if (schema.items) return [reaching(schema.items, schemas, rest)];
  const field = schema.properties?.[step] ?? {};
  return { ...(sampleOf(schema, schemas, {}) as object), [step]: reaching(field, schemas, rest) };
}

/** For each nested object of a schema a body that holds it. */
export const nestedOf = (schema: Schema, schemas: Schemas): Nested[] =>
  placesOf(schema, schemas).map((at) => ({ at, body: reaching(schema, schemas, at) }));

/** For each object of the technology facts, whose form the OpenAPI document leaves to the screening, facts that hold it. */
export function nestedFacts(schema: FieldSchema, at: readonly Step[] = []): Nested[] {
  if (schema.type === 'list') return nestedFacts(schema.of, [...at, 0]);
  if (schema.type === 'record') return nestedFacts(schema.of, [...at, 'x']);
  if (schema.type !== 'object') return [];
  const inner = Object.entries(schema.fields).flatMap(([name, field]) => nestedFacts(field, [...at, name]));
  return [{ at, body: wrapped({}, at) }, ...inner];
}
const wrapped = (value: unknown, at: readonly Step[]): unknown =>
  at.reduceRight((inner, step) => (step === 0 ? [inner] : { [step]: inner }), value);

/** The same body with what stands at a place changed. */
export function changedAt(
  body: unknown,
  [step, ...rest]: readonly Step[],
  change: (at: unknown) => unknown,
): unknown {
  if (step === undefined) return change(body);
  if (Array.isArray(body)) return body.map((item) => changedAt(item, rest, change));
  const fields = body as Record<string, unknown>;
  return { ...fields, [step]: changedAt(fields[String(step)], rest, change) };
}
