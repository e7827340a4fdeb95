import { describe, expect, it } from '@jest/globals';
import { Refusal } from '#kernel';
import { type ActRequest, deliveryOf, isAnswerOfLeaver, isWorthLogging } from './act-request.js';

const REQUEST: ActRequest = {
  dossierId: '00000009-0000-4000-8000-000000000001',
  action: 'declare_conflict',
  body: { declaration: 'conflict' },
  idempotencyKey: 'key-1',
  expectedRevision: null,
  dryRun: false,
};

describe('a delivery', () => {
  it('is one only with a key', () => {
    expect(deliveryOf({ ...REQUEST, idempotencyKey: null })).toBeNull();
    expect(deliveryOf(REQUEST)?.key).toBe('key-1');
  });

  it('is told apart by act, dossier and body', () => {
    const other = '00000009-0000-4000-8000-000000000002';
    const prints = [
      REQUEST,
      { ...REQUEST, action: 'assign' as const },
      { ...REQUEST, dossierId: other },
      { ...REQUEST, body: {} },
    ].map((request) => deliveryOf(request)?.fingerprint);
    expect(new Set(prints).size).toBe(4);
    expect(deliveryOf({ ...REQUEST })?.fingerprint).toBe(prints[0]);
  });
});

describe('a receipt', () => {
  const delivery = deliveryOf(REQUEST);
  const receipt = { fingerprint: delivery?.fingerprint ?? '', answer: {} };

  it('answers who sees nothing any more only for an act of people who leave, and only the same delivery', () => {
    if (!delivery) throw new Error('no delivery');
    expect(isAnswerOfLeaver({ ...REQUEST, asInvited: true }, delivery, receipt)).toBe(true);
    expect(isAnswerOfLeaver({ ...REQUEST, asConsulted: true }, delivery, receipt)).toBe(true);
    expect(isAnswerOfLeaver(REQUEST, delivery, receipt)).toBe(false);
    const another = { ...receipt, fingerprint: 'another' };
    expect(isAnswerOfLeaver({ ...REQUEST, asInvited: true }, delivery, another)).toBe(false);
  });
});

describe('a refusal', () => {
  it('is logged unless it was a rehearsal, or tells of what nobody may see', () => {
    expect(isWorthLogging(REQUEST, new Refusal('stale_revision'))).toBe(true);
    expect(isWorthLogging({ ...REQUEST, dryRun: true }, new Refusal('stale_revision'))).toBe(false);
    expect(isWorthLogging(REQUEST, new Refusal('not_found'))).toBe(false);
  });
});
