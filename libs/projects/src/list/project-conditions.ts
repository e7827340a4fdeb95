import { type Tx } from '#database';
import { Conditions } from '#dossiers';
import { visibleProjectsSql } from '#identity';
import { SIMILAR_NAME } from '../domain/duplicates.js';
import { ANSWERED_LATE, FOLLOWED_SQL, IN_THE_REGISTER, STANDING } from '../standing/standing.sql.js';
import { type ProjectFilter } from './project-filter.js';

/** Group of a VSIC code: its division, or its letter where no more is known. */
export const DIVISION = `coalesce(substring(p.sector_vsic FROM '[0-9]{2}'), p.sector_vsic)`;
/** The day that a period means. */
export const DAY = { registered: 'p.registered_on', decided: 'r.decided_on' } as const;

/**
 * Projects that look like another one which the viewer may see. Three questions, each with an index of its own: asked as
 * one, every project would be compared with the whole register.
 */
const looksLikeAnother = (visible: string) =>
  `(${[
    'o.name_key = p.name_key',
    `left(o.investor_tax_code, 10) = left(p.investor_tax_code, 10) AND similarity(o.name_key, p.name_key) >= ${SIMILAR_NAME}`,
    `o.investor_key = p.investor_key AND similarity(o.name_key, p.name_key) >= ${SIMILAR_NAME}`,
  ]
    .map(
      (alike) => `EXISTS (SELECT 1 FROM investment_project o
        WHERE o.authority_id = p.authority_id AND o.merged_into IS NULL AND ${alike} AND o.id <> p.id AND ${visible})`,
    )
    .join(' OR ')})`;
const AWAITING = {
  match: `EXISTS (SELECT 1 FROM project_match w WHERE w.project_id = p.id AND w.state = 'proposed')`,
  exemption: `EXISTS (SELECT 1 FROM project_exemption w WHERE w.project_id = p.id AND w.state = 'proposed')`,
};

/**
 * The condition of a filter on `p` with the joins of its standing: the same for list, count, coverage and export. What
 * the actor may not see, and what was merged into another project, never fits.
 */
export function projectConditions(tx: Tx, filter: ProjectFilter): Conditions {
  const where = new Conditions();
  where.addPredicate((offset) => visibleProjectsSql(tx, offset, 'p'));
  where.parts.push(IN_THE_REGISTER);
  addWords(where, filter);
  addDays(where, filter);
  if (filter.import !== null) where.add((p) => `p.import_id = ${p}::uuid`, filter.import);
  if (filter.taxCode !== null) addTaxCode(where, filter.taxCode);
  if (filter.late !== null) where.add((p) => `${ANSWERED_LATE} = ${p}`, filter.late);
  if (filter.awaiting.length > 0)
    where.parts.push(`(${filter.awaiting.map((what) => AWAITING[what]).join(' OR ')})`);
  if (filter.duplicates)
    where.addPredicate((offset) => {
      const visible = visibleProjectsSql(tx, offset, 'o');
      return { sql: looksLikeAnother(visible.sql), values: visible.values };
    });
  where.addSearch('p.search_text', filter.q);
  return where;
}

function addWords(where: Conditions, filter: ProjectFilter): void {
  const among = (sql: string, words: readonly string[]) => {
    if (words.length > 0) where.add((p) => `${sql} = ANY(${p}::text[])`, words);
  };
  among(STANDING, filter.standing);
  among(FOLLOWED_SQL, filter.followed);
  among(`coalesce(${DIVISION}, 'none')`, filter.division);
  among(`coalesce(p.capital_origin, 'none')`, filter.capitalOrigin);
  among(`coalesce(p.commune_code, 'none')`, filter.commune);
  among(`coalesce(p.project_authority, 'none')`, filter.authority);
  among('p.source', filter.source);
  if (filter.sector.length > 0)
    where.add(
      (p) =>
        `(p.sector_vsic LIKE ANY(${p}::text[]) OR ltrim(p.sector_vsic, 'ABCDEFGHIJKLMNOPQRSTU') LIKE ANY(${p}::text[]))`,
      filter.sector.map((beginning) => `${beginning}%`),
    );
}

function addDays(where: Conditions, { dateBasis, from, to, undated }: ProjectFilter): void {
  const day = DAY[dateBasis];
  if (from !== null) where.add((p) => `${day} >= ${p}::date`, from);
  if (to !== null) where.add((p) => `${day} <= ${p}::date`, to);
  if (undated !== null) where.parts.push(`${day} IS ${undated ? '' : 'NOT '}NULL`);
}

/** Ten digits mean the enterprise with its branches. */
function addTaxCode(where: Conditions, taxCode: string): void {
  if (taxCode.length > 10) where.add((p) => `p.investor_tax_code = ${p}`, taxCode);
  else where.add((p) => `left(p.investor_tax_code, 10) = ${p}`, taxCode);
}
