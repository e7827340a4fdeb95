import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type DossierActName } from '#contracts';
import { type Tx, UnitOfWork } from '#database';
import {
  type ActRequest,
  actingRoleOf,
  DossierActs,
  type DossierRow,
  NO_DOSSIER,
  writeDossier,
} from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import { answerAssignment, type Assignment, assignmentById, openAssignments } from './assignment.store.js';
import { recordConflict } from './conflict.store.js';
import { type AnswerNews, ASSIGNMENT_NEWS, type AssignmentNews } from './assignment-news.port.js';

/** What an answer to an assignment comes with. */
export type AnswerCall = Pick<ActRequest, 'idempotencyKey' | 'dryRun'> & { assignmentId: string };
export interface ConflictDeclaration {
  conflict: boolean;
  /** Needed where there is a conflict. */
  reason?: string;
}
export interface AssignmentAnswer {
  assignmentId: string;
  state: 'accepted' | 'declined';
  declaration: 'no_conflict' | 'conflict' | null;
}

/** A person who was assigned answers: declares whether there is a conflict, and so accepts, or declines. */
@Injectable()
export class AnswerAssignment {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ASSIGNMENT_NEWS) private readonly news: AssignmentNews,
  ) {}

  /**
   * Declares. Without a conflict the assignment is accepted; with one it is declined, the conflict is recorded, and a
   * lead appraiser leaves the dossier at once.
   * @throws Refusal `not_found`, `assignment_over`, `reason_missing`, and those of `DossierActs.run`.
   */
  async declare(actor: Actor, call: AnswerCall, body: ConflictDeclaration): Promise<AssignmentAnswer> {
    return this.answer(actor, call, 'declare', body, async (tx, row, assignment) => {
      if (assignment.declaration !== null) throw new Refusal('assignment_over', { state: assignment.state });
      const reason = body.conflict ? reasonOf(body.reason) : null;
      const declaration = body.conflict ? 'conflict' : 'no_conflict';
      const state = body.conflict ? 'declined' : 'accepted';
      await answerAssignment(tx, assignment.id, { state, declaration, reason });
      await logAnswer(tx, row, assignment, { state, declaration }, reason);
      if (reason !== null) await this.stepAside(tx, row, assignment, reason);
      return { assignmentId: assignment.id, state, declaration };
    });
  }

  /**
   * Declines with a reason; a lead appraiser who declines leaves the dossier.
   * @throws Refusal `not_found`, `assignment_over`, `reason_missing`, and those of `DossierActs.run`.
   */
  async decline(actor: Actor, call: AnswerCall, body: { reason?: string }): Promise<AssignmentAnswer> {
    return this.answer(actor, call, 'decline', body, async (tx, row, assignment) => {
      const reason = reasonOf(body.reason);
      await answerAssignment(tx, assignment.id, { state: 'declined', declaration: null, reason });
      await logAnswer(
        tx,
        row,
        assignment,
        { state: 'declined', declaration: assignment.declaration },
        reason,
      );
      await this.leave(tx, row, assignment, 'assignment.declined');
      return { assignmentId: assignment.id, state: 'declined', declaration: assignment.declaration };
    });
  }

  private async answer(
    actor: Actor,
    { assignmentId, idempotencyKey, dryRun }: AnswerCall,
    action: DossierActName,
    body: object,
    act: (tx: Tx, row: DossierRow, assignment: Assignment) => Promise<AssignmentAnswer>,
  ): Promise<AssignmentAnswer> {
    const dossierId = await this.dossierOf(actor, assignmentId);
    const request = {
      dossierId,
      action,
      body: { assignmentId, ...body },
      idempotencyKey,
      expectedRevision: null,
      dryRun,
      asInvited: true,
    };
    return this.acts.run(actor, request, async (tx, { row }) => {
      const assignment = await assignmentById(tx, assignmentId);
      if (!assignment || assignment.assigneeId !== actor.id) throw new Refusal('not_found');
      if (assignment.state === 'declined' || assignment.state === 'released')
        throw new Refusal('assignment_over', { state: assignment.state });
      return act(tx, row, assignment);
    });
  }

  /** Of the own assignment; no dossier of what is not there or another person's. */
  private dossierOf(actor: Actor, assignmentId: string): Promise<string> {
    return this.unitOfWork.read(actor, async (tx) => {
      const assignment = await assignmentById(tx, assignmentId);
      return assignment?.assigneeId === actor.id ? assignment.dossierId : NO_DOSSIER;
    });
  }

  private async stepAside(tx: Tx, row: DossierRow, assignment: Assignment, reason: string): Promise<void> {
    await this.leave(tx, row, assignment, 'assignment.conflict');
    const others = (await openAssignments(tx, row.id)).filter(({ assigneeId }) => assigneeId === tx.actor.id);
    for (const other of others)
      await answerAssignment(tx, other.id, { state: 'declined', declaration: 'conflict', reason });
    await recordConflict(tx, row, tx.actor.id, reason);
  }

  private async leave(tx: Tx, row: DossierRow, { kind }: Assignment, news: AnswerNews): Promise<void> {
    if (kind === 'lead' && row.leadAppraiserId === tx.actor.id)
      await writeDossier(tx, row, { leadAppraiserId: null });
    await this.news.tell(tx, row, news);
  }
}

/** @throws Refusal `reason_missing` */
export function reasonOf(reason: string | undefined): string {
  const text = reason?.trim() ?? '';
  if (text === '') throw new Refusal('reason_missing');
  return text;
}

async function logAnswer(
  tx: Tx,
  row: DossierRow,
  { id, kind }: Assignment,
  answer: { state: string; declaration: string | null },
  reason: string | null,
): Promise<void> {
  await appendAudit(tx, {
    chainId: row.id,
    action: answer.state === 'accepted' ? 'assignment.accepted' : 'assignment.declined',
    subject: { kind: 'assignment', id },
    facts: { kind, ...answer },
    ...(reason === null ? {} : { payload: { reason } }),
    actorRole: actingRoleOf(tx.actor),
  });
}
