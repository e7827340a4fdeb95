import { type Draft, type ValueFault } from './draft.types.js';
import { localFaults } from './local-faults.js';
import { type RefusedValue, stillThere } from './value-faults.js';

/** What cannot be saved of a draft: what is no such value, and what the API refused of it and nobody changed since. */
export const faultsOf = (draft: Draft, refused: readonly RefusedValue[]): ValueFault[] => [
  ...localFaults(draft),
  ...stillThere(refused, draft),
];
