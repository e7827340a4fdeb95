import { type Role } from '#contracts';
import { type Schema } from '../../api/schema-names.js';

type Counts = Schema<'TabCountsDto'>;
export type WorkFigureName =
  'waiting' | 'waitingOverdue' | 'waitingNearDue' | 'mine' | 'unassigned' | 'open' | 'overdue' | 'nearDue';
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
/** They look on and have nothing to do. */
const READERS: readonly Role[] = ['province_leader', 'auditor'];
const ASSIGNING: readonly Role[] = ['head', 'leader'];

export const looksOn = (roles: readonly Role[]): boolean => roles.every((role) => READERS.includes(role));

/** They keep the law and see no dossier. */
export const isOfLaw = (roles: readonly Role[]): boolean => roles.every((role) => role === 'law_officer');

/** The figures of a person's day: of all dossiers they see, and of those that wait for them. */
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
  const assigns = roles.some((role) => ASSIGNING.includes(role));
  return [
    figure('waiting', waiting.action, WAITING),
    figure('waitingOverdue', waiting.overdue, `${WAITING}&overdue=true`),
    figure('waitingNearDue', waiting.nearDue, `${WAITING}&nearDue=true`),
    assigns && all.unassigned !== null
      ? figure('unassigned', all.unassigned, 'tab=unassigned')
      : figure('mine', all.mine, 'tab=mine'),
  ];
}
