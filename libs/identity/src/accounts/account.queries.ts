import { type Tx } from '#database';
import { type Role } from '#contracts';
import { type Actor } from '#kernel';

/** What somebody who is signed in already is known by. */
export interface KnownAccount {
  id: string;
  authorityId: string;
  displayName: string;
  organisationId: string | null;
  active: boolean;
  demo: boolean;
  roles: Role[];
}
/** An account as sign-in needs it. */
export interface Account extends KnownAccount {
  email: string;
  passwordHash: string;
}

const KNOWN = `u.id, u.authority_id AS "authorityId", u.display_name AS "displayName", u.organisation_id AS "organisationId",
         u.active, u.demo, ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles`;
const ACCOUNT = `SELECT ${KNOWN}, u.email, u.password_hash AS "passwordHash" FROM app_user u`;

/** The account with this (normalised) e-mail, or null. */
export const accountByEmail = (tx: Tx, email: string): Promise<Account | null> =>
  tx.one<Account>(`${ACCOUNT} WHERE u.email = $1`, [email]);

/** The account with this id, or null. */
export const accountById = (tx: Tx, id: string): Promise<Account | null> =>
  tx.one<Account>(`${ACCOUNT} WHERE u.id = $1`, [id]);

/** Accounts behind those of some families of refresh tokens that were opened after an instant and still stand. */
export const accountsOfFamilies = (
  tx: Tx,
  familyIds: readonly string[],
  openedAfter: Date,
): Promise<(KnownAccount & { familyId: string })[]> =>
  tx.query<KnownAccount & { familyId: string }>(
    `SELECT f.id AS "familyId", ${KNOWN} FROM refresh_family f JOIN app_user u ON u.id = f.user_id
      WHERE f.id = ANY ($1) AND f.revoked_at IS NULL AND f.created_at > $2`,
    [familyIds, openedAfter],
  );

/** A session of the web with the account of its person. */
export interface SessionAccount extends KnownAccount {
  sessionId: string;
  tokenDigest: string;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}
const SESSION = `SELECT s.id AS "sessionId", s.token_digest AS "tokenDigest", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
         s.ended_at AS "endedAt", ${KNOWN} FROM web_session s JOIN app_user u ON u.id = s.user_id`;

/** The sessions of some tokens, by the digests of these, whether they still stand or not. */
export const sessionsOfTokens = (tx: Tx, digests: readonly string[]): Promise<SessionAccount[]> =>
  tx.query<SessionAccount>(`${SESSION} WHERE s.token_digest = ANY ($1)`, [digests]);

export const sessionById = (tx: Tx, sessionId: string): Promise<SessionAccount | null> =>
  tx.one<SessionAccount>(`${SESSION} WHERE s.id = $1`, [sessionId]);

/** The actor that an account is. */
export const actorOf = (account: KnownAccount): Actor => ({
  id: account.id,
  kind: 'person',
  name: account.displayName,
  roles: account.roles,
  organisationId: account.organisationId,
  authorityId: account.authorityId,
});
