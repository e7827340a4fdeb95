import {
  type ConsultationKind,
  type ConsultationPosition,
  type ConsultationState,
  type ConsultationTerm,
  type ConsultationWithdrawal,
} from '#contracts';
import { type Tx } from '#database';
import { type CivilDate, Refusal } from '#kernel';

/** A question to one agency or body with its answer. `dueOn` is the clock's date where the law sets a term. */
export interface Consultation {
  id: string;
  dossierId: string;
  round: number;
  organisationId: string;
  organisationName: string;
  kind: ConsultationKind;
  question: string;
  legalBasis: string;
  term: ConsultationTerm;
  termReason: string | null;
  replyBy: CivilDate | null;
  dueOn: CivilDate | null;
  state: ConsultationState;
  letterId: string;
  clockId: string | null;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  sentOn: CivilDate | null;
  position: ConsultationPosition | null;
  answer: string | null;
  documentId: string | null;
  answeredOn: CivilDate | null;
  enteredBy: string | null;
  enteredByName: string | null;
  enteredAt: Date | null;
  onPaper: boolean;
  reminders: number;
  lastRemindedOn: CivilDate | null;
  closedBy: string | null;
  closedByName: string | null;
  closedOn: CivilDate | null;
  closeReason: string | null;
  withdrawal: ConsultationWithdrawal | 'dossier_ended' | null;
  /** The clock of our reply that the end of this consultation started. */
  replyClockId: string | null;
  revision: number;
}

/** The select list that makes a `Consultation`; needs the tables of `CONSULTATION_TABLES`. */
export const CONSULTATION_COLUMNS = `c.id, c.dossier_id AS "dossierId", c.round, c.organisation_id AS "organisationId",
  o.name AS "organisationName", c.kind, c.question, c.legal_basis AS "legalBasis", c.term, c.term_reason AS "termReason",
  c.reply_by AS "replyBy", COALESCE(k.due_on, c.reply_by) AS "dueOn", c.state, c.letter_id AS "letterId",
  c.clock_id AS "clockId", c.asked_by AS "askedBy", a.display_name AS "askedByName", c.asked_at AS "askedAt",
  c.sent_on AS "sentOn", c.position, c.answer, c.document_id AS "documentId", c.answered_on AS "answeredOn",
  c.entered_by AS "enteredBy", e.display_name AS "enteredByName", c.entered_at AS "enteredAt", c.on_paper AS "onPaper",
  c.reminders, c.last_reminded_on AS "lastRemindedOn", c.closed_by AS "closedBy", b.display_name AS "closedByName",
  c.closed_on AS "closedOn", c.close_reason AS "closeReason", c.withdrawal,
  c.reply_clock_id AS "replyClockId", c.revision`;
export const CONSULTATION_TABLES = `consultation c JOIN organisation o ON o.id = c.organisation_id
  LEFT JOIN clock k ON k.id = c.clock_id JOIN app_user a ON a.id = c.asked_by
  LEFT JOIN app_user e ON e.id = c.entered_by LEFT JOIN app_user b ON b.id = c.closed_by`;
const SELECT = `SELECT ${CONSULTATION_COLUMNS} FROM ${CONSULTATION_TABLES}`;

/** Every consultation of a dossier in all rounds, oldest first. */
export const consultationsOf = (tx: Tx, dossierId: string): Promise<Consultation[]> =>
  tx.query<Consultation>(`${SELECT} WHERE c.dossier_id = $1 ORDER BY c.round, c.asked_at, c.id`, [dossierId]);

/** One consultation of a dossier, to be read under the dossier's lock. @throws Refusal `not_found` */
export async function consultationOf(tx: Tx, dossierId: string, id: string): Promise<Consultation> {
  const found = await tx.one<Consultation>(`${SELECT} WHERE c.dossier_id = $1 AND c.id = $2`, [
    dossierId,
    id,
  ]);
  if (!found) throw new Refusal('not_found');
  return found;
}

/** The consultation that a letter asks, or whose term a clock is; null when there is none. */
export const consultationBy = (tx: Tx, what: 'letter' | 'clock', id: string): Promise<Consultation | null> =>
  tx.one<Consultation>(`${SELECT} WHERE c.${what}_id = $1`, [id]);

export type NewConsultation = Pick<
  Consultation,
  | 'dossierId'
  | 'round'
  | 'organisationId'
  | 'kind'
  | 'question'
  | 'legalBasis'
  | 'term'
  | 'termReason'
  | 'replyBy'
  | 'letterId'
>;

/** Stores a question whose letter waits for signature. */
export async function insertConsultation(tx: Tx, asked: NewConsultation): Promise<Consultation> {
  const row = await tx.one<{ id: string }>(
    `INSERT INTO consultation (dossier_id, round, organisation_id, kind, question, legal_basis, term, term_reason, reply_by,
                               state, letter_id, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'drafted', $10, $11, $12) RETURNING id`,
    [
      asked.dossierId,
      asked.round,
      asked.organisationId,
      asked.kind,
      asked.question,
      asked.legalBasis,
      asked.term,
      asked.termReason,
      asked.replyBy,
      asked.letterId,
      tx.actor.id,
      tx.at,
    ],
  );
  if (!row) throw new Error('an inserted consultation has a row');
  return consultationOf(tx, asked.dossierId, row.id);
}

const CHANGEABLE = {
  state: 'state',
  clockId: 'clock_id',
  sentOn: 'sent_on',
  position: 'position',
  answer: 'answer',
  documentId: 'document_id',
  answeredOn: 'answered_on',
  enteredBy: 'entered_by',
  enteredAt: 'entered_at',
  onPaper: 'on_paper',
  reminders: 'reminders',
  lastRemindedOn: 'last_reminded_on',
  closedBy: 'closed_by',
  closedOn: 'closed_on',
  closeReason: 'close_reason',
  withdrawal: 'withdrawal',
  replyClockId: 'reply_clock_id',
} as const;
export type ConsultationChange = Partial<Pick<Consultation, keyof typeof CHANGEABLE>>;

/** Writes a change of a consultation with the next revision; the database lets states move forward only. */
export async function changeConsultation(
  tx: Tx,
  { id, dossierId }: Pick<Consultation, 'id' | 'dossierId'>,
  change: ConsultationChange,
): Promise<Consultation> {
  const entries = Object.entries(change) as [keyof typeof CHANGEABLE, unknown][];
  const sets = entries.map(([property], index) => `${CHANGEABLE[property]} = $${index + 2}`);
  await tx.query(`UPDATE consultation SET revision = revision + 1, ${sets.join(', ')} WHERE id = $1`, [
    id,
    ...entries.map(([, value]) => value),
  ]);
  return consultationOf(tx, dossierId, id);
}

/** Documents in which an organisation answered about a dossier: ids. */
export async function answerDocumentsOf(
  tx: Tx,
  dossierId: string,
  organisationId: string | null,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT document_id AS id FROM consultation WHERE dossier_id = $1 AND organisation_id = $2 AND document_id IS NOT NULL`,
    [dossierId, organisationId],
  );
  return rows.map(({ id }) => id);
}
