import {
  CAPITAL_ORIGINS,
  CHANNELS,
  ENVIRONMENTAL_GROUPS,
  OUR_ROLES,
  PROCEDURES,
  PROJECT_AUTHORITIES,
  PROJECT_GROUPS,
  STAGES,
  STATUSES,
  TRIGGERS,
} from '#contracts';
import { CLOCK_PURPOSES, CLOCK_STARTS } from '../pack.types.js';
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
  TEXT_OR_NULL,
  VALIDITY,
  withDefault,
} from './schema-words.js';

/** A nullable attribute may also be asked for by the word `unknown`. */
const values = (words: readonly string[], nullable = false): Schema =>
  listOf(oneOf(nullable ? [...words, 'unknown'] : words), 1);

const ATTRIBUTE_VALUES: Record<string, Schema> = {
  procedure: values(PROCEDURES),
  channel: values(CHANNELS),
  ourRole: values(OUR_ROLES),
  trigger: values(TRIGGERS),
  stage: values(STAGES, true),
  authority: values(PROJECT_AUTHORITIES, true),
  environmentalGroup: values(ENVIRONMENTAL_GROUPS, true),
  projectGroup: values(PROJECT_GROUPS, true),
  capitalOrigin: values(CAPITAL_ORIGINS, true),
};
/** Conditions on case attributes; attributes and values outside the vocabulary are refused. */
export const WHEN_SCHEMA = withDefault(exact(ATTRIBUTE_VALUES, Object.keys(ATTRIBUTE_VALUES)), {});

const STOP = exact({ status: oneOf(STATUSES), ...SOURCED });
const EXTENSION = exactOrNull({
  max: {
    anyOf: [
      { type: 'string', const: 'same_length' },
      { type: 'integer', minimum: 1, maximum: 365 },
    ],
  },
  times: { type: 'integer', minimum: 1, maximum: 5 },
  ...SOURCED,
});
const OPTIONAL = ['when', 'stopsOn', 'onExpireBasis', 'extension', 'alternativeStart', 'note'];

/** clocks.yaml */
export const CLOCKS_SCHEMA = listOf(
  exact(
    {
      id: { type: 'string', pattern: '^[A-Z]+(-[A-Za-z0-9]+)+$' },
      name: BILINGUAL,
      purpose: oneOf(CLOCK_PURPOSES),
      procedures: PROCEDURE_LIST,
      value: { type: ['integer', 'null'], minimum: 1, maximum: 365 },
      unit: oneOf(['working_day', 'day']),
      start: oneOf(CLOCK_STARTS),
      when: WHEN_SCHEMA,
      stopsOn: withDefault(listOf(STOP), []),
      onExpire: oneOf(['deemed_agreement', 'discontinue', 'resume_review', 'overdue', 'none']),
      onExpireBasis: withDefault(TEXT_OR_NULL, null),
      extension: withDefault(EXTENSION, null),
      alternativeStart: withDefault({ type: ['string', 'null'], enum: [...CLOCK_STARTS, null] }, null),
      note: withDefault(exactOrNull({ vi: TEXT, en: TEXT }), null),
      ...SOURCED,
      ...VALIDITY,
    },
    OPTIONAL,
  ),
);
