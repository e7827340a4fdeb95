import { type AnswerClash, type HandedIn, type KeptAnswers, NOTHING, type Written } from './kept-answers.js';

/** The draft of an answer as the API keeps it. */
export interface ServerDraft {
  revision: number;
  texts: string[];
  files: { item: number; id: string; name: string }[];
}

export const writtenOf = ({ texts, files }: Written): Written => ({ texts, files });
/** Whether two drafts say the same; items of which nothing was said count as empty. */
export function saySame(one: Written, other: Written): boolean {
  return itemsOf(one, other).every(
    (item) =>
      (one.texts[item] ?? '') === (other.texts[item] ?? '') &&
      idsOf(one.files[item]) === idsOf(other.files[item]),
  );
}
const itemsOf = (...drafts: Written[]): number[] =>
  Array.from(
    { length: Math.max(...drafts.flatMap(({ texts, files }) => [texts.length, files.length])) },
    (_, item) => item,
  );
const idsOf = (files: readonly HandedIn[] = []): string =>
  files
    .map(({ id }) => id)
    .sort()
    .join();

/** A draft as it is sent. */
export const sentDraft = ({ texts, files }: Written): Omit<ServerDraft, 'revision'> => ({
  texts: Array.from(texts, (text) => text ?? ''),
  files: files.flatMap((list, item) => (list ?? []).map(({ id, name }) => ({ item, id, name }))),
});
/** A draft as it was read. */
export function readDraft({ texts, files }: ServerDraft): Written {
  const length = Math.max(0, ...files.map(({ item }) => item + 1));
  return {
    texts,
    files: Array.from({ length }, (_, at) =>
      files.filter(({ item }) => item === at).map(({ id, name }) => ({ id, name })),
    ),
  };
}

/** A draft that the API keeps, as nobody has written on it here. */
export function begunFrom(draft: ServerDraft | null): KeptAnswers {
  if (draft === null) return NOTHING;
  const written = readDraft(draft);
  return { ...written, base: written, revision: draft.revision, clashes: [] };
}

/**
 * What is written here, brought together with what was saved elsewhere since: whoever changed an item alone is followed, and
 * of a text that both changed both versions stay.
 */
export function joinedAnswers(mine: KeptAnswers, draft: ServerDraft): KeptAnswers {
  const theirs = readDraft(draft);
  const { base } = mine;
  const items = itemsOf(mine, theirs, base);
  const clashes: AnswerClash[] = [];
  const texts = items.map((item) => {
    const [own, other, before] = [mine, theirs, base].map((one) => one.texts[item] ?? '') as [
      string,
      string,
      string,
    ];
    if (own === other || other === before) return own;
    if (own === before) return other;
    clashes.push({ item, theirs: other });
    return own;
  });
  const files = items.map((item) => joinedFiles(mine.files[item], theirs.files[item], base.files[item]));
  return { texts, files, base: theirs, revision: draft.revision, clashes };
}

/** Files that either side added, without those that either side took away. */
function joinedFiles(mine: HandedIn[] = [], theirs: HandedIn[] = [], before: HandedIn[] = []): HandedIn[] {
  const has = (files: HandedIn[], id: string) => files.some((file) => file.id === id);
  const stays = ({ id }: HandedIn) => !has(before, id) || (has(mine, id) && has(theirs, id));
  const all = [...theirs, ...mine.filter(({ id }) => !has(theirs, id))];
  return all.filter(stays);
}

/** Takes the one version of a text or the other; with `theirs` what was written here is replaced. */
export function chosen(answers: KeptAnswers, item: number, side: 'mine' | 'theirs'): KeptAnswers {
  const clash = answers.clashes.find((one) => one.item === item);
  if (clash === undefined) return answers;
  const clashes = answers.clashes.filter((one) => one !== clash);
  if (side === 'mine') return { ...answers, clashes };
  return { ...answers, clashes, texts: answers.texts.map((text, at) => (at === item ? clash.theirs : text)) };
}
