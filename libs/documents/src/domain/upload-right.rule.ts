import { isClosed, isEditable, type ProblemCode, type Relation, type Role, type Status } from '#contracts';
import { type DocumentKind } from './document-kinds.js';

/** Who asks, in which state the dossier is, and what the file is to be once that is known. */
export interface UploadCase {
  roles: readonly Role[];
  relations: readonly Relation[];
  status: Status;
  /** The owner still has a condition of the approval to prove. */
  owesProof: boolean;
  kind?: DocumentKind;
}

/**
 * Why somebody who sees a dossier may not add or withdraw documents now; null when they may. Owners as long as they may
 * change the facts or have a condition to prove; the counter, head and leader at any time (paper arrives, complaints are
 * decided); until the dossier is closed the lead appraiser, those who are consulted what belongs to their answer, and a
 * council's members its proxies and ballots, neither of which is ever the owner's; nobody else.
 */
export function uploadRefusal({ roles, relations, status, owesProof, kind }: UploadCase): ProblemCode | null {
  if (relations.includes('owner')) {
    if (kind === 'consultation_answer' || kind === 'council_paper') return 'forbidden';
    return isEditable(status) || owesProof ? null : 'documents_not_accepted_now';
  }
  if (roles.some((role) => role === 'clerk' || role === 'head' || role === 'leader')) return null;
  if (relations.includes('lead_appraiser')) return closedRefusal(status);
  const isTheirs = Object.entries(BROUGHT_BY).some(
    ([relation, brought]) =>
      relations.includes(relation as Relation) && (kind === undefined || kind === brought),
  );
  return isTheirs ? closedRefusal(status) : 'forbidden';
}

/** What those may add who add nothing else. */
const BROUGHT_BY = {
  consulted_agency: 'consultation_answer',
  council_member: 'council_paper',
} as const satisfies Partial<Record<Relation, DocumentKind>>;

const closedRefusal = (status: Status): ProblemCode | null =>
  isClosed(status) ? 'documents_not_accepted_now' : null;
