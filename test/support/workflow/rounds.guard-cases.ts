import { A_CONDITION, aCase, aCommand, PEOPLE } from '../case-facts.js';
import { type GuardCases, lets, stops } from './guard-cases.js';

const leader = { actor: PEOPLE.leader };
const { cures: _cures, ...TOLD } = A_CONDITION;
const reviewing = (
  kind: 'approved' | 'approved_with_conditions' | 'refused',
  ...conditions: (typeof TOLD)[]
) => aCase({ ...leader, round: 2, earlierDecision: { kind, conditions } });
const approve = (earlierLetter?: 'confirm' | 'replace' | 'recall') =>
  aCommand('approve', earlierLetter === undefined ? {} : { earlierLetter });
const onCondition = (change: Partial<typeof TOLD> = {}) =>
  aCommand('approve_with_conditions', {
    conditions: [{ ...A_CONDITION, ...change }],
    earlierLetter: 'confirm',
  });

export const ROUNDS_CASES = {
  decision_issued: {
    passes: [
      lets('the letter has left', aCase({ ...leader, decisionIssued: true }), aCommand('reopen')),
      lets('nothing is known of it', aCase(leader), aCommand('reopen')),
    ],
    refuses: [
      stops(
        'decision_not_issued',
        'the letter is a draft',
        aCase({ ...leader, decisionIssued: false }),
        aCommand('reopen'),
        { round: 1 },
      ),
    ],
  },
  reopening_reply_by_valid: {
    passes: [
      lets('no day is named', aCase(leader), aCommand('reopen')),
      lets('tomorrow', aCase(leader), aCommand('reopen', { replyBy: '2026-07-02' })),
    ],
    refuses: [
      stops(
        'reply_date_not_in_future',
        'today',
        aCase(leader),
        aCommand('reopen', { replyBy: '2026-07-01' }),
      ),
      stops(
        'reply_date_not_in_future',
        'no day',
        aCase(leader),
        aCommand('reopen', { replyBy: '2026-02-30' }),
      ),
    ],
  },
  earlier_letter_settled: {
    passes: [
      lets('a first decision says nothing', aCase(leader), approve()),
      lets('the same is confirmed', reviewing('approved'), approve('confirm')),
      lets('the same conditions are confirmed', reviewing('approved_with_conditions', TOLD), onCondition()),
      lets('another one is replaced', reviewing('refused'), approve('replace')),
      lets('another one is recalled', reviewing('approved_with_conditions', TOLD), approve('recall')),
      lets(
        'a refusal replaces an approval',
        reviewing('approved'),
        aCommand('refuse', { earlierLetter: 'replace' }),
      ),
    ],
    refuses: [
      stops('earlier_letter_unsettled', 'nothing is said', reviewing('approved'), approve()),
      stops('no_letter_under_review', 'a first decision', aCase(leader), approve('replace')),
      stops(
        'earlier_letter_differs',
        'a refusal is confirmed by approval',
        reviewing('refused'),
        approve('confirm'),
        {
          earlier: 'refused',
          now: 'approved',
        },
      ),
      stops(
        'earlier_letter_differs',
        'another deadline',
        reviewing('approved_with_conditions', TOLD),
        onCondition({ deadlineOn: '2027-01-31' }),
      ),
      stops(
        'earlier_letter_differs',
        'a condition less',
        reviewing('approved_with_conditions', TOLD, { ...TOLD, what: 'Another' }),
        onCondition(),
      ),
      stops(
        'earlier_letter_differs',
        'one condition twice in place of two',
        reviewing('approved_with_conditions', TOLD, { ...TOLD, what: 'Another' }),
        aCommand('approve_with_conditions', {
          conditions: [A_CONDITION, A_CONDITION],
          earlierLetter: 'confirm',
        }),
      ),
    ],
  },
  no_letter_under_review: {
    passes: [
      lets('the first round', aCase({ actor: PEOPLE.investor }), aCommand('withdraw')),
      lets(
        'another authority is to decide',
        reviewing('approved'),
        aCommand('return', { reason: 'not_competent', competentAuthority: 'Sở khác' }),
      ),
    ],
    refuses: [
      stops('letter_under_review', 'withdrawn', reviewing('approved'), aCommand('withdraw'), { round: 2 }),
      stops('letter_under_review', 'returned', reviewing('refused'), aCommand('return'), { round: 2 }),
    ],
  },
} satisfies Record<string, GuardCases>;
