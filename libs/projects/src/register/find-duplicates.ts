import { type Tx } from '#database';
import { visibleProjectsSql } from '#identity';
import {
  comparableOf,
  duplicateReasons,
  type DuplicateReason,
  duplicatesWithin,
  type DuplicateWithin,
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
}
export interface DuplicateAnswer {
  /** Drafts that look like projects of the register which the actor may see, in the order of the drafts, likest first. */
  register: DuplicateOf[];
  /** Drafts that look like an earlier draft. */
  within: DuplicateWithin[];
}

// Right after a large import the planner knows nothing of the table yet. What a pair needs is looked up by its id
// (OFFSET 0 keeps it so): joined the other way round, ten thousand drafts would read the register for each pair.
const pairs = (join: string, similar: boolean) => `
  SELECT d.index, d."nameKey", p.id FROM draft d JOIN investment_project p ON p.authority_id = $2 AND p.merged_into IS NULL AND ${join}
  ${similar ? 'WHERE similarity(p.name_key, d."nameKey") >= $3' : 'WHERE $3::real IS NOT NULL'}`;

/**
 * Compares drafts with the register and with each other: the same name (with or without accents), or similar names of
 * one tax code or one investor. Set-based: three index look-ups a draft. Projects that the actor may not see, and
 * merged ones, are not among the answers.
 * @param without a project that is compared with the others itself
 */
export async function findDuplicates(
  tx: Tx,
  drafts: readonly Named[],
  without: string | null = null,
): Promise<DuplicateAnswer> {
  const entries = drafts.map(comparableOf);
  const visible = visibleProjectsSql(tx, 4, 'p');
  const rows = await tx.query<Omit<DuplicateOf, 'reasons'>>(
    `WITH draft AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (index int, "nameKey" text, "investorKey" text, enterprise text)
     ), pair AS (
       ${pairs('p.name_key = d."nameKey"', false)} UNION
       ${pairs('left(p.investor_tax_code, 10) = d.enterprise', true)} UNION
       ${pairs('p.investor_key = d."investorKey"', true)}
     )
     SELECT pair.index, v.id AS "projectId", v.name, v.investor_name AS "investorName", v.investor_tax_code AS "investorTaxCode",
       similarity(v.name_key, pair."nameKey")::float8 AS similarity
       FROM pair CROSS JOIN LATERAL (
         SELECT p.* FROM investment_project p WHERE p.id = pair.id AND p.id IS DISTINCT FROM $4::uuid AND ${visible.sql} OFFSET 0
       ) v
      ORDER BY pair.index, similarity DESC, v.id`,
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
  return { register: rows.flatMap((row) => withReasons(row, entries)), within: duplicatesWithin(drafts) };
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
