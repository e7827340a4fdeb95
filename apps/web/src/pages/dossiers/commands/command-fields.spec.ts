import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '#contracts';
import { COMMAND_FIELDS, gapsOf, payloadOf } from './command-fields.js';
import { NO_CHECK } from './technical-check.js';

describe('what is entered for a command', () => {
  test('every command has its form', () => {
    expect(Object.keys(COMMAND_FIELDS).sort()).toEqual([...COMMANDS].sort());
  });
  test('what is empty is left out, and consent and technical check get their places', () => {
    const values = {
      items: [
        { what: 'Sơ đồ', basis: 'Điều 32' },
        { what: ' ', basis: '' },
      ],
      replyBy: '2026-12-02',
      headId: 'head',
      headNote: 'Đồng ý.',
      technicalCheck: { ...NO_CHECK, skippedBecause: 'Thiếu giấy tờ' },
    };
    expect(payloadOf('request_supplement', values)).toEqual({
      items: [{ what: 'Sơ đồ', basis: 'Điều 32' }],
      replyBy: '2026-12-02',
      headConsent: { headId: 'head', note: 'Đồng ý.' },
      technicalCheck: { skippedBecause: 'Thiếu giấy tờ' },
    });
    expect(payloadOf('endorse', { note: ' ' })).toEqual({});
    expect(payloadOf('extend_deadline', { clockId: 'c', days: '5', reason: 'x' })).toEqual({
      ...{ clockId: 'c', days: 5, reason: 'x' },
    });
  });
  test('a technical check is told as it was made, or why it was not; half of one is a gap', () => {
    const made = { ...NO_CHECK, made: true, appraiserId: 'a', checkedOn: '2026-07-13' };
    const questions = 'Công suất?\n\nHiệu suất?';
    expect(payloadOf('request_supplement', { technicalCheck: { ...made, questions } })).toEqual({
      technicalCheck: {
        ...{ appraiserId: 'a', checkedOn: '2026-07-13', questions: ['Công suất?', 'Hiệu suất?'] },
      },
    });
    expect(gapsOf('request_supplement', { technicalCheck: made })).toContain('technicalCheck');
    expect(gapsOf('request_supplement', { technicalCheck: NO_CHECK })).toContain('technicalCheck');
  });
  test('a document has its place, and so has a form of consultation chosen with the assignment', () => {
    expect(payloadOf('resubmit', { proofDocumentId: 'd', answeredOn: '2026-07-20' })).toEqual({
      timelyProof: { documentId: 'd', answeredOn: '2026-07-20' },
    });
    const reopened = { complaintDecision: 'x', documentId: 'd', decidedOn: '2026-07-20' };
    expect(payloadOf('reopen', reopened)).toEqual(reopened);
    const chosen = { consultationForm: 'experts', consultationReason: 'Công nghệ mới' };
    expect(payloadOf('assign', { assigneeId: 'p', kind: 'lead', ...chosen })).toEqual({
      ...{ assigneeId: 'p', kind: 'lead' },
      consultation: { form: 'experts', reason: 'Công nghệ mới' },
    });
    const asked = [{ what: 'Sơ đồ', basis: 'Điều 32', about: 'D3' }];
    expect(payloadOf('return', { items: asked })).toEqual({ items: asked });
  });
  test('a conclusion has its lists although nothing was entered, and reasons go by lines', () => {
    expect(payloadOf('conclude', { outcome: 'agree', summary: 'Đạt', reasons: 'một\n\nhai' })).toEqual({
      ...{ outcome: 'agree', summary: 'Đạt', reasons: ['một', 'hai'], inconclusive: [], conditions: [] },
    });
  });
  test('required fields that are empty are named', () => {
    expect(gapsOf('notify_refusal', { grounds: 'x', findingKeys: [] })).toEqual(['findingKeys', 'replyBy']);
    expect(gapsOf('accept', {})).toEqual([]);
  });
});
