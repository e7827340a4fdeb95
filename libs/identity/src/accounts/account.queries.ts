import { type Tx } from '#database';
import { type Role } from '#contracts';
import { type Actor } from '#kernel';

interface AccountRow {
  id: string;
  authorityId: string;
  email: string;
  displayName: string;
  passwordHash: string;
  organisationId: string | null;
  active: boolean;
  demo: boolean;
  roles: Role[];
}
/** An account as sign-in needs it. */
export type Account = AccountRow;

const ACCOUNT = `
  SELECT u.id, u.authority_id AS "authorityId", u.email, u.display_name AS "displayName", u.password_hash AS "passwordHash",
         u.organisation_id AS "organisationId", u.active, u.demo,
         ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles
  FROM app_user u`;

/** The account with this (normalised) e-mail, or null. */
export const accountByEmail = (tx: Tx, email: string): Promise<Account | null> =>
  tx.one<AccountRow>(`${ACCOUNT} WHERE u.email = $1`, [email]);

/** The account with this id, or null. */
export const accountById = (tx: Tx, id: string): Promise<Account | null> =>
  tx.one<AccountRow>(`${ACCOUNT} WHERE u.id = $1`, [id]);

/** The account behind a family of refresh tokens that was opened after an instant and still stands, or null. */
export const accountOfFamily = (tx: Tx, familyId: string, openedAfter: Date): Promise<Account | null> =>
  tx.one<AccountRow>(
    `${ACCOUNT} JOIN refresh_family f ON f.user_id = u.id WHERE f.id = $1 AND f.revoked_at IS NULL AND f.created_at > $2`,
    [familyId, openedAfter],
  );

/** The actor that an account is. */
export const actorOf = (account: Account): Actor => ({
  id: account.id,
  kind: 'person',
  name: account.displayName,
  roles: account.roles,
  organisationId: account.organisationId,
  authorityId: account.authorityId,
});
