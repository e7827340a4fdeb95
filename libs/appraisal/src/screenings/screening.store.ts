import { type Confirmation, type ScreeningMode, type ScreeningResult } from '#contracts';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';

/** A screening with its inputs, as it was stored; never changed afterwards. */
export interface StoredScreening {
  id: string;
  dossierId: string;
  /** 1, 2, 3 … within the dossier. */
  number: number;
  round: number;
  factsVersion: number;
  lawSetDigest: string;
  mode: ScreeningMode;
  engineVersion: string;
  receivedOn: CivilDate;
  confirmations: Confirmation[];
  result: ScreeningResult;
  resultDigest: string;
  blocking: boolean;
  performedBy: string;
  performedAt: Date;
}

const COLUMNS = `id, dossier_id AS "dossierId", number, round, facts_version AS "factsVersion", law_set_digest AS "lawSetDigest", mode,
  engine_version AS "engineVersion", received_on::text AS "receivedOn", confirmations, result, result_digest AS "resultDigest", blocking,
  performed_by AS "performedBy", performed_at AS "performedAt"`;

/** The newest screening of a dossier, or null. */
export const newestScreening = (tx: Tx, dossierId: string): Promise<StoredScreening | null> =>
  tx.one<StoredScreening>(
    `SELECT ${COLUMNS} FROM screening WHERE dossier_id = $1 ORDER BY number DESC LIMIT 1`,
    [dossierId],
  );

/** One screening of a dossier, or null. */
export const screeningById = (tx: Tx, dossierId: string, id: string): Promise<StoredScreening | null> =>
  tx.one<StoredScreening>(`SELECT ${COLUMNS} FROM screening WHERE dossier_id = $1 AND id = $2`, [
    dossierId,
    id,
  ]);

/** Every screening of a dossier, newest first. */
export const screeningsOf = (tx: Tx, dossierId: string): Promise<StoredScreening[]> =>
  tx.query<StoredScreening>(`SELECT ${COLUMNS} FROM screening WHERE dossier_id = $1 ORDER BY number DESC`, [
    dossierId,
  ]);

export type NewScreening = Omit<StoredScreening, 'id' | 'number' | 'performedBy' | 'performedAt'>;

/** Stores a screening of a locked dossier under the next number. */
export async function insertScreening(tx: Tx, screening: NewScreening): Promise<StoredScreening> {
  const {
    dossierId,
    round,
    factsVersion,
    lawSetDigest,
    mode,
    engineVersion,
    receivedOn,
    resultDigest,
    blocking,
  } = screening;
  const stored = await tx.one<StoredScreening>(
    `INSERT INTO screening (dossier_id, number, round, facts_version, law_set_digest, mode, engine_version, received_on,
                            confirmations, result, result_digest, blocking, performed_by, performed_at)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11, $12, $13
       FROM screening WHERE dossier_id = $1
     RETURNING ${COLUMNS}`,
    [
      dossierId,
      round,
      factsVersion,
      lawSetDigest,
      mode,
      engineVersion,
      receivedOn,
      JSON.stringify(screening.confirmations),
      JSON.stringify(screening.result),
      resultDigest,
      blocking,
      tx.actor.id,
      tx.at,
    ],
  );
  if (!stored) throw new Error('an inserted screening has a row');
  return stored;
}
