import { type ReturnReason } from '#contracts';
import { type CaseFacts } from '#workflow';
import { aCase, aCommand, PEOPLE, STAFF } from '../case-facts.js';
import { type GuardCases, lets, stops } from './guard-cases.js';

const without = (...ids: string[]) => STAFF.filter(({ id }) => !ids.includes(id));
const HEADS = ['head-1', 'head-2'];
const LEADERS = ['leader-1', 'leader-2'];
const concluding = (given: Partial<CaseFacts> = {}) =>
  aCase({ status: 'under_review', actor: PEOPLE.lead, ...given });
const endorsing = (given: Partial<CaseFacts> = {}) =>
  aCase({ status: 'concluded', actor: PEOPLE.head, endorserId: null, ...given });
const conclude = aCommand('conclude');
const endorse = aCommand('endorse');
const returned = (reason: ReturnReason) => aCommand('return', { reason });
const review = { status: 'under_review', actor: PEOPLE.head } as const;
/** A head who appraises, a second one, and no other leader: if the first concludes, the second must endorse. */
const HEAD_CONCLUDES = { ...PEOPLE.lead, id: 'head-2', roles: ['head', 'appraiser'] } as const;

export const STAFFING_CASES = {
  way_stays_open: {
    passes: [
      lets('enough people', concluding(), conclude),
      lets(
        'one head and one leader are left',
        concluding({ staff: without('head-2', 'leader-2') }),
        conclude,
      ),
      lets('the endorser leaves a leader', endorsing(), endorse),
      lets(
        'a leader endorses what a head concluded and another leader is left',
        endorsing({ actor: PEOPLE.leader, concluderId: 'head-2', concluderRoles: ['head', 'appraiser'] }),
        endorse,
      ),
    ],
    refuses: [
      stops(
        'nobody_left_to_endorse',
        'every head is in conflict',
        concluding({ conflictedUserIds: HEADS }),
        conclude,
        { step: 'endorse', reason: 'conflict', competent: false },
      ),
      stops(
        'nobody_left_to_endorse',
        'there is no head',
        concluding({ staff: without(...HEADS) }),
        conclude,
        { step: 'endorse', reason: 'role' },
      ),
      stops(
        'nobody_left_to_decide',
        'no leader is left',
        concluding({ conflictedUserIds: LEADERS }),
        conclude,
        { step: 'decide', reason: 'conflict' },
      ),
      stops(
        'nobody_left_to_decide',
        'the one person left would have to endorse and to decide',
        concluding({ actor: HEAD_CONCLUDES, staff: without('head-1', 'leader-2') }),
        conclude,
        { step: 'decide', reason: 'four_eyes', competent: true },
      ),
      stops(
        'nobody_left_to_decide',
        'the last leader endorses',
        endorsing({
          actor: PEOPLE.leader,
          concluderId: 'head-2',
          concluderRoles: ['head', 'appraiser'],
          staff: without('leader-2'),
        }),
        endorse,
        { step: 'decide', reason: 'four_eyes', competent: true },
      ),
    ],
  },
  nobody_left: {
    passes: [
      lets('no head', aCase({ ...review, conflictedUserIds: HEADS }), returned('not_competent')),
      lets('no leader', aCase({ ...review, staff: without(...LEADERS) }), returned('not_competent')),
    ],
    refuses: [
      stops('authority_can_act', 'everybody is there', aCase(review), returned('not_competent')),
      stops(
        'authority_can_act',
        'another conclusion would open the way',
        aCase({
          status: 'concluded',
          actor: PEOPLE.head,
          concluderId: PEOPLE.head.id,
          concluderRoles: ['head'],
          conflictedUserIds: [PEOPLE.leader.id],
          staff: without('head-2'),
        }),
        returned('not_competent'),
      ),
      stops(
        'return_reason_not_allowed',
        'for another reason',
        aCase({ ...review, conflictedUserIds: HEADS }),
        returned('not_subject'),
        { allowed: ['not_competent'] },
      ),
    ],
  },
} satisfies Record<string, GuardCases>;
