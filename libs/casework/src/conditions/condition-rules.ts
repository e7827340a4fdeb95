import { type ConditionState } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse, type OpenedDossier } from '#dossiers';
import { type CivilDate, civilDate, civilDateOf, hasRole, isCivilDate, Refusal } from '#kernel';
import {
  conditionEventsOf,
  conditionOfNumber,
  type ConditionRow,
  conditionsOfDossier,
} from './condition.row.js';

/** Which condition of a dossier is meant, as the actor saw it. */
export interface ConditionCall {
  number: number;
  /** The revision that the actor saw; whatever it is when not given. */
  revision?: number;
}

/**
 * The condition of a number, in a state in which the act is possible.
 * @throws Refusal `not_found`, `condition_not_in_force` (its letter has not left; inside the house), `stale_revision`,
 * `condition_not_permitted_now` with who changed it last and when
 */
export async function requireCondition(
  tx: Tx,
  { row }: OpenedDossier,
  { number, revision }: ConditionCall,
  states: readonly ConditionState[],
): Promise<ConditionRow> {
  const condition = await conditionOfNumber(tx, row.id, number);
  if (condition === null) throw await notInForce(tx, row.id, number);
  if (revision !== undefined && revision !== condition.revision)
    throw new Refusal('stale_revision', {
      revision: condition.revision,
      ...(await lastChange(tx, condition)),
    });
  if (!states.includes(condition.state))
    throw new Refusal('condition_not_permitted_now', {
      state: condition.state,
      states: [...states],
      ...(await lastChange(tx, condition)),
    });
  return condition;
}

async function notInForce(tx: Tx, dossierId: string, number: number): Promise<Refusal> {
  const waits = (await conditionsOfDossier(tx, dossierId)).some((condition) => condition.number === number);
  return waits && isOfTheHouse(tx.actor)
    ? new Refusal('condition_not_in_force', { number })
    : new Refusal('not_found');
}

/** Who changed it last and when: by name inside the house, else by role. */
async function lastChange(tx: Tx, { id }: ConditionRow) {
  const last = (await conditionEventsOf(tx, [id])).at(-1);
  const inside = isOfTheHouse(tx.actor);
  return {
    changedBy: inside ? (last?.actorName ?? 'TechGate') : (last?.actorRole ?? 'system'),
    changedAt: last?.at.toISOString(),
  };
}

/** The owner, or the clerk who entered the dossier on their behalf. @throws Refusal `command_not_for_you` */
export function requireOwnersSide({ relations }: OpenedDossier): void {
  if (!relations.includes('owner') && !relations.includes('clerk_on_behalf'))
    throw new Refusal('command_not_for_you', { roles: ['owner', 'clerk_on_behalf'] });
}

/** People of the appraising side by role, never of the owner's. @throws Refusal `command_not_for_you` */
export function requireJudge(
  { actor }: Tx,
  { relations }: OpenedDossier,
  ...roles: ('appraiser' | 'head')[]
): void {
  if (!hasRole(actor, ...roles) || relations.includes('owner'))
    throw new Refusal('command_not_for_you', { roles });
}

/** Nobody judges the proof that they handed in. @throws Refusal `condition_own_proof` */
export async function requireAnother(tx: Tx, { id }: ConditionRow): Promise<void> {
  const handedIn = (await conditionEventsOf(tx, [id])).findLast(({ kind }) => kind === 'proof_submitted');
  if (handedIn?.actorId === tx.actor.id) throw new Refusal('condition_own_proof');
}

/** A new deadline lies after today and is another one. @throws Refusal `condition_deadline_invalid` */
export function requireNewDeadline(tx: Tx, condition: ConditionRow, deadlineOn: string): CivilDate {
  const today = civilDateOf(tx.at);
  const fits = isCivilDate(deadlineOn) && deadlineOn > today && deadlineOn !== condition.deadlineOn;
  if (!fits)
    throw new Refusal('condition_deadline_invalid', { deadlineOn, today, present: condition.deadlineOn });
  return civilDate(deadlineOn);
}

/** @throws Refusal `reason_missing` when a reason says nothing. Returns it trimmed. */
export function requireReason(reason: string): string {
  const text = reason.trim();
  if (text === '') throw new Refusal('reason_missing');
  return text;
}
