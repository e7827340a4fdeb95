import { caseAttributes, type DossierRow } from '#dossiers';
import { clocksFor, type ClockRule, type ClockStart, type FromPack, type LawSet } from '#law';

type Rule = FromPack<ClockRule>;
const ruleStartingAt = (lawSet: LawSet, row: DossierRow, start: ClockStart): Rule | null =>
  clocksFor(lawSet, caseAttributes(row)).find((rule) => rule.start === start && rule.value !== null) ?? null;

/** The term that the law gives to one consulted agency or body; null where it gives none. */
export const consultedTerm = (lawSet: LawSet, row: DossierRow): Rule | null =>
  ruleStartingAt(lawSet, row, 'consultation');

/** The reply that counts from the last answer of the consulted; null where no reply does. */
export const replyAfterLast = (lawSet: LawSet, row: DossierRow): Rule | null =>
  ruleStartingAt(lawSet, row, 'last_reply');

/** Days that the longer term for large and complex projects adds, in the unit of the rule; null where there is none. */
export function daysAdded(rule: Rule | null): number | null {
  if (rule?.extension == null || rule.value === null) return null;
  return rule.extension.max === 'same_length' ? rule.value : rule.extension.max;
}
