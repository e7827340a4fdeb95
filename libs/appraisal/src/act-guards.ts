import { type Role, type Status } from '#contracts';
import { type Tx } from '#database';
import { type OpenedDossier } from '#dossiers';
import { Refusal } from '#kernel';

/** Who decides on candidates and findings in the first place. */
export const DECIDING_ROLES = ['appraiser', 'head'] as const satisfies readonly Role[];
/** Who may stand beside somebody else's decision. */
export const SECONDING_ROLES = ['appraiser', 'head', 'leader'] as const satisfies readonly Role[];
/** When candidates and findings are worked on: screened, and not yet concluded. */
export const WORKING_STATUSES = [
  'screened',
  'under_review',
  'refusal_notified',
  'clarification_requested',
] as const satisfies readonly Status[];
/** Papers can be judged as soon as the dossier is accepted. */
export const EVIDENCE_STATUSES = ['accepted', ...WORKING_STATUSES] as const satisfies readonly Status[];

/**
 * Who may do an act, and when. The owner's side is never among them, whatever other role the account holds.
 * @throws Refusal `command_not_for_you` with the roles, `command_not_permitted_now` with the statuses.
 */
export function requirePlace(
  { actor }: Tx,
  { row, relations }: OpenedDossier,
  roles: readonly Role[],
  statuses: readonly Status[],
): void {
  const held = actor.roles.some((role) => roles.includes(role));
  if (!held || relations.includes('owner')) throw new Refusal('command_not_for_you', { roles: [...roles] });
  if (!statuses.includes(row.status))
    throw new Refusal('command_not_permitted_now', { status: row.status, statuses: [...statuses] });
}

/** @throws Refusal `reason_missing` when a reason says nothing. Returns it trimmed. */
export function requireReason(reason: string | undefined): string {
  const text = reason?.trim() ?? '';
  if (text === '') throw new Refusal('reason_missing');
  return text;
}

/** @throws Refusal `second_person_must_differ` when the same person would stand for two. */
export function requireOther({ actor }: Tx, firstPersonId: string | null): void {
  if (actor.id === firstPersonId) throw new Refusal('second_person_must_differ');
}

/** The documents of a dossier that stand. @throws Refusal `evidence_document_unknown` with the ids that are not among them. */
export async function requireDocuments(tx: Tx, dossierId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx.query<{ id: string }>(
    'SELECT id FROM document WHERE dossier_id = $1 AND id = ANY ($2::uuid[]) AND withdrawn_at IS NULL',
    [dossierId, [...ids]],
  );
  const unknown = ids.filter((id) => !known.some((document) => document.id === id));
  if (unknown.length > 0) throw new Refusal('evidence_document_unknown', { documentIds: unknown });
}
