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
