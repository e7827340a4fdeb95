import { type Outcome } from '#contracts';
import {
  aCase,
  aCommand,
  A_CONDITION,
  aScreening,
  OLD_MACHINE,
  PEOPLE,
  PROHIBITED,
  TODAY,
} from '../case-facts.js';
import { type GuardCases, lets, stops } from './guard-cases.js';

const leader = { actor: PEOPLE.leader };
const clean = aCase(leader);
const blockedBy = (...blocking: (typeof PROHIBITED | typeof OLD_MACHINE)[]) =>
  aCase({ ...leader, screening: aScreening({ blocking }) });
const approve = aCommand('approve');
const onCondition = aCommand('approve_with_conditions');
const conditions = (change: Partial<typeof A_CONDITION>) =>
  aCommand('approve_with_conditions', { conditions: [A_CONDITION, { ...A_CONDITION, ...change }] });
const refuse = (given: Parameters<typeof aCommand<'refuse'>>[1]) =>
  aCommand('refuse', { failedCriteria: [], ...given });
const concludedAs = (outcome: Outcome, ...conditionsCure: string[]) =>
  aCase({ ...leader, conclusion: { outcome, conditionsCure } });
const inConflict = (...conflictedUserIds: string[]) => aCase({ ...leader, conflictedUserIds });
const incomplete = (field: string) => ({ conditions: [{ index: 1, missing: [field] }] });

export const DECISION_CASES = {
  four_eyes: {
    passes: [
      lets('three people', clean, approve),
      lets('a head endorses', aCase({ actor: PEOPLE.head, endorserId: null }), aCommand('endorse')),
      lets('after send_back the endorser endorses again', aCase({ actor: PEOPLE.head }), aCommand('endorse')),
    ],
    refuses: [
      stops(
        'four_eyes',
        'concluder endorses',
        aCase({ actor: PEOPLE.head, concluderId: PEOPLE.head.id }),
        aCommand('endorse'),
        {
          sameAs: 'concluder',
        },
      ),
      stops('four_eyes', 'endorser approves', aCase({ ...leader, endorserId: PEOPLE.leader.id }), approve, {
        sameAs: 'endorser',
      }),
      stops(
        'four_eyes',
        'concluder approves',
        aCase({ ...leader, concluderId: PEOPLE.leader.id }),
        onCondition,
      ),
      stops('four_eyes', 'endorser refuses', aCase({ ...leader, endorserId: PEOPLE.leader.id }), refuse({})),
      stops('four_eyes', 'nobody endorsed', aCase({ ...leader, endorserId: null }), approve, {
        missing: true,
      }),
    ],
  },
  earlier_people_impartial: {
    passes: [
      lets('others are in conflict', inConflict(PEOPLE.appraiser.id), approve),
      lets(
        'an earlier endorser, when it is endorsed anew',
        aCase({ actor: PEOPLE.secondLeader, conflictedUserIds: [PEOPLE.head.id] }),
        aCommand('endorse'),
      ),
    ],
    refuses: [
      ...[approve, onCondition, refuse({}), aCommand('endorse')].map((command) =>
        stops(
          'conflict_of_interest',
          `the concluder, at ${command.name}`,
          inConflict(PEOPLE.lead.id),
          command,
          { who: 'concluder', userId: PEOPLE.lead.id },
        ),
      ),
      ...[approve, onCondition, refuse({})].map((command) =>
        stops(
          'conflict_of_interest',
          `the endorser, at ${command.name}`,
          inConflict(PEOPLE.head.id),
          command,
          { who: 'endorser', userId: PEOPLE.head.id },
        ),
      ),
      ...[approve, onCondition, refuse({}), aCommand('endorse')].map((command) =>
        stops(
          'conflict_of_interest',
          `a voter of the council, at ${command.name}`,
          { ...inConflict(PEOPLE.secondLeader.id), councilVoterIds: [PEOPLE.secondLeader.id] },
          command,
          { who: 'council_member', userId: PEOPLE.secondLeader.id },
        ),
      ),
    ],
  },
  no_blocking_finding: {
    passes: [
      lets('none', clean, approve),
      lets('cured', blockedBy(OLD_MACHINE), onCondition),
      lets('none, on condition', clean, onCondition),
    ],
    refuses: [
      stops('blocking_finding_stands', 'a curable one, approved plainly', blockedBy(OLD_MACHINE), approve, {
        findings: [OLD_MACHINE.key],
      }),
      stops('blocking_finding_stands', 'an incurable one', blockedBy(PROHIBITED, OLD_MACHINE), onCondition, {
        findings: [PROHIBITED.key],
      }),
      stops(
        'blocking_finding_stands',
        'no condition names it',
        blockedBy(OLD_MACHINE),
        aCommand('approve_with_conditions', { conditions: [{ ...A_CONDITION, cures: [] }] }),
      ),
    ],
  },
  reasons_given: {
    passes: [
      lets('a blocking finding', blockedBy(PROHIBITED), refuse({ findingKeys: [PROHIBITED.key] })),
      lets(
        'a finding for review that stands',
        aCase({ screening: aScreening({ grounds: [{ key: 'OUT-2:line-1', test: 'outdated.capacity' }] }) }),
        refuse({ findingKeys: ['OUT-2:line-1'] }),
      ),
      lets('a failed criterion', aCase({ failedCriteria: ['C1', 'C3'] }), refuse({ failedCriteria: ['C3'] })),
      lets(
        'a session of the council',
        aCase({ council: 'closed', councilOutcome: 'disagree_other' }),
        refuse({ councilConclusion: 'not modern' }),
      ),
    ],
    refuses: [
      stops('refusal_grounds_missing', 'only words', clean, refuse({})),
      stops('refusal_grounds_missing', 'no words', clean, refuse({ reasons: ' ', failedCriteria: ['C3'] })),
      stops(
        'refusal_grounds_missing',
        'a council that did not close',
        clean,
        refuse({ councilConclusion: 'no' }),
      ),
      stops(
        'council_concluded_otherwise',
        'a council that agreed',
        aCase({ council: 'closed', councilOutcome: 'agree_with_conditions' }),
        refuse({ councilConclusion: 'no', failedCriteria: ['C3'] }),
        { councilOutcome: 'agree_with_conditions' },
      ),
      stops(
        'finding_does_not_stand',
        'a finding that fell',
        clean,
        refuse({ findingKeys: [PROHIBITED.key] }),
        {
          unknown: [PROHIBITED.key],
        },
      ),
      stops(
        'finding_does_not_stand',
        'an analogy, or a rule from memory',
        aCase({ screening: aScreening({ breached: ['OUT-2:line-1'], grounds: [] }) }),
        refuse({ findingKeys: ['OUT-2:line-1'] }),
        { unknown: ['OUT-2:line-1'], standing: [] },
      ),
      stops(
        'criterion_not_failed',
        'a criterion that no opinion found unmet',
        aCase({ failedCriteria: ['C1'] }),
        refuse({ failedCriteria: ['C1', 'C3'] }),
        { criteria: ['C3'], failed: ['C1'] },
      ),
    ],
  },
  decision_follows_conclusion: {
    passes: [
      lets('approves what was agreed', concludedAs('agree'), approve),
      lets('adds a condition to an agreement', concludedAs('agree'), onCondition),
      lets('keeps the condition', concludedAs('agree_with_conditions', OLD_MACHINE.key), onCondition),
      ...(['disagree_prohibited', 'disagree_outdated', 'disagree_other'] as const).map((outcome) =>
        lets(`refuses after ${outcome}`, concludedAs(outcome), refuse({})),
      ),
    ],
    refuses: [
      stops('decision_against_conclusion', 'refuses what was agreed', concludedAs('agree'), refuse({}), {
        decision: 'refuse',
        concluded: 'agree',
      }),
      stops(
        'decision_against_conclusion',
        'refuses what was agreed on conditions',
        concludedAs('agree_with_conditions'),
        refuse({}),
      ),
      stops(
        'decision_against_conclusion',
        'approves against a disagreement',
        concludedAs('disagree_other'),
        approve,
        { decision: 'approve', concluded: 'disagree_other' },
      ),
      stops(
        'decision_against_conclusion',
        'approves on conditions against a disagreement',
        concludedAs('disagree_outdated'),
        onCondition,
      ),
      stops(
        'decision_against_conclusion',
        'approves plainly what was agreed on conditions',
        concludedAs('agree_with_conditions'),
        approve,
      ),
      stops(
        'decision_against_conclusion',
        'approves plainly beside a condition',
        concludedAs('agree', OLD_MACHINE.key),
        approve,
        { dropped: [OLD_MACHINE.key] },
      ),
      stops(
        'decision_against_conclusion',
        'drops one of the conditions',
        concludedAs('agree_with_conditions', OLD_MACHINE.key, 'U-2d:machine-2'),
        onCondition,
        { dropped: ['U-2d:machine-2'] },
      ),
      stops('decision_against_conclusion', 'nothing was concluded', aCase({ conclusion: null }), approve, {
        concluded: null,
      }),
    ],
  },
  conditions_given: {
    passes: [lets('complete', clean, onCondition)],
    refuses: [
      stops('conditions_missing', 'none', clean, aCommand('approve_with_conditions', { conditions: [] })),
      stops('conditions_incomplete', 'not said what', clean, conditions({ what: ' ' }), incomplete('what')),
      stops(
        'conditions_incomplete',
        'due today',
        clean,
        conditions({ deadlineOn: TODAY }),
        incomplete('deadlineOn'),
      ),
      stops(
        'conditions_incomplete',
        'no day',
        clean,
        conditions({ deadlineOn: 'soon' }),
        incomplete('deadlineOn'),
      ),
      stops('conditions_incomplete', 'no proof', clean, conditions({ proof: '' }), incomplete('proof')),
      stops(
        'conditions_incomplete',
        'nobody',
        clean,
        conditions({ responsible: '' }),
        incomplete('responsible'),
      ),
    ],
  },
} satisfies Record<string, GuardCases>;
