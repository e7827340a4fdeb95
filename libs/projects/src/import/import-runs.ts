import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#database';
import { accountById, actorOf } from '#identity';
import { type Actor, faultName, hasRole, Refusal } from '#kernel';
import { observed } from '#observability';
import { logImport } from './import-audit.js';
import { readImport } from './import.row.js';
import { IMPORTING_ROLES } from './importing-roles.js';
import { runBatch } from './run-batch.js';

/** What bringing a list into the register is called in figures, traces and the log. */
export const IMPORT_JOB = 'project-import';

/** After so many turns in a row that ended in an error the import is given up until a person starts it again. */
const TRIES_AT_MOST = 5;

interface WaitingImport {
  id: string;
  uploadedBy: string;
}

/** Brings lists that wait into the register, batch by batch, as the person who started them. */
@Injectable()
export class ImportRuns {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Works on the list that waits the longest, until its end or until `stopping`. Any number of workers may do so at the
   * same time: the lock on the list decides whose batch it is. False when none waits, when another worker is at it, or when
   * this turn failed, which the list keeps and the next turn repeats.
   */
  async turn(system: Actor, stopping: () => boolean = () => false): Promise<boolean> {
    const next = await this.unitOfWork.read(system, nextWaiting);
    if (!next) return false;
    const job = { kind: 'job', name: IMPORT_JOB, attributes: { importId: next.id } } as const;
    try {
      return await observed(job, () => this.work(system, next, stopping));
    } catch (error) {
      await this.unitOfWork.run(system, (tx) => noteFailure(tx, next.id, error));
      return false;
    }
  }

  /** False when another worker is at it. */
  private async work(
    system: Actor,
    { id, uploadedBy }: WaitingImport,
    stopping: () => boolean,
  ): Promise<boolean> {
    const actor = await this.unitOfWork.read(system, (tx) => importer(tx, uploadedBy));
    while (!stopping()) {
      const batch = await this.batch(actor, id);
      if (batch !== 'more') return batch === 'done';
    }
    return true;
  }

  private batch(actor: Actor, importId: string): Promise<'more' | 'done' | 'elsewhere'> {
    return this.unitOfWork.run(actor, async (tx) => {
      const free = await tx.one(
        `SELECT 1 FROM project_import WHERE id = $1 AND state IN ('queued', 'running') FOR UPDATE SKIP LOCKED`,
        [importId],
      );
      if (!free) return 'elsewhere';
      // Two lists of one authority take turns, so that each sees what the other has just brought in.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 950))', [actor.authorityId]);
      return (await runBatch(tx, await readImport(tx, importId))) ? 'more' : 'done';
    });
  }
}

const nextWaiting = (tx: Tx): Promise<WaitingImport | null> =>
  tx.one<WaitingImport>(
    `SELECT id, uploaded_by AS "uploadedBy" FROM project_import WHERE state IN ('queued', 'running')
     ORDER BY tries, queued_at, id LIMIT 1`,
  );

/** @throws Refusal `forbidden` when the person may not import any more */
async function importer(tx: Tx, userId: string): Promise<Actor> {
  const account = await accountById(tx, userId);
  if (!account?.active || !hasRole(actorOf(account), ...IMPORTING_ROLES)) throw new Refusal('forbidden');
  return actorOf(account);
}

async function noteFailure(tx: Tx, importId: string, error: unknown): Promise<void> {
  // A code or the name of the error: its text can hold what stands in the list.
  const code = faultName(error);
  const row = await tx.one<{ state: string; done: number }>(
    `UPDATE project_import SET tries = tries + 1, last_error = $2, revision = revision + 1,
       state = CASE WHEN tries + 1 >= $3 OR $2 = 'forbidden' THEN 'failed' ELSE state END,
       ended_at = CASE WHEN tries + 1 >= $3 OR $2 = 'forbidden' THEN $4::timestamptz END
      WHERE id = $1 AND state IN ('queued', 'running') RETURNING state, done`,
    [importId, code.slice(0, 100), TRIES_AT_MOST, tx.at],
  );
  if (row?.state === 'failed')
    await logImport(tx, 'failed', importId, { done: row.done, code: code.slice(0, 100) });
}
