import { type Tx } from '#database';
import { type Refusal } from '#kernel';

/** A vote is secret until its motion is closed, and so is the paper on which it was given. */
const OPENED = `(EXISTS (SELECT 1 FROM council_presence p WHERE p.document_id = d.id) OR EXISTS (SELECT 1 FROM council_vote v WHERE v.document_id = d.id))
  AND NOT EXISTS (SELECT 1 FROM council_vote v JOIN council_motion o ON o.id = v.motion_id WHERE v.document_id = d.id AND o.closed_at IS NULL)`;
const KEEPS_MINUTES = `EXISTS (SELECT 1 FROM council_member m JOIN assignment a ON a.id = m.assignment_id
  WHERE a.dossier_id = $1 AND a.state = 'accepted' AND m.seat = 'secretary' AND m.user_id = $2)`;

/**
 * Proxies and ballots of the councils of a dossier that the actor may see by now, being of the house or a member: what
 * was recorded and is not secret any more, for the secretary who enters ballots all. Ids.
 */
export async function councilPapersOpenTo(tx: Tx, dossierId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT d.id FROM document d WHERE d.dossier_id = $1 AND d.kind = 'council_paper' AND (${KEEPS_MINUTES} OR ${OPENED})`,
    [dossierId, tx.actor.id],
  );
  return rows.map(({ id }) => id);
}

/** The papers are a council's, and not the ballot of another member. @throws the refusal made with the `reason` */
export async function requireCouncilPaper(
  tx: Tx,
  { documentId, memberId }: { documentId: string; memberId: string },
  refused: (reason: 'kind' | 'used') => Refusal,
): Promise<void> {
  const found = await tx.one<{ kind: string; used: boolean }>(
    `SELECT d.kind, EXISTS (SELECT 1 FROM council_vote v WHERE v.document_id = d.id AND v.member_id <> $2) AS used
       FROM document d WHERE d.id = $1`,
    [documentId, memberId],
  );
  if (found?.kind !== 'council_paper') throw refused('kind');
  if (found.used) throw refused('used');
}

/** Whether a council's count or a consultation's answer rests on a document. */
export async function isHeardFrom(tx: Tx, documentId: string): Promise<boolean> {
  const found = await tx.one(
    `SELECT 1 AS yes WHERE EXISTS (SELECT 1 FROM council_presence WHERE document_id = $1)
        OR EXISTS (SELECT 1 FROM council_vote WHERE document_id = $1) OR EXISTS (SELECT 1 FROM consultation WHERE document_id = $1)`,
    [documentId],
  );
  return found !== null;
}
