import { type TechnologyFacts } from '#contracts';
import { type CivilDate, Refusal, yearOf } from '#kernel';
import { type FactFault, factsFaults, normaliseFacts, renderFault } from '#screening';
import { type Language } from '../http/language.js';

const shown = ({ pointer, code, params }: FactFault, language: Language) => ({
  pointer: `/facts${pointer}`,
  code,
  message: renderFault({ code, params }, language),
});

/** @throws Refusal `malformed_request` for a fault of shape, else `impossible_value`, each with a pointer below `/facts`. */
function requireSound(
  facts: unknown,
  today: CivilDate,
  language: Language,
): asserts facts is TechnologyFacts {
  const faults = factsFaults(facts, { currentYear: yearOf(today), today });
  if (faults.length === 0) return;
  const isShape = faults.some(({ kind }) => kind === 'shape');
  throw new Refusal(isShape ? 'malformed_request' : 'impossible_value', {
    errors: faults.map((fault) => shown(fault, language)),
  });
}

const withoutAcceptance = (facts: TechnologyFacts): TechnologyFacts => ({
  ...facts,
  ...(facts.evidence && {
    evidence: facts.evidence.map(({ acceptedBy: _by, acceptedOn: _on, ...paper }) => paper),
  }),
});

/**
 * The facts of a preview as they are screened: checked, normalised, and without any acceptance of papers, which only
 * the agency can give. @throws Refusal `confirmations_not_facts`, `malformed_request`, `impossible_value`
 */
export function previewFacts(
  facts: Record<string, unknown>,
  today: CivilDate,
  language: Language,
): TechnologyFacts {
  if ('confirmations' in facts) throw new Refusal('confirmations_not_facts');
  requireSound(facts, today, language);
  return normaliseFacts(withoutAcceptance(facts));
}
