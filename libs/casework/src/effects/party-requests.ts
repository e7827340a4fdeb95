import { type Tx } from '#database';
import { type ClockPurpose } from '#law';

type RequestKind = 'supplement' | 'clarification' | 'refusal_notice';
export interface RequestAnswer {
  kind: RequestKind;
  answer: unknown;
  /** Also one that its deadline closed: a discontinued dossier whose timely answer was proven. */
  evenClosed: boolean;
}

/** Closes the newest request of a kind that waits for its answer; older ones stay as they ended. */
export async function answerRequest(
  tx: Tx,
  dossierId: string,
  { kind, answer, evenClosed }: RequestAnswer,
): Promise<void> {
  await tx.query(
    `UPDATE party_request SET answer = $3, answered_by = $4, answered_at = $5, closed_at = $5 WHERE id = (
       SELECT id FROM party_request WHERE dossier_id = $1 AND kind = $2 AND answered_at IS NULL
          AND (closed_at IS NULL OR $6::boolean) ORDER BY asked_at DESC LIMIT 1)`,
    [dossierId, kind, JSON.stringify(answer), tx.actor.id, tx.at, evenClosed],
  );
}

const KINDS: Partial<Record<ClockPurpose, RequestKind>> = {
  supplement: 'supplement',
  clarification: 'clarification',
  refusal_reply: 'refusal_notice',
};
export const kindOfPurpose = (purpose: ClockPurpose): RequestKind | null => KINDS[purpose] ?? null;

/** Closes what was asked and not answered, of one kind or of any: its deadline passed, or the dossier has ended. */
export async function closeRequests(
  tx: Tx,
  dossierId: string,
  kind: RequestKind | null = null,
): Promise<void> {
  await tx.query(
    `UPDATE party_request SET closed_at = $2
      WHERE dossier_id = $1 AND closed_at IS NULL AND ($3::text IS NULL OR kind = $3)`,
    [dossierId, tx.at, kind],
  );
}
