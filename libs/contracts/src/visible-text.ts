/** Line ends of other kinds: of Word, of web pages, of printers. */
const OTHER_LINE_ENDS = /[\u000b\u000c\u0085\u2028\u2029]/g;
/**
 * What nobody sees and nobody typed on purpose: control characters, marks that turn the direction of text, blanks without
 * width, halves of a character. Tab and line ends are text; joiners are too, since scripts and signs are written with them.
 */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const BLANKS = /[\t\n\r\u00a0]+/g;

/** Text as it was typed or pasted, without what cannot be seen: the API refuses most of it, and a number with it is unknown. */
export const visibleText = (text: string): string => text.replace(OTHER_LINE_ENDS, '\n').replace(UNSEEN, '');

/** The same of what stands in one line; blanks of tables and line ends become one space. */
export const visibleLine = (text: string): string => visibleText(text).replace(BLANKS, ' ');
