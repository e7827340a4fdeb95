import { type CommandName, type Outcome, type Status } from '#contracts';

/** The steps between a conclusion and its letter. */
export const DECIDING: readonly CommandName[] = [
  'endorse',
  'approve',
  'approve_with_conditions',
  'refuse',
  'send_back',
];
const FOLLOWING: Record<Outcome, CommandName> = {
  agree: 'approve',
  agree_with_conditions: 'approve_with_conditions',
  disagree_prohibited: 'refuse',
  disagree_outdated: 'refuse',
  disagree_other: 'refuse',
};

/** The step that follows the proposal among those that are open to the reader; else the first; null where none is. */
export function followingOf(outcome: Outcome, open: readonly CommandName[]): CommandName | null {
  const wanted: CommandName[] = [FOLLOWING[outcome], 'endorse'];
  return wanted.find((command) => open.includes(command)) ?? open[0] ?? null;
}

/** What a decision asks only in some cases: a reason where the term is over, an earlier letter in a later round. */
export interface Circumstances {
  overdue: boolean;
  round: number;
}
/** Whether a field stands in the form at once, behind "more", or has nothing to say in the case at hand. */
export function placeOf(
  { name, required = false }: { name: string; required?: boolean },
  { overdue, round }: Circumstances,
): 'at_once' | 'more' | 'nowhere' {
  if (name === 'afterDeadlineReason') return overdue ? 'at_once' : 'nowhere';
  if (name === 'earlierLetter') return round > 1 ? 'at_once' : 'nowhere';
  return required ? 'at_once' : 'more';
}

/** Whether the words of a conclusion stand once more in the form below: a refusal begins with them as its reasons. */
export const isWrittenBelow = (outcome: Outcome, status: Status): boolean =>
  status === 'endorsed' && FOLLOWING[outcome] === 'refuse';
