import { assignmentsOf, type Workload, workloads } from '#assignments';
import { type Tx } from '#database';
import { type OpenedDossier } from '#dossiers';
import { conflictGrounds, type KnownConflict } from '#identity';

/** Somebody who could be assigned: with their load, what they already do here, and why not where they may not. */
export interface Assignee extends Workload {
  /** Null where there is none. Told to those who assign, and only about the dossier that they assign. */
  conflict: Pick<KnownConflict, 'ground' | 'organisation'> | null;
  /** Open tasks on this dossier. */
  tasks: ('lead' | 'expert' | 'council')[];
  /** Declined or was released from this dossier before. */
  leftBefore: boolean;
}

/** Everybody who could be assigned to an opened dossier, the least loaded first; people in conflict are named, last. */
export async function assigneesOf(tx: Tx, { row }: OpenedDossier): Promise<Assignee[]> {
  const [people, grounds, assignments] = await Promise.all([
    workloads(tx),
    conflictGrounds(tx, row.id),
    assignmentsOf(tx, row.id),
  ]);
  const conflicts = new Map(
    grounds.map(({ userId, ground, organisation }) => [userId, { ground, organisation }]),
  );
  const assignees = people.map((person): Assignee => {
    const own = assignments.filter(({ assigneeId }) => assigneeId === person.userId);
    const isOpen = (state: string) => state === 'invited' || state === 'accepted';
    const tasks = own.filter(({ state }) => isOpen(state)).map(({ kind }) => kind);
    return {
      ...person,
      conflict: conflicts.get(person.userId) ?? null,
      tasks,
      leftBefore: tasks.length === 0 && own.length > 0,
    };
  });
  return assignees.sort(byLoad);
}

const byLoad = (a: Assignee, b: Assignee): number =>
  Number(a.conflict !== null) - Number(b.conflict !== null) ||
  a.leading + a.advising - (b.leading + b.advising) ||
  a.name.localeCompare(b.name, 'vi');
