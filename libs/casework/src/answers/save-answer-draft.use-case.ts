import { Inject, Injectable } from '@nestjs/common';
import { DossierActs } from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import { requireOwnersSide } from '../conditions/condition-rules.js';
import {
  type AnswerDraft,
  type KeptAnswerDraft,
  requestWithDraft,
  writeAnswerDraft,
} from './answer-draft.store.js';

export interface AnswerDraftCall {
  dossierId: string;
  requestId: string;
  /** The revision of the draft that was seen; 0 where there is none yet. */
  revision: number;
}

/** Keeps the answer to a request while it is being written, so that it is there on every machine of the owner's side. */
@Injectable()
export class SaveAnswerDraft {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Saves the draft over the one that was seen. It is no act on the dossier: nothing is logged, nobody is told, and only
   * the owner's side reads it.
   * @throws Refusal `command_not_for_you`, `not_found`, `command_not_permitted_now` (answered or closed), `stale_revision`,
   * and those of `DossierActs.run`.
   */
  run(
    actor: Actor,
    { dossierId, requestId, revision }: AnswerDraftCall,
    draft: AnswerDraft,
  ): Promise<Pick<KeptAnswerDraft, 'revision' | 'savedAt'>> {
    const asked = { dossierId, action: 'save_answer_draft' as const, body: { requestId }, dryRun: false };
    const request = { ...asked, idempotencyKey: null, expectedRevision: null };
    return this.acts.run(actor, request, async (tx, opened) => {
      requireOwnersSide(opened);
      const kept = await requestWithDraft(tx, dossierId, requestId);
      if (kept === null) throw new Refusal('not_found');
      if (!kept.isOpen)
        throw new Refusal('command_not_permitted_now', { status: opened.viewStatus, requestId });
      const seen = kept.draft?.revision ?? 0;
      if (revision !== seen)
        throw new Refusal('stale_revision', { revision: seen, changedAt: kept.draft?.savedAt ?? null });
      const { texts, files } = draft;
      const next = { texts, files, revision: seen + 1, savedAt: tx.at.toISOString() };
      await writeAnswerDraft(tx, requestId, next);
      return { revision: next.revision, savedAt: next.savedAt };
    });
  }
}
