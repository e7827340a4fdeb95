import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { Refusal } from '#kernel';

/** A party beside owner, investor and requester. */
export interface OtherParty {
  organisationId: string;
  party: 'consultant' | 'technology_supplier';
}
interface KnownOrganisation {
  id: string;
  kind: string;
}

/** The active organisations of these ids, in their order. @throws Refusal `unknown_organisation` */
export async function requireOrganisations(
  tx: Tx,
  ids: readonly (string | undefined)[],
): Promise<KnownOrganisation[]> {
  const wanted = ids.filter((id) => id !== undefined);
  const found = await tx.query<KnownOrganisation>(
    'SELECT id, kind FROM organisation WHERE id = ANY($1) AND authority_id = $2 AND active',
    [wanted, tx.actor.authorityId],
  );
  const missing = wanted.find((id) => !found.some((organisation) => organisation.id === id));
  if (missing !== undefined) throw new Refusal('unknown_organisation', { organisationId: missing });
  return wanted.flatMap((id) => found.filter((organisation) => organisation.id === id));
}

/** The investor of a project must be registered as one. @throws Refusal `unknown_organisation`, `not_an_investor` */
export async function requireInvestor(tx: Tx, investorOrgId: string | undefined): Promise<void> {
  const [investor] = await requireOrganisations(tx, [investorOrgId]);
  if (investor && investor.kind !== 'investor')
    throw new Refusal('not_an_investor', { organisationId: investor.id, kind: investor.kind });
}

/** Enters investor and requester as parties, as the dossier names them now. */
export async function enterMainParties(tx: Tx, row: DossierRow): Promise<void> {
  await tx.query(`DELETE FROM dossier_party WHERE dossier_id = $1 AND party IN ('investor', 'requester')`, [
    row.id,
  ]);
  if (row.investorOrgId) await enter(tx, row, { organisationId: row.investorOrgId, party: 'investor' });
  if (row.requesterOrgId) await enter(tx, row, { organisationId: row.requesterOrgId, party: 'requester' });
}

/** Enters these other parties in place of the earlier ones. @throws Refusal `unknown_organisation` */
export async function enterOtherParties(
  tx: Tx,
  row: DossierRow,
  parties: readonly OtherParty[],
): Promise<void> {
  await requireOrganisations(
    tx,
    parties.map(({ organisationId }) => organisationId),
  );
  await tx.query(
    `DELETE FROM dossier_party WHERE dossier_id = $1 AND party IN ('consultant', 'technology_supplier')`,
    [row.id],
  );
  for (const party of parties) await enter(tx, row, party);
}

const enter = (
  tx: Tx,
  row: DossierRow,
  { organisationId, party }: { organisationId: string; party: string },
) =>
  tx.query(
    'INSERT INTO dossier_party (dossier_id, organisation_id, party) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [row.id, organisationId, party],
  );
