import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type Tx } from '#database';
import { actingRoleOf, DossierActs, type DossierRow } from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import {
  DECIDING_ROLES,
  requireDocuments,
  requirePlace,
  requireReason,
  WORKING_STATUSES,
} from '../act-guards.js';
import { type ActCall, actRequest } from '../act.types.js';
import { missingAnnexes } from '../screenings/annex-check.store.js';
import { newestScreening } from '../screenings/screening.store.js';

export interface AnnexLook {
  lineId: string;
  listVersion: string;
  result: 'not_found' | 'found';
  /** What was looked into and how. */
  remark: string;
  documentId?: string;
}
export interface AnnexCheckAnswer {
  id: string;
  lineId: string;
  listVersion: string;
  result: 'not_found' | 'found';
}

/** Records that a person looked a line's technology up in an annex that is in force but not loaded. */
@Injectable()
export class CheckAnnex {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Records the check for this round. It leaves the finding inconclusive: the conclusion answers it; what was found is
   * confirmed by `decide_match`.
   * @throws Refusal `screening_missing`, `annex_not_missing`, `reason_missing`, `evidence_document_unknown`,
   * `command_not_for_you`, `command_not_permitted_now`, and those of `DossierActs.run`.
   */
  run(actor: Actor, call: ActCall, body: AnnexLook): Promise<AnnexCheckAnswer> {
    return this.acts.run(actor, actRequest(call, 'check_annex', body), async (tx, opened) => {
      const { row } = opened;
      requirePlace(tx, opened, DECIDING_ROLES, WORKING_STATUSES);
      const remark = requireReason(body.remark);
      await requireMissing(tx, row, body);
      await requireDocuments(tx, row.id, body.documentId === undefined ? [] : [body.documentId]);
      const id = await insertCheck(tx, row, { ...body, remark });
      await logCheck(tx, row, id, { ...body, remark });
      const { lineId, listVersion, result } = body;
      return { id, lineId, listVersion, result };
    });
  }
}

async function requireMissing(tx: Tx, row: DossierRow, { lineId, listVersion }: AnnexLook): Promise<void> {
  const screening = await newestScreening(tx, row.id);
  if (!screening) throw new Refusal('screening_missing');
  const isMissing = screening.result.findings.some(
    (finding) => finding.subject.id === lineId && missingAnnexes(finding).includes(listVersion),
  );
  if (!isMissing) throw new Refusal('annex_not_missing', { lineId, listVersion });
}

async function insertCheck(tx: Tx, row: DossierRow, look: AnnexLook): Promise<string> {
  const inserted = await tx.one<{ id: string }>(
    `INSERT INTO annex_check (dossier_id, round, list_version, line_id, result, remark, document_id, checked_by, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      row.id,
      row.round,
      look.listVersion,
      look.lineId,
      look.result,
      look.remark,
      look.documentId ?? null,
      tx.actor.id,
      tx.at,
    ],
  );
  if (!inserted) throw new Error('an inserted check has an id');
  return inserted.id;
}

async function logCheck(
  tx: Tx,
  row: DossierRow,
  id: string,
  { lineId, listVersion, result, remark, documentId }: AnnexLook,
): Promise<void> {
  await appendAudit(tx, {
    chainId: row.id,
    action: 'annex.checked',
    subject: { kind: 'annex_check', id },
    facts: { lineId, listVersion, result, round: row.round, documentId: documentId ?? null },
    payload: { remark },
    actorRole: actingRoleOf(tx.actor),
  });
}
