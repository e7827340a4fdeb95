import { ROLES_FOR_TASK } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';

type Assignee = Pick<Schema<'AssigneeDto'>, 'roles' | 'conflict'>;
export type AssignedTask = keyof typeof ROLES_FOR_TASK;

/** What somebody is to be assigned to, from what was chosen; null while nothing is. */
export const taskOf = (chosen: unknown): AssignedTask | null =>
  chosen === 'lead' || chosen === 'expert' ? chosen : null;

/** Whether one of a person's roles is asked for by a task; before it is chosen everybody's is. */
export const hasRoleFor = ({ roles }: Pick<Assignee, 'roles'>, task: AssignedTask | null): boolean =>
  task === null || ROLES_FOR_TASK[task].some((role) => roles.includes(role));

/** People in the order given, those first who can be chosen for the task. */
export function choosableFirst<Person extends Assignee>(
  people: readonly Person[],
  task: AssignedTask | null,
): Person[] {
  const isChoosable = (person: Person) => person.conflict === null && hasRoleFor(person, task);
  return [...people.filter(isChoosable), ...people.filter((person) => !isChoosable(person))];
}
