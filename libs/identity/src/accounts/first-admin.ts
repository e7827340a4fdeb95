import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { addUser } from './add-user.js';
import { normaliseEmail } from './email.js';
import { hashPassword, requireStrongPassword } from './passwords.js';

/** Whom a new installation is opened for. */
export interface FirstAdmin {
  authority: { code: string; name: string; province: string };
  email: string;
  displayName: string;
  password: string;
}

/** The id of the authority of a code; null while there is none. */
export async function authorityIdOf(tx: Tx, code: string): Promise<string | null> {
  return (await tx.one<{ id: string }>('SELECT id FROM authority WHERE code = $1', [code]))?.id ?? null;
}

/**
 * Adds the authority of the transaction, unless it is there, and its first administrator; of two at the same time one.
 * Returns false, and adds nothing, where somebody administers it already; published demonstration accounts do not count.
 * @throws Refusal `email_taken`, `password_too_weak`
 */
export async function addFirstAdmin(tx: Tx, { authority, ...person }: FirstAdmin): Promise<boolean> {
  const email = normaliseEmail(person.email);
  requireStrongPassword(person.password, email);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`);
  if (await isAdministered(tx, authority.code)) return false;
  if ((await tx.one('SELECT 1 AS yes FROM app_user WHERE email = $1', [email])) !== null)
    throw new Refusal('email_taken');
  await tx.query(
    'INSERT INTO authority (id, code, name, province, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING',
    [tx.actor.authorityId, authority.code, authority.name, authority.province, tx.at],
  );
  const draft = { email, displayName: person.displayName, roles: ['admin' as const] };
  await addUser(tx, draft, await hashPassword(person.password));
  return true;
}

const isAdministered = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.one(
    `SELECT 1 AS yes FROM authority a JOIN app_user u ON u.authority_id = a.id
       JOIN user_role r ON r.user_id = u.id AND r.role = 'admin'
      WHERE a.code = $1 AND u.active AND NOT u.demo LIMIT 1`,
    [code],
  )) !== null;
