import { ApiQuery, type ApiQueryOptions } from '@nestjs/swagger';
import { NEAR_DUE_DAYS } from '#contracts';
import { LIST_TABS, REFUSAL_GROUNDS } from '#dossiers';

const many = (name: string): ApiQueryOptions => ({ name, required: false, isArray: true, type: String });
const flag = (name: string, description: string): ApiQueryOptions => ({
  name,
  required: false,
  enum: ['true', 'false'],
  description,
});
const day = (name: string, description: string): ApiQueryOptions => ({ name, required: false, description });

/** The filter of dossiers, as lists, counts, neighbours and saved views read it. */
const FILTER: ApiQueryOptions[] = [
  many('status'),
  many('procedure'),
  many('capitalOrigin'),
  { name: 'assignee', required: false, description: 'me | none | id; inside the house only' },
  {
    name: 'tab',
    required: false,
    enum: [...LIST_TABS],
    description:
      'mine: what I work on or what is ours, and something is owed; open: submitted, something is owed; closed: nothing is owed; unassigned, team: open without and with a lead appraiser (inside the house only)',
  },
  {
    name: 'action',
    required: false,
    enum: ['mine'],
    description: 'Only dossiers with which the reader has something to do now',
  },
  flag('overdue', 'Past the due day, and something is still owed'),
  flag('nearDue', `Due today or within ${NEAR_DUE_DAYS} days of the calendar, and something is still owed`),
  day('dueFrom', 'First day due, yyyy-MM-dd'),
  day('dueTo', 'Last day due, yyyy-MM-dd'),
  day(
    'silentBy',
    'Reply clock runs out up to this day and silence counts as agreement; inside the house only',
  ),
  {
    name: 'refusedFor',
    required: false,
    isArray: true,
    enum: [...REFUSAL_GROUNDS],
    description: 'Refused, by the outcome of the conclusion; inside the house only',
  },
  day('decidedFrom', 'First day of the decision that stands; inside the house only'),
  day('decidedTo', 'Last day of the decision that stands; inside the house only'),
  day('from', 'First day of receipt, yyyy-MM-dd'),
  day('to', 'Last day of receipt, yyyy-MM-dd'),
  {
    name: 'incomingNumber',
    required: false,
    description: 'Exactly the number of the paper with which it came in; blanks and capitals do not matter',
  },
  day('incomingOn', 'Day on that paper, yyyy-MM-dd'),
  { name: 'owner', required: false, description: 'Id of the organisation to which the dossier belongs' },
  {
    name: 'q',
    required: false,
    description: 'Words of project, file code or incoming number; accents do not matter',
  },
];

/** Documents the filter of dossiers on a route. */
export const WithListFilter = (): MethodDecorator => (target, key, descriptor) => {
  for (const options of FILTER) (ApiQuery(options) as MethodDecorator)(target, key, descriptor);
};
