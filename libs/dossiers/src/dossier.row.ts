import { type Channel, type OurRole, type ProcedureId, type ProjectAuthority, type Status } from '#contracts';
import { type CivilDate, Refusal } from '#kernel';
import { type Tx } from '#database';

/** A dossier as it lies in the database. Civil dates are texts, instants are `Date`. */
export interface DossierRow {
  id: string;
  authorityId: string;
  procedureId: ProcedureId;
  lawSetDigest: string | null;
  lawPinned: boolean;
  status: Status;
  step: number;
  revision: number;
  round: number;
  channel: Channel;
  ourRole: OurRole;
  trigger: string;
  projectAuthority: ProjectAuthority | null;
  ownerOrgId: string;
  investorOrgId: string | null;
  requesterOrgId: string | null;
  onBehalf: boolean;
  projectName: string;
  stage: 'policy' | 'decision' | null;
  environmentalGroup: string | null;
  projectGroup: string | null;
  capitalOrigin: string | null;
  sectorVsic: string | null;
  communeCode: string | null;
  searchText: string;
  fileCode: string | null;
  incomingNumber: string | null;
  incomingOn: CivilDate | null;
  receivedOn: CivilDate | null;
  acceptedOn: CivilDate | null;
  dueOn: CivilDate | null;
  factsVersion: number;
  supplementRequestsUsed: number;
  extensionUsed: boolean;
  refusalNotified: boolean;
  withdrawnAfterNotice: boolean;
  leadAppraiserId: string | null;
  /** For a change of technology: the approved dossier that it changes, in the version of its facts that was decided. */
  firstDossierId: string | null;
  firstFactsVersion: number | null;
  /** Whether the first decision of all was an opinion or an appraisal. */
  firstProcedureId: 'opinion' | 'appraisal' | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string;
}

/** Columns in the order of the row type; the one place where the two spellings meet. */
const COLUMNS: Record<keyof DossierRow, string> = {
  id: 'id',
  authorityId: 'authority_id',
  procedureId: 'procedure_id',
  lawSetDigest: 'law_set_digest',
  lawPinned: 'law_pinned',
  status: 'status',
  step: 'step',
  revision: 'revision',
  round: 'round',
  channel: 'channel',
  ourRole: 'our_role',
  trigger: 'trigger',
  projectAuthority: 'project_authority',
  ownerOrgId: 'owner_org_id',
  investorOrgId: 'investor_org_id',
  requesterOrgId: 'requester_org_id',
  onBehalf: 'on_behalf',
  projectName: 'project_name',
  stage: 'stage',
  environmentalGroup: 'environmental_group',
  projectGroup: 'project_group',
  capitalOrigin: 'capital_origin',
  sectorVsic: 'sector_vsic',
  communeCode: 'commune_code',
  searchText: 'search_text',
  fileCode: 'file_code',
  incomingNumber: 'incoming_number',
  incomingOn: 'incoming_on',
  receivedOn: 'received_on',
  acceptedOn: 'accepted_on',
  dueOn: 'due_on',
  factsVersion: 'facts_version',
  supplementRequestsUsed: 'supplement_requests_used',
  extensionUsed: 'extension_used',
  refusalNotified: 'refusal_notified',
  withdrawnAfterNotice: 'withdrawn_after_notice',
  leadAppraiserId: 'lead_appraiser_id',
  firstDossierId: 'first_dossier_id',
  firstFactsVersion: 'first_facts_version',
  firstProcedureId: 'first_procedure_id',
  createdBy: 'created_by',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  updatedBy: 'updated_by',
};

/** The select list that makes a `DossierRow`, with the table's alias. */
export const dossierColumns = (alias: string): string =>
  Object.entries(COLUMNS)
    .map(([property, column]) => `${alias}.${column} AS "${property}"`)
    .join(', ');
const SELECT = `SELECT ${dossierColumns('d')} FROM dossier d WHERE d.id = $1`;
const SELECT_AND_LOCK = `${SELECT} FOR UPDATE`;

/** Locks a dossier for the rest of the transaction; children are read after it. Null when there is none. */
export async function lockDossier(tx: Tx, id: string): Promise<DossierRow | null> {
  return tx.one<DossierRow>(SELECT_AND_LOCK, [id]);
}

/** The same where a condition on `d` holds, whose values begin at $2; where it does not, nobody waits for the lock. */
export async function lockDossierWhere(
  tx: Tx,
  id: string,
  condition: { sql: string; values: readonly unknown[] },
): Promise<DossierRow | null> {
  return tx.one<DossierRow>(`${SELECT} AND ${condition.sql} FOR UPDATE OF d`, [id, ...condition.values]);
}

/** Reads a dossier without a lock. */
export async function readDossier(tx: Tx, id: string): Promise<DossierRow | null> {
  return tx.one<DossierRow>(SELECT, [id]);
}

/** What a write may change; identity, revision and bookkeeping are set here, never by the caller. */
export type DossierPatch = Partial<
  Omit<DossierRow, 'id' | 'authorityId' | 'revision' | 'createdBy' | 'createdAt' | 'updatedAt' | 'updatedBy'>
>;

/**
 * Writes a change of a locked dossier by compare-and-set on its revision and returns the new row.
 * @throws Refusal `stale_revision` when somebody else wrote first.
 */
export async function writeDossier(tx: Tx, row: DossierRow, patch: DossierPatch): Promise<DossierRow> {
  const entries = Object.entries(patch) as [keyof DossierRow, unknown][];
  const sets = entries.map(([property], index) => `${COLUMNS[property]} = $${index + 5}`);
  const bookkeeping = ['revision = revision + 1', 'updated_at = $3', 'updated_by = $4'];
  const written = await tx.one<DossierRow>(
    `UPDATE dossier d SET ${[...bookkeeping, ...sets].join(', ')} WHERE d.id = $1 AND d.revision = $2
     RETURNING ${dossierColumns('d')}`,
    [row.id, row.revision, tx.at, tx.actor.id, ...entries.map(([, value]) => value)],
  );
  if (!written) throw new Refusal('stale_revision', { revision: row.revision });
  return written;
}

/** Inserts a new draft with its first log row (step 0). */
export async function insertDossier(
  tx: Tx,
  draft: Omit<DossierPatch, 'status'> & Pick<DossierRow, 'procedureId' | 'channel' | 'ownerOrgId'>,
): Promise<DossierRow> {
  const entries = Object.entries(draft) as [keyof DossierRow, unknown][];
  const columns = ['authority_id', 'status', 'created_by', 'updated_by', 'created_at', 'updated_at'];
  const names = [...columns, ...entries.map(([property]) => COLUMNS[property])];
  const values = [
    tx.actor.authorityId,
    'draft',
    tx.actor.id,
    tx.actor.id,
    tx.at,
    tx.at,
    ...entries.map(([, v]) => v),
  ];
  const row = await tx.one<DossierRow>(
    `INSERT INTO dossier AS d (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})
     RETURNING ${dossierColumns('d')}`,
    values,
  );
  if (!row) throw new Error('insert returned nothing');
  return row;
}
