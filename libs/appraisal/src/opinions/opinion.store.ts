import { type Outcome } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type CriterionMark, type OpinionContent } from './domain/opinion-content.rule.js';

/** The opinion of one person in one round. */
export interface Opinion {
  id: string;
  dossierId: string;
  round: number;
  authorId: string;
  authorName: string;
  sheetId: string;
  state: 'draft' | 'recorded';
  criteria: CriterionMark[];
  recommendation: Outcome | null;
  summary: string;
  revision: number;
  updatedAt: Date;
  recordedAt: Date | null;
}

const SELECT = `SELECT o.id, o.dossier_id AS "dossierId", o.round, o.author_id AS "authorId", u.display_name AS "authorName",
  o.sheet_id AS "sheetId", o.state, o.criteria, o.recommendation, o.summary, o.revision, o.updated_at AS "updatedAt",
  o.recorded_at AS "recordedAt" FROM opinion o JOIN app_user u ON u.id = o.author_id`;

/** The opinion of a person in the present round of a dossier, or null. */
export const opinionBy = (
  tx: Tx,
  row: Pick<DossierRow, 'id' | 'round'>,
  authorId: string,
): Promise<Opinion | null> =>
  tx.one<Opinion>(`${SELECT} WHERE o.dossier_id = $1 AND o.round = $2 AND o.author_id = $3`, [
    row.id,
    row.round,
    authorId,
  ]);

/** Every opinion of a dossier in all rounds, drafts too; not to be shown as it is. */
export const allOpinions = (tx: Tx, dossierId: string): Promise<Opinion[]> =>
  tx.query<Opinion>(`${SELECT} WHERE o.dossier_id = $1 ORDER BY o.round, o.recorded_at NULLS LAST, o.id`, [
    dossierId,
  ]);

export type OpinionDraft = OpinionContent & { sheetId: string };

/** Writes a new draft, or the content of the opinion that is there with the next revision. */
export async function writeOpinion(
  tx: Tx,
  row: DossierRow,
  earlier: Opinion | null,
  draft: OpinionDraft,
): Promise<Opinion> {
  const { sheetId, criteria, recommendation, summary } = draft;
  const content = [sheetId, JSON.stringify(criteria), recommendation, summary, tx.at];
  if (earlier) {
    await tx.query(
      `UPDATE opinion SET sheet_id = $2, criteria = $3::jsonb, recommendation = $4, summary = $5, updated_at = $6, revision = revision + 1
        WHERE id = $1`,
      [earlier.id, ...content],
    );
  } else {
    await tx.query(
      `INSERT INTO opinion (dossier_id, round, author_id, state, sheet_id, criteria, recommendation, summary, updated_at)
       VALUES ($1, $2, $3, 'draft', $4, $5::jsonb, $6, $7, $8)`,
      [row.id, row.round, tx.actor.id, ...content],
    );
  }
  return written(tx, row);
}

/** Turns a draft into a recorded opinion with the next revision. */
export async function markRecorded(tx: Tx, row: DossierRow, opinion: Opinion): Promise<Opinion> {
  await tx.query(
    "UPDATE opinion SET state = 'recorded', recorded_at = $2, updated_at = $2, revision = revision + 1 WHERE id = $1",
    [opinion.id, tx.at],
  );
  return written(tx, row);
}

/** Keeps a version of a recorded opinion as it is now. */
export async function keepVersion(tx: Tx, opinion: Opinion): Promise<void> {
  const { id, revision, sheetId, criteria, recommendation, summary } = opinion;
  await tx.query('INSERT INTO opinion_version (opinion_id, revision, content, at) VALUES ($1, $2, $3, $4)', [
    id,
    revision,
    { sheetId, criteria, recommendation, summary },
    tx.at,
  ]);
}

export interface OpinionVersion {
  revision: number;
  content: OpinionDraft;
  at: Date;
}

/** The versions of a recorded opinion, newest first. */
export const versionsOf = (tx: Tx, opinionId: string): Promise<OpinionVersion[]> =>
  tx.query<OpinionVersion>(
    'SELECT revision, content, at FROM opinion_version WHERE opinion_id = $1 ORDER BY revision DESC',
    [opinionId],
  );

async function written(tx: Tx, row: DossierRow): Promise<Opinion> {
  const opinion = await opinionBy(tx, row, tx.actor.id);
  if (!opinion) throw new Error('a written opinion is there');
  return opinion;
}
