import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type ProjectActName } from '#contracts';
import { type Tx, UnitOfWork } from '#database';
import {
  actingRoleOf,
  answeredOnce,
  fingerprintOf,
  lastChangeOf,
  namingTheWinner,
  requireRevision,
} from '#dossiers';
import { visibleProjectsSql } from '#identity';
import { type Actor, Refusal } from '#kernel';
import { observed, type Operation } from '#observability';
import { type ProjectRow, readProject } from '../register/project.row.js';

/** One request to change something of a project of the register. */
export interface ProjectAct {
  projectId: string;
  /** Name of the act, as it stands in the log when it is refused. */
  action: ProjectActName;
  body: unknown;
  idempotencyKey: string | null;
  /** The revision that the actor saw; null where the act says by itself what it changes. */
  expectedRevision?: number;
  dryRun: boolean;
  /** Whether the act is about a project that was merged into another. */
  onMerged?: boolean;
}
/** As it is delivered; what enters a project is refused without an entry, so that its name stands in no log. */
type NamedAct = Omit<ProjectAct, 'action'> & { action: string };

/** The one way in which anything of a project is changed: lock, authorise, replay check, revision check, act, receipt. */
@Injectable()
export class ProjectActs {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /**
   * Runs an act under the project's lock and returns its answer; with `dryRun` everything is rolled back.
   * @throws Refusal `not_found` (not there or not yours), `project_is_merged`, `stale_revision`, `idempotency_key_reused`,
   * and the act's own
   */
  run<Answer>(
    actor: Actor,
    request: ProjectAct,
    act: (tx: Tx, row: ProjectRow) => Promise<Answer>,
  ): Promise<Answer> {
    return observed(operationOf(request), () => this.attempt(actor, request, act));
  }

  private async attempt<Answer>(
    actor: Actor,
    request: ProjectAct,
    act: (tx: Tx, row: ProjectRow) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return request.dryRun
        ? await this.unitOfWork.rehearse(actor, (tx) => this.rehearsed(tx, request, act))
        : await this.unitOfWork.run(actor, (tx) => this.once(tx, request, act));
    } catch (error) {
      if (error instanceof Refusal && !request.dryRun && error.code !== 'not_found')
        await this.logRefusal(actor, request, error);
      throw error;
    }
  }

  /** Runs work that has no project yet so that the same delivery acts once. */
  create<Answer>(
    actor: Actor,
    request: Omit<NamedAct, 'projectId'>,
    work: (tx: Tx) => Promise<Answer>,
  ): Promise<Answer> {
    const whole = { ...request, projectId: '' };
    return observed(operationOf(whole), () =>
      request.dryRun
        ? this.unitOfWork.rehearse(actor, (tx) => inFull(tx, () => work(tx)))
        : this.unitOfWork.run(actor, (tx) => answeredOnce(tx, deliveryOf(whole), () => work(tx))),
    );
  }

  private async once<Answer>(
    tx: Tx,
    request: ProjectAct,
    act: (tx: Tx, row: ProjectRow) => Promise<Answer>,
  ): Promise<Answer> {
    const row = await openProject(tx, request.projectId, true);
    return answeredOnce(tx, deliveryOf(request), () => this.checked(tx, request, row, act));
  }

  private async rehearsed<Answer>(
    tx: Tx,
    request: ProjectAct,
    act: (tx: Tx, row: ProjectRow) => Promise<Answer>,
  ): Promise<Answer> {
    const row = await openProject(tx, request.projectId, true);
    return inFull(tx, () => this.checked(tx, request, row, act));
  }

  private async checked<Answer>(
    tx: Tx,
    request: ProjectAct,
    row: ProjectRow,
    act: (tx: Tx, row: ProjectRow) => Promise<Answer>,
  ): Promise<Answer> {
    await requireRevision(tx, row, request.expectedRevision ?? null);
    if (row.mergedInto !== null && request.onMerged !== true)
      throw new Refusal('project_is_merged', { mergedInto: row.mergedInto });
    return namingTheWinner(
      () => act(tx, row),
      () => lastChangeOf(tx, row),
    );
  }

  private async logRefusal(actor: Actor, request: ProjectAct, refusal: Refusal): Promise<void> {
    await this.audit.recordRefusal(actor, {
      chainId: request.projectId,
      actorRole: actingRoleOf(actor),
      action: 'command.refused',
      subject: { kind: 'project', id: request.projectId },
      facts: { command: request.action, code: refusal.code },
    });
  }
}

/** A rehearsal meets the constraints that wait for the end of a transaction. */
async function inFull<Answer>(tx: Tx, work: () => Promise<Answer>): Promise<Answer> {
  const answer = await work();
  await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
  return answer;
}

const operationOf = ({ action, dryRun, projectId }: NamedAct): Operation => ({
  kind: 'act',
  name: `project.${action}`,
  rehearsal: dryRun,
  attributes: { projectId },
});

const deliveryOf = ({ idempotencyKey, action, projectId, body }: NamedAct) =>
  idempotencyKey === null
    ? null
    : { key: idempotencyKey, fingerprint: fingerprintOf(`project.${action}`, projectId, body) };

/** A project that the actor may see, merged or not. @throws Refusal `not_found` by the same path for not yours and not there */
export async function openProject(tx: Tx, id: string, lock = false): Promise<ProjectRow> {
  const row = await readProject(tx, id, { lock, where: visibleProjectsSql(tx, 1, 'p') });
  if (row === null) throw new Refusal('not_found');
  // A duplicate tells what the project tells into which it was merged.
  if (row.mergedInto !== null) await openProject(tx, row.mergedInto);
  return row;
}
