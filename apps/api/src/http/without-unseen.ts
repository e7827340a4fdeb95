import { visibleLine } from '#contracts';

/** Names of the fields that are read so, by class. */
const FIELDS = new WeakMap<object, Set<string>>();

/** A text that people copy from a paper or a message: what nobody sees in it is taken away before anything is asked of it. */
export const WithoutUnseen = (): PropertyDecorator => (target, name) => {
  const names = FIELDS.get(target.constructor) ?? new Set();
  FIELDS.set(target.constructor, names.add(String(name)));
};

/** What was sent for a class, its fields `WithoutUnseen` cleaned; anything else as it was. */
export function withoutUnseen(value: unknown, metatype: object | undefined): unknown {
  const names = metatype === undefined ? undefined : FIELDS.get(metatype);
  if (names === undefined || typeof value !== 'object' || value === null) return value;
  const read = ([name, text]: [string, unknown]): [string, unknown] => [
    name,
    names.has(name) && typeof text === 'string' ? visibleLine(text).trim() : text,
  ];
  return Object.fromEntries(Object.entries(value).map(read));
}
