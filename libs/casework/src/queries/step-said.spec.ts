import { stepSaid } from './step-said.js';

const NOTHING = { reason: null, replyBy: null, assigneeId: null, assignedAs: null };

describe('what was said with a step', () => {
  it('is its reason, whatever the command calls it', () => {
    expect(stepSaid({ reason: 'incomplete', explanation: 'Thiếu bản vẽ.' }).reason).toBe('Thiếu bản vẽ.');
    expect(stepSaid({ reason: 'Xem lại mục 2.' }).reason).toBe('Xem lại mục 2.');
    expect(stepSaid({ reasons: 'Máy quá tuổi.' }).reason).toBe('Máy quá tuổi.');
    expect(stepSaid({ reasons: ['Máy quá tuổi.', 'Tiêu hao cao.'] }).reason).toBe(
      'Máy quá tuổi.; Tiêu hao cao.',
    );
  });
  it('is what was asked for, and until when', () => {
    expect(
      stepSaid({
        items: [{ what: 'Bản vẽ', basis: 'Điều 1' }, { what: 'Chứng thư' }],
        replyBy: '2026-07-20',
      }),
    ).toEqual({
      ...NOTHING,
      reason: 'Bản vẽ; Chứng thư',
      replyBy: '2026-07-20',
    });
  });
  it('is to whom the dossier was given, and nothing where nothing was written', () => {
    expect(stepSaid({ assigneeId: 'a', kind: 'lead', reason: ' ' })).toEqual({
      ...NOTHING,
      assigneeId: 'a',
      assignedAs: 'lead',
    });
    expect(stepSaid({ inconclusive: [], conditions: [] })).toEqual(NOTHING);
  });
});
