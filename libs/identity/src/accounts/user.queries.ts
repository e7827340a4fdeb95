import { type Role } from '#contracts';
import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { likePart } from './like-part.js';

/** An account as administrators see it. */
export interface UserView {
  id: string;
  email: string;
  displayName: string;
  position: string | null;
  roles: Role[];
  organisation: { id: string; name: string } | null;
  active: boolean;
  demo: boolean;
  revision: number;
  updatedAt: string;
}
export interface UserRow {
  id: string;
  email: string;
  displayName: string;
  position: string | null;
  roles: Role[];
  organisationId: string | null;
  organisationName: string | null;
  active: boolean;
  demo: boolean;
  revision: number;
  updatedAt: Date;
}

const USERS = `
  SELECT u.id, u.email, u.display_name AS "displayName", u.position, u.active, u.demo, u.revision, u.updated_at AS "updatedAt",
    o.id AS "organisationId", o.name AS "organisationName",
    ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles
  FROM app_user u LEFT JOIN organisation o ON o.id = u.organisation_id`;

export function viewOf({ organisationId, organisationName, updatedAt, ...row }: UserRow): UserView {
  const organisation = organisationId === null ? null : { id: organisationId, name: organisationName ?? '' };
  return { ...row, organisation, updatedAt: updatedAt.toISOString() };
}

/** Which accounts are listed; null does not narrow. `q`: part of the name (accents do not matter) or of the address. */
export interface UserFilter {
  q: string | null;
  role: Role | null;
  active: boolean | null;
}

/** Accounts of the actor's authority by name, after a position. */
export const listUsers = (
  tx: Tx,
  { q, role, active }: UserFilter,
  after: { name: string; id: string } | null,
  count: number,
): Promise<UserRow[]> =>
  tx.query<UserRow>(
    `${USERS} WHERE u.authority_id = $1
       AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role = $2))
       AND ($3::boolean IS NULL OR u.active = $3)
       AND ($4::text IS NULL OR (u.display_name, u.id) > ($4, $5::uuid))
       AND ($7::text IS NULL OR unaccent(lower(u.display_name)) LIKE unaccent(lower($7)) OR u.email LIKE lower($7))
     ORDER BY u.display_name, u.id LIMIT $6`,
    [
      tx.actor.authorityId,
      role,
      active,
      after?.name ?? null,
      after?.id ?? null,
      count,
      q === null ? null : likePart(q),
    ],
  );

/** One account of the actor's authority, locked. @throws Refusal `not_found` */
export async function lockUser(tx: Tx, id: string): Promise<UserRow> {
  const row = await tx.one<UserRow>(`${USERS} WHERE u.id = $1 AND u.authority_id = $2 FOR UPDATE OF u`, [
    id,
    tx.actor.authorityId,
  ]);
  if (row === null) throw new Refusal('not_found');
  return row;
}

/** One account of the actor's authority. @throws Refusal `not_found` */
export async function readUser(tx: Tx, id: string): Promise<UserView> {
  const row = await tx.one<UserRow>(`${USERS} WHERE u.id = $1 AND u.authority_id = $2`, [
    id,
    tx.actor.authorityId,
  ]);
  if (row === null) throw new Refusal('not_found');
  return viewOf(row);
}

/** Sets the roles of an account to exactly these. */
export async function replaceRoles(tx: Tx, userId: string, roles: readonly Role[]): Promise<void> {
  await tx.query('DELETE FROM user_role WHERE user_id = $1 AND role <> ALL ($2::text[])', [userId, roles]);
  await tx.query(
    `INSERT INTO user_role (user_id, role, granted_at, granted_by)
     SELECT $1, role, $3, $4 FROM unnest($2::text[]) AS role ON CONFLICT DO NOTHING`,
    [userId, roles, tx.at, tx.actor.id],
  );
}

/** @throws Refusal `organisation_unknown` when it is not an active organisation of the actor's authority */
export async function requireOrganisation(tx: Tx, id: string): Promise<void> {
  const found = await tx.one('SELECT 1 FROM organisation WHERE id = $1 AND authority_id = $2 AND active', [
    id,
    tx.actor.authorityId,
  ]);
  if (found === null) throw new Refusal('organisation_unknown', { organisationId: id });
}
