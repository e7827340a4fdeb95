import { soundPart } from '../fields/listed-values.js';
import {
  type Draft,
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
}

const isSection = (word: string | undefined): word is Section => SECTIONS.some((section) => section === word);

/** Where a pointer of the API (`/facts/equipment/3/yearMade`) stands in what was sent. */
export function placeOf(pointer: string, sent: Draft): Place | null {
  const [, root, section, first, second] = pointer.split('/');
  if (root !== 'facts' || !isSection(section)) return null;
  if (section === 'project') return { section, id: null, field: first ?? null };
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

/** Refused values that still stand as they were refused. */
export const stillThere = (refused: readonly RefusedValue[], draft: Draft): RefusedValue[] =>
  refused.filter((fault) => same(valueAt(draft, fault), fault.value));

/**
 * The draft without the values that cannot be saved: the rest of it is saved all the same, of a list its whole entries.
 * A field that must not be missing takes its row along.
 */
export function withoutFaulty(draft: Draft, faults: readonly ValueFault[], saved: Draft): Draft {
  return faults.reduce((kept, fault) => withValue(kept, fault, instead(fault, kept, saved)), draft);
}

/** What is saved in place of a faulty value. Of a list that the API refused nobody here knows the faulty entry. */
function instead(fault: ValueFault, draft: Draft, saved: Draft): unknown {
  if (fault.field === null) return valueAt(saved, fault);
  return fault.message === undefined ? soundPart(fault.field, valueAt(draft, fault)) : undefined;
}
