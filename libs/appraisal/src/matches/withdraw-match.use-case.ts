import { Inject, Injectable } from '@nestjs/common';
import { type Tx } from '#database';
import { DossierActs, type OpenedDossier } from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import {
  DECIDING_ROLES,
  requireDocuments,
  requireOther,
  requirePlace,
  requireReason,
  SECONDING_ROLES,
  WORKING_STATUSES,
} from '../act-guards.js';
import { type ActCall, actRequest } from '../act.types.js';
import { type ListDecision } from '../screenings/confirmations.store.js';
import { answerOf, type MatchAnswer } from './match-answer.js';
import { decisionIn, logMatch, moveDecision } from './match-writer.js';

export interface MatchWithdrawal {
  reason: string;
  /** A document of the dossier that shows why; needed where the decision stands. */
  documentId?: string;
}

/** Takes a decision on a candidate back: two people, with reason and evidence. */
@Injectable()
export class WithdrawMatch {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Proposes the withdrawal of a decision that stands; it counts until another person seconds the withdrawal. A
   * confirmation that still waits for its second person never counted, so it falls at once and needs no evidence.
   * @throws Refusal `not_found`, `match_decision_not_in_state`, `reason_missing`, `evidence_missing`,
   * `evidence_document_unknown`, `command_not_for_you`, `command_not_permitted_now`, and those of `DossierActs.run`.
   */
  propose(actor: Actor, call: ActCall, decisionId: string, body: MatchWithdrawal): Promise<MatchAnswer> {
    return this.acts.run(
      actor,
      actRequest(call, 'withdraw_match', { decisionId, ...body }),
      async (tx, opened) => {
        requirePlace(tx, opened, DECIDING_ROLES, WORKING_STATUSES);
        const decision = await decisionIn(tx, opened.row, decisionId, ['awaiting_second_person', 'stands']);
        const reason = requireReason(body.reason);
        const moved = await withdrawn(tx, opened, decision, { ...body, reason });
        await logMatch(
          tx,
          opened.row,
          moved.state === 'withdrawn' ? 'match.withdrawn' : 'match.withdrawal_proposed',
          moved,
          reason,
        );
        return answerOf(moved);
      },
    );
  }

  /**
   * Seconds a withdrawal: the decision stops counting, so the newest screening is stale.
   * @throws Refusal `not_found`, `match_decision_not_in_state`, `second_person_must_differ`, `command_not_for_you`,
   * `command_not_permitted_now`, and those of `DossierActs.run`.
   */
  second(actor: Actor, call: ActCall, decisionId: string): Promise<MatchAnswer> {
    return this.acts.run(actor, actRequest(call, 'second_withdrawal', { decisionId }), async (tx, opened) => {
      requirePlace(tx, opened, SECONDING_ROLES, WORKING_STATUSES);
      const decision = await decisionIn(tx, opened.row, decisionId, ['withdrawal_proposed']);
      requireOther(tx, decision.withdrawalProposedBy);
      const moved = await moveDecision(tx, decision, 'withdrawn', { withdrawal_seconded_by: tx.actor.id });
      await logMatch(tx, opened.row, 'match.withdrawn', moved);
      return answerOf(moved);
    });
  }
}

async function withdrawn(
  tx: Tx,
  { row }: OpenedDossier,
  decision: ListDecision,
  { reason, documentId }: MatchWithdrawal,
): Promise<ListDecision> {
  if (documentId !== undefined) await requireDocuments(tx, row.id, [documentId]);
  const changes = {
    withdrawal_reason: reason,
    withdrawal_document_id: documentId ?? null,
    withdrawal_proposed_by: tx.actor.id,
  };
  if (decision.state === 'awaiting_second_person') return moveDecision(tx, decision, 'withdrawn', changes);
  if (documentId === undefined) throw new Refusal('evidence_missing');
  return moveDecision(tx, decision, 'withdrawal_proposed', changes);
}
