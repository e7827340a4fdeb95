import { isCivilDate } from '#kernel';
import { type FactFault, fault, pointerTo } from './fact-fault.js';
import { type FieldSchema } from './fact-schema.js';

type SchemaOf<T extends FieldSchema['type']> = Extract<FieldSchema, { type: T }>;
type Checker<T extends FieldSchema['type']> = (
  value: unknown,
  schema: SchemaOf<T>,
  at: string,
) => FactFault[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const wrong = (at: string, expected: string): FactFault[] => [fault('shape', at, 'wrong_type', { expected })];

// Control characters, and the marks that turn the direction of text.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const BAD_CHAPTERS = new Set(['00', '77', '98', '99']);

function hsFaults(code: string, at: string): FactFault[] {
  const digits = code.replace(/[.\s]/g, '');
  if (!/^(\d{4}|\d{6}|\d{8})$/.test(digits)) return [fault('impossible', at, 'hs_digits')];
  return BAD_CHAPTERS.has(digits.slice(0, 2)) ? [fault('impossible', at, 'hs_chapter')] : [];
}

const checkText: Checker<'text'> = (value, schema, at) => {
  if (typeof value !== 'string') return wrong(at, 'string');
  if (value.length > schema.max) return [fault('shape', at, 'too_long', { max: String(schema.max) })];
  if (CONTROL.test(value) || !value.isWellFormed()) return [fault('shape', at, 'control_character')];
  if (schema.pattern && !schema.pattern.test(value)) return [fault('impossible', at, 'bad_code')];
  if (schema.textRule === 'date' && !isCivilDate(value)) return [fault('impossible', at, 'no_such_day')];
  return schema.textRule === 'hs' ? hsFaults(value, at) : [];
};

const hasDecimals = (value: number, decimals: number): boolean =>
  Number(value.toFixed(Math.min(decimals, 20))) !== value;

const checkNumber: Checker<'number'> = (value, schema, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(at, 'number');
  if (value < schema.min || value > schema.max) {
    return [fault('impossible', at, 'out_of_range', { min: String(schema.min), max: String(schema.max) })];
  }
  if (!hasDecimals(value, schema.decimals)) return [];
  return [fault('impossible', at, 'too_many_decimals', { decimals: String(schema.decimals) })];
};

const checkList: Checker<'list'> = (value, schema, at) => {
  if (!Array.isArray(value)) return wrong(at, 'array');
  if (value.length > schema.max) return [fault('shape', at, 'too_many', { max: String(schema.max) })];
  return Array.from(value, (item: unknown, index) =>
    shapeFaults(item, schema.of, pointerTo(at, index)),
  ).flat();
};

const checkObject: Checker<'object'> = (value, schema, at) => {
  if (!isObject(value)) return wrong(at, 'object');
  const missing = schema.required
    .filter((name) => value[name] === undefined)
    .map((name) => fault('shape', pointerTo(at, name), 'required'));
  const faults = Object.entries(value).flatMap(([name, item]) => {
    const field = Object.hasOwn(schema.fields, name) ? schema.fields[name] : undefined;
    if (!field) return [fault('shape', pointerTo(at, name), 'unknown_field')];
    return item === undefined ? [] : shapeFaults(item, field, pointerTo(at, name));
  });
  return [...missing, ...faults];
};

const checkRecord: Checker<'record'> = (value, schema, at) => {
  if (!isObject(value)) return wrong(at, 'object');
  const entries = Object.entries(value);
  if (entries.length > schema.max) return [fault('shape', at, 'too_many', { max: String(schema.max) })];
  return entries.flatMap(([key, item]) => shapeFaults(item, schema.of, pointerTo(at, key)));
};

/** Faults of one JSON value against its schema, with pointers; total, never throws. */
export function shapeFaults(value: unknown, schema: FieldSchema, at = ''): FactFault[] {
  switch (schema.type) {
    case 'text':
      return checkText(value, schema, at);
    case 'number':
      return checkNumber(value, schema, at);
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong(at, 'boolean');
    case 'enum':
      return typeof value === 'string' && schema.values.includes(value)
        ? []
        : [fault('shape', at, 'not_allowed', { allowed: schema.values.join(', ') })];
    case 'list':
      return checkList(value, schema, at);
    case 'object':
      return checkObject(value, schema, at);
    case 'record':
      return checkRecord(value, schema, at);
  }
}
