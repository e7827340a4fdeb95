import { changeConsultation, type Consultation, consultationsOf } from '#appraisal';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { civilDateOf } from '#kernel';
import { discardDraft, letterById } from '#letters';
import { logConsultation } from './consultation-acts.js';
import { tellConsulted } from './consulted-people.js';

/** Throws the unsigned letter of a consultation away; one that was issued or is void stays as it is. */
export async function voidRequest(tx: Tx, { letterId }: Consultation): Promise<void> {
  const { status, revision } = await letterById(tx, letterId);
  if (status === 'draft') await discardDraft(tx, { letterId, revision });
}

/** A dossier that was withdrawn, returned or discontinued asks nobody any more; those who were asked are told. */
export async function endConsultations(tx: Tx, row: DossierRow): Promise<void> {
  const asked = (await consultationsOf(tx, row.id)).filter(
    ({ state }) => state === 'drafted' || state === 'open',
  );
  for (const consultation of asked) {
    await voidRequest(tx, consultation);
    const ended = await changeConsultation(tx, consultation, {
      state: 'withdrawn',
      withdrawal: 'dossier_ended',
      closedBy: tx.actor.id,
      closedOn: civilDateOf(tx.at),
      closeReason: 'dossier_ended',
    });
    if (consultation.state === 'open') await tellConsulted(tx, row, ended, 'withdrawn');
    await logConsultation(tx, ended, 'consultation.withdrawn', { facts: { withdrawal: 'dossier_ended' } });
  }
}
