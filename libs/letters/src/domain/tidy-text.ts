const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const CONTROL_BUT_NEWLINE = /[^\P{Cc}\n]/gu;

/** Composes accents, drops what nobody sees, makes every kind of space one space; keeps line ends. */
const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/gu, ' ')
    .replace(CONTROL_BUT_NEWLINE, '');

/** The same value with every text in it tidied, so that copied-in text prints as it was meant. */
export function tidied<Value>(value: Value): Value {
  return tidyValue(value) as Value;
}

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (Array.isArray(value)) return value.map(tidyValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, tidyValue(part)]));
}
