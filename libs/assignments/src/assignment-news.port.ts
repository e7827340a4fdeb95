import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';

/** What the heads hear of: somebody declined, or has a conflict, so somebody else is needed. */
export type AnswerNews = 'assignment.declined' | 'assignment.conflict';

/** Carries the news of an answer to those who assign; the application says how. */
export interface AssignmentNews {
  /** Tells in the same transaction; the dossier is locked. */
  tell(tx: Tx, row: DossierRow, news: AnswerNews): Promise<void>;
}
export const ASSIGNMENT_NEWS = Symbol('AssignmentNews');
