import { type Outcome } from '#contracts';
import { type Act, command, type Mood, type Way } from './acts.js';
import { leadOf } from './case-people.js';
import { type CaseView } from './case-view.js';
import { conclusionOf } from './payloads.js';
import { agencies, annexes, opinion } from './straight-way.js';
import { nameOf } from './world.js';

/** Whether somebody was refused this command before: then it is done as it should be. */
export const wasRefused = (view: CaseView, ...names: string[]): boolean =>
  view.records.audit_entry.some(
    ({ outcome, facts }) => outcome === 'refused' && names.includes(facts['command'] as string),
  );
const NERVES: Record<Mood['nerve'], object> = {
  proper: {},
  hurried: {},
  boldly: { outcome: 'agree', conditions: [] },
  silently: { inconclusive: [] },
};
/** A conclusion as the mood has it: first as nobody should, then as it should be. */
export function conclude(who: string, view: CaseView, mood: Mood, today: string): Act {
  const nerve = wasRefused(view, 'conclude') ? {} : NERVES[mood.nerve];
  return command(who, 'conclude', { ...conclusionOf(view, mood, today), ...nerve });
}

/** Who is bold stands for two people, once. */
export const seconder = (view: CaseView, { nerve }: Mood, first: string): string | null =>
  nerve === 'boldly' && !wasRefused(view, 'second_match') ? nameOf(first) : null;

const isSitting = ({ council }: CaseView): boolean =>
  ['established', 'in_session'].includes(String(council?.['status']));
/** Whether somebody means to conclude on less than it takes; who was refused does it as it should be. */
export const hurries = (view: CaseView, { nerve }: Mood): boolean =>
  (nerve === 'hurried' || (nerve === 'boldly' && isSitting(view))) && !wasRefused(view, 'conclude');
/** Who means to disagree in a determination calls outdated what no test has found so. */
const presumed = ({ procedureId }: CaseView, { outcome }: Mood): Outcome | undefined =>
  procedureId === 'determination' && outcome === 'disagree' ? 'disagree_outdated' : undefined;
/** Who is in a hurry concludes on whatever screening and candidates there are, and who is bold while the council sits. */
export const hurried: Way = (view, mood, today) => {
  if (!hurries(view, mood) || !view.screening) return null;
  const who = leadOf(view);
  return (
    annexes(view, mood, today) ??
    agencies(view, mood, today) ??
    opinion(view, who, mood) ??
    command(who, 'conclude', conclusionOf(view, mood, today, presumed(view, mood)))
  );
};
