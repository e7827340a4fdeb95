/** Where a line may end although nothing is seen there. */
export const BREAK = '\u200b';
/** Longest word in characters that is left whole; laying a word out takes time that grows with the square of its length. */
const LONGEST_WORD = 60;
const LONG = new RegExp(`\\S{${LONGEST_WORD}}\\p{M}*(?=\\S)`, 'gu');

/** A text in which a line may also end within a word of more than 60 characters. Nothing that is seen changes. */
export const withBreaks = (text: string): string => text.replace(LONG, `$&${BREAK}`);

/** The text as it was before `withBreaks`. */
export const withoutBreaks = (text: string): string => text.replaceAll(BREAK, '');
