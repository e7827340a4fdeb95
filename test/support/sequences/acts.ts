import { type CommandName, type CommandPayloads } from '#contracts';
import { type CaseView } from './case-view.js';

/** One request of one person about a dossier. Paths begin below the dossier; those with `/api` are whole. */
export interface Act {
  who: string;
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  body: unknown;
  /** What it is, for the script and for the tally. */
  name: string;
  /** Commands and changes of facts name the revision that they saw. */
  matches: boolean;
}
/** How a sequence means to end, and whom it means to hear. */
export interface Mood {
  outcome: 'agree' | 'disagree';
  form: 'in_house' | 'experts' | 'independent_body' | 'council';
  match: 'confirmed' | 'rejected';
  earlier: 'confirm' | 'replace' | 'recall';
  /** What is tried first at a conclusion or a decision, before it is done as it should be. */
  nerve: 'proper' | 'boldly' | 'silently' | 'hurried';
  /** What it means to do besides, where it can be done; absent: nothing unusual. */
  bent?: Bent;
}
/** `repairs` has machines changed while the owner is asked, `proves` has proofs of conditions accepted, `doubts` rejects them first, `leaves` sends the dossier to another authority. */
export type Bent = 'usual' | 'repairs' | 'overturns' | 'extends' | 'proves' | 'doubts' | 'leaves';

export const command = <Name extends CommandName>(
  who: string,
  name: Name,
  payload: CommandPayloads[Name],
): Act => ({ who, method: 'POST', path: `/commands/${name}`, body: payload, name, matches: true });

export const act = (who: string, name: string, path: string, body: unknown = {}): Act => ({
  who,
  method: 'POST',
  path,
  body,
  name,
  matches: false,
});

/** What makes acts of what lies before somebody. */
export type Way = (view: CaseView, mood: Mood, today: string) => Act | null;
