import { type NewProject } from '#contracts';
import { readCapitalOrigin, readProjectAuthority, readProjectGroup } from '../../vocabulary.js';
import { type CellValue } from '../table/table.types.js';
import { folded } from './clean-text.js';

/** A value of the register, or what is wrong with the cell. */
export type ReadValue<Value> = { value: Value } | { fault: string };

type Word = string | null;

const inVocabulary = (word: Word): ReadValue<string> =>
  word === null ? { fault: 'word_unknown' } : { value: word };

/** Ten digits, or thirteen with or without a hyphen. A number that may have lost a zero at its front is a fault. */
export function readTaxCode(value: CellValue, text: string): ReadValue<string> {
  const digits = text.replace(/[\s.]/g, '').replace(/^mst:?/i, '');
  if (value.kind === 'number' && /^\d{1,9}$/.test(digits)) return { fault: 'zero_lost' };
  const [, enterprise, branch] = /^(\d{10})-?(\d{3})?$/.exec(digits) ?? [];
  if (enterprise === undefined) return { fault: 'tax_code_not_readable' };
  return { value: branch === undefined ? enterprise : `${enterprise}-${branch}` };
}

/** `C`, `C2395`, `2395`, also with the name behind. A number of one or three digits may have lost a zero. */
export function readSector(value: CellValue, text: string): ReadValue<string> {
  if (value.kind === 'number' && /^\d(?:\d\d)?$/.test(text)) return { fault: 'zero_lost' };
  const [, code] = /^([A-Ua-u]|[A-Ua-u]?\d{2,5})(?:$|\s*[-–:.,;(]|\s)/.exec(text) ?? [];
  return code === undefined ? { fault: 'sector_not_readable' } : { value: code.toUpperCase() };
}

/** Five digits; a shorter number can only have lost zeros at its front, since all of them have five. */
export function readCommune(value: CellValue, text: string): ReadValue<string> {
  if (value.kind === 'number' && /^\d{4,5}$/.test(text)) return { value: text.padStart(5, '0') };
  const [, code] = /^(\d{5})(?:$|\D)/.exec(text) ?? [];
  return code === undefined ? { fault: 'commune_not_readable' } : { value: code };
}

export const readAuthority = (_: CellValue, text: string) => inVocabulary(readProjectAuthority(text));
export const readOrigin = (_: CellValue, text: string) => inVocabulary(readCapitalOrigin(text));
export const readGroup = (_: CellValue, text: string) => inVocabulary(readProjectGroup(text));

const ALSO_CALLED: Readonly<Record<string, string>> = {
  my: 'US',
  'hoa ky': 'US',
  usa: 'US',
  uk: 'GB',
  anh: 'GB',
  'dai loan': 'TW',
  'dai loan trung quoc': 'TW',
  'trung hoa': 'CN',
  'han quoc': 'KR',
  korea: 'KR',
  nhat: 'JP',
  'hong kong': 'HK',
  'ha lan': 'NL',
  vn: 'VN',
};

/** Codes that name no country: unknown, outlying, unions, tests. */
const NO_COUNTRIES = new Set(['ZZ', 'QO', 'EU', 'EZ', 'UN', 'XA', 'XB']);

let names: Map<string, string> | null = null;

/** Every country's name in both languages, folded. */
function countryNames(): Map<string, string> {
  if (names) return names;
  const found = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  for (const language of ['en', 'vi']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = display.of(code);
      if (name !== undefined && !NO_COUNTRIES.has(code)) found.set(folded(name), code);
    }
  }
  for (const [name, code] of Object.entries(ALSO_CALLED)) found.set(name, code);
  return (names = found);
}

/** ISO 3166 of a country, from its code or its name in Vietnamese or English. */
export function readCountry(
  _: CellValue,
  text: string,
): ReadValue<NonNullable<NewProject['investorCountry']>> {
  const code = text.toUpperCase();
  const known = countryNames();
  if (/^[A-Z]{2}$/.test(code) && [...known.values()].includes(code)) return { value: code };
  return inVocabulary(known.get(folded(text)) ?? null);
}
