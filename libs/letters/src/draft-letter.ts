import { type ActingRole } from '#audit';
import { type LetterDataOf, type LetterKind } from '#contracts';
import { type Tx } from '#database';
import { digestOf, Refusal } from '#kernel';
import { TEMPLATE_VERSION } from './domain/letter-content.js';
import { registerOf } from './domain/letter-register.js';
import { logLetter } from './letter-audit.js';
import { type Letter, letterById, lockedLetter } from './letter.row.js';

export interface LetterDraft<Kind extends LetterKind = LetterKind> {
  dossierId: string;
  kind: Kind;
  round: number;
  data: LetterDataOf[Kind];
  /** The issued letter that this one will replace. */
  replaces?: string;
  actorRole?: ActingRole;
}

/** The data without what must not be kept: the imprint is given when issuing, a tracking secret is only printed. */
function storable(data: object): Record<string, unknown> {
  const { imprint: _imprint, trackingSecret: _secret, ...kept } = data as Record<string, unknown>;
  return kept;
}

/** Drafts a letter; it has no number and no date. @throws Refusal `not_found` when the dossier does not exist */
export async function draftLetter<Kind extends LetterKind>(
  tx: Tx,
  draft: LetterDraft<Kind>,
): Promise<Letter> {
  const data = storable(draft.data);
  const row = await tx.one<{ id: string }>(
    `INSERT INTO letter (dossier_id, authority_id, kind, register, round, status, draft_data, template_version, replaces,
                         created_by, created_at, updated_at)
     SELECT d.id, d.authority_id, $2, $3, $4, 'draft', $5::jsonb, $6, $7, $8, $9, $9 FROM dossier d WHERE d.id = $1 RETURNING id`,
    [
      draft.dossierId,
      draft.kind,
      registerOf(draft.kind),
      draft.round,
      JSON.stringify(data),
      TEMPLATE_VERSION,
      draft.replaces ?? null,
      tx.actor.id,
      tx.at,
    ],
  );
  if (!row) throw new Refusal('not_found');
  const letter = await letterById(tx, row.id);
  await logLetter(tx, letter, 'letter.drafted', { facts: { data: digestOf(data) }, ...by(draft) });
  return letter;
}

/**
 * Replaces the data of a draft. `revision` is the one that the caller saw.
 * @throws Refusal `not_found`, `stale_revision`, `letter_already_issued`, `letter_void`
 */
export async function redraftLetter(
  tx: Tx,
  change: { letterId: string; revision: number; data: LetterDataOf[LetterKind]; actorRole?: ActingRole },
): Promise<Letter> {
  const letter = await draftOf(tx, change.letterId, change.revision);
  const data = storable(change.data);
  await tx.query(
    `UPDATE letter SET draft_data = $2::jsonb, template_version = $3, revision = revision + 1, updated_at = $4 WHERE id = $1`,
    [letter.id, JSON.stringify(data), TEMPLATE_VERSION, tx.at],
  );
  await logLetter(tx, letter, 'letter.redrafted', { facts: { data: digestOf(data) }, ...by(change) });
  return letterById(tx, letter.id);
}

/** Throws a draft away; it stays in the table as `void`. @throws Refusal as `redraftLetter` */
export async function discardDraft(
  tx: Tx,
  change: { letterId: string; revision: number; actorRole?: ActingRole },
): Promise<void> {
  const letter = await draftOf(tx, change.letterId, change.revision);
  await tx.query(
    `UPDATE letter SET status = 'void', revision = revision + 1, updated_at = $2 WHERE id = $1`,
    [letter.id, tx.at],
  );
  await logLetter(tx, letter, 'letter.discarded', by(change));
}

/** A locked draft. `revision` null: whatever it is. @throws Refusal `not_found`, `letter_already_issued`, `letter_void`, `stale_revision` */
export async function draftOf(tx: Tx, letterId: string, revision: number | null): Promise<Letter> {
  const letter = await lockedLetter(tx, letterId);
  if (letter.status === 'issued')
    throw new Refusal('letter_already_issued', { letterId, number: letter.number });
  if (letter.status === 'void') throw new Refusal('letter_void', { letterId });
  if (revision !== null && revision !== letter.revision)
    throw new Refusal('stale_revision', { revision: letter.revision });
  return letter;
}

const by = ({ actorRole }: { actorRole?: ActingRole }) => (actorRole === undefined ? {} : { actorRole });
