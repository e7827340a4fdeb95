import { COUNTRY_CODES, isCountryCode } from '#contracts';
import { bareText } from '../../../format/bare-text.js';

/** Countries by name in a language, as their two-letter codes. */
export function countriesIn(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return COUNTRY_CODES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    a.label.localeCompare(b.label, language),
  );
}

/** The name of a country by its code; what is no code stays what it is. */
export const countryName = (code: string, language: string): string =>
  isCountryCode(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code;

/** What else people write, without accents and points; among it letters that look like a code and are none. */
const OTHER_NAMES: Record<string, string> = {
  ...{ tq: 'CN', 'trung hoa': 'CN', 'chnd trung hoa': 'CN', 'cong hoa nhan dan trung hoa': 'CN' },
  ...{ prc: 'CN', 'pr china': 'CN', 'mainland china': 'CN' },
  ...{ 'hoa ky': 'US', usa: 'US', 'united states of america': 'US', america: 'US' },
  ...{ y: 'IT', italia: 'IT', anh: 'GB', uk: 'GB', england: 'GB', 'great britain': 'GB', uc: 'AU' },
  ...{ 'chlb duc': 'DE', 'cong hoa lien bang duc': 'DE', 'lien bang nga': 'RU', 'cong hoa sec': 'CZ' },
  ...{
    hq: 'KR',
    'han quoc': 'KR',
    'nam han': 'KR',
    'south korea': 'KR',
    korea: 'KR',
    'republic of korea': 'KR',
  },
  ...{ nb: 'JP', 'nhat ban': 'JP', nhat: 'JP', 'dai loan': 'TW', 'hong kong': 'HK' },
  ...{ 'viet nam': 'VN', vietnam: 'VN', holland: 'NL', singapo: 'SG', 'ma-lai-xi-a': 'MY' },
};
const AMERICA = 'mỹ';
/** Without its accent it is as well the code of Malaysia. */
const UNSURE = 'my';
const namesOnce = { codes: null as Map<string, string> | null };

const nameWord = (written: string): string => bareText(written).replaceAll('.', '').replaceAll(/\s+/g, ' ');
const isAmerica = (written: string): boolean => written.normalize('NFC').trim().toLowerCase() === AMERICA;

/** Whether it may be one country or another: `MY` is read as Mỹ by one and as Malaysia by another. */
export const isUnsureCountry = (written: string): boolean =>
  nameWord(written) === UNSURE && !isAmerica(written);

/** The code of a country that is written as code or by name, Vietnamese or English, with accents or not. */
export function countryCode(written: string): string | undefined {
  if (isAmerica(written)) return 'US';
  if (isUnsureCountry(written)) return undefined;
  namesOnce.codes ??= new Map(
    ['vi', 'en'].flatMap((language) =>
      countriesIn(language).map(({ value, label }) => [nameWord(label), value] as const),
    ),
  );
  const word = nameWord(written);
  const code = written.trim().toUpperCase();
  return OTHER_NAMES[word] ?? namesOnce.codes.get(word) ?? (isCountryCode(code) ? code : undefined);
}

/** What was written as the value of a field: the code of its country, else the text, which never reads like a code. */
export const countryEntry = (written: string): string =>
  countryCode(written) ?? (isUnsureCountry(written) ? 'My' : written);
