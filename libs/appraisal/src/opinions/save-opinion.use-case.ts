import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type Status } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf, DossierActs, type DossierRow, lastChangeOf, type OpenedDossier } from '#dossiers';
import { type Actor, digestOf, Refusal } from '#kernel';
import { requireDocuments } from '../act-guards.js';
import { type ActCall, actRequest } from '../act.types.js';
import { requireAuthor } from './authorship.js';
import { type Sheet, sheetOf } from './criteria.query.js';
import { type OpinionContent, requireComplete, requireKnownCriteria } from './domain/opinion-content.rule.js';
import { keepVersion, markRecorded, type Opinion, opinionBy, writeOpinion } from './opinion.store.js';

const OPINION_STATUSES = ['screened', 'under_review'] as const satisfies readonly Status[];

export interface OpinionSave extends OpinionContent {
  /** The revision of the opinion that the author saw; 0 where there is none yet. */
  revision: number;
  /** Id of the criteria sheet; the first of the pinned law when not given. */
  sheetId?: string;
}

/** What saving or recording answers. */
export interface OpinionAnswer {
  id: string;
  round: number;
  sheetId: string;
  state: 'draft' | 'recorded';
  revision: number;
  /** UTC instants. */
  updatedAt: string;
  recordedAt: string | null;
}

const answerOf = ({
  id,
  round,
  sheetId,
  state,
  revision,
  updatedAt,
  recordedAt,
}: Opinion): OpinionAnswer => ({
  id,
  round,
  sheetId,
  state,
  revision,
  updatedAt: updatedAt.toISOString(),
  recordedAt: recordedAt?.toISOString() ?? null,
});

/** An author writes and records the own opinion of the present round. */
@Injectable()
export class SaveOpinion {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Saves the own opinion. A draft may be incomplete; a recorded one stays recorded, must stay complete, and the change
   * is kept as a version and logged.
   * @throws Refusal `declaration_missing`, `command_not_for_you`, `command_not_permitted_now`, `stale_revision`,
   * `criteria_sheet_unknown`, `criterion_unknown`, `evidence_document_unknown`, `opinion_incomplete`, and those of `DossierActs.run`.
   */
  save(actor: Actor, call: ActCall, body: OpinionSave): Promise<OpinionAnswer> {
    return this.acts.run(actor, actRequest(call, 'save_opinion', body), async (tx, opened) => {
      const earlier = await ownOpinion(tx, opened, body.revision);
      const sheet = await sheetOf(tx, opened.row, body.sheetId ?? earlier?.sheetId);
      await requireSound(tx, opened.row, sheet, body);
      if (earlier?.state === 'recorded') requireComplete(sheet, body);
      const { criteria, recommendation, summary } = body;
      const opinion = await writeOpinion(tx, opened.row, earlier, {
        sheetId: sheet.id,
        criteria,
        recommendation,
        summary,
      });
      if (opinion.state === 'recorded') await keepAndLog(tx, opened.row, opinion, 'opinion.changed');
      return answerOf(opinion);
    });
  }

  /**
   * Records the own draft: from then on it counts and others may read it.
   * @throws Refusal `opinion_draft_missing`, `opinion_recorded_already`, `opinion_incomplete`, and those of `save`.
   */
  record(actor: Actor, call: ActCall, revision: number): Promise<OpinionAnswer> {
    return this.acts.run(actor, actRequest(call, 'record_opinion', { revision }), async (tx, opened) => {
      const draft = await ownOpinion(tx, opened, revision);
      if (!draft) throw new Refusal('opinion_draft_missing');
      if (draft.state === 'recorded')
        throw new Refusal('opinion_recorded_already', { revision: draft.revision });
      const sheet = await sheetOf(tx, opened.row, draft.sheetId);
      await requireSound(tx, opened.row, sheet, draft);
      requireComplete(sheet, draft);
      const opinion = await markRecorded(tx, opened.row, draft);
      await keepAndLog(tx, opened.row, opinion, 'opinion.recorded');
      return answerOf(opinion);
    });
  }
}

/** The author's own opinion of this round, in the revision that the author saw. */
async function ownOpinion(tx: Tx, opened: OpenedDossier, revision: number): Promise<Opinion | null> {
  await requireAuthor(tx, opened);
  const { row } = opened;
  const allowed: readonly Status[] = OPINION_STATUSES;
  if (!allowed.includes(row.status))
    throw new Refusal('command_not_permitted_now', { status: row.status, statuses: [...allowed] });
  const opinion = await opinionBy(tx, row, tx.actor.id);
  const current = opinion?.revision ?? 0;
  if (revision !== current)
    throw new Refusal('stale_revision', {
      revision: current,
      ...(opinion
        ? await lastChangeOf(tx, { updatedBy: opinion.authorId, updatedAt: opinion.updatedAt })
        : { changedAt: null }),
    });
  return opinion;
}

async function requireSound(
  tx: Tx,
  row: DossierRow,
  sheet: Sheet,
  { criteria }: OpinionContent,
): Promise<void> {
  requireKnownCriteria(sheet, criteria);
  await requireDocuments(tx, row.id, [...new Set(criteria.flatMap(({ documentIds = [] }) => documentIds))]);
}

async function keepAndLog(tx: Tx, row: DossierRow, opinion: Opinion, action: string): Promise<void> {
  await keepVersion(tx, opinion);
  const { id, round, revision, sheetId, criteria, recommendation, summary } = opinion;
  await appendAudit(tx, {
    chainId: row.id,
    action,
    subject: { kind: 'opinion', id },
    facts: {
      round,
      revision,
      sheetId,
      recommendation,
      contentDigest: digestOf({ criteria, recommendation, summary }),
    },
    payload: { criteria, summary },
    actorRole: actingRoleOf(tx.actor),
  });
}
