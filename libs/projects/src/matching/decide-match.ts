import { type NewProject } from '#contracts';
import { type Tx } from '#database';
import { factsOf, readDossier } from '#dossiers';
import { civilDateOf, Refusal } from '#kernel';
import { enterProject } from '../acts/enter-project.js';
import { openProject } from '../acts/project-acts.js';
import { recordChange } from '../acts/record-change.js';
import { projectFaults } from '../domain/project-faults.js';
import { readProject, type ProjectRow } from '../register/project.row.js';
import { dossierForMatch } from './match-candidates.query.js';

interface MatchRow {
  id: string;
  dossierId: string;
  state: 'proposed' | 'confirmed' | 'rejected';
}

async function lockedMatch(tx: Tx, projectId: string, matchId: string): Promise<MatchRow> {
  const match = await tx.one<MatchRow>(
    'SELECT id, dossier_id AS "dossierId", state FROM project_match WHERE id = $1 AND project_id = $2 FOR UPDATE',
    [matchId, projectId],
  );
  if (!match || (await dossierForMatch(tx, match.dossierId)) === null) throw new Refusal('not_found');
  return match;
}

/** @throws Refusal `dossier_matched_elsewhere` when a dossier is about another project already */
async function requireFree(tx: Tx, dossierId: string): Promise<void> {
  // Deliveries about one dossier meet here, whatever their projects.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 14))', [dossierId]);
  const taken = await tx.one(`SELECT id FROM project_match WHERE dossier_id = $1 AND state = 'confirmed'`, [
    dossierId,
  ]);
  // Which project it is may be none of the actor's business.
  if (taken) throw new Refusal('dossier_matched_elsewhere');
}

const MOVES = {
  confirmed: { from: ['proposed', 'rejected'], event: 'match_confirmed' },
  rejected: { from: ['proposed'], event: 'match_rejected' },
  proposed: { from: ['confirmed', 'rejected'], event: 'match_undone' },
} as const;

/**
 * Confirms or rejects a proposed match, or undoes what was decided (`proposed`).
 * @throws Refusal `not_found`, `match_not_open`, `dossier_matched_elsewhere`
 */
export async function decideMatch(
  tx: Tx,
  row: ProjectRow,
  { matchId, state, reason }: { matchId: string; state: MatchRow['state']; reason: string | null },
): Promise<ProjectRow> {
  const match = await lockedMatch(tx, row.id, matchId);
  const { from, event } = MOVES[state];
  if (!from.some((word) => word === match.state)) throw new Refusal('match_not_open', { state: match.state });
  if (state === 'confirmed') await requireFree(tx, match.dossierId);
  await tx.query(
    'UPDATE project_match SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5 WHERE id = $1',
    [match.id, state, tx.actor.id, tx.at, reason],
  );
  return recordChange(tx, row, {
    kind: event,
    facts: { matchId: match.id, dossierId: match.dossierId, from: match.state },
    detail: { reason },
  });
}

/**
 * Matches a dossier that the system did not propose.
 * @throws Refusal `not_found`, `dossier_not_submitted`, `dossier_matched_elsewhere`
 */
export async function matchByHand(
  tx: Tx,
  row: ProjectRow,
  { dossierId, reason }: { dossierId: string; reason: string },
): Promise<ProjectRow> {
  await requireSubmitted(tx, dossierId);
  await requireFree(tx, dossierId);
  const match = await tx.one<{ id: string }>(
    `INSERT INTO project_match (project_id, dossier_id, state, reasons, proposed_by, proposed_at, decided_by, decided_at, decision_reason)
     VALUES ($1, $2, 'confirmed', '{}', $3, $4, $3, $4, $5)
     ON CONFLICT (project_id, dossier_id) DO UPDATE SET state = 'confirmed', decided_by = $3, decided_at = $4, decision_reason = $5
     RETURNING id`,
    [row.id, dossierId, tx.actor.id, tx.at, reason],
  );
  return recordChange(tx, row, {
    kind: 'match_confirmed',
    facts: { matchId: match?.id ?? null, dossierId, from: null },
    detail: { reason },
  });
}

async function requireSubmitted(tx: Tx, dossierId: string) {
  const dossier = await dossierForMatch(tx, dossierId);
  if (!dossier) throw new Refusal('not_found');
  if (dossier.status === 'draft') throw new Refusal('dossier_not_submitted');
  return dossier;
}

/**
 * Enters a project that only a dossier tells of, and matches the two.
 * @throws Refusal `not_found`, `dossier_not_submitted`, `dossier_matched_elsewhere`, `dossier_lacks_project`,
 * `project_looks_like_another`
 */
export async function enterFromDossier(tx: Tx, dossierId: string, isAnother: boolean): Promise<ProjectRow> {
  const { projectName, investorName, investorTaxCode } = await requireSubmitted(tx, dossierId);
  await requireFree(tx, dossierId);
  if (projectName.trim() === '' || investorName === null) throw new Refusal('dossier_lacks_project');
  const draft = await draftOf(tx, dossierId, { name: projectName, investorName, investorTaxCode });
  const id = await enterProject(tx, draft, 'dossier', isAnother);
  const row = await openProject(tx, id, true);
  await matchByHand(tx, row, { dossierId, reason: draft.sourceText ?? '' });
  return (await readProject(tx, id)) ?? row;
}

/** What the facts of a dossier say of its project; what the register could not hold is left unknown. */
async function draftOf(
  tx: Tx,
  dossierId: string,
  known: Pick<NewProject, 'name' | 'investorName' | 'investorTaxCode'>,
): Promise<NewProject> {
  const dossier = await readDossier(tx, dossierId);
  if (!dossier) throw new Refusal('not_found');
  const { project = {} } = await factsOf(tx, dossierId, dossier.factsVersion);
  const draft: NewProject = {
    ...known,
    projectAuthority: dossier.projectAuthority,
    agencyName: null,
    sectorVsic: project.sectorVsic ?? null,
    capitalVnd: project.capitalVnd ?? null,
    capitalOrigin: project.capitalOrigin ?? null,
    investorCountry: project.investorCountry ?? null,
    communeCode: project.communeCode ?? null,
    projectGroup: project.group ?? null,
    registeredOn: dossier.receivedOn,
    policyDecidedOn: null,
    certificateNumber: null,
    certificateOn: null,
    sourceText: `Hồ sơ ${dossier.fileCode ?? dossier.id}`,
  };
  const faulty = projectFaults(draft, civilDateOf(tx.at)).map(({ pointer }) => pointer.slice(1));
  return {
    ...draft,
    ...Object.fromEntries(faulty.filter((field) => !(field in known)).map((field) => [field, null])),
  };
}
