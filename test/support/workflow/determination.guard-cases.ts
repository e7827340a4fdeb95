import { type Verdict } from '#contracts';
import { type ScreenedTest } from '#workflow';
import { aCase, aCommand, aScreening, PEOPLE } from '../case-facts.js';
import { type GuardCases, lets, stops } from './guard-cases.js';

const conclude = aCommand('conclude');
const outdated = aCommand('conclude', { outcome: 'disagree_outdated' });
const prohibited = aCommand('conclude', { outcome: 'disagree_prohibited' });
const heard = (agencyAnswers: number, closedSilent: number, bodyAnswers = 0) =>
  aCase({ actor: PEOPLE.lead, consultations: { agencyAnswers, bodyAnswers, closedSilent } });

const test = (name: string, verdict: ScreenedTest['verdict'], blocking = false): ScreenedTest => ({
  key: `${name}:lines[a]`,
  test: name,
  verdict,
  blocking,
});
const tested = (...tests: ScreenedTest[]) => aCase({ actor: PEOPLE.lead, screening: aScreening({ tests }) });
const met = ['standard', 'capacity', 'consumption', 'list'].map((group) => test(`outdated.${group}`, 'met'));
const but = (...changed: ScreenedTest[]) =>
  tested(...met.filter((one) => !changed.some((other) => other.test === one.test)), ...changed);
const capacity = (verdict: Verdict | 'overturned', blocking = verdict === 'breached') =>
  test('outdated.capacity', verdict, blocking);
const LIST = test('outdated.list', 'breached', true);
const decided = (outcome: string, facts = tested(...met)) => ({
  ...facts,
  actor: PEOPLE.leader,
  conclusion: { outcome, conditionsCure: [] },
});
const answering = (answer: 'accepted_risk' | 'condition' | 'not_decisive') =>
  aCommand('conclude', {
    outcome: 'disagree_outdated',
    inconclusive: [{ findingKey: 'outdated.standard:lines[a]', answer, reason: 'not measured' }],
  });
const breachedAndOpen = but(capacity('breached'), test('outdated.standard', 'inconclusive'));

export const DETERMINATION_CASES = {
  ours_to_determine: {
    passes: [
      lets('a project of the province', aCase({ projectAuthority: 'province_chair' }), aCommand('accept')),
    ],
    refuses: [
      stops(
        'not_ours_to_determine',
        'a project of the Prime Minister',
        aCase({ projectAuthority: 'prime_minister' }),
        aCommand('accept'),
        { projectAuthority: 'prime_minister', competentAuthority: 'Bộ Khoa học và Công nghệ' },
      ),
      stops(
        'not_ours_to_determine',
        'a project of the National Assembly',
        aCase({ projectAuthority: 'national_assembly' }),
        aCommand('accept'),
      ),
      stops('not_ours_to_determine', 'nobody knows whose it is', aCase(), aCommand('accept'), {
        projectAuthority: null,
        competentAuthority: null,
      }),
    ],
  },
  agencies_consulted: {
    passes: [lets('one answered', heard(1, 0), conclude), lets('one was silent', heard(0, 1), conclude)],
    refuses: [
      stops('agencies_not_consulted', 'nobody was asked', heard(0, 0), conclude, { round: 1 }),
      stops('agencies_not_consulted', 'only a body answered', heard(0, 0, 2), conclude),
    ],
  },
  tests_proven: {
    passes: [
      lets('every test is met', tested(...met), conclude),
      lets('what does not apply is left out', but(capacity('not_applicable')), conclude),
      lets('one test is breached', but(capacity('breached')), outdated),
      lets('the technology is prohibited', but(LIST), prohibited),
      lets('another test decides nothing', breachedAndOpen, answering('not_decisive')),
      lets('approved as concluded', decided('agree'), aCommand('approve')),
      lets(
        'refused as concluded',
        decided('disagree_outdated', but(capacity('breached'))),
        aCommand('refuse'),
      ),
    ],
    refuses: [
      stops('no_applicable_test', 'nothing was tested', tested(), conclude),
      stops('no_applicable_test', 'there is no screening', aCase({ screening: null }), conclude),
      stops('no_applicable_test', 'no test applies', tested(capacity('not_applicable')), conclude),
      stops('outdated_test_inconclusive', 'one is open', but(capacity('inconclusive')), conclude, {
        keys: ['outdated.capacity:lines[a]'],
      }),
      stops(
        'outdated_test_inconclusive',
        'the certificate is not valid',
        tested(...met, test('determination.certificate', 'breached')),
        conclude,
      ),
      stops('outdated_test_not_met', 'one is breached', but(capacity('breached')), conclude),
      stops('outdated_test_not_met', 'a breach was overturned', but(capacity('overturned')), conclude),
      stops('no_outdated_test_breached', 'all are met', tested(...met), outdated),
      stops('no_outdated_test_breached', 'one is open only', but(capacity('inconclusive')), outdated, {
        inconclusive: ['outdated.capacity:lines[a]'],
      }),
      stops(
        'no_outdated_test_breached',
        'the breach cannot block',
        but(capacity('breached', false)),
        outdated,
      ),
      stops('no_outdated_test_breached', 'the list test is met', but(capacity('breached')), prohibited),
      stops('outdated_test_inconclusive', 'the risk is taken', breachedAndOpen, answering('accepted_risk'), {
        keys: ['outdated.standard:lines[a]'],
        reason: 'risk_not_acceptable',
      }),
      stops('outdated_test_inconclusive', 'a condition', breachedAndOpen, answering('condition')),
      stops(
        'outcome_not_of_determination',
        'with conditions',
        tested(...met),
        aCommand('conclude', { outcome: 'agree_with_conditions' }),
        { allowed: ['agree', 'disagree_outdated', 'disagree_prohibited'] },
      ),
      stops(
        'outcome_not_of_determination',
        'for another reason',
        but(capacity('breached')),
        aCommand('conclude', { outcome: 'disagree_other' }),
      ),
      stops(
        'outdated_test_not_met',
        'approved on stale proof',
        decided('agree', but(capacity('breached'))),
        aCommand('approve'),
      ),
      stops(
        'no_outdated_test_breached',
        'refused without a breach',
        decided('disagree_outdated'),
        aCommand('refuse'),
      ),
      stops(
        'outcome_not_of_determination',
        'nothing was concluded',
        { ...decided('agree'), conclusion: null },
        aCommand('approve'),
      ),
    ],
  },
} satisfies Record<string, GuardCases>;
