import { Inject, Injectable } from '@nestjs/common';
import { type Consultation, consultationOf } from '#appraisal';
import { DossierActs } from '#dossiers';
import { type Actor, civilDateOf, Refusal } from '#kernel';
import { consultationAct, type ConsultationCall, requireAsker, requireState } from './consultation-acts.js';
import { remind } from './consulted-people.js';

/** The lead appraiser or a head reminds those who have not answered. */
@Injectable()
export class RemindConsultation {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Reminds, at most once a day; `told` counts the people who have an account.
   * @throws Refusal `not_found`, `command_not_for_you`, `consultation_not_in_state`, `reminded_already_today`
   */
  run(
    actor: Actor,
    call: ConsultationCall,
    id: string,
  ): Promise<{ consultation: Consultation; told: number }> {
    return this.acts.run(actor, consultationAct(call, 'remind_consultation', { id }), async (tx, opened) => {
      requireAsker(tx, opened);
      const consultation = await consultationOf(tx, opened.row.id, id);
      requireState(consultation, 'open');
      const { lastRemindedOn } = consultation;
      if (lastRemindedOn === civilDateOf(tx.at))
        throw new Refusal('reminded_already_today', { lastRemindedOn });
      return remind(tx, opened.row, consultation);
    });
  }
}
