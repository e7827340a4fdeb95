import { type Tx } from '#database';
import { type CivilDate, civilDate, civilDateOf, Refusal } from '#kernel';
import { logAccountAct } from './account-audit.js';
import { requireOrganisation } from './user.queries.js';

/** That a person belongs or belonged to an organisation: the ground of a conflict of interest. Days are inclusive. */
export interface Affiliation {
  id: string;
  userId: string;
  organisationId: string;
  organisationName: string;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  note: string | null;
}
export interface NewAffiliation {
  organisationId: string;
  validFrom: string;
  validTo?: string;
  note?: string;
}
const SELECT = `SELECT f.id, f.user_id AS "userId", f.organisation_id AS "organisationId", o.name AS "organisationName",
  f.valid_from::text AS "validFrom", f.valid_to::text AS "validTo", f.note
  FROM user_affiliation f JOIN organisation o ON o.id = f.organisation_id JOIN app_user u ON u.id = f.user_id`;

/** The affiliations of a person of the own authority, the newest first. @throws Refusal `not_found` */
export async function affiliationsOf(tx: Tx, userId: string): Promise<Affiliation[]> {
  await requireUser(tx, userId);
  return tx.query<Affiliation>(`${SELECT} WHERE f.user_id = $1 ORDER BY f.valid_from DESC, f.id`, [userId]);
}

/**
 * Records an affiliation. @throws Refusal `not_found`, `organisation_unknown`, `impossible_value` (begins after today,
 * ends before it begins), `affiliation_overlaps`
 */
export async function addAffiliation(tx: Tx, userId: string, given: NewAffiliation): Promise<Affiliation> {
  await requireUser(tx, userId);
  await requireOrganisation(tx, given.organisationId);
  const from = civilDate(given.validFrom);
  const to = given.validTo === undefined ? null : civilDate(given.validTo);
  requirePossible('/validFrom', 'not_after_today', from <= civilDateOf(tx.at));
  requirePossible('/validTo', 'not_before_start', to === null || to >= from);
  await refuseOverlap(tx, userId, given.organisationId, from, to);
  const row = await tx.one<{ id: string }>(
    `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, valid_to, note, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [userId, given.organisationId, from, to, given.note ?? null, tx.at],
  );
  const facts = { userId, organisationId: given.organisationId, validFrom: from, validTo: to };
  await logAccountAct(tx, 'affiliation.recorded', { kind: 'affiliation', id: row?.id ?? '' }, facts);
  return affiliationById(tx, userId, row?.id ?? '');
}

/**
 * Ends an affiliation on a day that is not in the future; it counts as a conflict for 24 months more.
 * @throws Refusal `not_found`, `impossible_value`, `affiliation_ended_already`
 */
export async function endAffiliation(
  tx: Tx,
  { userId, affiliationId, validTo }: { userId: string; affiliationId: string; validTo: string },
): Promise<Affiliation> {
  await requireUser(tx, userId);
  const affiliation = await affiliationById(tx, userId, affiliationId);
  if (affiliation.validTo !== null)
    throw new Refusal('affiliation_ended_already', { validTo: affiliation.validTo });
  const to = civilDate(validTo);
  requirePossible('/validTo', 'not_after_today', to <= civilDateOf(tx.at));
  requirePossible('/validTo', 'not_before_start', to >= affiliation.validFrom);
  await tx.query('UPDATE user_affiliation SET valid_to = $2 WHERE id = $1', [affiliationId, to]);
  await logAccountAct(
    tx,
    'affiliation.ended',
    { kind: 'affiliation', id: affiliationId },
    { userId, validTo: to },
  );
  return { ...affiliation, validTo: to };
}

async function affiliationById(tx: Tx, userId: string, id: string): Promise<Affiliation> {
  const found = await tx.one<Affiliation>(`${SELECT} WHERE f.id = $1 AND f.user_id = $2 FOR UPDATE OF f`, [
    id,
    userId,
  ]);
  if (!found) throw new Refusal('not_found');
  return found;
}

/** @throws Refusal `not_found` for nobody, and for a person of another authority */
async function requireUser(tx: Tx, userId: string): Promise<void> {
  const found = await tx.one('SELECT 1 AS yes FROM app_user WHERE id = $1 AND authority_id = $2', [
    userId,
    tx.actor.authorityId,
  ]);
  if (!found) throw new Refusal('not_found');
}

async function refuseOverlap(
  tx: Tx,
  userId: string,
  organisationId: string,
  from: CivilDate,
  to: CivilDate | null,
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [`${userId}:${organisationId}`]);
  const found = await tx.one<{ id: string }>(
    `SELECT id FROM user_affiliation WHERE user_id = $1 AND organisation_id = $2
        AND daterange(valid_from, valid_to, '[]') && daterange($3::date, $4::date, '[]') LIMIT 1`,
    [userId, organisationId, from, to],
  );
  if (found) throw new Refusal('affiliation_overlaps', { affiliationId: found.id });
}

function requirePossible(pointer: string, code: string, holds: boolean): void {
  if (!holds) throw new Refusal('impossible_value', { errors: [{ pointer, code, message: code }] });
}
