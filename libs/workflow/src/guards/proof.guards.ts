import { type CommandName, type InconclusiveAnswer, type Outcome } from '#contracts';
import { type CaseFacts, type ScreenedTest } from '../workflow.types.js';
import { type Guard, type GuardAnswer, refusal } from './guard.types.js';

const COMMANDS = ['conclude', 'approve', 'approve_with_conditions', 'refuse'] as const;
const CERTIFICATE = 'determination.certificate';
const LIST = 'outdated.list';

const isOutdatedTest = ({ test }: { test: string }): boolean => test.startsWith('outdated.');
const keysOf = (tests: readonly ScreenedTest[]): string[] => tests.map(({ key }) => key);
const all = (facts: CaseFacts): ScreenedTest[] => facts.screening?.tests ?? [];
/** The tests of the definition that apply to something in the project. */
const applicable = (facts: CaseFacts): ScreenedTest[] =>
  all(facts).filter((test) => isOutdatedTest(test) && test.verdict !== 'not_applicable');
const isBreach = ({ verdict, blocking }: ScreenedTest): boolean => verdict === 'breached' && blocking;

const withoutCertificate = (facts: CaseFacts): ScreenedTest[] =>
  all(facts).filter(({ test, verdict }) => test === CERTIFICATE && verdict !== 'met');

/** Not outdated: something was tested, and each test that applies is met on accepted evidence. */
function notOutdated(facts: CaseFacts): GuardAnswer {
  const tests = applicable(facts);
  const unproven = withoutCertificate(facts);
  if (tests.length + unproven.length === 0) return refusal('no_applicable_test');
  const open = [...tests.filter(({ verdict }) => verdict === 'inconclusive'), ...unproven];
  if (open.length > 0) return refusal('outdated_test_inconclusive', { keys: keysOf(open) });
  const failed = tests.filter(({ verdict }) => verdict !== 'met');
  return failed.length > 0 ? refusal('outdated_test_not_met', { keys: keysOf(failed) }) : null;
}

/** Outdated: at least one test is breached, by law that can block and on accepted evidence. */
function outdated(facts: CaseFacts): GuardAnswer {
  const tests = applicable(facts);
  return tests.some(isBreach)
    ? null
    : refusal('no_outdated_test_breached', {
        inconclusive: keysOf(tests.filter(({ verdict }) => verdict === 'inconclusive')),
      });
}

/** The prohibited list is a test of the definition only where the pack has it as one (OUT-5). */
const prohibited = (facts: CaseFacts): GuardAnswer =>
  applicable(facts).some((test) => test.test === LIST && isBreach(test))
    ? null
    : refusal('no_outdated_test_breached', { needs: LIST });

const PROOF_OF: Partial<Record<Outcome, (facts: CaseFacts) => GuardAnswer>> = {
  agree: notOutdated,
  disagree_outdated: outdated,
  disagree_prohibited: prohibited,
};

function proven(facts: CaseFacts, outcome: string | null): GuardAnswer {
  const rule = outcome === null ? undefined : PROOF_OF[outcome as Outcome];
  return rule
    ? rule(facts)
    : refusal('outcome_not_of_determination', { outcome, allowed: Object.keys(PROOF_OF) });
}

const decides = (name: CommandName): boolean => name !== 'conclude';
const concluded = (facts: CaseFacts): GuardAnswer => proven(facts, facts.conclusion?.outcome ?? null);

/** Nobody may take the risk of an unproven test: it is cleared up, or another test is breached and it decides nothing. */
function riskTaken(facts: CaseFacts, answers: readonly InconclusiveAnswer[]): GuardAnswer {
  const open = new Set(keysOf(applicable(facts).filter(({ verdict }) => verdict === 'inconclusive')));
  const keys = answers
    .filter(({ findingKey, answer }) => open.has(findingKey) && answer !== 'not_decisive')
    .map(({ findingKey }) => findingKey);
  return keys.length > 0
    ? refusal('outdated_test_inconclusive', { keys, reason: 'risk_not_acceptable' })
    : null;
}

/**
 * A determination rests on proof (invariant 10): `agree` (not outdated) on at least one applicable test of the definition
 * and each of them met, none inconclusive, the certificate valid; `disagree_outdated` on at least one breach that
 * blocks; `disagree_prohibited` on the breach of the list test. A test is met or breached only on accepted evidence, which
 * is the screening's part. Asked at the conclusion and, by what was concluded, at every decision.
 * Refuses `outcome_not_of_determination`, `no_applicable_test`, `outdated_test_inconclusive`, `outdated_test_not_met`,
 * `no_outdated_test_breached`, each with the `keys`.
 */
export const testsProven: Guard = {
  commands: COMMANDS,
  early: (facts, name) => (decides(name) ? concluded(facts) : null),
  check: (facts, command) =>
    command.name === 'conclude'
      ? (proven(facts, command.payload.outcome) ?? riskTaken(facts, command.payload.inconclusive))
      : concluded(facts),
};
