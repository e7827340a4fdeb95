import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isCivilDate } from '#kernel';
import { type PackFault } from '../pack.types.js';
import { type Schema } from './schema-words.js';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, useDefaults: true });
ajv.addFormat('civil-date', { type: 'string', validate: isCivilDate });

const compiled = new Map<Schema, ValidateFunction>();
function validatorOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const fresh = ajv.compile(schema);
  compiled.set(schema, fresh);
  return fresh;
}

const CODE_OF: Record<string, string> = {
  additionalProperties: 'unknown_property',
  'false schema': 'unknown_property',
  required: 'missing_property',
  type: 'wrong_type',
  enum: 'not_allowed_value',
  const: 'not_allowed_value',
  format: 'bad_format',
  pattern: 'bad_format',
};
function pointerOf(error: ErrorObject): string {
  const params = error.params as { additionalProperty?: string; missingProperty?: string };
  const extra = params.additionalProperty ?? params.missingProperty;
  return extra === undefined ? error.instancePath : `${error.instancePath}/${extra}`;
}
function reasonOf(error: ErrorObject): string {
  const allowed = (error.params as { allowedValues?: unknown[] }).allowedValues;
  const message = error.message ?? 'does not fit the schema';
  return allowed === undefined ? message : `${message}: ${allowed.join(', ')}`;
}

/**
 * Checks a parsed document against a schema and fills in its defaults in place.
 * Out: every fault with its JSON pointer (`""` is the whole document); an empty list means that it fits.
 */
export function schemaFaults(schema: Schema, document: unknown, file: string): PackFault[] {
  const validate = validatorOf(schema);
  if (validate(document)) return [];
  return (validate.errors ?? []).map((error) => ({
    file,
    place: pointerOf(error),
    code: CODE_OF[error.keyword] ?? 'schema',
    reason: reasonOf(error),
  }));
}
