import { type Tx } from '#database';
import { type Actor, type CivilDate } from '#kernel';
import { type ActionFacts, type RequiredAction, requiredActions } from '../domain/required-actions.js';
import { type DossierRow } from '../dossier.row.js';
import { isOfTheHouse } from '../house.js';
import { actionFactsSql, type WithActionFacts } from './action-facts.sql.js';

/** What is to be done with a dossier, as its page shows it: by the same questions and rules as in the list. */
export async function requiredActionsOf(tx: Tx, id: string): Promise<RequiredAction[]> {
  const values: unknown[] = [id];
  const facts = actionFactsSql(tx.actor, (value) => `$${values.push(value)}`);
  const [row] = await tx.composed<WithActionFacts & Pick<DossierRow, 'dueOn'>>(
    `SELECT ${facts}, d.due_on AS "dueOn" FROM dossier d WHERE d.id = $1`,
    values,
  );
  return row === undefined ? [] : actionsFor(tx.actor, { ...row.actionFacts, dueOn: row.dueOn });
}

/** The actions of facts that were loaded for this reader. */
export const actionsFor = (actor: Actor, facts: ActionFacts): RequiredAction[] =>
  requiredActions(facts, { roles: actor.roles, inside: isOfTheHouse(actor) });

/** The same for a row of a list. */
export const withActions = <Row extends WithActionFacts & { dueOn: CivilDate | null }>(
  actor: Actor,
  { actionFacts, ...row }: Row,
): Omit<Row, 'actionFacts'> & { actions: RequiredAction[] } => ({
  ...row,
  actions: actionsFor(actor, { ...actionFacts, dueOn: row.dueOn }),
});
