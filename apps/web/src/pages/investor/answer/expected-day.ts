import { type Status } from '#contracts';
import { type ClockView } from '../../dossiers/dossier.types.js';

/** What of a clock says when a result is expected. */
export type Clock = Pick<ClockView, 'dueOn' | 'state' | 'purpose'>;
const OPEN: readonly ClockView['state'][] = ['running', 'stopped', 'expired'];
/** What the authority owes, in the order in which it counts for the owner; what the owner owes says nothing of a result. */
const OWED: readonly (readonly string[])[] = [['reply'], ['own_step'], ['internal_target', 'new_round']];

/** The term that says when the authority answers: the earliest that counts most, or one that stands still. */
export function answerTerm<One extends Clock>(clocks: readonly One[]): One | undefined {
  const open = clocks.filter(({ state }) => OPEN.includes(state));
  const counting = OWED.find((purposes) => open.some(({ purpose }) => purposes.includes(purpose))) ?? [];
  const meant = open.filter(({ purpose }) => counting.includes(purpose));
  const [earliest] = meant
    .filter(({ dueOn }) => dueOn !== null)
    .sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)));
  return earliest ?? meant[0];
}

/** Why an owner is told no day; null where one is told or it is not known: `clocks` is undefined until they are there. */
export function whyNoDay(
  status: Status,
  clocks: readonly Clock[] | undefined,
): 'draft' | 'stopped' | 'answerFirst' | 'waiting' | null {
  if (status === 'draft') return 'draft';
  if (clocks === undefined) return null;
  const term = answerTerm(clocks);
  if (term !== undefined) return term.dueOn === null && term.state === 'stopped' ? 'stopped' : null;
  if (status === 'supplement_requested') return 'answerFirst';
  return status === 'submitted' ? 'waiting' : null;
}
