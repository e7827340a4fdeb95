import { type Status } from '#contracts';
import { type ClockView } from '../../dossiers/dossier.types.js';

type Clock = Pick<ClockView, 'dueOn' | 'state' | 'purpose'>;
const BEFORE_ACCEPTANCE: readonly Status[] = ['submitted', 'supplement_requested'];

/** The clock that ends with the day that the dossier is due, or the one that stands still until the owner answers. */
export const termOf = <One extends Clock>(
  clocks: readonly One[],
  dueOn: string | null | undefined,
): One | undefined =>
  clocks.find((clock) => clock.dueOn !== null && clock.dueOn === dueOn && clock.state !== 'closed') ??
  clocks.find(({ state, purpose }) => state === 'stopped' && purpose === 'reply');

/** Why an owner is told no day; null where that is not known, `clocks` being undefined until they are there. */
export function whyNoDay(
  status: Status,
  clocks: readonly Clock[] | undefined,
): 'draft' | 'stopped' | 'waiting' | null {
  if (status === 'draft') return 'draft';
  if (clocks === undefined) return null;
  if (termOf(clocks, null)?.state === 'stopped') return 'stopped';
  return BEFORE_ACCEPTANCE.includes(status) ? 'waiting' : null;
}
