import { type Role } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { ONLOOKERS, OWNERS } from '../../session/role-groups.js';

type Counts = Schema<'TabCountsDto'>;
export type WorkFigureName =
  | 'waiting'
  | 'waitingOverdue'
  | 'waitingNearDue'
  | 'mine'
  | 'closed'
  | 'unassigned'
  | 'open'
  | 'overdue'
  | 'nearDue';
export interface WorkFigure {
  name: WorkFigureName;
  value: number;
  /** The worklist of exactly what is counted. */
  to: string;
  isAlarm: boolean;
}
/** The conditions of the list of what waits for the reader. */
export const WAITING = 'tab=all&action=mine';
const ALARMS: readonly WorkFigureName[] = ['waitingOverdue', 'overdue'];
const ASSIGNING: readonly Role[] = ['head', 'leader'];
/** For them a dossier may wait. */
const ACTING: readonly Role[] = [...OWNERS, 'clerk', 'appraiser', 'expert', 'agency', ...ASSIGNING];
/** They are only asked: no dossier is theirs. */
const ASKED: readonly Role[] = ['agency'];

const some = (roles: readonly Role[], among: readonly Role[]) => roles.some((role) => among.includes(role));
export const looksOn = (roles: readonly Role[]): boolean => !actsOn(roles) && some(roles, ONLOOKERS);
export const actsOn = (roles: readonly Role[]): boolean => some(roles, ACTING);

/** They keep the law and see no dossier. */
export const isOfLaw = (roles: readonly Role[]): boolean => roles.every((role) => role === 'law_officer');

/** The figures of a person's day: of all dossiers they see, and of those that wait for them; none for whom none is counted. */
export function workFigures(roles: readonly Role[], all: Counts, waiting: Counts): WorkFigure[] {
  const figure = (name: WorkFigureName, value: number, conditions: string): WorkFigure => ({
    ...{ name, value },
    to: `/dossiers?${conditions}`,
    isAlarm: ALARMS.includes(name),
  });
  if (looksOn(roles))
    return [
      figure('open', all.open, 'tab=open'),
      figure('overdue', all.overdue, 'tab=all&overdue=true'),
      figure('nearDue', all.nearDue, 'tab=all&nearDue=true'),
    ];
  if (!actsOn(roles)) return [];
  const overdue = figure('waitingOverdue', waiting.overdue, `${WAITING}&overdue=true`);
  const nearDue = figure('waitingNearDue', waiting.nearDue, `${WAITING}&nearDue=true`);
  const first = figure('waiting', waiting.action, WAITING);
  const mine = figure('mine', all.mine, 'tab=mine');
  if (roles.every((role) => OWNERS.includes(role)))
    return [first, waiting.overdue > 0 ? overdue : nearDue, mine, figure('closed', all.closed, 'tab=closed')];
  if (roles.every((role) => ASKED.includes(role))) return [first, overdue, nearDue];
  const assigns = some(roles, ASSIGNING) && all.unassigned !== null;
  const last = assigns ? figure('unassigned', all.unassigned ?? 0, 'tab=unassigned') : mine;
  return [first, overdue, nearDue, last];
}
