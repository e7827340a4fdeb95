import { DECIDED_STATUSES, DECISION_LETTERS, isDecided, type Status } from '#contracts';
import { type Tx } from '#database';
import { type Actor } from '#kernel';
import { type DossierRow } from './dossier.row.js';
import { isOfTheHouse } from './house.js';

/** Steps of the house between the review and the decision: outside they are the review. */
const STEPS_OF_THE_HOUSE = ['concluded', 'endorsed'] as const satisfies readonly Status[];
const SEEN_OUTSIDE: Status = 'under_review';
const words = (all: readonly string[]): string => all.map((word) => `'${word}'`).join(', ');

/** Whether the letter of the round of a dossier has left, or an earlier one was confirmed: from then on the decision is told. */
const letterHasLeft = (d: string): string =>
  `EXISTS (SELECT 1 FROM letter told WHERE told.dossier_id = ${d}.id AND told.kind IN (${words(DECISION_LETTERS)})
     AND told.status = 'issued' AND (told.round = ${d}.round OR told.validity = 'confirmed'))`;

/**
 * The status of a dossier under an alias as the actor may know it, in SQL: the one place that decides it. Outside the
 * house conclusion, endorsement and a decision whose letter has not left read `under_review`.
 */
export const viewStatusSql = (actor: Actor, alias = 'd'): string =>
  isOfTheHouse(actor)
    ? `${alias}.status`
    : `(CASE WHEN ${alias}.status IN (${words(STEPS_OF_THE_HOUSE)})
         OR (${alias}.status IN (${words(DECIDED_STATUSES)}) AND NOT ${letterHasLeft(alias)})
        THEN '${SEEN_OUTSIDE}' ELSE ${alias}.status END)`;

/** The same for a status that the log names; `told`: whether the letter of its round has left. */
export function viewStatus(actor: Actor, status: Status, told: boolean): Status {
  return isOfTheHouse(actor) ? status : statusOutside(status, told);
}

/** A status as it is called outside the house. */
export function statusOutside(status: Status, told: boolean): Status {
  const hidden = (STEPS_OF_THE_HOUSE as readonly Status[]).includes(status) || (isDecided(status) && !told);
  return hidden ? SEEN_OUTSIDE : status;
}

/** The status of a dossier, as it lies in this transaction, for the actor. */
export async function viewStatusOf(tx: Tx, row: Pick<DossierRow, 'id' | 'status'>): Promise<Status> {
  if (viewStatus(tx.actor, row.status, false) === row.status) return row.status;
  const found = await tx.one<{ status: Status }>(
    `SELECT ${viewStatusSql(tx.actor, 'd')} AS status FROM dossier d WHERE d.id = $1`,
    [row.id],
  );
  return found?.status ?? SEEN_OUTSIDE;
}

/** The rounds of a dossier whose decision has been told outside the house. */
export async function roundsTold(tx: Tx, dossierId: string): Promise<Set<number>> {
  const rows = await tx.query<{ round: number }>(
    `SELECT DISTINCT decided.round FROM decision decided JOIN dossier d ON d.id = decided.dossier_id
      WHERE d.id = $1 AND EXISTS (SELECT 1 FROM letter told WHERE told.dossier_id = d.id AND told.status = 'issued'
        AND told.kind IN (${words(DECISION_LETTERS)})
        AND (told.round = decided.round OR (told.validity = 'confirmed' AND decided.round = d.round)))`,
    [dossierId],
  );
  return new Set(rows.map(({ round }) => round));
}
