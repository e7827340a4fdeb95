import { type Draft, type Place } from '../draft/draft.types.js';
import { placeOf } from '../draft/value-faults.js';
import { type Task, taskOfFault } from './tasks.js';

/** Something that stands against submitting, as the API tells it. */
export interface FormalFault {
  code: string;
  /** Where it is mended; null when no page of the editor can mend it. */
  task: Task | null;
  /** The value that it is about, where it is about one. */
  place: Place | null;
}

const PLACES: Partial<Record<string, Place>> = {
  project_name_missing: { section: 'project', id: null, field: 'name' },
};
/** What was given when the dossier was opened, or lies with another dossier. */
const ELSEWHERE = new Set([
  'requester_missing',
  ...['first_dossier_not_approved', 'first_dossier_changed_since', 'change_in_hand'],
]);

/** Reads `code` or `code:/pointer`; the pointer counts in the facts as they are saved. */
export function formalFault(fault: string, saved: Draft): FormalFault {
  const [code = fault] = fault.split(':');
  const pointer = fault.slice(code.length + 1);
  const place = pointer === '' ? (PLACES[code] ?? null) : placeOf(`/facts${pointer}`, saved);
  return { code, place, task: ELSEWHERE.has(code) ? null : taskOfFault(fault) };
}
