import { Inject, Injectable } from '@nestjs/common';
import {
  changeConsultation,
  type Consultation,
  consultationOf,
  consultationsOf,
  isOverdue,
  requireReason,
} from '#appraisal';
import { type ConsultationWithdrawal } from '#contracts';
import { type Tx } from '#database';
import { DossierActs, LawRegistry, type OpenedDossier } from '#dossiers';
import { type Actor, type CivilDate, civilDateOf, Refusal } from '#kernel';
import { clockContextOf, followClocks } from '../clocks/clock-context.js';
import { endClocks } from '../clocks/clock-writer.js';
import { loadReplyDueOn } from '../facts/reply-due-on.query.js';
import {
  consultationAct,
  type ConsultationCall,
  logConsultation,
  requireAsker,
  requireHead,
  requireState,
} from './consultation-acts.js';
import { tellConsulted } from './consulted-people.js';
import { voidRequest } from './ended-consultations.js';
import { startReplyAfterLast } from './reply-after-last.js';

export interface WithdrawnConsultation {
  because: ConsultationWithdrawal;
  reason: string;
}

/** A consultation that ended without an answer, and what came of that. */
export interface EndedConsultation extends Consultation {
  /** People of the organisation who are told; none of a letter that never left. */
  told: number;
  /** When our own reply is due now. */
  replyDueOn: CivilDate | null;
}

/** Ends a consultation without an answer: taken back by those who ask, or closed by the head after silence. */
@Injectable()
export class EndConsultation {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  /**
   * Takes a consultation back; a letter that was not signed is void. Counts as nobody's answer.
   * @throws Refusal `not_found`, `command_not_for_you`, `consultation_not_in_state`, `reason_missing`,
   * `no_other_consultation` (`replaced` needs another one of the round that stands)
   */
  withdraw(
    actor: Actor,
    call: ConsultationCall,
    id: string,
    body: WithdrawnConsultation,
  ): Promise<EndedConsultation> {
    const act = consultationAct(call, 'withdraw_consultation', { id, ...body });
    return this.acts.run(actor, act, async (tx, opened) => {
      requireAsker(tx, opened);
      const consultation = await consultationOf(tx, opened.row.id, id);
      requireState(consultation, 'drafted', 'open');
      const reason = requireReason(body.reason);
      if (body.because === 'replaced') await requireAnother(tx, consultation);
      if (consultation.state === 'drafted') await voidRequest(tx, consultation);
      const ended = await changeConsultation(tx, consultation, {
        state: 'withdrawn',
        withdrawal: body.because,
        ...endedBy(tx, reason),
      });
      const isSent = consultation.state === 'open';
      const told = isSent ? await tellConsulted(tx, opened.row, ended, 'withdrawn') : 0;
      return { ...(await this.settle(tx, opened, ended, 'consultation.withdrawn')), told };
    });
  }

  /**
   * The head records that nobody answered, once the day has passed. That our reply counts from this day is an
   * inference of the house.
   * @throws Refusal `not_found`, `command_not_for_you`, `consultation_not_in_state`, `reason_missing`, `consultation_not_due`
   */
  close(
    actor: Actor,
    call: ConsultationCall,
    id: string,
    body: { reason: string },
  ): Promise<EndedConsultation> {
    const act = consultationAct(call, 'close_consultation', { id, ...body });
    return this.acts.run(actor, act, async (tx, opened) => {
      requireHead(tx, opened);
      const consultation = await consultationOf(tx, opened.row.id, id);
      requireState(consultation, 'open');
      const reason = requireReason(body.reason);
      const today = civilDateOf(tx.at);
      if (!isOverdue(consultation.dueOn, today))
        throw new Refusal('consultation_not_due', { dueOn: consultation.dueOn, today });
      const ended = await changeConsultation(tx, consultation, {
        state: 'closed_silent',
        ...endedBy(tx, reason),
      });
      const told = await tellConsulted(tx, opened.row, ended, 'withdrawn');
      return { ...(await this.settle(tx, opened, ended, 'consultation.closed')), told };
    });
  }

  private async settle(
    tx: Tx,
    { row }: OpenedDossier,
    ended: Consultation,
    action: string,
  ): Promise<Omit<EndedConsultation, 'told'>> {
    const context = await clockContextOf(tx, this.law, row);
    await endClocks(tx, context, 'closed', ({ id }) => id === ended.clockId);
    await startReplyAfterLast(tx, context, ended);
    await followClocks(tx, row);
    const { closedOn, dueOn, withdrawal, closeReason } = ended;
    await logConsultation(tx, ended, action, {
      facts: { closedOn, dueOn, withdrawal, verification: withdrawal === null ? 'inference' : null },
      payload: { reason: closeReason },
    });
    const after = await consultationOf(tx, row.id, ended.id);
    return { ...after, replyDueOn: await loadReplyDueOn(tx, row.id) };
  }
}

const endedBy = (tx: Tx, reason: string) => ({
  closedBy: tx.actor.id,
  closedOn: civilDateOf(tx.at),
  closeReason: reason,
});

async function requireAnother(tx: Tx, { id, dossierId, round }: Consultation): Promise<void> {
  const another = (await consultationsOf(tx, dossierId)).some(
    (one) => one.id !== id && one.round === round && one.state !== 'withdrawn',
  );
  if (!another) throw new Refusal('no_other_consultation');
}
