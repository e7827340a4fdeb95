import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/format.js';
import { type Row, textOf } from '../draft/draft.types.js';
import { countryName } from './countries.js';

const joined = (between: string, ...parts: unknown[]): string =>
  parts.map(textOf).filter(Boolean).join(between);

export interface EntryTexts {
  country: (code: string) => string;
  results: (rows: readonly Row[]) => string;
  sites: (rows: readonly Row[]) => string;
  certificate: (paper: Row) => string;
}

/** Results, sites and certificates as they are read, in the words of the reader. */
export function useEntryText(): EntryTexts {
  const { t, i18n } = useTranslation('investor');
  const country = (code: string) => countryName(code, i18n.language);
  const word = (group: 'standardField' | 'result', value: unknown) =>
    (t(`choices.${group}`, { returnObjects: true }) as Record<string, string>)[textOf(value)] ?? value;
  const result = ({ field, kind, code, result: outcome }: Row) =>
    joined(', ', word('standardField', field), joined(' ', kind, code), word('result', outcome));
  const site = ({ country: code, site: name }: Row) => joined(', ', name, country(textOf(code)));
  return {
    country,
    results: (rows) => rows.map(result).join('; '),
    sites: (rows) => (rows.length === 0 ? t('listed.noSites') : rows.map(site).join('; ')),
    certificate: ({ number, body, issuedOn }) => joined(', ', number, body, formatDate(textOf(issuedOn))),
  };
}
