import { type Tx } from '#database';
import { oldestCountingEnd } from '#identity';
import { civilDateOf } from '#kernel';
import { type ToldProject } from '../domain/project-faults.js';
import { enterpriseCode, investorNameKey } from '../domain/project-keys.js';

/** Tells whether the actor is tied to an investor: its enterprise, or an organisation of the same name. */
export type TiedTo = (project: Pick<ToldProject, 'investorName' | 'investorTaxCode'>) => boolean;

/**
 * The investors whose projects the actor may not bring into the register. It knows the actor's own ties only and never
 * looks into the register, so that a refused row tells nothing of what stands there.
 */
export async function tiesOfImporter(tx: Tx): Promise<TiedTo> {
  const today = civilDateOf(tx.at);
  const ties = await tx.query<{ name: string; taxCode: string | null }>(
    `SELECT o.name, o.tax_code AS "taxCode" FROM organisation o
      WHERE o.id = $1 OR o.id IN (SELECT f.organisation_id FROM user_affiliation f WHERE f.user_id = $2
        AND f.valid_from <= $3::date AND (f.valid_to IS NULL OR f.valid_to >= $4::date))`,
    [tx.actor.organisationId, tx.actor.id, today, oldestCountingEnd(today)],
  );
  const enterprises = new Set(ties.map(({ taxCode }) => enterpriseCode(taxCode)));
  const names = new Set(ties.map(({ name }) => investorNameKey(name)));
  return ({ investorName, investorTaxCode }) => {
    const enterprise = enterpriseCode(investorTaxCode);
    if (enterprise !== null && enterprises.has(enterprise)) return true;
    return investorName !== null && names.has(investorNameKey(investorName));
  };
}
