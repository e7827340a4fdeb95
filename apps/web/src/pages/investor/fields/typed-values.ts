// Control characters, and the marks that turn the direction of text: nobody typed them on purpose.
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const BLANKS = /[\t\n\r\u00a0]+/g;

/** Text as it was typed or pasted, without what cannot be seen; blanks of tables and lines become one space. */
export const visibleText = (text: string): string => text.replace(BLANKS, ' ').replace(INVISIBLE, '');

/**
 * A number as people here write it: `84,9`, `84.9`, and with `grouped` also `1.200.000`. What is no number stays the
 * text that it is; nothing is undefined.
 */
export function typedNumber(text: string, grouped = false): number | string | undefined {
  const bare = text.trim().replaceAll(' ', '');
  if (bare === '') return undefined;
  const plain = grouped && /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replaceAll('.', '') : bare;
  const number = /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

/** A value as it stands in a field that is not being typed in. */
export function writtenNumber(value: unknown, grouped = false): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  if (!grouped) return String(value).replace('.', ',');
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }).format(value);
}

/** Text without accents and case, to know words again. */
export const bareText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .trim();
