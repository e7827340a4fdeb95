/** What makes a dossier look like one about a project. */
export type MatchReason =
  | 'same_organisation'
  | 'same_tax_code'
  | 'same_investor_name'
  | 'same_name'
  | 'similar_name'
  | 'same_capital'
  | 'same_commune'
  | 'other_capital';
/** What was compared of a project and a dossier; null where one of them says nothing. */
export interface MatchFeatures {
  sameOrganisation: boolean;
  sameTaxCode: boolean;
  sameInvestorName: boolean;
  /** Of the name keys, 0 to 1. */
  similarity: number;
  sameName: boolean;
  /** Smaller over larger amount, 0 to 1. */
  capitalRatio: number | null;
  sameCommune: boolean | null;
}
export interface MatchScore {
  /** 0 to 1. A convention of ours: an order for people to look in, never a decision. */
  score: number;
  reasons: MatchReason[];
}
/** From this score on a match is proposed. */
export const PROPOSED_FROM = 0.5;

type Weight = readonly [applies: boolean, reason: MatchReason, points: number];

/** How likely a dossier is about a project: who invests and what it is called count most, money and place a little. */
export function matchScore(features: MatchFeatures): MatchScore {
  const { similarity, capitalRatio } = features;
  const isSameInvestor = features.sameOrganisation || features.sameTaxCode;
  const weights: Weight[] = [
    [features.sameOrganisation, 'same_organisation', 0.4],
    [features.sameTaxCode && !features.sameOrganisation, 'same_tax_code', 0.4],
    [features.sameInvestorName && !isSameInvestor, 'same_investor_name', 0.3],
    [features.sameName, 'same_name', 0.45],
    [!features.sameName && similarity >= 0.3, 'similar_name', 0.4 * similarity],
    [capitalRatio !== null && capitalRatio >= 0.95, 'same_capital', 0.1],
    [capitalRatio !== null && capitalRatio < 0.5, 'other_capital', -0.1],
    [features.sameCommune === true, 'same_commune', 0.05],
  ];
  const applying = weights.filter(([applies]) => applies);
  const total = applying.reduce((sum, [, , points]) => sum + points, 0);
  const score = Math.round(Math.min(1, Math.max(0, total)) * 1000) / 1000;
  return { score, reasons: applying.map(([, reason]) => reason) };
}
