import { appendAudit, SYSTEM_CHAIN_ID } from '#audit';
import { type Tx, type UnitOfWork } from '#database';
import { actingRoleOf } from '#dossiers';
import { SYSTEM_ACTOR_ID, systemActor } from '#kernel';
import {
  type MatchCandidate,
  dossiersLike,
  matchCandidates,
  unmatchedDossiers,
} from './match-candidates.query.js';
import { matchScore, PROPOSED_FROM } from '../domain/match-score.js';

export interface ProposedMatches {
  /** Dossiers that were compared. */
  compared: number;
  /** Matches that are new; what was proposed or rejected before is left as it is. */
  proposed: number;
}
const BATCH = 500;

/**
 * Compares every dossier that nobody has matched with the register and proposes matches; people decide. One entry in
 * the log of the system for the whole run, when it proposed something.
 */
export async function proposeMatches(tx: Tx): Promise<ProposedMatches> {
  const result = { compared: 0, proposed: 0 };
  let after: string | null = null;
  for (;;) {
    const dossiers = await unmatchedDossiers(tx, after, BATCH);
    result.compared += dossiers.length;
    result.proposed += await keep(tx, await matchCandidates(tx, dossiers));
    after = dossiers.at(-1)?.id ?? null;
    if (dossiers.length < BATCH) break;
  }
  if (result.proposed > 0)
    await appendAudit(tx, {
      chainId: SYSTEM_CHAIN_ID,
      actorRole: actingRoleOf(tx.actor),
      action: 'project.matches_proposed',
      subject: { kind: 'authority', id: tx.actor.authorityId },
      facts: { ...result },
    });
  return result;
}

/** The same for every authority of the installation, each in a transaction of its own, as the system. */
export async function proposeMatchesEverywhere(unitOfWork: UnitOfWork): Promise<void> {
  const authorities = await unitOfWork.read(systemActor(SYSTEM_ACTOR_ID), (tx) =>
    tx.query<{ id: string }>('SELECT id FROM authority ORDER BY id'),
  );
  for (const { id } of authorities) await unitOfWork.run(systemActor(id), proposeMatches);
}

/** Proposes matches for one project that was just entered or renamed. Returns how many are new. */
export async function proposeMatchesFor(
  tx: Tx,
  project: { id: string; name: string; investorTaxCode: string | null },
): Promise<number> {
  const dossiers = await dossiersLike(tx, project);
  return keep(tx, await matchCandidates(tx, dossiers, project.id));
}

async function keep(tx: Tx, candidates: readonly MatchCandidate[]): Promise<number> {
  const likely = candidates
    .map(({ dossierId, projectId, ...features }) => ({ dossierId, projectId, ...matchScore(features) }))
    .filter(({ score }) => score >= PROPOSED_FROM);
  if (likely.length === 0) return 0;
  return tx.affect(
    `INSERT INTO project_match (project_id, dossier_id, state, score, reasons, proposed_by, proposed_at)
     SELECT "projectId", "dossierId", 'proposed', score, reasons, $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS row ("projectId" uuid, "dossierId" uuid, score numeric, reasons text[])
     ON CONFLICT (project_id, dossier_id) DO NOTHING`,
    [JSON.stringify(likely), tx.actor.id, tx.at],
  );
}
