import { Inject, Injectable } from '@nestjs/common';
import { type Tx } from '#database';
import { DossierActs, type DossierRow } from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import { DECIDING_ROLES, requirePlace, requireReason, WORKING_STATUSES } from '../act-guards.js';
import { type ActCall, actRequest } from '../act.types.js';
import { decisionById, type ListDecision, openDecision } from '../screenings/confirmations.store.js';
import { answerOf, type MatchAnswer } from './match-answer.js';
import { lineOf, type MatchTarget, requireCandidate } from './match-target.js';
import { logMatch } from './match-writer.js';

export interface MatchDecision extends MatchTarget {
  decision: 'confirmed' | 'rejected';
  reason: string;
}

/** A confirmed prohibited match refuses a project, so one person's word only proposes it. */
const stateOf = ({ list, decision }: MatchDecision) =>
  list === 'prohibited' && decision === 'confirmed' ? 'awaiting_second_person' : 'stands';

/** An appraiser or head decides whether a line's technology is a row of a list. */
@Injectable()
export class DecideMatch {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Confirms or rejects with a reason. A confirmed prohibited match waits for a second person; every other decision,
   * the rejection of a prohibited candidate too, is one person's.
   * @throws Refusal `command_not_for_you`, `command_not_permitted_now`, `reason_missing`, `line_unknown`,
   * `candidate_unknown`, `match_already_decided`, and those of `DossierActs.run`.
   */
  run(actor: Actor, call: ActCall, body: MatchDecision): Promise<MatchAnswer> {
    return this.acts.run(actor, actRequest(call, 'decide_match', body), async (tx, opened) => {
      requirePlace(tx, opened, DECIDING_ROLES, WORKING_STATUSES);
      const reason = requireReason(body.reason);
      const line = await lineOf(tx, opened.row, body.lineId);
      await requireOpen(tx, opened.row, body);
      await requireCandidate(tx, opened.row, body, body.decision);
      const stored = await insertDecision(
        tx,
        opened.row,
        { ...body, reason },
        line.technologyName ?? line.name ?? '',
      );
      await logMatch(tx, opened.row, 'match.decided', stored, reason);
      return answerOf(stored);
    });
  }
}

async function requireOpen(tx: Tx, row: DossierRow, target: MatchTarget): Promise<void> {
  const earlier = await openDecision(tx, row.id, target);
  if (earlier)
    throw new Refusal('match_already_decided', {
      decisionId: earlier.id,
      decision: earlier.decision,
      state: earlier.state,
    });
}

async function insertDecision(
  tx: Tx,
  row: DossierRow,
  body: MatchDecision,
  technologyName: string,
): Promise<ListDecision> {
  const { lineId, list, code, decision, reason } = body;
  const inserted = await tx.one<{ id: string }>(
    `INSERT INTO list_decision (dossier_id, line_id, list, code, technology_name, decision, state, reason, decided_by, decided_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) RETURNING id`,
    [row.id, lineId, list, code, technologyName, decision, stateOf(body), reason, tx.actor.id, tx.at],
  );
  const stored = inserted && (await decisionById(tx, row.id, inserted.id));
  if (!stored) throw new Error('an inserted decision is there');
  return stored;
}
