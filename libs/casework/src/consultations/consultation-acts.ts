import { type ActRequest, actingRoleOf, type OpenedDossier } from '#dossiers';
import { appendAudit } from '#audit';
import { type Consultation } from '#appraisal';
import { type DossierActName, type Role, type Status } from '#contracts';
import { type Tx } from '#database';
import { hasRole, Refusal } from '#kernel';

/** How a consultation's act is delivered: which dossier, which key, whether it is only asked. */
export type ConsultationCall = Pick<ActRequest, 'dossierId' | 'idempotencyKey' | 'dryRun'>;

/** An act as `DossierActs.run` takes it. */
export const consultationAct = (
  call: ConsultationCall,
  action: DossierActName,
  body: unknown,
  asConsulted = false,
): ActRequest => ({ ...call, action, body, expectedRevision: null, asConsulted });

/** When agencies and bodies are asked: from acceptance until the conclusion. */
const ASKING_STATUSES: readonly Status[] = [
  'accepted',
  'screened',
  'under_review',
  'clarification_requested',
  'refusal_notified',
];

/** The lead appraiser or a head asks, reminds and takes back. @throws Refusal `command_not_for_you` */
export function requireAsker({ actor }: Tx, { relations }: OpenedDossier): void {
  const may = relations.includes('lead_appraiser') || hasRole(actor, 'head');
  if (!may || relations.includes('owner'))
    throw new Refusal('command_not_for_you', { by: ['lead_appraiser', 'head'] });
}

/** Only a head ends a silent consultation. @throws Refusal `command_not_for_you` */
export function requireHead({ actor }: Tx, { relations }: OpenedDossier): void {
  if (!hasRole(actor, 'head') || relations.includes('owner'))
    throw new Refusal('command_not_for_you', { by: ['head'] });
}

/** @throws Refusal `command_not_permitted_now` before acceptance and after the conclusion */
export function requireAskingStatus({ row }: OpenedDossier): void {
  if (!ASKING_STATUSES.includes(row.status))
    throw new Refusal('command_not_permitted_now', { status: row.status, statuses: [...ASKING_STATUSES] });
}

/** @throws Refusal `consultation_not_in_state` with the state it is in and those that allow the act */
export function requireState({ state }: Consultation, ...allowed: Consultation['state'][]): void {
  if (!allowed.includes(state)) throw new Refusal('consultation_not_in_state', { state, allowed });
}

/** Logs an act on a consultation in its dossier's chain; ids, codes and dates as facts, what people wrote apart. */
export async function logConsultation(
  tx: Tx,
  consultation: Consultation,
  action: string,
  {
    facts = {},
    payload,
    role,
  }: { facts?: Record<string, string | number | boolean | null>; payload?: object; role?: Role } = {},
): Promise<void> {
  const { id, dossierId, round, organisationId, kind, revision } = consultation;
  await appendAudit(tx, {
    chainId: dossierId,
    action,
    subject: { kind: 'consultation', id },
    facts: { round, organisation: organisationId, kind, revision, ...facts },
    ...(payload === undefined ? {} : { payload }),
    actorRole: role ?? actingRoleOf(tx.actor),
  });
}
