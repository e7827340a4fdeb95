import { Inject, Injectable } from '@nestjs/common';
import {
  type ActCall,
  actRequest,
  councilOfRound,
  insertChoice,
  isOpenCouncil,
  requirePlace,
  requireReason,
} from '#appraisal';
import { appendAudit } from '#audit';
import { type ConsultationChoiceDraft, type ConsultationForm, type Status } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf, DossierActs, type DossierRow } from '#dossiers';
import { type Actor, Refusal } from '#kernel';

/** Until the dossier is concluded; afterwards it has to be sent back first. */
const CHOOSING_STATUSES = [
  'submitted',
  'supplement_requested',
  'accepted',
  'screened',
  'under_review',
  'clarification_requested',
  'refusal_notified',
] as const satisfies readonly Status[];

export interface ConsultationFormAnswer {
  id: string;
  round: number;
  form: ConsultationForm;
}

/** The head chooses, with a reason, whom to hear in this round. */
@Injectable()
export class ChooseConsultationForm {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Chooses or changes the form; each choice stays in the history.
   * @throws Refusal `command_not_for_you`, `command_not_permitted_now`, `reason_missing`, `council_still_open`, and those
   * of `DossierActs.run`.
   */
  run(actor: Actor, call: ActCall, body: ConsultationChoiceDraft): Promise<ConsultationFormAnswer> {
    return this.acts.run(actor, actRequest(call, 'choose_consultation_form', body), async (tx, opened) => {
      requirePlace(tx, opened, ['head'], CHOOSING_STATUSES);
      return recordConsultationChoice(tx, opened.row, body);
    });
  }
}

/**
 * Writes a choice into the history of the round and the log; also part of an assignment.
 * @throws Refusal `reason_missing`, `council_still_open` when a council would be chosen away while it is open.
 */
export async function recordConsultationChoice(
  tx: Tx,
  row: DossierRow,
  { form, reason }: ConsultationChoiceDraft,
): Promise<ConsultationFormAnswer> {
  const text = requireReason(reason);
  const council = await councilOfRound(tx, row);
  if (form !== 'council' && council && isOpenCouncil(council))
    throw new Refusal('council_still_open', { councilId: council.id });
  const id = await insertChoice(tx, row, { form, reason: text });
  await appendAudit(tx, {
    chainId: row.id,
    action: 'consultation.form_chosen',
    subject: { kind: 'consultation_choice', id },
    facts: { round: row.round, form },
    payload: { reason: text },
    actorRole: actingRoleOf(tx.actor, 'head'),
  });
  return { id, round: row.round, form };
}
