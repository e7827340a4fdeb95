import { Inject, Injectable } from '@nestjs/common';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { requireOther, requirePlace, SECONDING_ROLES, WORKING_STATUSES } from '../act-guards.js';
import { type ActCall, actRequest } from '../act.types.js';
import { answerOf, type MatchAnswer } from './match-answer.js';
import { decisionIn, logMatch, moveDecision } from './match-writer.js';

/** A second person stands beside a confirmed prohibited match. */
@Injectable()
export class SecondMatch {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Makes the confirmation stand.
   * @throws Refusal `not_found`, `match_decision_not_in_state`, `second_person_must_differ`, `command_not_for_you`,
   * `command_not_permitted_now`, and those of `DossierActs.run`.
   */
  run(actor: Actor, call: ActCall, decisionId: string): Promise<MatchAnswer> {
    return this.acts.run(actor, actRequest(call, 'second_match', { decisionId }), async (tx, opened) => {
      requirePlace(tx, opened, SECONDING_ROLES, WORKING_STATUSES);
      const decision = await decisionIn(tx, opened.row, decisionId, ['awaiting_second_person']);
      requireOther(tx, decision.decidedBy);
      const seconded = await moveDecision(tx, decision, 'stands', {
        seconded_by: tx.actor.id,
        seconded_at: tx.at,
      });
      await logMatch(tx, opened.row, 'match.seconded', seconded);
      return answerOf(seconded);
    });
  }
}
