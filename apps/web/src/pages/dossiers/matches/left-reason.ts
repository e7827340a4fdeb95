import { type EntryStore, keepEntry, nameOfKept, readEntry } from '../../../ui/kept-entry.js';
import { type CandidateView } from '../dossier.types.js';

type Candidate = Pick<CandidateView, 'lineId' | 'list' | 'code'> & {
  decided: { decidedBy: string } | null;
};
/** By what the entry about a candidate is kept. */
export const entryOfMatch = (dossierId: string, { lineId, list, code }: Candidate): string =>
  `match.${dossierId}.${lineId}.${list}.${code}`;
const nameOf = (personId: string, dossierId: string, candidate: Candidate): string =>
  nameOfKept(personId, entryOfMatch(dossierId, candidate));

/** What a person has written about a candidate on which somebody else decided meanwhile; empty for nothing. */
export function leftReason(
  store: EntryStore,
  personId: string,
  dossierId: string,
  candidate: Candidate,
): string {
  if (candidate.decided === null || candidate.decided.decidedBy === personId) return '';
  const kept = readEntry<{ reason?: string }>(store, nameOf(personId, dossierId, candidate));
  return kept?.reason?.trim() ?? '';
}

/** Lets go of it. */
export const dropReason = (
  store: EntryStore,
  personId: string,
  dossierId: string,
  candidate: Candidate,
): void => keepEntry(store, nameOf(personId, dossierId, candidate), null);
