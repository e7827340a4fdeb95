import { aCase, aCommand, PEOPLE, TODAY } from '../case-facts.js';
import { type GuardCases, lets, stops } from './guard-cases.js';

const clerk = { actor: PEOPLE.clerk };
const asked = aCase(clerk);
const request = aCommand('request_supplement');
const consentOf = (headId: string) => aCommand('request_supplement', { headConsent: { headId } });
const checkedBy = (check: Partial<{ appraiserId: string; checkedOn: string; questions: string[] }>) =>
  aCommand('request_supplement', {
    technicalCheck: {
      appraiserId: 'appraiser-2',
      checkedOn: TODAY,
      questions: ['Which capacity?'],
      ...check,
    },
  });
const skipped = (skippedBecause: string) =>
  aCommand('request_supplement', { technicalCheck: { skippedBecause } });
const replyBy = (day: string) => aCommand('request_clarification', { replyBy: day });
const proof = (answeredOn: string) =>
  aCommand('resubmit', { timelyProof: { documentId: 'document-1', answeredOn } });
const returned = (reason: 'incomplete' | 'duplicate' | 'not_competent', competentAuthority?: string) =>
  aCommand('return', { reason, ...(competentAuthority ? { competentAuthority } : {}) });

export const INTAKE_CASES = {
  formal_checks: {
    passes: [lets('no formal fault', aCase(), aCommand('submit'))],
    refuses: [
      stops('formal_faults', 'a fault', aCase({ formalFaults: ['name_missing'] }), aCommand('submit'), {
        faults: ['name_missing'],
      }),
    ],
  },
  checklist_complete: {
    passes: [lets('nothing is missing', asked, aCommand('accept'))],
    refuses: [
      stops(
        'checklist_incomplete',
        'D3 is missing',
        aCase({ checklistMissing: ['D3'] }),
        aCommand('accept'),
        {
          missing: ['D3'],
        },
      ),
    ],
  },
  no_conflict: {
    passes: [lets('another one is in conflict', aCase({ conflictedUserIds: ['x'] }), aCommand('assign'))],
    refuses: [
      stops(
        'conflict_of_interest',
        'the assignee is',
        aCase({ conflictedUserIds: [PEOPLE.lead.id] }),
        aCommand('assign'),
        {
          who: 'assignee',
          userId: PEOPLE.lead.id,
        },
      ),
    ],
  },
  supplement_unused: {
    passes: [lets('none was made', asked, request)],
    refuses: [
      stops('supplement_already_used', 'one was made', aCase({ supplementRequestsUsed: 1 }), request, {
        used: 1,
        allowed: 1,
      }),
    ],
  },
  supplement_reply_by_valid: {
    passes: [lets('tomorrow', asked, replyBy('2026-07-02')), lets('next week', asked, request)],
    refuses: [
      stops('reply_date_not_in_future', 'today', asked, replyBy(TODAY), { today: TODAY }),
      stops('reply_date_not_in_future', 'no day at all', asked, replyBy('2026-13-01')),
    ],
  },
  head_consent: {
    passes: [
      lets('a head', asked, request),
      lets('a head of this authority', aCase({ headIds: [PEOPLE.head.id] }), request),
    ],
    refuses: [
      stops('head_consent_missing', 'nobody', asked, consentOf(' '), { reason: 'none' }),
      stops('head_consent_missing', 'the asker', asked, consentOf(asked.actor.id), { reason: 'self' }),
      stops('head_consent_missing', 'in conflict', aCase({ conflictedUserIds: [PEOPLE.head.id] }), request, {
        reason: 'in_conflict',
      }),
      stops('head_consent_missing', 'no head', aCase({ headIds: ['head-9'] }), request, {
        reason: 'not_a_head',
      }),
    ],
  },
  technical_check_given: {
    passes: [
      lets('checked', asked, request),
      lets('skipped, with a reason', asked, skipped('only a seal is missing')),
    ],
    refuses: [
      stops('technical_check_missing', 'skipped without a reason', asked, skipped(''), {
        missing: ['skippedBecause'],
      }),
      stops('technical_check_missing', 'no question', asked, checkedBy({ questions: [' '] }), {
        missing: ['questions'],
      }),
      stops('technical_check_missing', 'by nobody', asked, checkedBy({ appraiserId: '' }), {
        missing: ['appraiserId'],
      }),
      stops('technical_check_missing', 'tomorrow', asked, checkedBy({ checkedOn: '2026-07-02' }), {
        missing: ['checkedOn'],
      }),
    ],
  },
  notice_not_issued: {
    passes: [lets('a draft only', asked, aCommand('resubmit'))],
    refuses: [
      stops(
        'notice_already_issued',
        'it left the house',
        aCase({ discontinuanceIssued: true }),
        aCommand('resubmit'),
      ),
    ],
  },
  proof_of_timely_answer: {
    passes: [
      lets('a document of today', asked, proof(TODAY)),
      lets('of the last day', aCase({ supplementDueOn: TODAY }), proof(TODAY)),
    ],
    refuses: [
      stops('timely_proof_missing', 'none', asked, { name: 'resubmit', payload: {} }, { reason: 'none' }),
      stops('timely_proof_missing', 'from tomorrow', asked, proof('2026-07-02'), { reason: 'day' }),
      stops(
        'timely_proof_missing',
        'a day late',
        aCase({ supplementDueOn: '2026-06-30' as typeof TODAY }),
        proof(TODAY),
        {
          reason: 'late',
        },
      ),
    ],
  },
  return_reason_allowed: {
    passes: [
      lets('not_subject', asked, aCommand('return')),
      lets('not_competent', asked, returned('not_competent', 'A')),
    ],
    refuses: [
      stops('return_reason_not_allowed', 'incomplete', asked, returned('incomplete'), {
        reason: 'incomplete',
      }),
      stops('return_reason_not_allowed', 'duplicate', asked, returned('duplicate'), { reason: 'duplicate' }),
    ],
  },
  substitute_authority_named: {
    passes: [
      lets('named', asked, returned('not_competent', 'Sở Xây dựng')),
      lets('another reason', asked, returned('incomplete')),
      lets(
        'nobody is left, and the data name who takes over',
        aCase({ ...clerk, staff: [], substituteAuthority: 'Bộ Khoa học và Công nghệ' }),
        returned('not_competent'),
      ),
    ],
    refuses: [
      stops('competent_authority_missing', 'not named', asked, returned('not_competent')),
      stops(
        'competent_authority_missing',
        'people are left, so the substitute is not meant',
        aCase({ ...clerk, substituteAuthority: 'Bộ Khoa học và Công nghệ' }),
        returned('not_competent'),
      ),
    ],
  },
  reason_given: {
    passes: [
      lets('return', asked, aCommand('return')),
      lets('send_back', asked, aCommand('send_back')),
      lets('extension', asked, aCommand('extend_deadline')),
    ],
    refuses: [
      stops('reason_missing', 'return', asked, aCommand('return', { explanation: ' ' })),
      stops('reason_missing', 'send_back', asked, aCommand('send_back', { reason: '' })),
      stops('reason_missing', 'extension', asked, aCommand('extend_deadline', { reason: '\n' })),
    ],
  },
} satisfies Record<string, GuardCases>;
