import { describe, expect, it } from '@jest/globals';
import { type MatchFeatures, matchScore, PROPOSED_FROM } from './match-score.js';

const NOTHING: MatchFeatures = {
  sameOrganisation: false,
  sameTaxCode: false,
  sameInvestorName: false,
  similarity: 0,
  sameName: false,
  capitalRatio: null,
  sameCommune: null,
};
const score = (features: Partial<MatchFeatures>) => matchScore({ ...NOTHING, ...features });

describe('matchScore', () => {
  it('gives everything to the same organisation with the same name, money and place', () =>
    expect(
      score({
        sameOrganisation: true,
        sameTaxCode: true,
        sameName: true,
        similarity: 1,
        capitalRatio: 1,
        sameCommune: true,
      }),
    ).toEqual({ score: 1, reasons: ['same_organisation', 'same_name', 'same_capital', 'same_commune'] }));

  it('proposes the same investor with a similar name, not with another one', () => {
    expect(score({ sameTaxCode: true, similarity: 0.4 }).score).toBeGreaterThanOrEqual(PROPOSED_FROM);
    expect(score({ sameTaxCode: true, similarity: 0.2 }).score).toBeLessThan(PROPOSED_FROM);
  });

  it('does not propose the same name of strangers by itself', () => {
    expect(score({ sameName: true, similarity: 1 }).score).toBeLessThan(PROPOSED_FROM);
    expect(score({ sameName: true, similarity: 1, sameCommune: true }).score).toBe(0.5);
  });

  it('takes points for quite another amount and never leaves 0 to 1', () => {
    expect(score({ sameTaxCode: true, similarity: 0.4, capitalRatio: 0.1 }).score).toBeLessThan(
      PROPOSED_FROM,
    );
    expect(score({ capitalRatio: 0 }).score).toBe(0);
  });
});
