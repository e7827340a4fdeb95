import { type AuditFacts } from '#audit';
import { type DecisionState, type ListDecision } from '../screenings/confirmations.store.js';
import { type MatchTarget } from './match-target.js';

/** What an act on a list candidate answers. */
export interface MatchAnswer extends MatchTarget {
  id: string;
  decision: 'confirmed' | 'rejected';
  state: DecisionState;
  revision: number;
  /** Another person has to stand beside it before it counts (or before it stops counting). */
  secondPersonNeeded: boolean;
}

const AWAITING: readonly DecisionState[] = ['awaiting_second_person', 'withdrawal_proposed'];

export const answerOf = ({
  id,
  lineId,
  list,
  code,
  decision,
  state,
  revision,
}: ListDecision): MatchAnswer => ({
  id,
  lineId,
  list,
  code,
  decision,
  state,
  revision,
  secondPersonNeeded: AWAITING.includes(state),
});

export const matchFacts = ({ lineId, list, code, decision, state }: ListDecision): AuditFacts => ({
  lineId,
  list,
  code,
  decision,
  state,
});
