import { type CaseAttributes } from '#contracts';
import { type LawSet, type ScreeningLaw } from './law-set.types.js';
import { type When } from './pack.types.js';

/** Whether every attribute that a condition names holds one of its values; null is asked for by the word `unknown`. */
export const matchesWhen = (when: When, attributes: CaseAttributes): boolean =>
  Object.entries(when).every(([name, values]) =>
    values.includes(attributes[name as keyof CaseAttributes] ?? 'unknown'),
  );

/** The clock rules of a set whose conditions hold for a case; all of them run, the earliest date is the due date. */
export const clocksFor = (
  lawSet: Pick<ScreeningLaw, 'clocks'>,
  attributes: CaseAttributes,
): LawSet['clocks'] =>
  lawSet.clocks.filter(
    (clock) => clock.procedures.includes(attributes.procedure) && matchesWhen(clock.when, attributes),
  );
