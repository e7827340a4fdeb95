import { type Act, command, type Mood } from './acts.js';
import { type CaseView } from './case-view.js';
import { conclusionOf } from './payloads.js';

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
