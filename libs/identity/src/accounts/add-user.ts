import { randomUUID } from 'node:crypto';
import { type Role } from '#contracts';
import { type Tx } from '#database';
import { logAccountAct } from './account-audit.js';
import { readUser, replaceRoles, requireOrganisation, type UserView } from './user.queries.js';

export interface NewUser {
  email: string;
  displayName: string;
  password: string;
  roles: Role[];
  organisationId?: string;
  position?: string;
}

/** Adds an account of the authority that acts; `email` is normalised. @throws Refusal `organisation_unknown` */
export async function addUser(
  tx: Tx,
  draft: Omit<NewUser, 'password'>,
  passwordHash: string,
): Promise<UserView> {
  const id = randomUUID();
  if (draft.organisationId) await requireOrganisation(tx, draft.organisationId);
  await tx.query(
    `INSERT INTO app_user (id, authority_id, email, display_name, position, password_hash, organisation_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      id,
      tx.actor.authorityId,
      draft.email,
      draft.displayName,
      draft.position ?? null,
      passwordHash,
      draft.organisationId ?? null,
      tx.at,
    ],
  );
  await replaceRoles(tx, id, draft.roles);
  await logAccountAct(tx, 'account.created', { kind: 'user', id }, { roles: draft.roles.join(',') });
  return readUser(tx, id);
}
