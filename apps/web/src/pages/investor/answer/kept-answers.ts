/** Answers that are being written to one request; they stay on this device until they are sent. */
export interface KeptAnswers {
  texts: string[];
  /** Documents handed in for each item. */
  files: { id: string; name: string }[][];
}
const NOTHING: KeptAnswers = { texts: [], files: [] };
const nameOf = (personId: string, requestId: string) => `techgate.answers.${personId}.${requestId}`;

export function keptAnswers(personId: string, requestId: string): KeptAnswers {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(nameOf(personId, requestId)) ?? '') as object) };
  } catch {
    return NOTHING;
  }
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

/** The text of an item as it is sent: what was written, and the names of the files that were handed in for it. */
export function sentText({ texts, files }: KeptAnswers, item: number, filesWord: string): string {
  const names = (files[item] ?? []).map(({ name }) => name).join('; ');
  const written = (texts[item] ?? '').trim();
  return [written, names && `${filesWord}: ${names}`].filter(Boolean).join('\n');
}

/** Numbers of the items, from 0, to which nothing was written and no file handed in. */
export const unanswered = (answers: KeptAnswers, count: number): number[] =>
  Array.from({ length: count }, (_, item) => item).filter((item) => sentText(answers, item, '') === '');
