import { draftOf, withValue } from '../investor/draft/draft.types.js';
import { mergeDrafts } from '../investor/draft/merge-drafts.js';

/** A paper of the checklist: with its file, or only as paper. */
export interface Paper {
  item: string;
  documentId?: string;
  note?: string;
}
const draftWith = (papers: readonly Paper[]) => draftOf({ papers });

/** Papers as two sides left them since they were the same. What somebody else wrote of a paper stays where both touched it. */
export function joinedPapers(
  base: readonly Paper[],
  mine: readonly Paper[],
  theirs: readonly Paper[],
): readonly Paper[] {
  const { draft, clashes } = mergeDrafts(draftWith(base), draftWith(mine), draftWith(theirs));
  const kept = clashes.reduce((before, clash) => withValue(before, clash, clash.theirs), draft);
  return kept.papers as unknown as Paper[];
}
