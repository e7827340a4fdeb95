import { CHANNELS, LIST_KINDS, PROCEDURES } from '#contracts';
import { FACT_CONDITIONS } from '../pack.types.js';
import { WHEN_SCHEMA } from './clocks.schema.js';
import {
  ANY,
  BILINGUAL,
  DATE,
  exact,
  listOf,
  oneOf,
  PROCEDURE_LIST,
  SOURCED,
  STAGE_LIST,
  TEXT,
  TEXT_OR_NULL,
  VALIDITY,
} from './schema-words.js';

/** checklists.yaml */
export const CHECKLIST_SCHEMA = listOf(
  exact(
    {
      code: { type: 'string', pattern: '^[A-Z]+[0-9]+$' },
      name: BILINGUAL,
      stages: STAGE_LIST,
      required: oneOf(['always', 'if_any', 'when']),
      when: WHEN_SCHEMA,
      whenFacts: listOf(oneOf(FACT_CONDITIONS), 1),
      procedures: PROCEDURE_LIST,
      channels: listOf(oneOf(CHANNELS), 1),
      ...SOURCED,
      ...VALIDITY,
    },
    ['when', 'whenFacts', 'validFrom', 'validTo'],
  ),
);

const CRITERION = exact({ code: TEXT, name: BILINGUAL, stages: STAGE_LIST, group: TEXT_OR_NULL, ...SOURCED });
/** criteria/*.yaml */
export const CRITERIA_SCHEMA = exact({
  id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  title: BILINGUAL,
  procedures: PROCEDURE_LIST,
  criteria: listOf(CRITERION, 1),
});

/** lists/versions.yaml */
export const LIST_VERSIONS_SCHEMA = listOf(
  exact({
    id: TEXT,
    kinds: listOf(oneOf(LIST_KINDS), 1),
    instrument: TEXT,
    loaded: { type: 'boolean' },
    ...SOURCED,
    ...VALIDITY,
  }),
);

/** rules.yaml */
export const RULES_SCHEMA = listOf(
  exact(
    {
      id: TEXT,
      test: { type: 'string', pattern: '^[a-z_]+(\\.[a-z_]+)+$' },
      name: BILINGUAL,
      model: TEXT_OR_NULL,
      curable: oneOf(['none', 'by_condition']),
      procedures: PROCEDURE_LIST,
      values: listOf(TEXT, 1),
      ...SOURCED,
      ...VALIDITY,
    },
    ['values'],
  ),
);

/** calendar.yaml */
export const CALENDAR_SCHEMA = listOf(
  exact(
    {
      date: DATE,
      type: oneOf(['holiday', 'compensatory', 'swap_off', 'swap_work']),
      appliesTo: oneOf(['all', 'civil_servants']),
      name: BILINGUAL,
      ...SOURCED,
      draftedBy: TEXT,
      publishedBy: TEXT,
    },
    ['draftedBy', 'publishedBy'],
  ),
);

/** screening/*.json: only the outline; what the tables say is checked by the engine. */
export const MODEL_SCHEMA = {
  type: 'object',
  required: ['nodes', 'edges'],
  properties: { nodes: listOf({ type: 'object' }, 1), edges: listOf({ type: 'object' }) },
};
/** procedures/*.json as a whole: only what identifies it; the graph is checked by the workflow. */
export const PROCEDURE_SCHEMA = {
  type: 'object',
  required: ['id', 'version'],
  properties: { id: oneOf(PROCEDURES), version: TEXT },
};
/** procedures/*.json as the difference to another procedure; what comes of it is checked like a whole one. */
export const PROCEDURE_DIFFERENCE_SCHEMA = exact({
  id: oneOf(PROCEDURES),
  version: TEXT,
  title: BILINGUAL,
  like: oneOf(PROCEDURES),
  change: { type: 'object', properties: { id: false, version: false, title: false } },
});
const CASE = exact({ id: TEXT, note: TEXT, input: ANY, expect: ANY });
/** cases/*.json: one golden case, or a list of them. */
export const CASES_SCHEMA = listOf(CASE, 1);
