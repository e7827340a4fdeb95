import { type Tx } from '#database';
import { conflictedUserIds } from '#identity';
import { hasRole } from '#kernel';

/** Who is in conflict with a dossier, for those who may know it: heads, leaders and auditors; null for everybody else. */
export const knownConflicts = async (tx: Tx, dossierId: string): Promise<string[] | null> =>
  hasRole(tx.actor, 'head', 'leader', 'auditor') ? conflictedUserIds(tx, dossierId) : null;
