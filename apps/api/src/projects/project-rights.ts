import { type Role } from '#contracts';
import { REGISTER_READERS } from '#identity';
import { type RoutePolicy } from '../http/policy.decorator.js';

const WRITERS: readonly Role[] = ['clerk', 'appraiser', 'head'];

/** Who reads the register: the house; what a person in conflict may not see is in none of their answers. */
export const READS: RoutePolicy = {
  who: REGISTER_READERS,
  note: 'The house reads the register; projects of a conflict of interest are hidden from the person',
};
/** Who keeps the register. */
export const WRITES: RoutePolicy = { who: WRITERS, note: 'Clerk, appraiser and head keep the register' };
export const HEAD_DECIDES: RoutePolicy = {
  who: ['head'],
  note: 'A head confirms what somebody else proposed: it changes coverage',
};
export const RECORDS_DECISIONS: RoutePolicy = {
  who: ['province_leader', 'clerk'],
  note: 'The province records its decision; a clerk enters it by the number of its paper',
};
