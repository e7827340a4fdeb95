import { Inject, Injectable } from '@nestjs/common';
import { type Role } from '#contracts';
import { type Tx, UnitOfWork, violatedConstraint } from '#database';
import { type Actor, Refusal } from '#kernel';
import { addUser, type NewUser } from './add-user.js';
import { logAccountAct } from './account-audit.js';
import { type Deliver } from './deliver.js';
import { normaliseEmail } from './email.js';
import { endSessions } from './end-sessions.js';
import { type NamePage, type NamePageRequest, pageOf, positionOf } from './name-page.js';
import { hashPassword, requireStrongPassword } from './passwords.js';
import { mayHoldTogether } from './role-separation.rule.js';
import {
  listUsers,
  lockUser,
  readUser,
  replaceRoles,
  requireOrganisation,
  type UserRow,
  type UserView,
  viewOf,
} from './user.queries.js';

export interface UserChange {
  displayName?: string;
  position?: string;
  roles?: Role[];
  organisationId?: string;
  active?: boolean;
  password?: string;
}
export interface UserQuery extends NamePageRequest {
  q?: string;
  role?: Role;
  active?: boolean;
}

/** The accounts of an authority, for its administrators. */
@Injectable()
export class Users {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Pages by name; `q` finds part of a name without regard to accents, or of an address. */
  async list(actor: Actor, { limit, cursor, q, role, active }: UserQuery): Promise<NamePage<UserView>> {
    const filter = { q: q ?? null, role: role ?? null, active: active ?? null };
    const after = positionOf(cursor, filter);
    const rows = await this.unitOfWork.read(actor, (tx) => listUsers(tx, filter, after, limit + 1));
    return pageOf(rows.map(viewOf), limit, filter, ({ displayName }) => displayName);
  }

  /** One account. @throws Refusal `not_found`, of another authority as well */
  one(actor: Actor, userId: string): Promise<UserView> {
    return this.unitOfWork.read(actor, (tx) => readUser(tx, userId));
  }

  /**
   * Adds an account as `deliver` runs it: once for each delivery.
   * @throws Refusal `email_taken`, `roles_incompatible`, `organisation_unknown`, `password_too_weak`
   */
  async create(draft: NewUser, deliver: Deliver): Promise<UserView> {
    const email = normaliseEmail(draft.email);
    requireStrongPassword(draft.password, email);
    requireSeparation(draft.roles);
    const passwordHash = await hashPassword(draft.password);
    try {
      return await deliver((tx) => addUser(tx, { ...draft, email }, passwordHash));
    } catch (error) {
      if (violatedConstraint(error) === 'app_user_email') throw new Refusal('email_taken');
      throw error;
    }
  }

  /**
   * Changes an account that stands at `revision`. Deactivation, new roles and a new password end its sessions.
   * @throws Refusal `not_found`, `stale_revision`, `own_account`, `roles_incompatible`, `organisation_unknown`, `password_too_weak`
   */
  async change(actor: Actor, userId: string, revision: number, change: UserChange): Promise<UserView> {
    const passwordHash = change.password === undefined ? null : await hashPassword(change.password);
    return this.unitOfWork.run(actor, async (tx) => {
      const user = await lockUser(tx, userId);
      if (user.revision !== revision)
        throw new Refusal('stale_revision', { revision: user.revision, at: user.updatedAt });
      if (user.id === actor.id && (change.roles !== undefined || change.active === false))
        throw new Refusal('own_account');
      if (change.password !== undefined) requireStrongPassword(change.password, user.email);
      return this.apply(tx, user, change, passwordHash);
    });
  }

  private async apply(
    tx: Tx,
    user: UserRow,
    change: UserChange,
    passwordHash: string | null,
  ): Promise<UserView> {
    if (change.organisationId) await requireOrganisation(tx, change.organisationId);
    if (change.roles) {
      requireSeparation(change.roles);
      await replaceRoles(tx, user.id, change.roles);
    }
    await tx.query(
      `UPDATE app_user SET display_name = coalesce($2, display_name), organisation_id = coalesce($3, organisation_id),
         active = coalesce($4, active), password_hash = coalesce($5, password_hash), demo = demo AND $5::text IS NULL, position = coalesce($7, position),
         revision = revision + 1, updated_at = $6 WHERE id = $1`,
      [
        user.id,
        change.displayName ?? null,
        change.organisationId ?? null,
        change.active ?? null,
        passwordHash,
        tx.at,
        change.position ?? null,
      ],
    );
    const reason = endingReason(change);
    if (reason) await endSessions(tx, user.id, reason);
    const changed = Object.keys(change).sort().join(',');
    const facts = { changed, roles: change.roles?.join(',') ?? null, active: change.active ?? null };
    await logAccountAct(tx, 'account.changed', { kind: 'user', id: user.id }, facts);
    return readUser(tx, user.id);
  }
}

function requireSeparation(roles: Role[]): void {
  if (!mayHoldTogether(roles)) throw new Refusal('roles_incompatible', { roles });
}

function endingReason(change: UserChange): 'deactivated' | 'roles_changed' | 'password_changed' | null {
  if (change.active === false) return 'deactivated';
  if (change.roles !== undefined) return 'roles_changed';
  return change.password === undefined ? null : 'password_changed';
}
