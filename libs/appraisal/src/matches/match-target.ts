import { type LineFacts, type ListKind } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, factsOf } from '#dossiers';
import { Refusal } from '#kernel';
import { annexChecksOf } from '../screenings/annex-check.store.js';
import { newestScreening } from '../screenings/screening.store.js';

/** A row of a list, held against one line. */
export interface MatchTarget {
  lineId: string;
  list: ListKind;
  code: string;
}

/** The line of the current facts that is meant. @throws Refusal `line_unknown` */
export async function lineOf(tx: Tx, row: DossierRow, lineId: string): Promise<LineFacts> {
  const facts = await factsOf(tx, row.id, row.factsVersion);
  const line = facts.lines?.find(({ id }) => id === lineId);
  if (!line) throw new Refusal('line_unknown', { lineId });
  return line;
}

async function isProposed(tx: Tx, row: DossierRow, { lineId, list, code }: MatchTarget): Promise<boolean> {
  const screening = await newestScreening(tx, row.id);
  const candidates = screening?.result.candidates ?? [];
  return candidates.some(
    (candidate) => candidate.lineId === lineId && candidate.list === list && candidate.code === code,
  );
}

async function isInTheSet(tx: Tx, row: DossierRow, { list, code }: MatchTarget): Promise<boolean> {
  const found = await tx.one(
    `SELECT 1 FROM law_set, jsonb_array_elements(content -> 'lists' -> 'rows') AS entry
      WHERE digest = $1 AND entry ->> 'list' = $2 AND entry ->> 'code' = $3 LIMIT 1`,
    [row.lawSetDigest, list, code],
  );
  return found !== null;
}

async function wasFoundOnPaper(tx: Tx, row: DossierRow, { lineId }: MatchTarget): Promise<boolean> {
  const checks = await annexChecksOf(tx, row.id);
  return checks.some(
    (check) => check.round === row.round && check.lineId === lineId && check.result === 'found',
  );
}

/**
 * A candidate may be decided either way; what the matcher did not propose may only be confirmed: a row of the lists that
 * govern the dossier, or one found in an annex on paper, for which a manual check was recorded.
 * @throws Refusal `candidate_unknown`
 */
export async function requireCandidate(
  tx: Tx,
  row: DossierRow,
  target: MatchTarget,
  decision: 'confirmed' | 'rejected',
): Promise<void> {
  if (await isProposed(tx, row, target)) return;
  const found =
    decision === 'confirmed' &&
    ((await isInTheSet(tx, row, target)) || (await wasFoundOnPaper(tx, row, target)));
  if (!found) throw new Refusal('candidate_unknown', { ...target });
}
