import { SENT_WORDS } from './sent-words.js';

/** Answers that are being written to one request; they stay in this browser until they are sent. */
export interface KeptAnswers {
  texts: string[];
  /** Documents handed in for each item. */
  files: HandedIn[][];
}
export interface HandedIn {
  id: string;
  name: string;
}
export const NOTHING: KeptAnswers = { texts: [], files: [] };
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
export const withText = (answers: KeptAnswers, item: number, text: string): KeptAnswers => ({
  ...answers,
  texts: put(answers.texts, item, text, ''),
});
/** Answers with one more file for an item. */
export const withFile = (answers: KeptAnswers, item: number, file: HandedIn): KeptAnswers => ({
  ...answers,
  files: put(answers.files, item, [...(answers.files[item] ?? []), file], []),
});

/** Answers without the files that were withdrawn since they were handed in. */
export const withoutWithdrawn = (answers: KeptAnswers, withdrawn: ReadonlySet<string>): KeptAnswers => ({
  ...answers,
  files: answers.files.map((files) => files.filter(({ id }) => !withdrawn.has(id))),
});

/** The text of an item as it is sent: what was written, and the names of the files that were handed in for it. */
export function sentText({ texts, files }: KeptAnswers, item: number): string {
  const names = (files[item] ?? []).map(({ name }) => name).join('; ');
  const written = (texts[item] ?? '').trim();
  return [written, names && `${SENT_WORDS.files}: ${names}`].filter(Boolean).join('\n');
}

/** Numbers of the items, from 0, to which nothing was written and no file handed in. */
export const unanswered = (answers: KeptAnswers, count: number): number[] =>
  Array.from({ length: count }, (_, item) => item).filter((item) => sentText(answers, item) === '');
