import { type ConditionEventKind } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type Audience, notifyPeople, type Recipient, recipients } from '#notifications';
import { type ConditionRow } from './condition.row.js';

export interface ConditionNews {
  kind: ConditionEventKind | 'all_met' | 'warning' | 'overdue';
  condition: Pick<ConditionRow, 'number' | 'deadlineOn'>;
  audiences: readonly Audience[];
}

/** Tells the people of these audiences, each once, what happened to a condition of a dossier. Returns who was told. */
export async function tellOfCondition(
  tx: Tx,
  row: DossierRow,
  { kind, condition, audiences }: ConditionNews,
): Promise<Recipient[]> {
  const people = new Map<string, Recipient>();
  for (const audience of audiences)
    for (const person of await recipients(tx, row, audience)) people.set(person.id, person);
  people.delete(tx.actor.id);
  await notifyPeople(tx, {
    dossierId: row.id,
    kind: `condition.${kind}`,
    params: {
      number: condition.number,
      deadlineOn: condition.deadlineOn,
      projectName: row.projectName,
      fileCode: row.fileCode ?? '',
    },
    userIds: [...people.keys()],
  });
  return [...people.values()];
}
