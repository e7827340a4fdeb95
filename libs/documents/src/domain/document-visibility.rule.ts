import { type Relation } from '#contracts';
import { type DocumentKind } from './document-kinds.js';

/** Who looks at the documents of a dossier, and how much of it they see. */
export interface DocumentReader {
  userId: string;
  relations: readonly Relation[];
  scope: 'whole' | 'consultation';
  /** Documents of what the reader's own organisation answered when it was consulted. */
  ownAnswers: readonly string[];
  /** Papers of the council that the reader may see by now; none for whoever is neither of the house nor a member. */
  councilPapers: readonly string[];
}
interface Shown {
  id: string;
  kind: DocumentKind;
  uploadedBy: string;
}
/** What the owner handed in: what a consulted agency needs to answer. */
const HANDED_IN: readonly DocumentKind[] = ['paper', 'request_letter', 'evidence', 'supplement'];

/**
 * Whether a document is shown to somebody who may see the dossier: to those who are only consulted what was handed in
 * and their own answer; to the owner's side no answer of the consulted; proxies and ballots of a council to whoever
 * brought them and to those for whom they are open; to everybody else all.
 */
export function isShownTo(reader: DocumentReader, { id, kind, uploadedBy }: Shown): boolean {
  const isOwn = uploadedBy === reader.userId;
  if (kind === 'council_paper')
    return reader.scope === 'whole' && (isOwn || reader.councilPapers.includes(id));
  const isAnswer = kind === 'consultation_answer';
  if (reader.scope === 'consultation') {
    if (isAnswer) return isOwn || reader.ownAnswers.includes(id);
    return HANDED_IN.includes(kind);
  }
  return !isAnswer || !reader.relations.includes('owner');
}
