import { PROCEDURES, VERIFICATIONS } from '#contracts';

/** A JSON schema as plain data. */
export type Schema = Record<string, unknown>;

/** An object in which every named property is required, except those that are listed as optional, and none else is allowed. */
export function exact(properties: Record<string, Schema>, optional: string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, required, properties };
}
/** The same, or null. */
export const exactOrNull = (properties: Record<string, Schema>): Schema => ({
  ...exact(properties),
  type: ['object', 'null'],
});
export const listOf = (items: Schema, minItems = 0): Schema => ({ type: 'array', minItems, items });
export const oneOf = (words: readonly string[]): Schema => ({ type: 'string', enum: [...words] });
export const withDefault = (schema: Schema, value: unknown): Schema => ({ ...schema, default: value });

export const TEXT: Schema = { type: 'string', minLength: 1, maxLength: 2000 };
export const TEXT_OR_NULL: Schema = { ...TEXT, type: ['string', 'null'] };
export const ANY: Schema = {};
export const DATE: Schema = { type: 'string', format: 'civil-date' };
export const DATE_OR_NULL: Schema = { ...DATE, type: ['string', 'null'] };
export const BILINGUAL = exact({ vi: TEXT, en: TEXT });
export const PROCEDURE_LIST = listOf(oneOf(PROCEDURES), 1);
export const STAGE_LIST = listOf(oneOf(['policy', 'decision']), 1);
export const VERIFICATION = oneOf(VERIFICATIONS);
export const VALIDITY = { validFrom: DATE, validTo: DATE_OR_NULL };
export const SOURCED = { basis: TEXT, verification: VERIFICATION };
