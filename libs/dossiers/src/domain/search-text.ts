/**
 * Folds Vietnamese text for search: lower case, without tone marks, đ as d, blanks folded.
 * The same function serves what is stored and what is asked.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether an index of trigrams can find what is asked: some word holds three letters or digits in a row. */
export const holdsTrigram = (text: string): boolean => /[\p{L}\p{N}]{3}/u.test(foldForSearch(text));

/** Bytes; together with day, status and id they fit into a row of an index, which holds 2,704. */
const MOST_OF_NAME = 1500;
const MOST_OF_NUMBER = 700;

/**
 * What a dossier is found by: project name, file code, incoming number. Only of a name of hundreds of letters that fold into
 * several each, as Korean syllables do, it is the beginning.
 */
export const searchTextOf = (name: string, fileCode: string | null, incomingNumber: string | null): string =>
  foldForSearch(
    [beginningOf(name, MOST_OF_NAME), fileCode ?? '', beginningOf(incomingNumber ?? '', MOST_OF_NUMBER)].join(
      ' ',
    ),
  );

function beginningOf(text: string, bytes: number): string {
  const folded = foldForSearch(text);
  return folded.slice(0, new TextEncoder().encodeInto(folded, new Uint8Array(bytes)).read);
}
