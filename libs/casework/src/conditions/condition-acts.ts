import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type DossierActName, OWED_CONDITION_STATES } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf, type ActRequest, DossierActs, isOfTheHouse, type OpenedDossier } from '#dossiers';
import { type Actor } from '#kernel';
import { type Audience, type Recipient } from '#notifications';
import { requireDocuments } from '../intake/required-documents.js';
import { tellOfCondition } from './condition-news.js';
import {
  type ConditionCall,
  requireAnother,
  requireCondition,
  requireJudge,
  requireNewDeadline,
  requireOwnersSide,
  requireReason,
} from './condition-rules.js';
import { conditionTasks, type ConditionTask } from './condition-view.js';
import { type ConditionChange, changeCondition } from './condition.writer.js';
import { conditionsOfDossier, type ConditionRow } from './condition.row.js';
import { isOwed } from './condition-alarms.js';

/** What every act on a condition comes with, besides its own body. */
export type ConditionActCall = Pick<ActRequest, 'dossierId' | 'idempotencyKey' | 'dryRun'>;
export interface ConditionAnswer {
  condition: ConditionTask;
  /** How many conditions of the dossier are still owed. */
  owed: number;
  /** Who is told, each once. Empty outside the house, where people have no names. */
  recipients: Recipient[];
  dryRun: boolean;
}

/** What people do about the conditions of an approval, each under the dossier's lock. */
@Injectable()
export class ConditionActs {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Hands in the proof of a condition: by the owner, or the clerk who entered the dossier. @throws Refusal
   * `command_not_for_you`, `unknown_document`, those of `requireCondition` and of `DossierActs.run`
   */
  submitProof(
    actor: Actor,
    call: ConditionActCall,
    body: ConditionCall & { documentIds: string[]; note?: string },
  ): Promise<ConditionAnswer> {
    return this.run(actor, call, 'submit_condition_proof', body, async (tx, opened) => {
      requireOwnersSide(opened);
      const condition = await requireCondition(tx, opened, body, ['open']);
      await requireDocuments(tx, opened.row.id, body.documentIds);
      const { documentIds, note = null } = body;
      const change = { kind: 'proof_submitted', state: 'proof_submitted', documentIds, note } as const;
      return this.changed(tx, opened, condition, change, ['lead_appraiser', 'head']);
    });
  }

  /**
   * Accepts the proof: the lead appraiser or another appraiser or head, never who handed it in. @throws Refusal
   * `command_not_for_you`, `condition_own_proof`, those of `requireCondition` and of `DossierActs.run`
   */
  accept(
    actor: Actor,
    call: ConditionActCall,
    body: ConditionCall & { note?: string },
  ): Promise<ConditionAnswer> {
    return this.run(actor, call, 'accept_condition_proof', body, async (tx, opened) => {
      const condition = await this.judged(tx, opened, body);
      const change = { kind: 'accepted', state: 'accepted', note: body.note ?? null } as const;
      return this.changed(tx, opened, condition, change, ['owner', 'lead_appraiser']);
    });
  }

  /** Rejects the proof with a reason; the condition is open again. @throws Refusal as `accept`, `reason_missing` */
  reject(
    actor: Actor,
    call: ConditionActCall,
    body: ConditionCall & { reason: string },
  ): Promise<ConditionAnswer> {
    return this.run(actor, call, 'reject_condition_proof', body, async (tx, opened) => {
      const condition = await this.judged(tx, opened, body);
      const change = { kind: 'rejected', state: 'open', note: requireReason(body.reason) } as const;
      return this.changed(tx, opened, condition, change, ['owner', 'lead_appraiser']);
    });
  }

  /**
   * Moves the deadline of a condition that is owed: a head, with the reason. @throws Refusal `command_not_for_you`,
   * `reason_missing`, `condition_deadline_invalid`, those of `requireCondition` and of `DossierActs.run`
   */
  moveDeadline(
    actor: Actor,
    call: ConditionActCall,
    body: ConditionCall & { deadlineOn: string; reason: string },
  ): Promise<ConditionAnswer> {
    return this.run(actor, call, 'move_condition_deadline', body, async (tx, opened) => {
      requireJudge(tx, opened, 'head');
      const condition = await requireCondition(tx, opened, body, OWED_CONDITION_STATES);
      const note = requireReason(body.reason);
      const deadlineOn = requireNewDeadline(tx, condition, body.deadlineOn);
      const change = { kind: 'deadline_moved', deadlineOn, note } as const;
      return this.changed(tx, opened, condition, change, ['owner', 'lead_appraiser']);
    });
  }

  private async judged(tx: Tx, opened: OpenedDossier, body: ConditionCall): Promise<ConditionRow> {
    requireJudge(tx, opened, 'appraiser', 'head');
    const condition = await requireCondition(tx, opened, body, ['proof_submitted']);
    await requireAnother(tx, condition);
    return condition;
  }

  private async run(
    actor: Actor,
    call: ConditionActCall,
    action: DossierActName,
    body: object,
    act: (tx: Tx, opened: OpenedDossier) => Promise<Omit<ConditionAnswer, 'dryRun'>>,
  ): Promise<ConditionAnswer> {
    const request = { ...call, action, body, expectedRevision: null };
    return this.acts.run(actor, request, async (tx, opened) => ({
      ...(await act(tx, opened)),
      dryRun: call.dryRun,
    }));
  }

  private async changed(
    tx: Tx,
    { row, relations }: OpenedDossier,
    condition: ConditionRow,
    change: Omit<ConditionChange, 'actorRole'>,
    audiences: readonly Audience[],
  ): Promise<Omit<ConditionAnswer, 'dryRun'>> {
    const actorRole = actingRoleOf(tx.actor, relations.join('&'));
    const after = await changeCondition(tx, condition, { ...change, actorRole });
    const told = await tellOfCondition(tx, row, { kind: change.kind, condition: after, audiences });
    const owed = (await conditionsOfDossier(tx, row.id)).filter(isOwed).length;
    if (change.kind === 'accepted' && owed === 0)
      told.push(...(await this.tellThatAllAreMet(tx, { row, relations }, after)));
    const [task] = await conditionTasks(tx, [after]);
    if (task === undefined) throw new Error('a condition that was changed can be shown');
    const recipients = isOfTheHouse(tx.actor)
      ? new Map(told.map((person) => [person.id, person])).values()
      : [];
    return { condition: task, owed, recipients: [...recipients] };
  }

  private async tellThatAllAreMet(
    tx: Tx,
    { row, relations }: Pick<OpenedDossier, 'row' | 'relations'>,
    condition: ConditionRow,
  ): Promise<Recipient[]> {
    await appendAudit(tx, {
      chainId: row.id,
      actorRole: actingRoleOf(tx.actor, relations.join('&')),
      action: 'conditions.met',
      subject: { kind: 'dossier', id: row.id },
      facts: { round: condition.round, last: condition.number },
    });
    const audiences = ['owner', 'leader', 'head', 'lead_appraiser'] as const;
    return tellOfCondition(tx, row, { kind: 'all_met', condition, audiences });
  }
}
