import { Inject, Injectable } from '@nestjs/common';
import { type Role } from '#contracts';
import { type Tx } from '#database';
import { type ActRequest, DossierActs, type DossierRow, writeDossier } from '#dossiers';
import { type Actor, hasRole, Refusal } from '#kernel';
import { answerAssignment, openAssignments } from './assignment.store.js';
import { ASSIGNMENT_NEWS, type AssignmentNews } from './assignment-news.port.js';
import { recordConflict } from './conflict.store.js';
import { reasonOf } from './answer-assignment.use-case.js';

const DECLARING_ROLES = [
  'clerk',
  'appraiser',
  'expert',
  'council_secretary',
  'head',
  'leader',
] as const satisfies readonly Role[];

/** A conflict that was recorded; the heads hear of it where somebody else is needed for an open task. */
export interface DeclaredConflict {
  conflictId: string;
  headsTold: boolean;
}

/** Anybody of the appraising side says that they may not touch a dossier. */
@Injectable()
export class DeclareConflict {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(ASSIGNMENT_NEWS) private readonly news: AssignmentNews,
  ) {}

  /**
   * Records the actor's own conflict, ends the actor's assignments there and clears the lead if it was the actor.
   * @throws Refusal `command_not_for_you`, `reason_missing`, `conflict_recorded_already`, and those of `DossierActs.run`.
   */
  run(
    actor: Actor,
    call: Pick<ActRequest, 'dossierId' | 'idempotencyKey' | 'dryRun'>,
    body: { reason: string },
  ): Promise<DeclaredConflict> {
    const request = { ...call, action: 'declare_conflict' as const, body, expectedRevision: null };
    return this.acts.run(actor, request, async (tx, { row, relations }) => {
      if (!hasRole(actor, ...DECLARING_ROLES) || relations.includes('owner'))
        throw new Refusal('command_not_for_you', { roles: [...DECLARING_ROLES] });
      const reason = reasonOf(body.reason);
      const worked = await endOwnAssignments(tx, row, reason);
      if (row.leadAppraiserId === actor.id) await writeDossier(tx, row, { leadAppraiserId: null });
      if (worked) await this.news.tell(tx, row, 'assignment.conflict');
      return { conflictId: await recordConflict(tx, row, actor.id, reason), headsTold: worked };
    });
  }
}

async function endOwnAssignments(tx: Tx, row: DossierRow, reason: string): Promise<boolean> {
  const own = (await openAssignments(tx, row.id)).filter(({ assigneeId }) => assigneeId === tx.actor.id);
  for (const { id } of own)
    await answerAssignment(tx, id, { state: 'declined', declaration: 'conflict', reason });
  return own.length > 0;
}
