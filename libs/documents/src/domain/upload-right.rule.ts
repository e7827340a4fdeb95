import { isClosed, isEditable, type ProblemCode, type Relation, type Role, type Status } from '#contracts';

/** Who asks, and in which state the dossier is. */
export interface UploadCase {
  roles: readonly Role[];
  relations: readonly Relation[];
  status: Status;
  /** The owner still has a condition of the approval to prove. */
  owesProof: boolean;
}

/**
 * Why somebody who sees a dossier may not add or withdraw documents now; null when they may. Owners as long as they may
 * change the facts or have a condition to prove; the counter, head and leader at any time (paper arrives, complaints are decided); the lead appraiser
 * until the dossier is closed; nobody else.
 */
export function uploadRefusal({ roles, relations, status, owesProof }: UploadCase): ProblemCode | null {
  if (relations.includes('owner'))
    return isEditable(status) || owesProof ? null : 'documents_not_accepted_now';
  if (roles.some((role) => role === 'clerk' || role === 'head' || role === 'leader')) return null;
  if (relations.includes('lead_appraiser')) return isClosed(status) ? 'documents_not_accepted_now' : null;
  return 'forbidden';
}
