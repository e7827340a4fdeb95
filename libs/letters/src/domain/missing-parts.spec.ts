import { LETTER_KINDS, type LetterDataOf, type LetterKind } from '#contracts';
import {
  decisionSample,
  frameSample,
  refusalSample,
  SAMPLES,
} from '../../../../test/support/letter-samples.js';
import { missingParts } from './missing-parts.js';

describe('missingParts', () => {
  it.each(LETTER_KINDS)('finds a whole %s complete', (kind) => {
    expect(missingParts(kind, SAMPLES[kind])).toEqual([]);
  });

  const cases: { [Kind in LetterKind]?: [string, Partial<LetterDataOf[Kind]>, string][] } = {
    receipt: [['a code', { dossier: { ...frameSample().dossier, fileCode: null } }, 'dossier.fileCode']],
    supplement_request: [
      ['items', { items: [] }, 'items'],
      ['a text in an item', { items: [{ what: '  ', basis: null }] }, 'items'],
      ['an addressee', { addressees: [''] }, 'addressees'],
      ['a day', { replyBy: '' }, 'replyBy'],
    ],
    return_notice: [['the competent authority', { competentAuthority: null }, 'competentAuthority']],
    intended_refusal: [['grounds', { grounds: '' }, 'grounds']],
    discontinuance: [['its basis', { basis: { text: '', verification: null } }, 'basis']],
  };
  for (const [kind, rows] of Object.entries(cases)) {
    it.each(rows as [string, object, string][])(`${kind} without %s lacks it`, (_what, change, part) => {
      expect(missingParts(kind as LetterKind, { ...SAMPLES[kind as LetterKind], ...change })).toEqual([part]);
    });
  }

  it('asks a refusal for reasons or findings, and conditions for the one outcome that has them', () => {
    expect(missingParts('decision', { ...refusalSample(0, 0), reasons: [' '] })).toEqual(['reasons']);
    expect(missingParts('decision', refusalSample(1, 0))).toEqual([]);
    expect(missingParts('decision', decisionSample({ outcome: 'agree_with_conditions' }))).toEqual([
      'conditions',
    ]);
    expect(missingParts('decision', { ...SAMPLES.decision, outcome: 'agree' })).toEqual(['conditions']);
  });
});
