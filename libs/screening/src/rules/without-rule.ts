import { type Finding } from '#contracts';
import { type RuleContext, type RuleFamily, type RuleTest, type Subject, subjectOf } from './rule-family.js';

/** No rule, so no article, no pack and nothing that could act: only that a person has to look. */
const findingOf = (subject: Subject, { test }: RuleTest, analogy: boolean): Finding => ({
  key: `${test}:${subject.path}`,
  ruleId: test,
  subject: subjectOf(subject),
  test,
  verdict: 'inconclusive',
  severity: 'review',
  curable: test.startsWith('outdated.') ? 'none' : 'by_condition',
  analogy,
  basis: '',
  verification: 'memory',
  packId: '',
  values: {},
  missing: [],
  notes: ['no_rule_in_force'],
  wouldChange: [],
});

/**
 * The findings of a family of which no rule is in force on the day: every test that would concern a subject is open and
 * says so (design section 2), never silently passed.
 */
export const findingsWithoutRule = (
  family: RuleFamily,
  subjects: readonly Subject[],
  context: RuleContext,
): Finding[] =>
  subjects.flatMap((subject) =>
    family.tests
      .filter((test) => family.concerns(subject, test, context))
      .map((test) => findingOf(subject, test, test.test.startsWith('outdated.') && !context.determines)),
  );
