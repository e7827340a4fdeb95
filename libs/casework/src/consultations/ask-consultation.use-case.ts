import { Inject, Injectable } from '@nestjs/common';
import {
  askedDayFault,
  type Consultation,
  consultationsOf,
  insertConsultation,
  isConsultable,
  termFault,
} from '#appraisal';
import { type ConsultationKind, type ConsultationTerm } from '#contracts';
import { type Tx } from '#database';
import { DossierActs, LawRegistry, type OpenedDossier } from '#dossiers';
import { type Actor, civilDate, Refusal } from '#kernel';
import { draftLetter, previewLetter } from '#letters';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { clockContextOf } from '../clocks/clock-context.js';
import { type ClockContext } from '../clocks/clock-writer.js';
import { loadReplyDueOn } from '../facts/reply-due-on.query.js';
import { requireOrganisations } from '../intake/dossier-organisations.js';
import {
  consultationAct,
  type ConsultationCall,
  logConsultation,
  requireAsker,
  requireAskingStatus,
} from './consultation-acts.js';
import { consultedTerm, daysAdded } from './consultation-law.js';
import { consultationRequestData } from './consultation-request.letter-data.js';

/** A question to one organisation. */
export interface AskedConsultation {
  organisationId: string;
  kind: ConsultationKind;
  question: string;
  legalBasis: string;
  term?: ConsultationTerm | null;
  /** Why the project is large or complex; with the longer term. */
  termReason?: string;
  /** Day by which the answer is asked, where the law sets no term. */
  replyBy?: string;
}

/** Asks an agency or an independent body: the letter is drafted for signature and asks when it leaves the house. */
@Injectable()
export class AskConsultation {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(CASEWORK_SETTINGS) private readonly settings: CaseworkSettings,
  ) {}

  /**
   * Returns the drafted consultation with the id of its letter.
   * @throws Refusal `command_not_for_you`, `command_not_permitted_now`, `unknown_organisation`,
   * `organisation_cannot_be_consulted`, `consultee_is_party`, `consulted_already`, `consultation_term_unavailable`,
   * `consultation_date_impossible`, and those of `DossierActs.run`.
   */
  run(actor: Actor, call: ConsultationCall, body: AskedConsultation): Promise<Consultation> {
    return this.acts.run(actor, consultationAct(call, 'ask_consultation', body), (tx, opened) =>
      this.ask(tx, opened, body),
    );
  }

  /** The letter that would ask, as it would be printed; nothing is changed. @throws Refusal those of `run` */
  rehearseLetter(actor: Actor, dossierId: string, body: AskedConsultation): Promise<Uint8Array> {
    const call = { dossierId, idempotencyKey: null, dryRun: true };
    return this.acts.run(actor, consultationAct(call, 'ask_consultation', body), async (tx, opened) =>
      previewLetter(tx, (await this.ask(tx, opened, body)).letterId),
    );
  }

  private async ask(tx: Tx, opened: OpenedDossier, body: AskedConsultation): Promise<Consultation> {
    requireAsker(tx, opened);
    requireAskingStatus(opened);
    await requireConsultable(tx, opened, body);
    const context = await clockContextOf(tx, this.law, opened.row);
    const consultation = await this.store(tx, context, await requireTime(tx, context, body));
    const { legalBasis, question, termReason } = consultation;
    await logConsultation(tx, consultation, 'consultation.asked', {
      facts: { letter: consultation.letterId, term: consultation.term, replyBy: consultation.replyBy },
      payload: { question, legalBasis, termReason },
    });
    return consultation;
  }

  private async store(tx: Tx, { dossier: row, lawSet }: ClockContext, asked: Timed): Promise<Consultation> {
    const [organisation] = await tx.query<{ name: string }>('SELECT name FROM organisation WHERE id = $1', [
      asked.organisationId,
    ]);
    const data = await consultationRequestData(tx, row, lawSet, this.settings, {
      organisationName: organisation?.name ?? '',
      question: asked.question,
      legalBasis: asked.legalBasis,
      replyBy: asked.replyBy,
      term: asked.rule && {
        rule: asked.rule,
        addedDays: asked.term === 'complex' ? (daysAdded(asked.rule) ?? 0) : 0,
      },
    });
    const letter = await draftLetter(tx, {
      dossierId: row.id,
      kind: 'consultation_request',
      round: row.round,
      data,
    });
    return insertConsultation(tx, { ...asked, dossierId: row.id, round: row.round, letterId: letter.id });
  }
}

interface Timed extends Pick<AskedConsultation, 'organisationId' | 'kind' | 'question' | 'legalBasis'> {
  term: ConsultationTerm;
  termReason: string | null;
  replyBy: Consultation['replyBy'];
  rule: ReturnType<typeof consultedTerm>;
}

/** @throws Refusal `consultation_term_unavailable`, `consultation_date_impossible`, both with the `reason` */
async function requireTime(tx: Tx, context: ClockContext, body: AskedConsultation): Promise<Timed> {
  const rule = consultedTerm(context.lawSet, context.dossier);
  const { organisationId, kind, question, legalBasis } = body;
  // An empty choice may come as null: whoever leaves it open takes what is usual.
  const term = body.term ?? 'standard';
  const termReason = body.termReason?.trim() || null;
  const badTerm = termFault(term, termReason, daysAdded(rule));
  if (badTerm) throw new Refusal('consultation_term_unavailable', { reason: badTerm });
  const replyBy = body.replyBy ? civilDate(body.replyBy) : null;
  const replyDueOn = await loadReplyDueOn(tx, context.dossier.id);
  const days = { replyBy, today: context.today, isRuled: rule !== null, replyDueOn };
  const badDay = askedDayFault(days);
  if (badDay) throw new Refusal('consultation_date_impossible', { reason: badDay, replyBy, replyDueOn });
  return { organisationId, kind, question, legalBasis, term, termReason, replyBy, rule };
}

async function requireConsultable(
  tx: Tx,
  { row }: OpenedDossier,
  { organisationId, kind }: AskedConsultation,
): Promise<void> {
  const [organisation] = await requireOrganisations(tx, [organisationId]);
  if (!organisation || !isConsultable(kind, organisation.kind))
    throw new Refusal('organisation_cannot_be_consulted', {
      kind,
      organisationKind: organisation?.kind ?? null,
    });
  const party = await tx.one<{ party: string }>(
    `SELECT party FROM dossier_party WHERE dossier_id = $1 AND organisation_id = $2 LIMIT 1`,
    [row.id, organisationId],
  );
  if (party || row.ownerOrgId === organisationId)
    throw new Refusal('consultee_is_party', { organisationId, party: party?.party ?? 'owner' });
  const asked = (await consultationsOf(tx, row.id)).find(
    (one) =>
      one.organisationId === organisationId &&
      one.round === row.round &&
      (one.state === 'drafted' || one.state === 'open'),
  );
  if (asked) throw new Refusal('consulted_already', { consultationId: asked.id, state: asked.state });
}
