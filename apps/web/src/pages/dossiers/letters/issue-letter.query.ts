import { keyed } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { problemOfError } from '../../../api/problem.js';
import { type SigningCapacity } from '#contracts';
import { type LetterView } from '../dossier.types.js';

/** Who signed a letter, and the day on it, as they are typed in. */
export interface Signing {
  name: string;
  title: string;
  capacity: SigningCapacity;
  principal: string;
  issuedOn: string;
}
export interface LetterTarget {
  dossierId: string;
  letterId: string;
  /** Of the draft that was read: what was read is what leaves. */
  revision: number;
}
export interface LetterIssued {
  letter: LetterView;
  dueOn: string | null;
  /** Characters of the letter that its font lacks. */
  unprintable: number;
}

export const isComplete = ({ name, title, capacity, principal }: Signing): boolean =>
  name.trim() !== '' && title.trim() !== '' && (capacity === 'own' || principal.trim() !== '');

/** Issues a letter, or rehearses it to learn its number and what stands in the way. @throws ProblemError */
export async function sendIssue(
  { dossierId, letterId, revision }: LetterTarget,
  { issuedOn, principal, ...signer }: Signing,
  { key, dryRun }: { key: string; dryRun: boolean },
): Promise<LetterIssued> {
  const sent = await answer(
    api.POST('/api/v1/dossiers/{id}/letters/{letterId}/issue', {
      params: {
        path: { id: dossierId, letterId },
        header: keyed(key),
        query: dryRun ? { dryRun: 'true' } : {},
      },
      body: {
        signedBy: { ...signer, principal: signer.capacity === 'own' ? null : principal },
        ...(issuedOn === '' ? {} : { issuedOn }),
        revision,
      },
    }),
  );
  return sent as unknown as LetterIssued;
}

/** What the refusal of an issue names: parts that are missing, who decided, the days that are possible. */
export interface IssueGaps {
  missing?: string[];
  decider?: string;
  earliest?: string;
  latest?: string;
}
export const gapsOfRefusal = (error: unknown): IssueGaps => problemOfError(error) as IssueGaps;
