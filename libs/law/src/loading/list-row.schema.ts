import { LIST_KINDS } from '#contracts';
import { DATE_OR_NULL, exact, listOf, oneOf, TEXT, TEXT_OR_NULL, VERIFICATION } from './schema-words.js';

const CODES = (pattern: string) => listOf({ type: 'string', pattern });

/** One row of lists/*.csv after its cells were read. */
export const LIST_ROW_SCHEMA = exact({
  versionId: TEXT,
  list: oneOf(LIST_KINDS),
  code: { type: 'string', pattern: '^[A-Z]{1,3}[0-9]+$' },
  officialNo: TEXT_OR_NULL,
  nameVi: TEXT,
  nameEn: TEXT,
  synonyms: listOf(TEXT),
  negativeTerms: listOf(TEXT),
  hsPrefixes: CODES('^[0-9]{2,8}$'),
  vsicPrefixes: CODES('^[0-9]{2,5}$'),
  hsVersion: TEXT_OR_NULL,
  direction: oneOf(['inbound', 'outbound', 'both']),
  validFrom: DATE_OR_NULL,
  validTo: DATE_OR_NULL,
  source: TEXT,
  verification: VERIFICATION,
  state: oneOf(['active', 'draft']),
});
/** Column names of a list file, in any order. */
export const LIST_COLUMNS = Object.keys(LIST_ROW_SCHEMA['properties'] as Record<string, unknown>);
export const MANY_VALUED = ['synonyms', 'negativeTerms', 'hsPrefixes', 'vsicPrefixes'];
export const NULLABLE = ['officialNo', 'hsVersion', 'validFrom', 'validTo'];
