import { type Consultation, CONSULTATION_COLUMNS, CONSULTATION_TABLES, consultationsOf } from '#appraisal';
import { type ConsultationState, type Verification } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse, type OpenedDossier } from '#dossiers';
import { CONSULTED_ROLES, pageOf, positionOf, visibleDossiersSql } from '#identity';
import { type CivilDate, civilDateOf, hasRole, isCivilDate, Refusal } from '#kernel';

/** A consultation as its reader may see it: names of people of the house and reasons for the house only. */
export interface ConsultationView extends Omit<
  Consultation,
  'askedBy' | 'enteredBy' | 'closedBy' | 'askedByName' | 'enteredByName' | 'closedByName' | 'termReason'
> {
  askedByName: string | null;
  enteredByName: string | null;
  closedByName: string | null;
  termReason: string | null;
  /** It waits for an answer past its day. */
  overdue: boolean;
  /** How sure the house is that a silent consultation may be closed: its own reading. Null where it was not closed so. */
  closingVerification: Verification | null;
}

/** A consultation in the words of a view. */
export function consultationView(
  consultation: Consultation,
  actor: Tx['actor'],
  today: CivilDate,
): ConsultationView {
  const { askedBy: _asked, enteredBy: _entered, closedBy: _closed, ...shown } = consultation;
  const { askedByName, enteredByName, closedByName, termReason, state, dueOn } = consultation;
  const inside = isOfTheHouse(actor);
  const ofHouse = { askedByName, enteredByName, closedByName, termReason };
  const nobody = { askedByName: null, enteredByName: null, closedByName: null, termReason: null };
  return {
    ...shown,
    ...(inside ? ofHouse : nobody),
    overdue: state === 'open' && dueOn !== null && dueOn < today,
    closingVerification: state === 'closed_silent' ? 'inference' : null,
  };
}

/**
 * The consultations of a dossier in all rounds, oldest first: for the house all, for the consulted what their own
 * organisation was asked. @throws Refusal `forbidden` for the owner's side
 */
export async function consultationViews(
  tx: Tx,
  { row, relations, scope }: OpenedDossier,
): Promise<ConsultationView[]> {
  if (relations.includes('owner')) throw new Refusal('forbidden');
  const { actor } = tx;
  const all = await consultationsOf(tx, row.id);
  const isWhole = scope !== 'consultation' && isOfTheHouse(actor);
  const own = all.filter((one) => one.organisationId === actor.organisationId && one.state !== 'drafted');
  return (isWhole ? all : own).map((one) => consultationView(one, actor, civilDateOf(tx.at)));
}

export interface ConsultationListRequest {
  state: ConsultationState;
  limit: number;
  cursor?: string;
}
/** A consultation with the dossier that it is about. */
export interface ListedConsultation extends ConsultationView {
  projectName: string;
  fileCode: string | null;
}

const DUE = `COALESCE(k.due_on, c.reply_by, '9999-12-31'::date)`;
const malformed = () =>
  new Refusal('malformed_request', { errors: [{ pointer: '/query/cursor', code: 'cursor' }] });

/**
 * One keyset page of consultations in a state on dossiers that the actor may see, the earliest due first: for the house
 * those of all organisations, for the consulted what they have to answer. @throws Refusal `malformed_request`
 */
export async function listConsultations(
  tx: Tx,
  { state, limit, cursor }: ConsultationListRequest,
): Promise<{ items: ListedConsultation[]; nextCursor: string | null }> {
  const after = positionOf(cursor, { state });
  if (after && !isCivilDate(after.name)) throw malformed();
  const visible = visibleDossiersSql(tx, 6, 'd');
  const rows = await tx.query<
    Consultation & { projectName: string; fileCode: string | null; sortedBy: string }
  >(
    `SELECT ${CONSULTATION_COLUMNS}, d.project_name AS "projectName", d.file_code AS "fileCode", ${DUE}::text AS "sortedBy"
       FROM ${CONSULTATION_TABLES} JOIN dossier d ON d.id = c.dossier_id
      WHERE ${visible.sql} AND c.state = $1 AND ($2::uuid IS NULL OR (c.organisation_id = $2 AND c.kind = ANY ($3::text[])))
        AND ($4::date IS NULL OR (${DUE}, c.id) > ($4::date, $5::uuid))
      ORDER BY ${DUE}, c.id LIMIT $6`,
    [state, ...audienceOf(tx.actor), after?.name ?? null, after?.id ?? null, limit + 1, ...visible.values],
  );
  const page = pageOf(rows, limit, { state }, ({ sortedBy }) => sortedBy);
  const today = civilDateOf(tx.at);
  const items = page.items.map(({ sortedBy: _sorted, projectName, fileCode, ...one }) => ({
    ...consultationView(one, tx.actor, today),
    projectName,
    fileCode,
  }));
  return { items, nextCursor: page.nextCursor };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Whose consultations are meant: for the house everybody's, else the own organisation's in the capacity that one speaks in. */
function audienceOf(actor: Tx['actor']): [organisationId: string | null, kinds: string[]] {
  if (isOfTheHouse(actor)) return [null, []];
  const kinds = Object.entries(CONSULTED_ROLES).flatMap(([kind, roles]) =>
    hasRole(actor, ...roles) ? [kind] : [],
  );
  return [actor.organisationId ?? NOBODY, kinds];
}
