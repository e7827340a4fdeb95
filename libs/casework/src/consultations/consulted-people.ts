import { changeConsultation, type Consultation, consultationBy } from '#appraisal';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { conflictedUserIds, CONSULTED_ROLES } from '#identity';
import { civilDateOf } from '#kernel';
import { notifyPeople, recipients } from '#notifications';
import { logConsultation } from './consultation-acts.js';

/** The people who speak for a consulted organisation: active, of a role that may answer, not in conflict. Ids. */
async function consultedPeople(tx: Tx, { dossierId, organisationId, kind }: Consultation): Promise<string[]> {
  const people = await tx.query<{ id: string }>(
    `SELECT u.id FROM app_user u WHERE u.organisation_id = $1 AND u.active AND u.id <> ALL ($3::uuid[])
        AND EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role = ANY ($2)) ORDER BY u.id`,
    [organisationId, [...CONSULTED_ROLES[kind]], await conflictedUserIds(tx, dossierId)],
  );
  return people.map(({ id }) => id);
}

const paramsOf = (row: DossierRow, { dueOn, organisationName }: Consultation) => ({
  projectName: row.projectName,
  fileCode: row.fileCode ?? '',
  dueOn: dueOn ?? '',
  organisation: organisationName,
});

/**
 * Tells the consulted; returns how many people could be told, none where the organisation has no account. Who is no longer
 * asked no longer sees the dossier, so that news of the end belongs to none.
 */
export async function tellConsulted(
  tx: Tx,
  row: DossierRow,
  consultation: Consultation,
  news: string,
): Promise<number> {
  const userIds = await consultedPeople(tx, consultation);
  const params = paramsOf(row, consultation);
  const dossierId = news === 'withdrawn' ? null : row.id;
  await notifyPeople(tx, { dossierId, kind: `consultation.${news}`, params, userIds });
  return userIds.length;
}

/** Tells the lead appraiser and the heads what became of a consultation. */
export async function tellAskers(
  tx: Tx,
  row: DossierRow,
  consultation: Consultation,
  news: string,
): Promise<void> {
  const people = [...(await recipients(tx, row, 'lead_appraiser')), ...(await recipients(tx, row, 'head'))];
  const params = paramsOf(row, consultation);
  await notifyPeople(tx, {
    dossierId: row.id,
    kind: `consultation.${news}`,
    params,
    userIds: people.map(({ id }) => id),
  });
}

/** Reminds the consulted today, by a person or by the worker; returns the consultation and how many people were told. */
export async function remind(
  tx: Tx,
  row: DossierRow,
  consultation: Consultation,
): Promise<{ consultation: Consultation; told: number }> {
  const changed = await changeConsultation(tx, consultation, {
    reminders: consultation.reminders + 1,
    lastRemindedOn: civilDateOf(tx.at),
  });
  const told = await tellConsulted(tx, row, changed, 'reminder');
  await logConsultation(tx, changed, 'consultation.reminded', {
    facts: { dueOn: changed.dueOn, told, reminders: changed.reminders },
  });
  return { consultation: changed, told };
}

/** The worker's reminder when a clock of the consulted warns or runs out: once a day, while nobody has answered. */
export async function remindByClock(tx: Tx, row: DossierRow, clockId: string): Promise<void> {
  const consultation = await consultationBy(tx, 'clock', clockId);
  if (consultation?.state !== 'open' || consultation.lastRemindedOn === civilDateOf(tx.at)) return;
  await remind(tx, row, consultation);
}
