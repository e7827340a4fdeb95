import fc from 'fast-check';
import { CONSULTATION_STATES } from '#contracts';
import { addDays, civilDate } from '#kernel';
import { drawn } from '../../../../../test/support/seed.js';
import {
  askedDayFault,
  type EndedConsultation,
  isAnswerDay,
  isConsultable,
  isOverdue,
  lastReplyOf,
  termFault,
} from './consultation.rule.js';

const TODAY = civilDate('2026-07-15');
const day = (text: string) => civilDate(text);

describe('who can be consulted', () => {
  it.each([
    ['agency', 'agency', true],
    ['agency', 'registration_agency', true],
    ['agency', 'other', false],
    ['agency', 'investor', false],
    ['agency', 'department', false],
    ['independent_body', 'other', true],
    ['independent_body', 'agency', false],
    ['independent_body', 'investor', false],
  ] as const)('as %s an organisation of the kind %s: %s', (as, kind, can) => {
    expect(isConsultable(as, kind)).toBe(can);
  });
});

describe('the day by which an answer is asked', () => {
  const asked = (replyBy: string | null, isRuled = false, replyDueOn: string | null = '2026-07-20') =>
    askedDayFault({
      replyBy: replyBy === null ? null : day(replyBy),
      today: TODAY,
      isRuled,
      replyDueOn: replyDueOn === null ? null : day(replyDueOn),
    });
  it.each<[string, string | null, string | null]>([
    ['the day before the reply is due', '2026-07-19', null],
    ['the day on which the reply is due', '2026-07-20', 'not_before_reply'],
    ['today', '2026-07-15', 'not_in_future'],
    ['none', null, 'missing'],
  ])('%s', (_what, replyBy, fault) => {
    expect(asked(replyBy)).toBe(fault);
  });

  it('has no latest one where no reply clock runs, and is the law’s where the law sets a term', () => {
    expect(asked('2027-01-01', false, null)).toBeNull();
    expect(asked(null, true)).toBeNull();
    expect(asked('2026-07-16', true)).toBe('set_by_law');
  });
});

describe('the longer term', () => {
  it.each([
    ['standard', null, 5, null],
    ['standard', 'large', 5, 'reason_without_term'],
    ['complex', 'large', 5, null],
    ['complex', null, 5, 'reason'],
    ['complex', 'large', null, 'none_by_law'],
  ] as const)('%s, reason %s, %s days by law: %s', (term, reason, days, fault) => {
    expect(termFault(term, reason, days)).toBe(fault);
  });
});

it('takes an answer from the day of the request until today', () => {
  const days = { sentOn: day('2026-07-10'), today: TODAY };
  expect(
    ['2026-07-09', '2026-07-10', '2026-07-15', '2026-07-16'].map((on) => isAnswerDay(day(on), days)),
  ).toEqual([false, true, true, false]);
});

it('lets nobody close a consultation on its last day, nor one without a day', () => {
  expect(isOverdue(TODAY, TODAY)).toBe(false);
  expect(isOverdue(day('2026-07-14'), TODAY)).toBe(true);
  expect(isOverdue(null, TODAY)).toBe(false);
});

describe('the last reply of a round', () => {
  const answered = (on: string): EndedConsultation => ({
    state: 'answered',
    answeredOn: day(on),
    closedOn: null,
  });
  const closed = (on: string): EndedConsultation => ({
    state: 'closed_silent',
    answeredOn: null,
    closedOn: day(on),
  });
  const withdrawn: EndedConsultation = { state: 'withdrawn', answeredOn: null, closedOn: TODAY };

  it('is the latest of answers and closings', () => {
    expect(lastReplyOf([answered('2026-07-12'), closed('2026-07-11')])).toEqual({
      on: '2026-07-12',
      byClosing: false,
    });
    expect(lastReplyOf([answered('2026-07-12'), closed('2026-07-14')])).toEqual({
      on: '2026-07-14',
      byClosing: true,
    });
    expect(lastReplyOf([closed('2026-07-14'), answered('2026-07-14')])).toEqual({
      on: '2026-07-14',
      byClosing: false,
    });
  });

  it('is unknown while somebody is asked, and where nobody was heard', () => {
    expect(lastReplyOf([answered('2026-07-12'), { ...withdrawn, state: 'open' }])).toBeNull();
    expect(lastReplyOf([answered('2026-07-12'), { ...withdrawn, state: 'drafted' }])).toBeNull();
    expect(lastReplyOf([withdrawn])).toBeNull();
    expect(lastReplyOf([])).toBeNull();
  });

  const ended = fc
    .record({
      state: fc.constantFrom(...CONSULTATION_STATES),
      on: fc.integer({ min: 0, max: 40 }).map((days) => addDays(TODAY, days)),
    })
    .map(({ state, on }): EndedConsultation => ({
      state,
      answeredOn: state === 'answered' ? on : null,
      closedOn: state === 'closed_silent' || state === 'withdrawn' ? on : null,
    }));
  /** Day by day, the way a person with a wall calendar would find it. */
  const naive = (consultations: EndedConsultation[]): string | null => {
    let last: string | null = null;
    for (const { state, answeredOn, closedOn } of consultations) {
      if (state === 'drafted' || state === 'open') return null;
      if (state === 'withdrawn') continue;
      const on = state === 'answered' ? answeredOn : closedOn;
      if (on !== null && (last === null || last < on)) last = on;
    }
    return last;
  };

  it('is what a naive count finds, in any order', () => {
    fc.assert(
      fc.property(fc.array(ended, { maxLength: 6 }), (consultations) => {
        expect(lastReplyOf(consultations)?.on ?? null).toBe(naive(consultations));
        expect(lastReplyOf([...consultations].reverse())).toEqual(lastReplyOf(consultations));
      }),
      drawn(),
    );
  });
});
