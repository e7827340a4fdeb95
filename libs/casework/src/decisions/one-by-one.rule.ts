import { type Outcome } from '#contracts';

/** Why somebody has to look at a dossier by itself before endorsing or deciding it. */
export const ONE_BY_ONE = ['outdated', 'blocking', 'dissent', 'conditions', 'refusal', 'overdue'] as const;
export type OneByOne = (typeof ONE_BY_ONE)[number];
/** What a person of the house is about to do with a conclusion. */
export type DecisionStep = 'endorse' | 'decide';

/** What is known of a proposal when several are to be dealt with at once. */
export interface Weighed {
  step: DecisionStep;
  outcome: Outcome;
  /** Breached findings that stand. */
  standing: { blocking: number; outdated: number };
  /** How many opinions and councils recommend something else. */
  dissent: number;
  overdue: boolean;
}

const agrees = (outcome: Outcome): boolean => outcome === 'agree' || outcome === 'agree_with_conditions';

/**
 * The reasons for which a proposal is not dealt with together with others; none: it can be. A convention of the house
 * (inference): no law says which decisions may be made in a row, but where findings stand against an approval, where
 * somebody dissents, or where conditions, reasons of a refusal or of a delay are to be weighed, one person looks once.
 */
export function oneByOne({ step, outcome, standing, dissent, overdue }: Weighed): OneByOne[] {
  const reasons: Record<OneByOne, boolean> = {
    outdated: agrees(outcome) && standing.outdated > 0,
    blocking: agrees(outcome) && standing.blocking > 0,
    dissent: dissent > 0,
    conditions: step === 'decide' && outcome === 'agree_with_conditions',
    refusal: step === 'decide' && !agrees(outcome),
    overdue: step === 'decide' && overdue,
  };
  return ONE_BY_ONE.filter((reason) => reasons[reason]);
}
