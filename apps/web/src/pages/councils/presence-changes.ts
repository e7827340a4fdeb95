import { type CouncilPresence } from '#contracts';
import { type Problem } from '../../api/problem.js';
import { type Schema } from '../../api/schema-names.js';
import { type Paper } from './paper-field.js';

/** How one member is to be recorded; a proxy with who it is, and the paper that says so. */
export interface PresenceChange {
  presence: CouncilPresence;
  proxyName: string;
  papers: readonly Paper[];
}

export const isCompletePresence = ({ presence, proxyName, papers }: PresenceChange): boolean =>
  presence !== 'proxy' || (proxyName.trim() !== '' && papers.length > 0);

/** The member whose record a refusal is about; null once another record was chosen, and where it is about nobody. */
export function refusedMember(
  problem: Problem,
  sent: Record<string, PresenceChange> | undefined,
  changes: Record<string, PresenceChange>,
): string | null {
  const { memberId } = problem;
  if (typeof memberId !== 'string' || sent?.[memberId] === undefined) return null;
  return sent[memberId] === changes[memberId] ? memberId : null;
}

/** The changes as the API takes them: whoever is there in person brings neither name nor paper. */
export const presenceOrders = (
  changes: Record<string, PresenceChange>,
): Schema<'RecordPresenceDto'>['presence'] =>
  Object.entries(changes).map(([memberId, { presence, proxyName, papers }]) => ({
    memberId,
    presence,
    ...(presence === 'proxy' && { proxyName: proxyName.trim(), documentId: papers[0]?.id }),
  }));
