import { type CommandPayloads, type Outcome } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse, type OpenedDossier } from '#dossiers';
import { type CivilDate, Refusal } from '#kernel';

/** A conclusion with who stands behind it; one that was sent back stays readable with the reason. */
export interface ConclusionView {
  round: number;
  outcome: Outcome;
  content: CommandPayloads['conclude'];
  concludedBy: string | null;
  concludedAt: Date;
  endorsedBy: string | null;
  endorsedAt: Date | null;
  endorsementNote: string | null;
  sentBackBy: string | null;
  sentBackAt: Date | null;
  sentBackReason: string | null;
}
/** The decision of a round; `content` is what the decider wrote (note, reasons, conditions). */
export interface DecisionView {
  round: number;
  kind: 'approved' | 'approved_with_conditions' | 'refused';
  content: Record<string, unknown>;
  decidedBy: string | null;
  decidedAt: Date;
  afterDeadline: boolean;
}
/** A condition of the decision of a round, with the keys of the findings that it cures. */
export interface ConditionView {
  round: number;
  number: number;
  what: string;
  deadlineOn: CivilDate;
  proof: string;
  responsible: string;
  cures: string[];
  state: string;
}
/** The decision on a complaint with which a round began. */
export interface ReopeningView {
  round: number;
  complaintDecision: string;
  decidedOn: CivilDate;
  documentId: string | null;
  replyBy: CivilDate | null;
  reopenedBy: string | null;
  reopenedAt: Date;
}
export interface RoundView {
  round: number;
  /** Null for the first round. */
  reopening: Omit<ReopeningView, 'round'> | null;
  conclusions: Omit<ConclusionView, 'round'>[];
  decision: Omit<DecisionView, 'round'> | null;
  conditions: Omit<ConditionView, 'round'>[];
}

/**
 * What was concluded, sent back, endorsed and decided, one entry for each round, the newest round first.
 * It is the house's own until a letter says it. @throws Refusal `forbidden` for everybody else
 */
export async function roundsOf(tx: Tx, { row, relations }: OpenedDossier): Promise<RoundView[]> {
  if (!isOfTheHouse(tx.actor) || relations.includes('owner')) throw new Refusal('forbidden');
  const conclusions = await conclusionsOf(tx, row.id);
  const decisions = await decisionsOf(tx, row.id);
  const conditions = await conditionsOf(tx, row.id);
  const reopenings = await reopeningsOf(tx, row.id);
  return Array.from({ length: row.round }, (_, index) => row.round - index).map((round) => ({
    round,
    reopening: ofRound(reopenings, round)[0] ?? null,
    conclusions: ofRound(conclusions, round),
    decision: ofRound(decisions, round)[0] ?? null,
    conditions: ofRound(conditions, round),
  }));
}

const ofRound = <Item extends { round: number }>(items: Item[], wanted: number): Omit<Item, 'round'>[] =>
  items.filter(({ round }) => round === wanted).map(({ round: _round, ...item }) => item);

const conclusionsOf = (tx: Tx, dossierId: string) =>
  tx.query<ConclusionView>(
    `SELECT c.round, c.outcome, c.content, a.display_name AS "concludedBy", c.concluded_at AS "concludedAt",
            e.display_name AS "endorsedBy", c.endorsed_at AS "endorsedAt", c.endorsement_note AS "endorsementNote",
            s.display_name AS "sentBackBy", c.sent_back_at AS "sentBackAt", c.sent_back_reason AS "sentBackReason"
       FROM conclusion c LEFT JOIN app_user a ON a.id = c.concluded_by LEFT JOIN app_user e ON e.id = c.endorsed_by
       LEFT JOIN app_user s ON s.id = c.sent_back_by
      WHERE c.dossier_id = $1 ORDER BY c.sent_back_at DESC NULLS FIRST, c.concluded_at DESC, c.id`,
    [dossierId],
  );

const decisionsOf = (tx: Tx, dossierId: string) =>
  tx.query<DecisionView>(
    `SELECT d.round, d.kind, d.content, u.display_name AS "decidedBy", d.decided_at AS "decidedAt",
            d.after_deadline AS "afterDeadline"
       FROM decision d LEFT JOIN app_user u ON u.id = d.decided_by WHERE d.dossier_id = $1`,
    [dossierId],
  );

const reopeningsOf = (tx: Tx, dossierId: string) =>
  tx.query<ReopeningView>(
    `SELECT r.round, r.complaint_decision AS "complaintDecision", r.decided_on AS "decidedOn", r.document_id AS "documentId",
            r.reply_by AS "replyBy", u.display_name AS "reopenedBy", r.reopened_at AS "reopenedAt"
       FROM reopening r LEFT JOIN app_user u ON u.id = r.reopened_by WHERE r.dossier_id = $1`,
    [dossierId],
  );

const conditionsOf = (tx: Tx, dossierId: string) =>
  tx.query<ConditionView>(
    `SELECT round, number, what, deadline_on AS "deadlineOn", proof, responsible, cures, state
       FROM condition_task WHERE dossier_id = $1 ORDER BY round, number`,
    [dossierId],
  );
