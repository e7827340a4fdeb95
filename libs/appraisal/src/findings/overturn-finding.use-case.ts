import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type Finding } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf, DossierActs, type DossierRow } from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import {
  DECIDING_ROLES,
  requireDocuments,
  requireOther,
  requirePlace,
  requireReason,
  SECONDING_ROLES,
  WORKING_STATUSES,
} from '../act-guards.js';
import { type ActCall, actRequest } from '../act.types.js';
import {
  findingDigest,
  type FindingOverturn,
  overturnById,
  overturnsOf,
} from '../screenings/overturn.store.js';
import { newestScreening } from '../screenings/screening.store.js';
import { screeningStateOf } from '../screenings/screening-state.js';

export interface Overturn {
  findingKey: string;
  reason: string;
  /** A document of the dossier that shows why. */
  documentId: string;
}
export interface OverturnAnswer {
  id: string;
  findingKey: string;
  state: 'awaiting_second_person' | 'stands';
  revision: number;
}

/** Overturns one breached finding with the values it has now: two people, reason, evidence. */
@Injectable()
export class OverturnFinding {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Proposes the overturn; the finding stands until another person seconds it.
   * @throws Refusal `finding_not_overturnable` (list.prohibited), `finding_does_not_stand`, `screening_missing`,
   * `screening_stale`, `reason_missing`, `evidence_document_unknown`, `overturn_proposed_already`,
   * `command_not_for_you`, `command_not_permitted_now`, and those of `DossierActs.run`.
   */
  propose(actor: Actor, call: ActCall, body: Overturn): Promise<OverturnAnswer> {
    return this.acts.run(actor, actRequest(call, 'overturn_finding', body), async (tx, opened) => {
      requirePlace(tx, opened, DECIDING_ROLES, WORKING_STATUSES);
      const reason = requireReason(body.reason);
      const finding = await standingFinding(tx, opened.row, ({ key }) => key === body.findingKey);
      await requireDocuments(tx, opened.row.id, [body.documentId]);
      const overturn = await insertOverturn(tx, opened.row, finding, { ...body, reason });
      await logOverturn(tx, opened.row, 'finding.overturn_proposed', overturn, finding, reason);
      return answerOf(overturn);
    });
  }

  /**
   * Makes an overturn stand, if the finding still is what it was when the overturn was proposed.
   * @throws Refusal `not_found`, `second_person_must_differ`, `overturn_stands_already`, `finding_does_not_stand`,
   * `screening_stale`, `command_not_for_you`, `command_not_permitted_now`, and those of `DossierActs.run`.
   */
  second(actor: Actor, call: ActCall, overturnId: string): Promise<OverturnAnswer> {
    return this.acts.run(actor, actRequest(call, 'second_overturn', { overturnId }), async (tx, opened) => {
      requirePlace(tx, opened, SECONDING_ROLES, WORKING_STATUSES);
      const overturn = await overturnById(tx, opened.row.id, overturnId);
      if (!overturn) throw new Refusal('not_found');
      if (overturn.secondedBy !== null) throw new Refusal('overturn_stands_already', { overturnId });
      requireOther(tx, overturn.proposedBy);
      const finding = await standingFinding(
        tx,
        opened.row,
        (item) => findingDigest(item) === overturn.findingDigest,
      );
      const seconded = await secondOverturn(tx, opened.row, overturn);
      await logOverturn(tx, opened.row, 'finding.overturned', seconded, finding);
      return answerOf(seconded);
    });
  }
}

const answerOf = ({ id, findingKey, secondedBy, revision }: FindingOverturn): OverturnAnswer => ({
  id,
  findingKey,
  state: secondedBy === null ? 'awaiting_second_person' : 'stands',
  revision,
});

/** The breached finding of the newest screening that is meant, if it can be overturned at all. */
async function standingFinding(
  tx: Tx,
  row: DossierRow,
  isMeant: (finding: Finding) => boolean,
): Promise<Finding> {
  const screening = await newestScreening(tx, row.id);
  if (!screening) throw new Refusal('screening_missing');
  const finding = screening.result.findings.find(isMeant);
  if (!finding || finding.verdict !== 'breached')
    throw new Refusal('finding_does_not_stand', { findingKey: finding?.key ?? null });
  if (finding.test === 'list.prohibited')
    throw new Refusal('finding_not_overturnable', { findingKey: finding.key });
  const state = await screeningStateOf(tx, row);
  if (!state?.current) throw new Refusal('screening_stale');
  return finding;
}

async function insertOverturn(
  tx: Tx,
  row: DossierRow,
  finding: Finding,
  body: Overturn,
): Promise<FindingOverturn> {
  const digest = findingDigest(finding);
  const earlier = (await overturnsOf(tx, row.id)).find((overturn) => overturn.findingDigest === digest);
  if (earlier)
    throw new Refusal(earlier.secondedBy ? 'overturn_stands_already' : 'overturn_proposed_already', {
      overturnId: earlier.id,
    });
  const inserted = await tx.one<{ id: string }>(
    `INSERT INTO finding_overturn (dossier_id, finding_key, finding_digest, reason, document_id, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [row.id, finding.key, digest, body.reason, body.documentId, tx.actor.id, tx.at],
  );
  const stored = inserted && (await overturnById(tx, row.id, inserted.id));
  if (!stored) throw new Error('an inserted overturn is there');
  return stored;
}

async function secondOverturn(tx: Tx, row: DossierRow, { id }: FindingOverturn): Promise<FindingOverturn> {
  await tx.query(
    'UPDATE finding_overturn SET seconded_by = $2, seconded_at = $3, revision = revision + 1 WHERE id = $1',
    [id, tx.actor.id, tx.at],
  );
  const seconded = await overturnById(tx, row.id, id);
  if (!seconded) throw new Error('a seconded overturn is still there');
  return seconded;
}

async function logOverturn(
  tx: Tx,
  row: DossierRow,
  action: string,
  overturn: FindingOverturn,
  finding: Finding,
  reason?: string,
): Promise<void> {
  await appendAudit(tx, {
    chainId: row.id,
    action,
    subject: { kind: 'finding_overturn', id: overturn.id },
    facts: {
      ruleId: finding.ruleId,
      subject: finding.subject.id,
      findingDigest: overturn.findingDigest,
      documentId: overturn.documentId,
    },
    ...(reason === undefined ? {} : { payload: { reason } }),
    actorRole: actingRoleOf(tx.actor),
  });
}
