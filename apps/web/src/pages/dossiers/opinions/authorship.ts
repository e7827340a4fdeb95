import { type Status } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';
import { type DossierView } from '../dossier.types.js';

/** While opinions are written and may still change. */
const WRITING: readonly Status[] = ['screened', 'under_review'];
export type Authorship = 'lead' | 'expert' | 'council' | 'without_vote' | 'not';

/**
 * As what a reader writes an opinion: as who leads, as an expert, or as a member of the council with a vote. A seat that
 * has none (the secretary's) gives none, and is told so; `not`: there is nothing to say now.
 */
export function authorshipOf(
  { status, relations }: Pick<DossierView, 'status' | 'relations'>,
  councils: readonly Pick<Schema<'CouncilDto'>, 'members'>[],
  userId: string,
): Authorship {
  if (!WRITING.includes(status)) return 'not';
  if (relations.includes('lead_appraiser')) return 'lead';
  if (relations.includes('assigned_expert')) return 'expert';
  if (!relations.includes('council_member')) return 'not';
  const seats = councils.flatMap(({ members }) => members).filter((member) => member.userId === userId);
  return seats.some(({ state, votes }) => state === 'accepted' && votes) ? 'council' : 'without_vote';
}
