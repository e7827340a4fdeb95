import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { DECISION_LETTERS, type LetterStatus } from '#contracts';

/** The holding reply of a reply clock. */
export interface HoldingReply {
  clockId: string;
  letterId: string;
  status: LetterStatus;
  revision: number;
  issuedOn: CivilDate | null;
}
const HOLDING = `SELECT h.clock_id AS "clockId", h.letter_id AS "letterId", l.status, l.revision, l.issued_on AS "issuedOn"
  FROM holding_reply h JOIN letter l ON l.id = h.letter_id`;

/** The holding replies of a dossier, drafted and issued, oldest first; what was thrown away is left out. */
export const holdingRepliesOf = (tx: Tx, dossierId: string): Promise<HoldingReply[]> =>
  tx.query<HoldingReply>(
    `${HOLDING} WHERE l.dossier_id = $1 AND l.status <> 'void' ORDER BY l.created_at, l.id`,
    [dossierId],
  );

/** Notes for which clock a letter is the holding reply. */
export async function keepHoldingReply(tx: Tx, clockId: string, letterId: string): Promise<void> {
  await tx.query(
    `INSERT INTO holding_reply (clock_id, letter_id) VALUES ($1, $2)
     ON CONFLICT (letter_id) DO UPDATE SET clock_id = excluded.clock_id`,
    [clockId, letterId],
  );
}

/** Whether the 75 % warning of a clock has fired, after which its holding reply is due. */
export async function isHoldingReplyDue(tx: Tx, clockId: string): Promise<boolean> {
  const row = await tx.one(
    `SELECT 1 AS yes FROM clock_alarm WHERE clock_id = $1 AND kind = 'warning_75' AND fired_at IS NOT NULL LIMIT 1`,
    [clockId],
  );
  return row !== null;
}

/** Whether the letter of decision of a dossier lies drafted: it goes out instead of a holding reply. */
export async function isDecisionDrafted(tx: Tx, dossierId: string): Promise<boolean> {
  const row = await tx.one(
    `SELECT 1 AS yes FROM letter WHERE dossier_id = $1 AND kind = ANY ($2::text[]) AND status = 'draft' LIMIT 1`,
    [dossierId, [...DECISION_LETTERS]],
  );
  return row !== null;
}

/** Dossiers with a holding reply that waits to be issued. */
export const dossiersWithDraft = (tx: Tx): Promise<{ id: string; authorityId: string }[]> =>
  tx.query<{ id: string; authorityId: string }>(
    `SELECT dossier_id AS id, authority_id AS "authorityId" FROM letter WHERE kind = 'holding_reply' AND status = 'draft'
      ORDER BY updated_at, id`,
  );

/** The day on which the holding reply of a clock was issued, or null. */
export async function holdingReplyDay(tx: Tx, clockId: string): Promise<CivilDate | null> {
  const row = await tx.one<{ on: CivilDate | null }>(
    `SELECT max(l.issued_on)::text AS "on" FROM holding_reply h JOIN letter l ON l.id = h.letter_id WHERE h.clock_id = $1`,
    [clockId],
  );
  return row?.on ?? null;
}
