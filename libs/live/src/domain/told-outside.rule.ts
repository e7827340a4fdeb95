import { isCouncilLetter, isDecided, type LetterKind, type Status } from '#contracts';

/** An act on a dossier, as the log names it. */
export interface ToldAct {
  action: string;
  actorRole: string;
  facts: Readonly<Record<string, unknown>>;
}
/** Those who hand in: what they do is theirs to know. */
const HANDING_IN = ['investor', 'requester'];
/** Steps of the house that the timeline keeps from the owner. */
const INSIDE = ['assign', 'screen', 'conclude', 'endorse', 'send_back'];
const OTHERS = ['dossier.created', 'dossier.particulars_changed', 'facts.changed', 'facts.prefilled'];
/** A condition is the owner's from its letter on, and so is what the house does about its proof. */
const CONDITIONS = ['condition.accepted', 'condition.rejected', 'condition.deadline_moved'];
const LETTERS = ['letter.issued', 'letter.marked'];

/**
 * Whether an act may be told at once to whoever sees the dossier, outside the house too: what their timeline shows, and no
 * decision before its letter has left. Whatever is not known here stays inside.
 */
export function isToldOutside({ action, actorRole, facts }: ToldAct): boolean {
  if (HANDING_IN.includes(actorRole) || OTHERS.includes(action) || CONDITIONS.includes(action)) return true;
  if (LETTERS.includes(action)) return isLetterForOutside(facts['kind'] as LetterKind);
  const [subject, command = ''] = action.split('.');
  if (subject !== 'dossier' || INSIDE.includes(command)) return false;
  return typeof facts['to'] === 'string' && !isDecided(facts['to'] as Status);
}

const isLetterForOutside = (kind: LetterKind): boolean =>
  !isCouncilLetter(kind) && kind !== 'consultation_request';
