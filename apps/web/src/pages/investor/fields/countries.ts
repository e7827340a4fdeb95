import { bareText } from './typed-values.js';

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
/** Codes that the browser has a name for and that are no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO']);
const codesOnce = { codes: null as string[] | null };

function countryCodes(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  codesOnce.codes ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => !NO_COUNTRY.has(code) && names.of(code) !== undefined && isCanonical(code),
  );
  return codesOnce.codes;
}
/** Old codes (`SU`, `DD`) are read as those that came after them. */
const isCanonical = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/** Countries by name in a language, as their two-letter codes. */
export function countriesIn(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return countryCodes()
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** The name of a country by its code; what is no code stays what it is. */
export const countryName = (code: string, language: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code;

const OTHER_NAMES: Record<string, string> = {
  my: 'US',
  y: 'IT',
  italia: 'IT',
  anh: 'GB',
  uc: 'AU',
  'hong kong': 'HK',
  'chlb duc': 'DE',
  'cong hoa lien bang duc': 'DE',
  'lien bang nga': 'RU',
  'cong hoa sec': 'CZ',
  'han quoc': 'KR',
  'dai loan': 'TW',
  'nhat ban': 'JP',
  nhat: 'JP',
  usa: 'US',
  'south korea': 'KR',
  korea: 'KR',
  uk: 'GB',
  'viet nam': 'VN',
  vietnam: 'VN',
};
const namesOnce = { codes: null as Map<string, string> | null };

/** The code of a country that is written as code or by name, Vietnamese or English, with accents or not. */
export function countryCode(written: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(written.trim())) return written.trim().toUpperCase();
  namesOnce.codes ??= new Map(
    ['vi', 'en'].flatMap((language) =>
      countriesIn(language).map(({ value, label }) => [bareText(label), value] as const),
    ),
  );
  const word = bareText(written);
  return OTHER_NAMES[word] ?? namesOnce.codes.get(word);
}
