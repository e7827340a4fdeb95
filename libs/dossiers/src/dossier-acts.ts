import { Injectable } from '@nestjs/common';
import { type Relation, type Status } from '#contracts';
import { AuditLog } from '#audit';
import { type Tx, UnitOfWork } from '#database';
import { AccessPolicy, type GrantedAccess, openDossierSql } from '#identity';
import { type Actor, Refusal } from '#kernel';
import { aboutDossier, observed } from '#observability';
import { type ActRequest, deliveryOf, isAnswerOfLeaver, isWorthLogging } from './act-request.js';
import { actingRoleOf } from './acting-role.js';
import { answerAgain, answeredOnce, keepAnswer, lockedReceipt } from './command-receipt.store.js';
import { type DossierRow, lockDossier, lockDossierWhere, readDossier } from './dossier.row.js';
import { isOfTheHouse } from './house.js';
import { type LastChange, lastActOn, lastChangeOf, lastOwnActOn, namingTheWinner } from './last-change.js';
import { viewStatusOf } from './view-status.js';

/** No dossier has this id: asked for in place of one that is not found, so that nothing is told by its not being asked. */
export const NO_DOSSIER = '00000000-0000-4000-8000-000000000000';

/** Whom a read or an act is for beside those who see the whole dossier. */
type Doors = Pick<ActRequest, 'asInvited' | 'asConsulted'>;
/** A dossier that is being read, and the doors through which. */
interface Asked {
  row: Promise<DossierRow | null>;
  doors: Doors;
}
/** A dossier that the actor may see, and what the actor is to it. */
export interface OpenedDossier {
  row: DossierRow;
  relations: readonly Relation[];
  /** The status as the actor may know it: outside the house a decision is told by its letter. */
  viewStatus: Status;
  /** `consultation`: seen only because the actor's organisation is consulted, and shown as far as the answer needs. */
  scope?: 'whole' | 'consultation';
}

/**
 * The one way in which anything of a dossier is changed: lock, authorise, replay check, revision check, act, receipt,
 * in one transaction. A refusal changes nothing and is logged in a transaction of its own.
 */
@Injectable()
export class DossierActs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: AccessPolicy,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Runs an act under the dossier's lock and returns its answer; with `dryRun` everything is rolled back.
   * @throws Refusal `not_found` (not there or not yours), `stale_revision`, `idempotency_key_reused`, and the act's own.
   */
  run<Answer>(
    actor: Actor,
    request: ActRequest,
    act: (tx: Tx, opened: OpenedDossier) => Promise<Answer>,
  ): Promise<Answer> {
    const { action: name, dryRun: rehearsal, dossierId } = request;
    const operation = { kind: 'act', name, rehearsal, attributes: { dossierId } } as const;
    return observed(operation, () => this.attempt(actor, request, act));
  }

  private async attempt<Answer>(
    actor: Actor,
    request: ActRequest,
    act: (tx: Tx, opened: OpenedDossier) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return request.dryRun
        ? await this.unitOfWork.rehearse(actor, (tx) => this.rehearsed(tx, request, act))
        : await this.unitOfWork.run(actor, (tx) => this.once(tx, request, act));
    } catch (error) {
      if (error instanceof Refusal && isWorthLogging(request, error))
        await this.logRefusal(actor, request, error);
      throw error;
    }
  }

  /**
   * Reads a dossier that the actor may see; with `asConsulted` also for those who see it only because they are consulted.
   * @throws Refusal `not_found` by the same path for not yours and not there.
   */
  async open(tx: Tx, dossierId: string, doors: Pick<Doors, 'asConsulted'> = {}): Promise<OpenedDossier> {
    return this.authorised(tx, dossierId, { row: readDossier(tx, dossierId), doors });
  }

  /** Runs work that has no dossier yet (a new draft) so that the same delivery acts once. */
  async create<Answer>(
    actor: Actor,
    request: Pick<ActRequest, 'body' | 'idempotencyKey'> & { action: string },
    work: (tx: Tx) => Promise<Answer>,
  ): Promise<Answer> {
    return observed({ kind: 'act', name: request.action }, () =>
      this.unitOfWork.run(actor, (tx) =>
        answeredOnce(tx, deliveryOf({ ...request, dossierId: '' }), () => work(tx)),
      ),
    );
  }

  /** Lock, receipt and access travel in one round: nothing that they say is used before the access is known. */
  private async once<Answer>(
    tx: Tx,
    request: ActRequest,
    act: (tx: Tx, opened: OpenedDossier) => Promise<Answer>,
  ): Promise<Answer> {
    const delivery = deliveryOf(request);
    const row = this.lockedRow(tx, request);
    const known = delivery === null ? null : lockedReceipt(tx, delivery);
    const seen = this.authorised(tx, request.dossierId, { row, doors: request });
    seen.catch(() => undefined);
    // Of statements that fail together the first one says why.
    const [, receipt] = await Promise.all([row, known]);
    if (receipt !== null && delivery !== null && isAnswerOfLeaver(request, delivery, receipt)) {
      await seen.catch(() => undefined);
      return receipt.answer as Answer;
    }
    const opened = await seen;
    if (receipt !== null && delivery !== null) return answerAgain(delivery, receipt) as Answer;
    await requireRevision(tx, opened.row, request.expectedRevision);
    const answer = await acted(tx, opened, act);
    if (delivery !== null) keepAnswer(tx, delivery, answer);
    return answer;
  }

  private async rehearsed<Answer>(
    tx: Tx,
    request: ActRequest,
    act: (tx: Tx, opened: OpenedDossier) => Promise<Answer>,
  ): Promise<Answer> {
    const row = this.lockedRow(tx, request);
    const opened = await this.authorised(tx, request.dossierId, { row, doors: request });
    await requireRevision(tx, opened.row, request.expectedRevision);
    const answer = await acted(tx, opened, act);
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    return answer;
  }

  /** Locks the dossier for those who may see it; nobody else waits for it or makes others wait. */
  private lockedRow(tx: Tx, { dossierId, asInvited = false }: ActRequest): Promise<DossierRow | null> {
    return tx.actor.kind === 'system'
      ? lockDossier(tx, dossierId)
      : lockDossierWhere(tx, dossierId, openDossierSql(tx, { asInvited, paramOffset: 1 }));
  }

  /** Row and access travel together; the access is read after the lock, so it is that of the row. */
  private async authorised(tx: Tx, dossierId: string, asked: Asked): Promise<OpenedDossier> {
    const { doors } = asked;
    aboutDossier(dossierId);
    const [row, access] = await Promise.all([asked.row, this.accessOf(tx, dossierId, doors)]);
    if (!row) throw new Refusal('not_found');
    if (access === null) return { row, relations: ['system'], viewStatus: row.status, scope: 'whole' };
    const { relations, scope } = access;
    if (scope === 'consultation' && !doors.asInvited && !doors.asConsulted) throw new Refusal('not_found');
    return { row, relations, viewStatus: await viewStatusOf(tx, row), scope };
  }

  /** Null for the system, which needs none. */
  private accessOf(tx: Tx, dossierId: string, { asInvited }: Doors): Promise<GrantedAccess | null> {
    if (tx.actor.kind === 'system') return Promise.resolve(null);
    return asInvited ? this.policy.loadInvitation(tx, dossierId) : this.policy.load(tx, dossierId);
  }

  private async logRefusal(actor: Actor, request: ActRequest, refusal: Refusal): Promise<void> {
    await this.audit.recordRefusal(actor, {
      chainId: request.dossierId,
      actorRole: actingRoleOf(actor),
      action: 'command.refused',
      subject: { kind: 'dossier', id: request.dossierId },
      facts: { command: request.action, code: refusal.code },
    });
  }
}

/** Runs the act; a refusal that names the status names it as the actor may know it, and a conflict who was there before. */
async function acted<Answer>(
  tx: Tx,
  opened: OpenedDossier,
  act: (tx: Tx, opened: OpenedDossier) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await namingTheWinner(
      () => act(tx, opened),
      () => winnerOn(tx, opened),
    );
  } catch (error) {
    const { row, viewStatus } = opened;
    const names =
      error instanceof Refusal && viewStatus !== row.status && error.details['status'] === row.status;
    throw names ? new Refusal(error.code, { ...error.details, status: viewStatus }) : error;
  }
}

/**
 * Outside the house a decision is told by its letter: until then nobody is named there. Of acts that leave the row as it is
 * people there may know their own: who answered twice at once is told of the answer that was first.
 */
async function winnerOn(tx: Tx, { row, viewStatus }: OpenedDossier): Promise<LastChange | null> {
  if (isOfTheHouse(tx.actor)) return lastActOn(tx, row.id);
  if (viewStatus !== row.status) return null;
  const [change, own] = await Promise.all([lastChangeOf(tx, row), lastOwnActOn(tx, row.id)]);
  return own && own.changedAt >= change.changedAt ? own : change;
}

/** @throws Refusal `stale_revision` with who changed the row and when: the name inside the house, else the role. */
export async function requireRevision(
  tx: Tx,
  row: Pick<DossierRow, 'revision' | 'updatedAt' | 'updatedBy'>,
  expected: number | null,
): Promise<void> {
  if (expected === null || expected === row.revision) return;
  throw new Refusal('stale_revision', { revision: row.revision, ...(await lastChangeOf(tx, row)) });
}
