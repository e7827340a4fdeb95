import { describe, expect, test } from '@jest/globals';
import { actOf, fieldsOf } from './act-payload.js';

const ASKED = [{ what: 'Bổ sung “Sơ đồ”.', basis: 'Điều 32', about: 'D2' }];

describe('the act of a reception', () => {
  test('a supplement carries the points of the marks and what was added, with the consent', () => {
    const more = { what: 'Giải trình công suất.', basis: 'Điều 32' };
    const { payload, gaps } = actOf('request_supplement', ASKED, {
      replyBy: '2026-08-01',
      headId: 'head',
      technicalCheck: {
        made: false,
        appraiserId: '',
        checkedOn: '',
        questions: '',
        skippedBecause: 'Thiếu.',
      },
      items: [more],
    });
    expect(gaps).toEqual([]);
    expect(payload).toEqual({
      items: [...ASKED, more],
      replyBy: '2026-08-01',
      headConsent: { headId: 'head' },
      technicalCheck: { skippedBecause: 'Thiếu.' },
    });
    expect(actOf('request_supplement', ASKED, {}).gaps).toEqual(['replyBy', 'headId', 'technicalCheck']);
  });
  test('a return carries them only as incomplete, and the authority only where another one is competent', () => {
    const entered = { explanation: 'Xem giải thích.', competentAuthority: 'Bộ' };
    const incomplete = actOf('return', ASKED, { ...entered, reason: 'incomplete' }).payload;
    expect(incomplete).toEqual({ reason: 'incomplete', explanation: 'Xem giải thích.', items: ASKED });
    const elsewhere = actOf('return', ASKED, { ...entered, reason: 'not_competent' }).payload;
    expect(elsewhere).toEqual({ reason: 'not_competent', ...entered });
    const names = (reason: string) => fieldsOf('return', { reason }).map(({ name }) => name);
    expect([names('incomplete'), names('not_competent')]).toEqual([
      ['reason', 'explanation'],
      ['reason', 'explanation', 'competentAuthority'],
    ]);
  });
  test('an acceptance carries nothing', () => {
    expect(actOf('accept', ASKED, {})).toEqual({ points: [], payload: {}, gaps: [] });
  });
});
