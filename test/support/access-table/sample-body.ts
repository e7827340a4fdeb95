/** What the OpenAPI document says of a value, as far as a sample needs it. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  example?: unknown;
  items?: Schema;
  minItems?: number;
  minimum?: number;
  minLength?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  nullable?: boolean;
}
export type Schemas = Record<string, Schema>;
/** A well-formed value for each named property whose shape the document does not tell. */
export type Known = Readonly<Record<string, unknown>>;

const LATER = '2026-12-31';
const named = (ref: string): string => ref.split('/').at(-1) ?? ref;

/** The smallest body that a schema admits: required fields only, the first word of every enumeration. */
export function sampleOf(schema: Schema, schemas: Schemas, known: Known, name = ''): unknown {
  if (name in known) return known[name];
  if (schema.$ref) return sampleOf(schemas[named(schema.$ref)] ?? {}, schemas, known, name);
  if (schema.allOf?.[0]) return sampleOf(schema.allOf[0], schemas, known, name);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () =>
      sampleOf(schema.items ?? {}, schemas, known, name),
    );
  if (schema.type === 'object' || schema.properties)
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [
        key,
        sampleOf(schema.properties?.[key] ?? {}, schemas, known, key),
      ]),
    );
  return scalarOf(schema);
}

function scalarOf({ type, format, minimum, minLength = 0, example }: Schema): unknown {
  if (type === 'boolean') return false;
  if (type === 'number' || type === 'integer') return minimum ?? 1;
  if (format === 'uuid') return '00000009-0000-4000-8000-000000000009';
  if (format === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(String(example))) return LATER;
  return 'Lý do.'.padEnd(minLength, '.');
}
