import { describe, expect, it } from '@jest/globals';
import { STATUSES, type Status } from '#contracts';
import { answerTerm, type Clock, whyNoDay } from './expected-day.js';

const running = { dueOn: '2026-03-20', state: 'running', purpose: 'reply' } as const;
const stopped = { dueOn: null, state: 'stopped', purpose: 'reply' } as const;
const target = { dueOn: '2026-03-12', state: 'running', purpose: 'internal_target' } as const;
const owners = { dueOn: '2026-03-05', state: 'running', purpose: 'supplement' } as const;
const clarification = { ...owners, purpose: 'clarification' } as const;
const refusalReply = { ...owners, purpose: 'refusal_reply' } as const;

describe('the term that says when the authority answers', () => {
  it.each<[string, Clock[], Clock | undefined]>([
    ['none', [], undefined],
    ["none is the owner's own, by which a supplement is answered", [owners], undefined],
    ['the reply term, though a target of the department is nearer', [target, running], running],
    ['one that stands still, though a clarification is due earlier', [clarification, stopped], stopped],
    ['one that stands still is not passed over for a target', [target, stopped], stopped],
    ['the target where the law gives no reply term', [owners, target], target],
    ['none that is over', [{ ...running, state: 'fulfilled' }], undefined],
  ])('%s', (_, clocks, term) => expect(answerTerm(clocks)).toBe(term));

  it('is the earliest of several', () => {
    const later = { ...running, dueOn: '2026-03-25' };
    expect(answerTerm([later, running])).toBe(running);
  });
});

describe('the day on which a result is expected', () => {
  /** For each status the clocks that are open then, and why no day is told; null: the day of the reply term is. */
  const cases: Record<Status, [clocks: Clock[] | undefined, why: ReturnType<typeof whyNoDay>][]> = {
    draft: [[undefined, 'draft']],
    submitted: [
      [undefined, null],
      [[], 'waiting'],
      [[running], null],
    ],
    supplement_requested: [
      [[owners], 'answerFirst'],
      [[owners, stopped], 'stopped'],
    ],
    returned: [[[], null]],
    accepted: [[[running], null]],
    screened: [[[running], null]],
    under_review: [[[running], null]],
    clarification_requested: [[[clarification, stopped], 'stopped']],
    refusal_notified: [
      [[refusalReply, running], null],
      [[refusalReply, { ...running, state: 'expired' }], null],
    ],
    concluded: [[[running], null]],
    endorsed: [[[running], null]],
    approved: [[[{ ...running, state: 'fulfilled' }], null]],
    approved_with_conditions: [[[], null]],
    refused: [[[], null]],
    withdrawn: [[[], null]],
    discontinued: [[[], null]],
  };

  it.each(STATUSES.flatMap((status) => cases[status].map((one) => [status, ...one] as const)))(
    'of a dossier that is %s with the clocks %j is not told because: %s',
    (status, clocks, why) => expect(whyNoDay(status, clocks)).toBe(why),
  );
});
