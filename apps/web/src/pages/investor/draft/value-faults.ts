import { soundPart } from '../fields/listed-values.js';
import {
  type Draft,
  isFlat,
  type Place,
  rowId,
  same,
  type Section,
  SECTIONS,
  type ValueFault,
  valueAt,
  withValue,
} from './draft.types.js';

/** A fault that the API found, with the value that it found it in: another value may be sound. */
export interface RefusedValue extends ValueFault {
  value: unknown;
  /** What was stored before was sent in its stead, and refused as well: both or neither can be saved. */
  alsoStored?: true;
}

const isSection = (word: string | undefined): word is Section => SECTIONS.some((section) => section === word);

/** Where a pointer of the API (`/facts/equipment/3/yearMade`) stands in what was sent. */
export function placeOf(pointer: string, sent: Draft): Place | null {
  const [, root, section, first, second] = pointer.split('/');
  if (root !== 'facts' || !isSection(section)) return null;
  if (isFlat(section)) return { section, id: null, field: first ?? null };
  if (first === undefined) return { section, id: null, field: null };
  const row = sent[section][Number(first)];
  return row === undefined ? null : { section, id: rowId(row, Number(first)), field: second ?? null };
}

/** The refusals of an answer as faults of values; null when one of them is of no value here. */
export function refusedValues(
  errors: readonly { pointer: string; code: string; message: string }[],
  sent: Draft,
): RefusedValue[] | null {
  const found = errors.map(({ pointer, code, message }) => {
    const place = placeOf(pointer, sent);
    return place && { ...place, code, message, value: valueAt(sent, place) };
  });
  return found.includes(null) ? null : found.filter((fault) => fault !== null);
}

/** Refused values as they were entered: where something else had been sent in place of one, that was refused too. */
export const asEntered = (refused: readonly RefusedValue[], entered: Draft): RefusedValue[] =>
  refused.map((fault) => {
    const value = valueAt(entered, fault);
    return same(value, fault.value) ? fault : { ...fault, value, alsoStored: true };
  });

/** Refused values that still stand as they were refused. */
export const stillThere = (refused: readonly RefusedValue[], draft: Draft): RefusedValue[] =>
  refused.filter((fault) => same(valueAt(draft, fault), fault.value));

/**
 * The draft with what is stored in place of the values that cannot be saved: the rest of it is saved all the same, of a
 * list its whole entries, and nothing sound that is stored is taken away by something that is being typed wrongly.
 */
export function withoutFaulty(
  draft: Draft,
  faults: readonly (ValueFault & Pick<Partial<RefusedValue>, 'alsoStored'>)[],
  stored: Draft,
): Draft {
  return faults.reduce((kept, fault) => withValue(kept, fault, instead(fault, draft, stored)), draft);
}

/** What is saved in place of a faulty value. Of a list that the API refused nobody here knows the faulty entry. */
function instead(
  fault: ValueFault & Pick<Partial<RefusedValue>, 'alsoStored'>,
  draft: Draft,
  stored: Draft,
): unknown {
  const before = valueAt(stored, fault);
  if (fault.field === null) return before;
  const entered = valueAt(draft, fault);
  const sound = fault.message === undefined ? soundPart(fault.field, entered) : undefined;
  // What is stored may have become wrong beside another value.
  return sound ?? (fault.alsoStored || same(before, entered) ? undefined : before);
}
