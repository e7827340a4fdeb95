import { COUNCIL_MODES } from '#contracts';
import {
  BILINGUAL,
  exact,
  exactOrNull,
  listOf,
  oneOf,
  PROCEDURE_LIST,
  type Schema,
  SOURCED,
  TEXT,
  withDefault,
} from './schema-words.js';

const NOTE = withDefault(exactOrNull({ vi: TEXT, en: TEXT }), null);
const COUNT = (maximum: number): Schema => ({ type: 'integer', minimum: 1, maximum });
const FLAG: Schema = { type: 'boolean' };
const SHARE = exact({ numerator: COUNT(1000), denominator: COUNT(1000) });
const valueOf = (value: Schema): Schema => exact({ value, analogy: FLAG, note: NOTE, ...SOURCED }, ['note']);

/** councils.yaml */
export const COUNCILS_SCHEMA = listOf(
  exact({
    id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    title: BILINGUAL,
    procedures: PROCEDURE_LIST,
    minimumMembers: valueOf(COUNT(99)),
    presence: valueOf(SHARE),
    proxiesCount: valueOf(FLAG),
    majority: valueOf(SHARE),
    conclusion: valueOf(SHARE),
    chairBreaksTie: valueOf(FLAG),
    viceChairBreaksTie: valueOf(FLAG),
    modes: valueOf(listOf(oneOf(COUNCIL_MODES), 1)),
    secretaryVotes: valueOf(FLAG),
    establishWithin: valueOf(COUNT(365)),
    advice: exact(
      {
        members: exact({ from: COUNT(99), to: COUNT(99), odd: FLAG }),
        reviewers: COUNT(9),
        secretary: FLAG,
        presence: SHARE,
        chairOrViceChairPresent: FLAG,
        reviewerPresent: FLAG,
        note: NOTE,
        ...SOURCED,
      },
      ['note'],
    ),
    ...SOURCED,
  }),
);
