import { type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { digestOf } from '#kernel';
import { factsDifference, type FactChange } from '../domain/facts-difference.js';
import { searchTextOf } from '../domain/search-text.js';
import { type DossierPatch, type DossierRow, writeDossier } from '../dossier.row.js';

export interface FactsVersion {
  version: number;
  facts: TechnologyFacts;
  digest: string;
  changes: FactChange[];
  byAgency: boolean;
  enteredBy: string;
  enteredAt: Date;
}

const SELECT = `SELECT version, facts, digest, changes, by_agency AS "byAgency", entered_by AS "enteredBy",
  entered_at AS "enteredAt" FROM facts_version WHERE dossier_id = $1`;

type Stated = Pick<FactsVersion, 'facts'>;
const FACTS = 'SELECT facts FROM facts_version WHERE dossier_id = $1';

/** The facts of a dossier in one version; empty facts for version 0. */
export async function factsOf(tx: Tx, dossierId: string, version: number): Promise<TechnologyFacts> {
  if (version === 0) return {};
  const row = await tx.one<Stated>(`${FACTS} AND version = $2`, [dossierId, version]);
  return row?.facts ?? {};
}

/** The facts of a dossier as they are now; empty where nothing was entered yet. */
export async function currentFactsOf(tx: Tx, dossierId: string): Promise<TechnologyFacts> {
  const row = await tx.one<Stated>(
    `${FACTS} AND version = (SELECT d.facts_version FROM dossier d WHERE d.id = $1)`,
    [dossierId],
  );
  return row?.facts ?? {};
}

/** Every version with its difference, newest first. */
export function factsVersionsOf(tx: Tx, dossierId: string): Promise<FactsVersion[]> {
  return tx.query<FactsVersion>(`${SELECT} ORDER BY version DESC`, [dossierId]);
}

/**
 * Stores a new version of the facts of a locked dossier with its difference, and mirrors what lists need
 * onto the dossier. Equal facts store nothing and raise no revision.
 */
export async function saveFacts(
  tx: Tx,
  row: DossierRow,
  facts: TechnologyFacts,
  byAgency: boolean,
  patch: DossierPatch = {},
): Promise<{ row: DossierRow; changes: FactChange[] }> {
  const changes = factsDifference(await factsOf(tx, row.id, row.factsVersion), facts);
  if (changes.length === 0 && Object.keys(patch).length === 0 && row.factsVersion > 0)
    return { row, changes };
  const version = row.factsVersion + 1;
  await tx.query(
    `INSERT INTO facts_version (dossier_id, version, facts, digest, changes, by_agency, entered_by, entered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, version, facts, digestOf(facts), JSON.stringify(changes), byAgency, tx.actor.id, tx.at],
  );
  const written = await writeDossier(tx, row, { ...patch, ...mirrored(facts, row), factsVersion: version });
  return { row: written, changes };
}

/** Columns that repeat a fact so that lists can filter, sort and search by it. */
function mirrored(facts: TechnologyFacts, row: DossierRow): DossierPatch {
  const project = facts.project ?? {};
  return {
    projectName: project.name ?? '',
    stage: project.stage ?? null,
    environmentalGroup: project.environmentalGroup ?? null,
    projectGroup: project.group ?? null,
    capitalOrigin: project.capitalOrigin ?? null,
    sectorVsic: project.sectorVsic ?? null,
    communeCode: project.communeCode ?? null,
    searchText: searchTextOf(project.name ?? '', row.fileCode, row.incomingNumber),
  };
}
