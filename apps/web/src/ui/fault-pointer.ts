/** A field of a form that a refusal may speak of: what it is called, and its id where it can be gone to. */
export interface FaultyField {
  label: string;
  id: string | null;
}
/** Finds the field of a form that a JSON pointer means; null for one that the form does not know. */
export type FieldOf = (pointer: string) => FaultyField | null;

/** The steps of a JSON pointer (RFC 6901). */
const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
const isPlace = (step: string) => /^\d+$/.test(step);
const placed = (word: string, next: string | undefined) =>
  next !== undefined && isPlace(next) ? `${word} ${Number(next) + 1}` : word;

/**
 * Names fields by the steps of a pointer that are known: `/items/0/what` is "Items 1 – What". The first of them with an
 * id is where the fault leads to.
 */
export const fieldByName =
  (known: (name: string) => FaultyField | null): FieldOf =>
  (pointer) => {
    const steps = stepsOf(pointer);
    const found = steps.flatMap((step, at) => {
      const field = isPlace(step) ? null : known(step);
      return field === null ? [] : [{ id: field.id, label: placed(field.label, steps[at + 1]) }];
    });
    if (found.length === 0) return null;
    return {
      label: found.map(({ label }) => label).join(' – '),
      id: found.find(({ id }) => id !== null)?.id ?? null,
    };
  };

/** The same for a form whose fields are few and known beforehand. */
export const fieldsNamed = (fields: Record<string, FaultyField>): FieldOf =>
  fieldByName((name) => (Object.hasOwn(fields, name) ? (fields[name] ?? null) : null));

/** A readable word for a field that no form has named: the last name of the pointer, its place in a list counted from one. */
export function wordOf(pointer: string): string {
  const steps = stepsOf(pointer);
  const at = steps.findLastIndex((step) => !isPlace(step));
  const word = (steps[at] ?? '').replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return placed(word, steps[at + 1]);
}
