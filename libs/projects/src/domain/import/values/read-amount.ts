import { type CellValue } from '../table/table.types.js';
import { cleanText, folded } from './clean-text.js';

/** What one in the column stands for, in đồng. */
export const AMOUNT_UNITS = {
  vnd: 1,
  thousand_vnd: 1_000,
  million_vnd: 1_000_000,
  billion_vnd: 1_000_000_000,
} as const;
export type AmountUnit = keyof typeof AMOUNT_UNITS;
export const DECIMAL_SIGNS = ['comma', 'dot'] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

export interface AmountReading {
  unit: AmountUnit;
  /** What the person said of numbers like 1.234; null leaves them faults. */
  decimal: DecimalSign | null;
}
export type AmountFault =
  | 'amount_not_readable'
  | 'amount_ambiguous'
  | 'amount_negative'
  | 'amount_too_large'
  | 'amount_other_currency';
export type ReadAmount = { amount: number } | { fault: AmountFault };

/** In đồng; more than the whole economy, so that a wrong unit shows. */
const LARGEST = 1e16;

const CURRENCY =
  /\b(?:usd|eur|jpy|cny|rmb|krw|sgd|twd|hkd|gbp|aud|do la|dola|dollars?|yen|nhan dan te|won|euros?)\b/;
const UNITS: [RegExp, AmountUnit][] = [
  [/\b(?:ty|ti|billions?)\b/, 'billion_vnd'],
  [/\b(?:trieu|trd|tr|millions?|mil)\b/, 'million_vnd'],
  [/\b(?:nghin|ngan|thousands?)\b/, 'thousand_vnd'],
  [/\b(?:dong|vnd|vnđ|d)\b/, 'vnd'],
];

const UNIT_WORDS =
  /^(?:(?:ty|ti|trieu|trd|tr|nghin|ngan|dong|vnd|d|viet nam|vn|usd|eur|jpy|cny|krw|do la|my|dollars?|yen|euros?)(?: |$))+$/;

/** The unit that a text names: a heading (`Vốn (tỷ đồng)`) or what follows a number. Null when it names none. */
export function unitIn(text: string): AmountUnit | 'other_currency' | null {
  const words = folded(text.replace(/[$€¥£₩]/g, ' usd ').replace(/₫/g, ' dong '));
  if (CURRENCY.test(words)) return 'other_currency';
  return UNITS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Reads an amount of money and gives whole đồng. A unit in the cell counts before that of the column. */
export function readAmount(value: CellValue, reading: AmountReading): ReadAmount {
  if (value.kind === 'number') return inDong(value.number, reading.unit);
  if (value.kind !== 'text') return { fault: 'amount_not_readable' };
  const text = cleanText(value.text);
  const [, digits = '', rest = ''] = /^([+-]?[\d.,\s']*\d)\s*(.*)$/u.exec(text) ?? [];
  const prefix = digits === '' ? /^(?:usd|eur|vnd|[$€¥£₩₫])/i.exec(text) : null;
  if (prefix && unitIn(prefix[0]) === 'other_currency') return { fault: 'amount_other_currency' };
  const unit = rest === '' ? reading.unit : unitBehind(rest);
  if (unit === 'other_currency') return { fault: 'amount_other_currency' };
  if (digits === '' || unit === null) return { fault: 'amount_not_readable' };
  const number = numberOf(digits.replace(/[\s']/gu, ' '), reading.decimal);
  return typeof number === 'number' ? inDong(number, unit) : { fault: number };
}

/** The unit behind a number; null where anything else stands there too ("5-7 tỷ", "5 tỷ, dự kiến"). */
function unitBehind(rest: string): AmountUnit | 'other_currency' | null {
  if (/^[$€¥£₩₫]$/.test(rest)) return unitIn(rest);
  return /^[\p{L}\s.]+$/u.test(rest) && UNIT_WORDS.test(folded(rest)) ? unitIn(rest) : null;
}

function inDong(number: number, unit: AmountUnit): ReadAmount {
  if (number < 0) return { fault: 'amount_negative' };
  // Fifteen digits is what a spreadsheet knows: 1.1 tỷ is 1100000000, not 1100000000.0000001.
  const amount = Math.round(Number((number * AMOUNT_UNITS[unit]).toPrecision(15)));
  return amount > LARGEST ? { fault: 'amount_too_large' } : { amount };
}

/** Reads digits with separators. Three digits behind a single sign may be thousands or a fraction: not guessed. */
function numberOf(digits: string, decimal: DecimalSign | null): number | AmountFault {
  const text = withoutBlanks(digits);
  if (text === null) return 'amount_not_readable';
  const sign = decimalSignOf(text, decimal);
  if (sign === 'ambiguous') return 'amount_ambiguous';
  const [whole = '', fraction, ...more] = sign === null ? [text] : text.split(sign);
  const grouped = /^[+-]?(?:\d+|\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*))$/.test(whole);
  if (!grouped || more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return 'amount_not_readable';
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction ?? '0'}`);
}

/** Blanks are thousands only where they part groups of three. */
function withoutBlanks(digits: string): string | null {
  if (!digits.includes(' ')) return digits;
  return /^[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(digits) ? digits.replaceAll(' ', '') : null;
}

function decimalSignOf(text: string, decimal: DecimalSign | null): '.' | ',' | 'ambiguous' | null {
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (dots + commas !== 1) return null;
  const sign = dots === 1 ? '.' : ',';
  if (!/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return sign;
  if (decimal === null) return 'ambiguous';
  return (decimal === 'comma') === (sign === ',') ? sign : null;
}
