import {
  type Council,
  type CouncilMember,
  councilMembers,
  requireConductor,
  requireOpenCouncil,
} from '#appraisal';
import { type Tx } from '#database';
import { type OpenedDossier } from '#dossiers';
import { Refusal } from '#kernel';
import { COUNCIL_WORK } from './establish-council.use-case.js';

/** The open council of a dossier with everybody in it. */
export interface SittingCouncil {
  council: Council;
  members: CouncilMember[];
}

/**
 * The open council of the round, for an act of its members.
 * @throws Refusal `command_not_permitted_now`, `council_missing`, `council_over`
 */
export async function sittingCouncil(tx: Tx, { row, relations }: OpenedDossier): Promise<SittingCouncil> {
  if (relations.includes('owner')) throw new Refusal('command_not_for_you', { roles: ['council_member'] });
  const allowed: readonly string[] = COUNCIL_WORK;
  if (!allowed.includes(row.status))
    throw new Refusal('command_not_permitted_now', { status: row.status, statuses: [...COUNCIL_WORK] });
  const council = await requireOpenCouncil(tx, row);
  return { council, members: await councilMembers(tx, council) };
}

/** The same for acts of chair, vice chair and secretary. @throws Refusal `command_not_for_you` for everybody else. */
export async function conductedCouncil(tx: Tx, opened: OpenedDossier): Promise<SittingCouncil> {
  const sitting = await sittingCouncil(tx, opened);
  requireConductor(tx, sitting.members);
  return sitting;
}
