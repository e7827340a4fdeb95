import { visibleText } from '#contracts';
import { SENT_WORDS } from './sent-words.js';

/** What is written in answer to one request. */
export interface Written {
  texts: string[];
  /** Documents handed in for each item. */
  files: HandedIn[][];
}
/** A text that was written here and elsewhere, each in another way: nothing is saved before one of them was chosen. */
export interface AnswerClash {
  item: number;
  theirs: string;
}
/** What is being written, as it is kept in this browser until the API has it: what both sides began from, and what differs. */
export interface KeptAnswers extends Written {
  base: Written;
  /** Of the draft that the API has, as far as it is known here; 0 for none. */
  revision: number;
  clashes: AnswerClash[];
}
export interface HandedIn {
  id: string;
  name: string;
}
export const NOTHING: KeptAnswers = {
  ...{ texts: [], files: [], revision: 0, clashes: [] },
  base: { texts: [], files: [] },
};
const nameOf = (personId: string, requestId: string) => `techgate.answers.${personId}.${requestId}`;

/** What is kept of the answers to a request; null where nothing is, or nothing any more. */
export function keptAnswers(personId: string, requestId: string): KeptAnswers | null {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(nameOf(personId, requestId)) ?? '') as object) };
  } catch {
    return null;
  }
}

/** Tells whenever the answers to a request may have been changed on another page of this browser. */
export function onKeptElsewhere(personId: string, requestId: string, listener: () => void): () => void {
  const stored = ({ key }: StorageEvent) => key === nameOf(personId, requestId) && listener();
  // A page that slept heard nothing.
  const shown = () => document.visibilityState === 'visible' && listener();
  addEventListener('storage', stored);
  document.addEventListener('visibilitychange', shown);
  return () => {
    removeEventListener('storage', stored);
    document.removeEventListener('visibilitychange', shown);
  };
}

/** Keeps answers on this device. False when it has no room for them. */
export function keepAnswers(personId: string, requestId: string, answers: KeptAnswers): boolean {
  try {
    localStorage.setItem(nameOf(personId, requestId), JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}
export const forgetAnswers = (personId: string, requestId: string): void =>
  localStorage.removeItem(nameOf(personId, requestId));

const put = <Value>(list: readonly Value[], item: number, value: Value, empty: Value): Value[] =>
  Array.from({ length: Math.max(list.length, item + 1) }, (_, at) =>
    at === item ? value : (list[at] ?? empty),
  );
export const withText = <Draft extends Written>(answers: Draft, item: number, text: string): Draft => ({
  ...answers,
  texts: put(answers.texts, item, visibleText(text), ''),
});
/** Answers with one more file for an item. */
export const withFile = <Draft extends Written>(answers: Draft, item: number, file: HandedIn): Draft => ({
  ...answers,
  files: put(answers.files, item, [...(answers.files[item] ?? []), file], []),
});

/** Answers without the files that were withdrawn since they were handed in. */
export const withoutWithdrawn = <Draft extends Written>(
  answers: Draft,
  withdrawn: ReadonlySet<string>,
): Draft => ({
  ...answers,
  files: answers.files.map((files) => files.filter(({ id }) => !withdrawn.has(id))),
});

/** The text of an item as it is sent: what was written, and the names of the files that were handed in for it. */
export function sentText({ texts, files }: Written, item: number): string {
  const names = (files[item] ?? []).map(({ name }) => name).join('; ');
  const written = (texts[item] ?? '').trim();
  return [written, names && `${SENT_WORDS.files}: ${names}`].filter(Boolean).join('\n');
}

/** Numbers of the items, from 0, to which nothing was written and no file handed in. */
export const unanswered = (answers: Written, count: number): number[] =>
  Array.from({ length: count }, (_, item) => item).filter((item) => sentText(answers, item) === '');
