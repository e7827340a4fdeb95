import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { outsideOfBudget, type Tx, UnitOfWork } from '#database';
import { type Actor, CLOCK, type Clock, Refusal, systemActor } from '#kernel';
import { accessBatchDigest, type AccessAction, type AccessRecord } from './domain/access-record.js';
import { type ActingRole, isUuid } from './domain/audit-entry.js';

/** What somebody looked at, and in which capacity. */
export interface Access {
  subject: { kind: string; id: string };
  actorRole: ActingRole;
  /** The dossier it belongs to, where it does. */
  dossierId?: string;
}

/** No control characters, NUL above all, which PostgreSQL cannot store. */
const STORABLE = /^[^\p{Cc}]{1,200}$/u;
const BATCH_MS = 1000;
const BATCH_SIZE = 500;
/** Beyond this the database has been away for long: reading without a trace is refused. */
const WAITING_AT_MOST = 20_000;
/** A batch mixes people of every authority. */
const WRITER = systemActor('');

/** Who read what. A crash loses at most the reads of one second, never a download or an export. */
@Injectable()
export class AccessLog implements BeforeApplicationShutdown {
  private waiting: AccessRecord[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes a read, a list or a search; written within one second. @throws Refusal `access_log_unavailable`. */
  note(actor: Actor, action: 'read' | 'listed' | 'searched', access: Access): void {
    if (this.waiting.length >= WAITING_AT_MOST) throw new Refusal('access_log_unavailable');
    this.waiting.push(recordOf(actor.id, action, access, this.clock.now()));
    this.schedule();
  }

  /** Writes a download or an export in the caller's transaction, before the first byte leaves. */
  async write(tx: Tx, action: 'downloaded' | 'exported', access: Access): Promise<void> {
    await insertBatch(tx, [recordOf(tx.actor.id, action, access, tx.at)]);
  }

  /** Writes what waits; what could not be written waits on. @throws what the database said. */
  flush(): Promise<void> {
    const turn = this.writing.then(() => this.writeWaiting());
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  /** Before the connections of the database are closed, which happens on shutdown itself. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.flush();
  }

  private schedule(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      // Whose read began the batch may be out of time; the reads of all are written.
      outsideOfBudget(() => this.flush()).catch(() => {
        this.schedule();
      });
    }, BATCH_MS).unref();
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, BATCH_SIZE);
      await this.unitOfWork.run(WRITER, (tx) => insertBatch(tx, batch));
      this.waiting = this.waiting.slice(batch.length);
    }
  }
}

/** One record that the database would refuse must not hold up the batch it is in: it is refused here. */
function recordOf(
  actorId: string,
  action: AccessAction,
  { subject, actorRole, dossierId }: Access,
  at: Date,
): AccessRecord {
  if (dossierId !== undefined && !isUuid(dossierId)) throw new TypeError('dossierId is a lower-case uuid');
  if (!STORABLE.test(subject.id) || !subject.id.isWellFormed())
    throw new TypeError('subject.id is an id or a code');
  return {
    at: at.toISOString(),
    actorId,
    actorRole,
    action,
    subject: { kind: subject.kind, id: subject.id },
    dossierId: dossierId ?? null,
  };
}

async function insertBatch(tx: Tx, records: readonly AccessRecord[]): Promise<void> {
  const id = randomUUID();
  await tx.query('INSERT INTO access_batch (id, at, size, digest) VALUES ($1, $2, $3, $4)', [
    id,
    tx.at,
    records.length,
    accessBatchDigest(id, records),
  ]);
  const rows = records.map(({ subject, ...rest }, position) => ({
    ...rest,
    position,
    subjectKind: subject.kind,
    subjectId: subject.id,
  }));
  await tx.query(
    `INSERT INTO access_log (batch_id, position, at, actor_id, actor_role, action, subject_kind, subject_id, dossier_id)
     SELECT $1, position, at, "actorId", "actorRole", action, "subjectKind", "subjectId", "dossierId"
       FROM jsonb_to_recordset($2::jsonb) AS row (position int, at timestamptz, "actorId" text, "actorRole" text, action text,
                                                  "subjectKind" text, "subjectId" text, "dossierId" uuid)`,
    [id, JSON.stringify(rows)],
  );
}
