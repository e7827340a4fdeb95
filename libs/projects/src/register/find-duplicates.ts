import { type Tx } from '#database';
import { visibleProjectsSql } from '#identity';
import {
  comparableOf,
  COMPARED_AT_MOST,
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

/**
 * Projects near the drafts by one key, for each value of the key the newest: an investor may have thousands, and each of a
 * thousand drafts would be compared with every one. Joined as a whole, since right after a large import the planner knows
 * nothing of the table yet and would walk the register for each value.
 */
const near = (key: string, column: string) => `
  SELECT d.index, d."nameKey", n.id, n.name_key FROM (
    SELECT k.key, p.id, p.name_key, row_number() OVER (PARTITION BY k.key ORDER BY p.updated_at DESC, p.id) AS place
      FROM (SELECT DISTINCT ${key} AS key FROM draft) k
      JOIN investment_project p ON p.authority_id = $2 AND p.merged_into IS NULL AND ${column} = k.key) n
    JOIN draft d ON d.${key} = n.key
   WHERE n.place <= ${COMPARED_AT_MOST}`;

/**
 * The projects of the register that drafts look like, in the order of the drafts, likest first: the same name (with or
 * without accents), or similar names of one tax code or one investor, the likest of them. Of each name, tax code and investor
 * the newest three hundred are compared. Projects that the actor may not see, and merged ones, are not among the answers.
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
       ${near('"nameKey"', 'p.name_key')} UNION
       ${near('enterprise', 'left(p.investor_tax_code, 10)')} UNION
       ${near('"investorKey"', 'p.investor_key')}
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
