import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type EvidenceFacts, type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf, DossierActs, type DossierRow, factsOf, saveFacts } from '#dossiers';
import { type Actor, civilDateOf, Refusal } from '#kernel';
import { EVIDENCE_STATUSES, requireDocuments, requirePlace } from '../act-guards.js';
import { type ActCall, actRequest } from '../act.types.js';

export interface EvidenceAnswer {
  evidenceId: string;
  acceptedBy: string;
  acceptedOn: string;
  /** Revision of the dossier: the facts have a new version. */
  revision: number;
  factsVersion: number;
}

/** An appraiser accepts a paper as proof of the facts that it covers. */
@Injectable()
export class AcceptEvidence {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Marks one evidence item accepted by the actor today, in a new version of the facts entered by the agency; so the
   * newest screening is stale. The item must name a document of the dossier that stands.
   * @throws Refusal `evidence_unknown`, `evidence_accepted_already`, `evidence_without_document`,
   * `evidence_document_unknown`, `command_not_for_you`, `command_not_permitted_now`, and those of `DossierActs.run`.
   */
  run(actor: Actor, call: ActCall, evidenceId: string): Promise<EvidenceAnswer> {
    return this.acts.run(actor, actRequest(call, 'accept_evidence', { evidenceId }), async (tx, opened) => {
      requirePlace(tx, opened, ['appraiser'], EVIDENCE_STATUSES);
      const facts = await factsOf(tx, opened.row.id, opened.row.factsVersion);
      const item = await acceptable(tx, opened.row, facts, evidenceId);
      const accepted = { ...item, acceptedBy: tx.actor.id, acceptedOn: civilDateOf(tx.at) };
      const evidence = facts.evidence?.map((other) => (other.id === evidenceId ? accepted : other)) ?? [];
      const { row } = await saveFacts(tx, opened.row, { ...facts, evidence }, true);
      await logAcceptance(tx, row, item, evidenceId);
      const { acceptedBy, acceptedOn } = accepted;
      return { evidenceId, acceptedBy, acceptedOn, revision: row.revision, factsVersion: row.factsVersion };
    });
  }
}

async function acceptable(
  tx: Tx,
  row: DossierRow,
  facts: TechnologyFacts,
  evidenceId: string,
): Promise<EvidenceFacts> {
  const item = facts.evidence?.find(({ id }) => id === evidenceId);
  if (!item) throw new Refusal('evidence_unknown', { evidenceId });
  if (item.acceptedBy !== undefined)
    throw new Refusal('evidence_accepted_already', { evidenceId, acceptedBy: item.acceptedBy });
  if (item.documentId === undefined) throw new Refusal('evidence_without_document', { evidenceId });
  await requireDocuments(tx, row.id, [item.documentId]);
  return item;
}

async function logAcceptance(
  tx: Tx,
  row: DossierRow,
  item: EvidenceFacts,
  evidenceId: string,
): Promise<void> {
  await appendAudit(tx, {
    chainId: row.id,
    action: 'evidence.accepted',
    subject: { kind: 'evidence', id: evidenceId },
    facts: {
      kind: item.kind,
      documentId: item.documentId ?? null,
      issuedOn: item.issuedOn ?? null,
      factsVersion: row.factsVersion,
    },
    payload: { covers: item.covers },
    actorRole: actingRoleOf(tx.actor, 'appraiser'),
  });
}
