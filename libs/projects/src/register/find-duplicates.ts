import { type Tx } from '#database';
import { visibleProjectsSql } from '#identity';
import {
  comparableOf,
  duplicateReasons,
  type DuplicateReason,
  type Named,
  SIMILAR_NAME,
} from '../domain/duplicates.js';

/** A project of the register that looks like a draft. */
export interface DuplicateOf {
  /** Position of the draft, from 0. */
  index: number;
  projectId: string;
  name: string;
  investorName: string;
  investorTaxCode: string | null;
  reasons: DuplicateReason[];
  /** Of the folded names, 0 to 1. */
  similarity: number;
  /** At which it looked so. */
  revision: number;
}
/** Of one draft: enough to decide, whatever the number of projects of one investor. */
const LIKEST = 20;

// Right after a large import the planner knows nothing of the table yet. What a pair needs is looked up by its id
// (OFFSET 0 keeps it so): joined the other way round, ten thousand drafts would read the register for each pair.
const pairs = (join: string) => `
  SELECT d.index, d."nameKey", p.id, p.name_key FROM draft d
    JOIN investment_project p ON p.authority_id = $2 AND p.merged_into IS NULL AND ${join}`;

/**
 * The projects of the register that drafts look like, in the order of the drafts, likest first: the same name (with or
 * without accents), or similar names of one tax code or one investor, the likest of them. Set-based: three look-ups a draft. Projects that the actor may not see, and merged ones, are not among the answers.
 * @param without a project that is compared with the others itself
 */
export async function findDuplicates(
  tx: Tx,
  drafts: readonly Named[],
  without: string | null = null,
): Promise<DuplicateOf[]> {
  const entries = drafts.map(comparableOf);
  const visible = visibleProjectsSql(tx, 4, 'p');
  const rows = await tx.query<Omit<DuplicateOf, 'reasons'>>(
    `WITH draft AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (index int, "nameKey" text, "investorKey" text, enterprise text)
     ), pair AS (
       ${pairs('p.name_key = d."nameKey"')} UNION
       ${pairs('left(p.investor_tax_code, 10) = d.enterprise')} UNION
       ${pairs('p.investor_key = d."investorKey"')}
     ), measured AS MATERIALIZED (
       SELECT index, id, name_key = "nameKey" AS same, similarity(name_key, "nameKey") AS similarity FROM pair
     ), ranked AS (
       SELECT index, id, similarity, row_number() OVER (PARTITION BY index ORDER BY similarity DESC, id) AS place
         FROM measured WHERE same OR similarity >= $3
     )
     SELECT r.index, v.id AS "projectId", v.name, v.investor_name AS "investorName", v.investor_tax_code AS "investorTaxCode",
       v.revision, r.similarity::float8 AS similarity
       FROM ranked r CROSS JOIN LATERAL (
         SELECT p.* FROM investment_project p WHERE p.id = r.id AND p.id IS DISTINCT FROM $4::uuid AND ${visible.sql} OFFSET 0
       ) v
      WHERE r.place <= ${LIKEST}
      ORDER BY r.index, similarity DESC, v.id`,
    [
      JSON.stringify(
        entries.map(({ nameKey, investorKey, enterprise }, index) => ({
          index,
          nameKey,
          investorKey,
          enterprise,
        })),
      ),
      tx.actor.authorityId,
      SIMILAR_NAME,
      without,
      ...visible.values,
    ],
  );
  return rows.flatMap((row) => withReasons(row, entries));
}

function withReasons(
  row: Omit<DuplicateOf, 'reasons'>,
  entries: readonly ReturnType<typeof comparableOf>[],
): DuplicateOf[] {
  const draft = entries[row.index];
  if (draft === undefined) return [];
  const reasons = duplicateReasons(draft, comparableOf(row), row.similarity);
  return reasons.length === 0 ? [] : [{ ...row, reasons }];
}
