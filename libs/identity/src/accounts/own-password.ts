import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#database';
import { type Actor, Refusal } from '#kernel';
import { logAccountAct } from './account-audit.js';
import { type Account, accountById } from './account.queries.js';
import { type Deliver } from './deliver.js';
import { endSessions } from './end-sessions.js';
import { hashPassword, passwordFits, requireStrongPassword } from './passwords.js';
import { countAttempt, forgiveAccount } from './sign-in-throttle.js';

export interface PasswordChange {
  current: string;
  next: string;
  /** The session from which the person acts; it goes on. */
  sessionId: string;
}
export interface PasswordChanged {
  /** How many other sessions and sign-ins of API clients ended. */
  endedSessions: number;
}

/** A person gives themselves another password; whoever knew the earlier one is out. */
@Injectable()
export class OwnPassword {
  private readonly logger = new Logger(OwnPassword.name);

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Changes the own password and ends every other session. Guesses at the current one count as failed sign-ins.
   * @throws Refusal `account_locked`, `current_password_wrong`, `password_unchanged`, `password_too_weak`
   */
  async change(actor: Actor, change: PasswordChange, deliver: Deliver): Promise<PasswordChanged> {
    const { email } = await this.unitOfWork.read(actor, ownAccount);
    requireStrongPassword(change.next, email);
    if (change.next === change.current) throw new Refusal('password_unchanged');
    await this.admit(actor, email);
    const passwordHash = await hashPassword(change.next);
    const changed = await deliver((tx) => this.replace(tx, change, passwordHash));
    await this.unitOfWork.run(actor, (tx) => forgiveAccount(tx, email));
    return changed;
  }

  private async admit(actor: Actor, email: string): Promise<void> {
    const retryAfterSeconds = await this.unitOfWork.run(actor, (tx) => countAttempt(tx, 'account', email));
    if (retryAfterSeconds > 0) throw new Refusal('account_locked', { retryAfterSeconds });
  }

  /** Asks for the current password under the lock of the account: of two changes at once the second knows the wrong one. */
  private async replace(tx: Tx, { current, sessionId }: PasswordChange, passwordHash: string) {
    await tx.query('SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE', [tx.actor.id]);
    const account = await ownAccount(tx);
    if (!(await passwordFits(account.passwordHash, current))) {
      this.logger.warn({ msg: 'own password not changed: the current one was wrong', userId: account.id });
      throw new Refusal('current_password_wrong');
    }
    await tx.query(
      `UPDATE app_user SET password_hash = $2, demo = false, revision = revision + 1, updated_at = $3 WHERE id = $1`,
      [account.id, passwordHash, tx.at],
    );
    const endedSessions = await endSessions(tx, account.id, 'password_changed', sessionId);
    const subject = { kind: 'user', id: account.id } as const;
    await logAccountAct(tx, 'account.password_changed', subject, { endedSessions });
    return { endedSessions };
  }
}

/** @throws Refusal `session_expired` when the account is gone */
async function ownAccount(tx: Tx): Promise<Account> {
  const account = await accountById(tx, tx.actor.id);
  if (account === null) throw new Refusal('session_expired');
  return account;
}
