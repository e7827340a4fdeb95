import { type CouncilMotionKind, type CouncilVote, type Outcome } from '#contracts';
import { type Tx } from '#database';
import { type CivilDate, Refusal } from '#kernel';
import { type SeatedMember } from './domain/council-members.js';
import { type Ballot, type MotionResult } from './domain/motion-result.rule.js';

/** A result with the members as they stood when it was counted, so that it can be counted again. */
export interface StoredResult {
  result: MotionResult;
  members: SeatedMember[];
}
export interface CouncilMotion {
  id: string;
  sessionId: string;
  number: number;
  kind: CouncilMotionKind;
  text: string;
  outcome: Outcome | null;
  conditions: string | null;
  putAt: Date;
  closedAt: Date | null;
  counted: StoredResult | null;
}
const SELECT = `SELECT o.id, o.session_id AS "sessionId", o.number, o.kind, o.text, o.outcome, o.conditions, o.put_at AS "putAt",
  o.closed_at AS "closedAt", o.result->'counted' AS counted FROM council_motion o`;

/** The motions of a council in the order in which they were put. */
export const motionsOf = (tx: Tx, councilId: string): Promise<CouncilMotion[]> =>
  tx.query<CouncilMotion>(
    `${SELECT} JOIN council_session s ON s.id = o.session_id WHERE s.council_id = $1 ORDER BY s.number, o.number`,
    [councilId],
  );

/** A motion of this council. @throws Refusal `not_found`. */
export async function requireMotion(tx: Tx, councilId: string, motionId: string): Promise<CouncilMotion> {
  const found = (await motionsOf(tx, councilId)).find(({ id }) => id === motionId);
  if (!found) throw new Refusal('not_found');
  return found;
}

export type MotionDraft = Pick<CouncilMotion, 'kind' | 'text' | 'outcome' | 'conditions'>;

/** Puts the next motion of a session and returns its id and number. */
export async function insertMotion(
  tx: Tx,
  sessionId: string,
  { kind, text, outcome, conditions }: MotionDraft,
): Promise<{ id: string; number: number }> {
  const row = await tx.one<{ id: string; number: number }>(
    `INSERT INTO council_motion (session_id, number, kind, text, outcome, conditions, put_by, put_at)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM council_motion WHERE session_id = $1
     RETURNING id, number`,
    [sessionId, kind, text, outcome, conditions, tx.actor.id, tx.at],
  );
  if (!row) throw new Error('an inserted motion has an id');
  return row;
}

/** Closes a vote with its result; `carried` stands beside it for the index that allows one conclusion. */
export async function closeMotion(tx: Tx, motionId: string, counted: StoredResult): Promise<void> {
  await tx.query('UPDATE council_motion SET closed_at = $2, closed_by = $3, result = $4 WHERE id = $1', [
    motionId,
    tx.at,
    tx.actor.id,
    { carried: counted.result.carried, counted },
  ]);
}

export interface CastVote extends Ballot {
  motionId: string;
  castOn: CivilDate;
  /** The signed ballot from which the secretary entered it. */
  documentId: string | null;
}

/** Every vote of a council; blind until its motion is closed, so not to be shown as it is. */
export const votesOf = (tx: Tx, councilId: string): Promise<CastVote[]> =>
  tx.query<CastVote>(
    `SELECT v.motion_id AS "motionId", v.member_id AS "memberId", v.vote, v.cast_on::text AS "castOn", v.document_id AS "documentId"
       FROM council_vote v JOIN council_motion o ON o.id = v.motion_id JOIN council_session s ON s.id = o.session_id
      WHERE s.council_id = $1 ORDER BY v.member_id`,
    [councilId],
  );

export async function insertVote(
  tx: Tx,
  vote: {
    motionId: string;
    memberId: string;
    vote: CouncilVote;
    castOn: CivilDate;
    documentId: string | null;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO council_vote (motion_id, member_id, vote, cast_on, cast_by, cast_at, document_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [vote.motionId, vote.memberId, vote.vote, vote.castOn, tx.actor.id, tx.at, vote.documentId],
  );
}

export interface Dissent {
  motionId: string;
  memberId: string;
  text: string;
  at: Date;
}
export const dissentsOf = (tx: Tx, councilId: string): Promise<Dissent[]> =>
  tx.query<Dissent>(
    `SELECT d.motion_id AS "motionId", d.member_id AS "memberId", d.text, d.at
       FROM council_dissent d JOIN council_motion o ON o.id = d.motion_id JOIN council_session s ON s.id = o.session_id
      WHERE s.council_id = $1 ORDER BY d.at, d.member_id`,
    [councilId],
  );

export async function insertDissent(
  tx: Tx,
  { motionId, memberId, text }: Pick<Dissent, 'motionId' | 'memberId' | 'text'>,
): Promise<void> {
  await tx.query('INSERT INTO council_dissent (motion_id, member_id, text, at) VALUES ($1, $2, $3, $4)', [
    motionId,
    memberId,
    text,
    tx.at,
  ]);
}
