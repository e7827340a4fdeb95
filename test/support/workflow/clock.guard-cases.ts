import { civilDate } from '#kernel';
import { aCase, aCommand, PEOPLE, TODAY } from '../case-facts.js';
import { type GuardCases, lets, stops } from './guard-cases.js';

const DUE = civilDate('2026-07-10');
const due = aCase({ reply: { dueOn: DUE, overdue: false } });
const noClock = aCase({ reply: null });
const replyBy = (day: string) => aCommand('notify_refusal', { replyBy: day });
const extend = aCommand('extend_deadline');
const extension = (days: number) => aCommand('extend_deadline', { days });
const clock = (dueOn: string | null, stopped = false) =>
  aCase({
    actor: PEOPLE.system,
    openClocks: [
      { clockId: 'reply-clock', purpose: 'reply', dueOn: dueOn === null ? null : civilDate(dueOn), stopped },
    ],
  });
const owed = (purpose: string, dueOn: string) =>
  aCase({ openClocks: [{ clockId: 'clock', purpose, dueOn: civilDate(dueOn), stopped: false }] });
const passed = aCommand('deadline_passed');
const overdue = aCase({ reply: { dueOn: DUE, overdue: true } });
const reopen = (given: Parameters<typeof aCommand<'reopen'>>[1]) => aCommand('reopen', given);

export const CLOCK_CASES = {
  time_for_reply: {
    passes: [
      lets('two days remain', due, replyBy('2026-07-08')),
      lets('no statutory clock', noClock, replyBy('2026-09-01')),
      lets(
        'a clock without a date',
        aCase({ reply: { dueOn: null, overdue: false } }),
        replyBy('2026-09-01'),
      ),
    ],
    refuses: [
      stops('no_time_for_reply', 'one day remains', due, replyBy('2026-07-09'), { latest: '2026-07-08' }),
      stops('no_time_for_reply', 'today', noClock, replyBy(TODAY), { today: TODAY }),
      stops('no_time_for_reply', 'no day at all', noClock, replyBy('next week')),
    ],
  },
  extension_available: {
    passes: [
      lets('one day', aCase(), extension(1)),
      lets('the longest', aCase(), extension(7)),
      lets(
        'the term of an agency, after the own one',
        aCase({
          extensionUsed: true,
          extendableClocks: [{ clockId: 'agency-clock', maxDays: 5, ours: false }],
        }),
        aCommand('extend_deadline', { clockId: 'agency-clock', days: 5 }),
      ),
    ],
    refuses: [
      stops('extension_unavailable', 'used', aCase({ extensionUsed: true }), extend, { reason: 'used' }),
      stops(
        'extension_unavailable',
        'used, while an agency may have more time',
        aCase({
          extensionUsed: true,
          extendableClocks: [
            { clockId: 'agency-clock', maxDays: 5, ours: false },
            { clockId: 'reply-clock', maxDays: 7, ours: true },
          ],
        }),
        extend,
        { reason: 'used' },
      ),
      stops('extension_unavailable', 'no clock can', aCase({ extendableClocks: [] }), extend, {
        reason: 'none',
      }),
      stops(
        'extension_unavailable',
        'not this clock',
        aCase(),
        aCommand('extend_deadline', { clockId: 'other' }),
        {
          reason: 'clock',
        },
      ),
      stops('extension_unavailable', 'too long', aCase(), extension(8), { reason: 'days', max: 7 }),
      stops('extension_unavailable', 'no days', aCase(), extension(0), { reason: 'days' }),
      stops('extension_unavailable', 'half a day', aCase(), extension(1.5), { reason: 'days' }),
    ],
  },
  deadline_is_past: {
    passes: [lets('yesterday', clock('2026-06-30'), passed)],
    refuses: [
      stops('deadline_not_past', 'its last day is today', clock(TODAY), passed, { reason: 'not_yet' }),
      stops('deadline_not_past', 'stopped', clock('2026-06-30', true), passed, { reason: 'stopped' }),
      stops('deadline_not_past', 'no date', clock(null), passed, { reason: 'not_yet' }),
      stops('deadline_not_past', 'it has ended', aCase(), passed, { reason: 'no_such_clock' }),
      stops('deadline_not_past', 'clocks unknown', aCase({ openClocks: undefined }), passed, {
        reason: 'no_such_clock',
      }),
    ],
  },
  answer_in_time: {
    passes: [
      lets('on the last day', owed('supplement', TODAY), aCommand('resubmit')),
      lets('another clock is past due', owed('reply', '2026-06-30'), aCommand('resubmit')),
      lets('nothing runs', aCase({ openClocks: [] }), aCommand('clarify')),
      lets('clocks unknown', aCase({ openClocks: undefined }), aCommand('respond_to_refusal')),
    ],
    refuses: [
      stops('answer_too_late', 'supplement', owed('supplement', '2026-06-30'), aCommand('resubmit'), {
        dueOn: '2026-06-30',
        today: TODAY,
      }),
      stops('answer_too_late', 'clarification', owed('clarification', '2026-06-30'), aCommand('clarify')),
      stops(
        'answer_too_late',
        'refusal',
        owed('refusal_reply', '2026-06-30'),
        aCommand('respond_to_refusal'),
      ),
    ],
  },
  after_deadline_reason: {
    passes: [
      lets('in time', due, aCommand('approve')),
      lets('late, with a reason', overdue, aCommand('refuse', { afterDeadlineReason: 'flood' })),
      lets('no statutory clock', noClock, aCommand('approve_with_conditions')),
    ],
    refuses: [
      stops('after_deadline_reason_required', 'late', overdue, aCommand('approve'), { dueOn: DUE }),
      stops(
        'after_deadline_reason_required',
        'blank',
        overdue,
        aCommand('refuse', { afterDeadlineReason: ' ' }),
      ),
    ],
  },
  complaint_decision_given: {
    passes: [
      lets('decided today', aCase(), reopen({})),
      lets('on the day of the letter', aCase({ decisionIssuedOn: TODAY }), reopen({})),
    ],
    refuses: [
      stops('complaint_decision_missing', 'not named', aCase(), reopen({ complaintDecision: ' ' })),
      stops('complaint_decision_missing', 'from tomorrow', aCase(), reopen({ decidedOn: '2026-07-02' })),
      stops(
        'complaint_decided_before_letter',
        'the day before the letter',
        aCase({ decisionIssuedOn: TODAY }),
        reopen({ decidedOn: '2026-06-30' }),
        { decidedOn: '2026-06-30', issuedOn: TODAY },
      ),
    ],
  },
} satisfies Record<string, GuardCases>;
