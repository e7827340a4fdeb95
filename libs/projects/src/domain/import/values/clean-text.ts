/** Marks that change how a text reads without being seen: directional overrides, isolates, zero-width, BOM, soft hyphen. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\ufffe\uffff]/u;

/** Signs that old Vietnamese fonts (TCVN3) put between letters, and UTF-8 that was read as another encoding. */
const GARBLED = /\p{L}[¨ª«¬®µ¶·¸¹»¼½¾]\p{L}|(?:^|\s)[¨¬®¶¸¹]\p{L}|Ã[\u0080-\u00bf]|á[º»]|\ufffd/u;

export type TextFault = 'control_characters' | 'text_garbled';

/** The text in one line, composed (NFC), without marks that cannot be seen; blanks folded. */
export const cleanText = (raw: string): string =>
  raw.normalize('NFC').replace(INVISIBLE, '').replace(LINE_BREAKS, ' ').replace(/\s+/gu, ' ').trim();

/** What is wrong with a cleaned text: nothing is repaired by guessing. */
export function textFault(clean: string): TextFault | null {
  if (CONTROL.test(clean) || !clean.isWellFormed()) return 'control_characters';
  return GARBLED.test(clean) ? 'text_garbled' : null;
}

/** For comparing words: lower case, without tone marks, đ as d, everything but letters and digits a blank. */
export function folded(text: string): string {
  return cleanText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
