import {
  BILINGUAL,
  DATE,
  DATE_OR_NULL,
  exact,
  listOf,
  oneOf,
  PROCEDURE_LIST,
  TEXT,
  VALIDITY,
  VERIFICATION,
  withDefault,
} from './schema-words.js';

const MISSING_PART = exact(
  {
    code: TEXT,
    about: BILINGUAL,
    notice: { type: 'string', pattern: '^[a-z_]+$' },
    validFrom: DATE,
    validTo: DATE_OR_NULL,
    procedures: PROCEDURE_LIST,
  },
  ['notice', 'validFrom', 'validTo', 'procedures'],
);

/** pack.yaml */
export const MANIFEST_SCHEMA = exact(
  {
    id: { type: 'string', pattern: '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$' },
    title: BILINGUAL,
    instruments: listOf(TEXT),
    ...VALIDITY,
    verification: VERIFICATION,
    kind: oneOf(['law', 'reference', 'skeleton', 'calendar']),
    missing: withDefault(listOf(MISSING_PART), []),
    changeNote: TEXT,
    draftedBy: TEXT,
    publishedBy: TEXT,
  },
  ['missing'],
);
