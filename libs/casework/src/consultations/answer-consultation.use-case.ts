import { Inject, Injectable } from '@nestjs/common';
import {
  changeConsultation,
  type Consultation,
  consultationOf,
  isAnswerDay,
  requireDocuments,
} from '#appraisal';
import { type ConsultationPosition } from '#contracts';
import { type Tx } from '#database';
import { DossierActs, LawRegistry, type OpenedDossier } from '#dossiers';
import { CONSULTED_ROLES } from '#identity';
import { type Actor, civilDate, civilDateOf, hasRole, Refusal } from '#kernel';
import { clockContextOf, followClocks } from '../clocks/clock-context.js';
import { endClocks } from '../clocks/clock-writer.js';
import {
  consultationAct,
  type ConsultationCall,
  logConsultation,
  requireState,
} from './consultation-acts.js';
import { tellAskers } from './consulted-people.js';
import { startReplyAfterLast } from './reply-after-last.js';

/** An answer; the clerk who enters a paper gives the day on which it arrived and the document. */
export interface ConsultationAnswer {
  position: ConsultationPosition;
  answer: string;
  documentId?: string;
  answeredOn?: string;
}

/** The consulted answer themselves, or a clerk enters the paper on which they did. */
@Injectable()
export class AnswerConsultation {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  /**
   * Records the answer and ends the clock of the consulted. When nobody else is asked any more, our reply counts from
   * the day of the last answer, whoever entered it later.
   * @throws Refusal `not_found`, `command_not_for_you`, `consultation_not_in_state`, `answer_day_impossible`,
   * `answer_document_missing`, `evidence_document_unknown`, `particular_not_yours`, and those of `DossierActs.run`.
   */
  run(actor: Actor, call: ConsultationCall, id: string, body: ConsultationAnswer): Promise<Consultation> {
    const act = consultationAct(call, 'answer_consultation', { id, ...body }, true);
    return this.acts.run(actor, act, async (tx, opened) => {
      const consultation = await consultationOf(tx, opened.row.id, id);
      const onPaper = requireSpeaker(tx, opened, consultation);
      requireState(consultation, 'open');
      const answeredOn = onPaper ? requireDay(tx, consultation, body.answeredOn) : ownDay(tx, body);
      await requireAnswerDocument(tx, consultation, body.documentId, onPaper);
      const { position, answer, documentId = null } = body;
      const entered = { enteredBy: actor.id, enteredAt: tx.at, onPaper };
      const change = { state: 'answered', position, answer, documentId, answeredOn, ...entered } as const;
      const answered = await changeConsultation(tx, consultation, change);
      await this.settle(tx, opened, answered);
      return answered;
    });
  }

  private async settle(tx: Tx, { row }: OpenedDossier, answered: Consultation): Promise<void> {
    const context = await clockContextOf(tx, this.law, row);
    await endClocks(tx, context, 'fulfilled', ({ id }) => id === answered.clockId);
    await startReplyAfterLast(tx, context, answered);
    await followClocks(tx, row);
    const { answeredOn, position, documentId, onPaper } = answered;
    await logConsultation(tx, answered, 'consultation.answered', {
      facts: { answeredOn, position, document: documentId, onPaper, enteredOn: civilDateOf(tx.at) },
      payload: { answer: answered.answer },
      ...(onPaper ? { role: 'clerk' as const } : {}),
    });
    await tellAskers(tx, row, answered, 'answered');
  }
}

/** Whether a paper is entered. @throws Refusal `not_found` for what another organisation was asked, `command_not_for_you` */
function requireSpeaker(
  { actor }: Tx,
  { relations, scope }: OpenedDossier,
  consultation: Consultation,
): boolean {
  const { organisationId, kind } = consultation;
  const isTheirs = actor.organisationId === organisationId && hasRole(actor, ...CONSULTED_ROLES[kind]);
  if (relations.includes('consulted_agency') && isTheirs) return false;
  if (scope === 'consultation') throw new Refusal('not_found');
  if (!hasRole(actor, 'clerk') || relations.includes('owner'))
    throw new Refusal('command_not_for_you', { by: [...CONSULTED_ROLES[kind], 'clerk'] });
  return true;
}

/** Who answers here answers today. @throws Refusal `particular_not_yours` */
function ownDay(tx: Tx, { answeredOn }: ConsultationAnswer) {
  if (answeredOn !== undefined) throw new Refusal('particular_not_yours', { particular: 'answeredOn' });
  return civilDateOf(tx.at);
}

/** @throws Refusal `answer_day_impossible` with the days between which it lies */
function requireDay(tx: Tx, { sentOn }: Consultation, given: string | undefined) {
  const today = civilDateOf(tx.at);
  const answeredOn = given === undefined ? null : civilDate(given);
  const fits = answeredOn !== null && sentOn !== null && isAnswerDay(answeredOn, { sentOn, today });
  if (!fits) throw new Refusal('answer_day_impossible', { answeredOn, earliest: sentOn, latest: today });
  return answeredOn;
}

/** The document is an answer, of this dossier and of nobody else. @throws Refusal `answer_document_missing` (`reason`) */
async function requireAnswerDocument(
  tx: Tx,
  { dossierId, organisationId }: Consultation,
  documentId: string | undefined,
  onPaper: boolean,
): Promise<void> {
  if (documentId === undefined) {
    if (onPaper) throw new Refusal('answer_document_missing', { reason: 'none' });
    return;
  }
  await requireDocuments(tx, dossierId, [documentId]);
  const found = await tx.one<{ kind: string; organisationId: string | null; used: boolean }>(
    `SELECT d.kind, u.organisation_id AS "organisationId",
            EXISTS (SELECT 1 FROM consultation c WHERE c.document_id = d.id) AS used
       FROM document d JOIN app_user u ON u.id = d.uploaded_by WHERE d.id = $1`,
    [documentId],
  );
  const isForeign = !onPaper && found?.organisationId !== organisationId;
  const reason = found?.used ? 'used' : found?.kind !== 'consultation_answer' || isForeign ? 'kind' : null;
  if (reason) throw new Refusal('answer_document_missing', { reason, documentId });
}
