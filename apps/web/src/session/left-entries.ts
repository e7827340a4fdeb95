import { type KeptAnswers } from '../pages/investor/answer/kept-answers.js';
import { saySame } from '../pages/investor/answer/joined-answers.js';

const ROOT = 'techgate';
/** What a person may have entered on a device without its being saved on the server. */
const LEFT_KINDS = ['unsaved', 'answers', 'particulars', 'reception', 'intake', 'entry', 'step'] as const;
export type LeftKind = (typeof LEFT_KINDS)[number];
/** How a person likes lists to look and which language to read: nothing of what stands in a dossier. */
const PREFERENCES: readonly string[] = ['worklist', 'language'];

/** Names and texts of what a browser keeps, as `Object.entries` of its stores gives them. */
export type Entries = readonly (readonly [name: string, text: string])[];

const partsOf = (name: string): string[] => name.split('.');

/** Whether an entry holds contents, of whomever. */
export function isContent(name: string): boolean {
  const [root, kind = ''] = partsOf(name);
  return root === ROOT && !PREFERENCES.includes(kind);
}
/** Whether an entry holds contents that this person entered or looked at. */
export const isContentOf = (personId: string, name: string): boolean =>
  isContent(name) && partsOf(name).slice(2).includes(personId);

/** Answers stay on the device after they were saved as a draft, until they are sent; what nobody can read is lost already. */
function areSaved(text: string): boolean {
  try {
    const answers = JSON.parse(text) as KeptAnswers;
    return saySame(answers, answers.base);
  } catch {
    return true;
  }
}

/** Of which kinds this person left something that the server does not have; each once. */
export function unsavedKinds(entries: Entries, personId: string): LeftKind[] {
  const own = entries.filter(([name]) => isContentOf(personId, name));
  const found = own.filter(([name, text]) => partsOf(name)[1] !== 'answers' || !areSaved(text));
  const kinds = new Set(found.map(([name]) => partsOf(name)[1]));
  return LEFT_KINDS.filter((kind) => kinds.has(kind));
}
