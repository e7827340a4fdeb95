import { type ReturnReason } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse, type OpenedDossier } from '#dossiers';
import { type CivilDate } from '#kernel';
import { type KeptAnswerDraft } from '../answers/answer-draft.store.js';
import { type RequestContent, shownContent } from './request-content.js';

/** Something that was asked of the owner, and what the owner answered. */
export interface RequestView {
  id: string;
  kind: 'supplement' | 'clarification' | 'refusal_notice';
  round: number;
  content: RequestContent;
  replyBy: CivilDate;
  askedAt: Date;
  /** Inside the house only. */
  askedBy: string | null;
  /** As it was sent: `answers` to the items, or the `response` to an intended refusal. */
  answer: Record<string, unknown> | null;
  /** What the owner's side is writing in answer; for that side alone, and only until it is sent. */
  draft: KeptAnswerDraft | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  closedAt: Date | null;
}
/** Why a dossier was returned, in the words of its notice. */
export interface ReturnView {
  round: number;
  reason: ReturnReason;
  explanation: string;
  competentAuthority: string | null;
  items: unknown[];
  returnedAt: Date;
}
export interface RequestsView {
  items: RequestView[];
  returns: ReturnView[];
}

/**
 * Every request to the owner with its answer, newest first, and why the dossier was returned. Outside the house the
 * head's consent, the technical check and the name of the person who asked are left out.
 */
export async function requestsOf(tx: Tx, { row, relations }: OpenedDossier): Promise<RequestsView> {
  const inside = isOfTheHouse(tx.actor) && !relations.includes('owner');
  const writes = relations.includes('owner') || relations.includes('clerk_on_behalf');
  const items = (await askedOf(tx, row.id)).map((request) => ({
    ...request,
    content: shownContent(request.content, inside),
    askedBy: inside ? request.askedBy : null,
    draft: writes ? request.draft : null,
  }));
  return { items, returns: await returnsOf(tx, row.id) };
}

const askedOf = (tx: Tx, dossierId: string) =>
  tx.query<RequestView>(
    `SELECT r.id, r.kind, r.round, r.content, r.reply_by AS "replyBy", r.asked_at AS "askedAt",
            a.display_name AS "askedBy", CASE WHEN r.answered_at IS NOT NULL THEN r.answer END AS answer,
            CASE WHEN r.answered_at IS NULL THEN r.answer -> 'draft' END AS draft, r.answered_at AS "answeredAt", b.display_name AS "answeredBy",
            r.closed_at AS "closedAt"
       FROM party_request r LEFT JOIN app_user a ON a.id = r.asked_by LEFT JOIN app_user b ON b.id = r.answered_by
      WHERE r.dossier_id = $1 ORDER BY r.asked_at DESC, r.id`,
    [dossierId],
  );

const returnsOf = (tx: Tx, dossierId: string) =>
  tx.query<ReturnView>(
    `SELECT l.round, l.draft_data->>'reason' AS reason, l.draft_data->>'explanation' AS explanation,
            l.draft_data->>'competentAuthority' AS "competentAuthority", l.draft_data->'items' AS items,
            l.created_at AS "returnedAt"
       FROM letter l WHERE l.dossier_id = $1 AND l.kind = 'return_notice' AND l.status <> 'void'
      ORDER BY l.created_at DESC, l.id`,
    [dossierId],
  );
