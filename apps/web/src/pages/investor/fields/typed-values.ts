/** How the numbers of a field are written. */
export interface NumberStyle {
  /** With groups of thousands. */
  grouped?: boolean | undefined;
  /** Without a part behind the decimal sign, as amounts in đồng are. */
  whole?: boolean | undefined;
  /** The language that the reader writes in: in English `,` groups and `.` is the decimal sign. */
  language?: string | undefined;
}
/** What people write behind a number, and the field says already. */
const UNIT = /\s*(%|đ|₫|đồng|vnđ|vnd)$/iu;

/** A number without its groups. Nobody groups behind a leading 0: `0.500` is a half. */
function withoutGroups(text: string, sign: '.' | ','): string {
  const grouped = sign === '.' ? /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/ : /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
  return grouped.test(text) ? text.replaceAll(sign, '') : text;
}
/** Without groups of the other language too, where it can be nothing else: `1,200,000` has no two decimal signs. */
function ungrouped(text: string, { whole, language }: NumberStyle): string {
  const [own, other] = language === 'en' ? ([',', '.'] as const) : (['.', ','] as const);
  const bare = withoutGroups(text, own);
  const isSure = whole === true || bare.split(other).length > 2;
  return bare === text && isSure ? withoutGroups(text, other) : bare;
}

/**
 * A number as people write it: `84,9`, `84.9`, `84,9 %`, and with groups also `1.200.000`. What is no number stays the
 * text that it is; nothing is undefined.
 */
export function typedNumber(text: string, style: NumberStyle = {}): number | string | undefined {
  const bare = text.trim().replace(UNIT, '').replaceAll(/\s/g, '');
  if (bare === '') return text.trim() === '' ? undefined : text;
  const plain = style.grouped === true ? ungrouped(bare, style) : bare;
  const number = /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

/** A value as it stands in a field that is not being typed in; what is read from it again is the same value. */
export function writtenNumber(value: unknown, { grouped, language }: NumberStyle = {}): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  const isEnglish = language === 'en';
  if (grouped !== true) return isEnglish ? String(value) : String(value).replace('.', ',');
  return new Intl.NumberFormat(isEnglish ? 'en' : 'vi-VN', { maximumFractionDigits: 6 }).format(value);
}
