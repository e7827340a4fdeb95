import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import { appendAudit, appendAudits, type AuditDraft, type StoredEntry } from './append-audit.js';

/** The log as a provider. */
@Injectable()
export class AuditLog {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Appends inside the caller's transaction: when it fails, so does the act. */
  append(tx: Tx, draft: AuditDraft): Promise<StoredEntry> {
    return appendAudit(tx, draft);
  }

  /** Appends several entries in this order, inside the caller's transaction. */
  appendAll(tx: Tx, drafts: readonly AuditDraft[]): Promise<StoredEntry[]> {
    return appendAudits(tx, drafts);
  }

  /**
   * Records that a command was refused, in a short transaction of its own: call it after the command's transaction
   * was rolled back, since a row written in there would prove nothing. An error here is the caller's to answer (503).
   */
  recordRefusal(actor: Actor, draft: Omit<AuditDraft, 'outcome'>): Promise<StoredEntry> {
    return this.unitOfWork.run(actor, (tx) => appendAudit(tx, { ...draft, outcome: 'refused' }));
  }
}
