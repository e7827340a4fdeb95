import { aCase, aCommand, A_CONDITION, aScreening, OLD_MACHINE, PEOPLE, PROHIBITED } from '../case-facts.js';
import { type GuardCases, lets, stops } from './guard-cases.js';

const lead = { actor: PEOPLE.lead };
const clean = aCase(lead);
const screened = (given: Parameters<typeof aScreening>[0]) =>
  aCase({ ...lead, screening: aScreening(given) });
const prohibited = screened({ blocking: [PROHIBITED] });
const oldMachine = screened({ blocking: [OLD_MACHINE] });
const open = screened({ inconclusive: ['OUT-2:line-1', 'L-1:line-1'] });
const conclude = aCommand('conclude');
const notice = (findingKeys: string[]) => aCommand('notify_refusal', { findingKeys });
const answered = (...keys: string[]) =>
  aCommand('conclude', {
    inconclusive: keys.map((findingKey) => ({ findingKey, answer: 'accepted_risk', reason: 'seen on site' })),
  });
const ANNEX = 'list.prohibited:lines[a]';
const doubtful = screened({ inconclusive: [ANNEX] });
const answering = (
  answer: 'condition' | 'manual_check' | 'not_decisive',
  given: Parameters<typeof aCommand<'conclude'>>[1] = {},
) =>
  aCommand('conclude', { inconclusive: [{ findingKey: ANNEX, answer, reason: 'to be measured' }], ...given });
const CURING = [{ ...A_CONDITION, cures: [ANNEX] }];
const disagree = (
  word: 'prohibited' | 'outdated' | 'other',
  given: Parameters<typeof aCommand<'conclude'>>[1] = {},
) => aCommand('conclude', { outcome: `disagree_${word}`, ...given });
const withCondition = aCommand('conclude', { outcome: 'agree_with_conditions', conditions: [A_CONDITION] });

export const REVIEW_CASES = {
  confirmed_blocking_finding: {
    passes: [lets('named', prohibited, notice([PROHIBITED.key]))],
    refuses: [
      stops('no_confirmed_blocking_finding', 'no finding', clean, notice([PROHIBITED.key])),
      stops('no_confirmed_blocking_finding', 'no screening', aCase({ screening: null }), notice([])),
      stops('finding_does_not_stand', 'none is named', prohibited, notice([])),
      stops('finding_does_not_stand', 'another is named', prohibited, notice([OLD_MACHINE.key]), {
        unknown: [OLD_MACHINE.key],
        standing: [PROHIBITED.key],
      }),
    ],
  },
  opinion_recorded: {
    passes: [lets('one', clean, conclude)],
    refuses: [
      stops('opinion_missing', 'none of round 2', aCase({ opinionsOfRound: 0, round: 2 }), conclude, {
        round: 2,
      }),
    ],
  },
  screening_current: {
    passes: [lets('current', clean, conclude)],
    refuses: [
      stops('screening_missing', 'never screened', aCase({ screening: null }), conclude),
      stops('screening_stale', 'the facts changed', screened({ current: false }), conclude),
    ],
  },
  candidates_decided: {
    passes: [lets('none is open', clean, conclude)],
    refuses: [
      stops(
        'candidates_undecided',
        'one is open',
        screened({ undecidedCandidates: ['line-1:RES-4'] }),
        conclude,
        {
          candidates: ['line-1:RES-4'],
        },
      ),
    ],
  },
  inconclusive_answered: {
    passes: [
      lets('all are answered', open, answered('OUT-2:line-1', 'L-1:line-1')),
      lets('none is there', clean, conclude),
      lets(
        'checked by hand, on record',
        screened({ inconclusive: [ANNEX], checkedByHand: [ANNEX] }),
        answering('manual_check'),
      ),
      lets(
        'answered by a condition',
        doubtful,
        answering('condition', { outcome: 'agree_with_conditions', conditions: CURING }),
      ),
      lets(
        'a condition beside a disagreement',
        doubtful,
        answering('condition', { outcome: 'disagree_other', conditions: CURING }),
      ),
      lets(
        'passed over beside a disagreement',
        doubtful,
        answering('not_decisive', { outcome: 'disagree_outdated' }),
      ),
    ],
    refuses: [
      stops('inconclusive_unanswered', 'one is not', open, answered('OUT-2:line-1'), {
        keys: ['L-1:line-1'],
      }),
      stops(
        'inconclusive_unanswered',
        'answered without a reason',
        screened({ inconclusive: ['L-1:line-1'] }),
        aCommand('conclude', {
          inconclusive: [{ findingKey: 'L-1:line-1', answer: 'manual_check', reason: ' ' }],
        }),
      ),
      stops('inconclusive_unanswered', 'no check by hand is on record', doubtful, answering('manual_check'), {
        keys: [ANNEX],
        reason: 'no_manual_check',
      }),
      stops(
        'conditions_missing',
        'no condition names the finding',
        doubtful,
        answering('condition', { outcome: 'agree_with_conditions', conditions: [A_CONDITION] }),
        { keys: [ANNEX] },
      ),
      stops(
        'conditions_missing',
        'agrees plainly beside the condition',
        doubtful,
        answering('condition', { conditions: CURING }),
        { keys: [ANNEX], needs: 'agree_with_conditions' },
      ),
      stops(
        'inconclusive_unanswered',
        'passed over beside an agreement',
        doubtful,
        answering('not_decisive'),
        {
          keys: [ANNEX],
          reason: 'decisive_here',
        },
      ),
    ],
  },
  conflict_declared: {
    passes: [lets('free of conflict', clean, conclude)],
    refuses: [
      stops('declaration_missing', 'nothing declared yet', aCase({ leadDeclaration: null }), conclude),
      stops('declaration_missing', 'a conflict declared', aCase({ leadDeclaration: 'conflict' }), conclude),
    ],
  },
  annexes_checked: {
    passes: [lets('every annex is loaded or checked', clean, conclude)],
    refuses: [
      stops(
        'annex_check_missing',
        'one is not',
        screened({ uncheckedAnnexes: ['list.prohibited:line[a]'] }),
        conclude,
        { keys: ['list.prohibited:line[a]'] },
      ),
    ],
  },
  consultations_closed: {
    passes: [lets('none is open', clean, conclude)],
    refuses: [stops('consultations_open', 'two are', aCase({ openConsultations: 2 }), conclude, { open: 2 })],
  },
  council_done: {
    passes: [lets('none', clean, conclude), lets('closed', aCase({ council: 'closed' }), conclude)],
    refuses: [
      stops('council_open', 'it sits', aCase({ council: 'open' }), conclude),
      stops(
        'conflict_of_interest',
        'a vote of somebody in conflict made its conclusion',
        aCase({ council: 'closed', councilVoterIds: ['a', 'b'], conflictedUserIds: ['b'] }),
        conclude,
        { who: 'council_member', userId: 'b' },
      ),
    ],
  },
  consultation_form_followed: {
    passes: [
      lets('nothing was chosen: in house', clean, conclude),
      lets('in house', aCase({ consultationForm: 'in_house' }), conclude),
      lets('an expert', aCase({ consultationForm: 'experts', expertOpinionsOfRound: 1 }), conclude),
      lets(
        'a body',
        aCase({
          consultationForm: 'independent_body',
          consultations: { agencyAnswers: 0, bodyAnswers: 1, closedSilent: 0 },
        }),
        conclude,
      ),
      lets('a council', aCase({ consultationForm: 'council', council: 'closed' }), conclude),
      lets(
        'another form after a council was dissolved',
        aCase({ consultationForm: 'experts', expertOpinionsOfRound: 2, council: 'dissolved' }),
        conclude,
      ),
    ],
    refuses: [
      stops(
        'consultation_experts_missing',
        'only the lead appraiser wrote',
        aCase({ consultationForm: 'experts', round: 2 }),
        conclude,
        { round: 2 },
      ),
      stops(
        'consultation_body_missing',
        'an agency answered, no body',
        aCase({
          consultationForm: 'independent_body',
          consultations: { agencyAnswers: 2, bodyAnswers: 0, closedSilent: 0 },
        }),
        conclude,
      ),
      ...(['none', 'open', 'dissolved'] as const).map((council) =>
        stops(
          'consultation_council_missing',
          council,
          aCase({ consultationForm: 'council', council }),
          conclude,
          {
            council,
          },
        ),
      ),
    ],
  },
  outcome_consistent: {
    passes: [
      lets('agrees, nothing blocks', clean, conclude),
      lets('a condition cures the finding', oldMachine, withCondition),
      lets('prohibited, confirmed', prohibited, aCommand('conclude', { outcome: 'disagree_prohibited' })),
      ...['used.age', 'outdated.capacity'].map((test) =>
        lets(`outdated by ${test}`, screened({ grounds: [{ key: 'X:1', test }] }), disagree('outdated')),
      ),
      lets('another finding', prohibited, disagree('other', { findingKeys: [PROHIBITED.key] })),
      lets('a failed criterion', clean, disagree('other', { failedCriteria: ['C3'] })),
      lets(
        'a council',
        aCase({ ...lead, council: 'closed', councilOutcome: 'disagree_outdated' }),
        disagree('other'),
      ),
    ],
    refuses: [
      stops('blocking_finding_stands', 'agrees beside a finding', oldMachine, conclude, {
        findings: [OLD_MACHINE.key],
      }),
      stops('blocking_finding_stands', 'no condition cures it by law', prohibited, withCondition),
      stops(
        'blocking_finding_stands',
        'the condition names another finding',
        oldMachine,
        aCommand('conclude', {
          outcome: 'agree_with_conditions',
          conditions: [{ ...A_CONDITION, cures: ['U-1:other'] }],
        }),
      ),
      stops(
        'conditions_missing',
        'no condition',
        clean,
        aCommand('conclude', { outcome: 'agree_with_conditions' }),
      ),
      stops(
        'outcome_unsupported',
        'not confirmed',
        oldMachine,
        aCommand('conclude', { outcome: 'disagree_prohibited' }),
      ),
      stops('outcome_unsupported', 'outdated by nothing', prohibited, disagree('outdated'), {
        needs: 'used_or_outdated',
      }),
      stops(
        'outcome_unsupported',
        'outdated by a list',
        screened({ grounds: [{ key: 'X:1', test: 'list.restricted' }] }),
        disagree('outdated'),
      ),
      stops('refusal_grounds_missing', 'another reason, only in words', clean, disagree('other')),
      stops(
        'council_concluded_otherwise',
        'rests on a council that agreed',
        aCase({ ...lead, council: 'closed', councilOutcome: 'agree' }),
        disagree('other'),
        { councilOutcome: 'agree' },
      ),
      stops(
        'finding_does_not_stand',
        'rests on a finding that fell',
        clean,
        disagree('other', { findingKeys: ['X:1'] }),
      ),
      ...(['prohibited', 'other'] as const).map((word) =>
        stops(
          'criterion_not_failed',
          `${word}, by a criterion that was met`,
          prohibited,
          disagree(word, { failedCriteria: ['C1'] }),
          { criteria: ['C1'] },
        ),
      ),
    ],
  },
} satisfies Record<string, GuardCases>;
