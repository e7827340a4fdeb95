import { PROJECT_AUTHORITIES, VERIFICATIONS } from '#contracts';

const TEXT = { type: 'string', minLength: 1, maxLength: 500 };
const WORDS = {
  type: 'array',
  items: { type: 'string', pattern: '^[a-z0-9_:&!]+$', maxLength: 80 },
  uniqueItems: true,
};
const closedObject = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const BILINGUAL = closedObject({ vi: TEXT, en: TEXT });
const EDGE = closedObject(
  { target: TEXT, by: { ...WORDS, minItems: 1 }, when: WORDS, guards: WORDS, effects: WORDS },
  ['when', 'guards', 'effects'],
);
const STATE = closedObject(
  {
    tags: WORDS,
    label: BILINGUAL,
    on: { type: 'object', additionalProperties: { type: 'array', minItems: 1, items: EDGE } },
  },
  ['tags', 'on'],
);

/** JSON schema of procedures/*.json: flat states and nothing that XState would act on by itself. */
export const PROCEDURE_FILE_SCHEMA = closedObject(
  {
    id: TEXT,
    version: TEXT,
    title: BILINGUAL,
    initial: TEXT,
    supplementRequests: { type: 'integer', minimum: 0, maximum: 10 },
    supplementRequestsBasis: closedObject({
      basis: TEXT,
      verification: { enum: [...VERIFICATIONS] },
      note: BILINGUAL,
    }),
    competence: closedObject({
      excludes: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: [...PROJECT_AUTHORITIES] } },
      authority: BILINGUAL,
      basis: TEXT,
      verification: { enum: [...VERIFICATIONS] },
    }),
    states: { type: 'object', minProperties: 1, additionalProperties: STATE },
  },
  ['supplementRequestsBasis', 'competence'],
);
