import { Inject, Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { type Actor, Refusal, systemActor } from '#kernel';
import { IDENTITY_SETTINGS, type IdentitySettings } from '../identity-settings.js';
import { type Account, accountByEmail, actorOf } from './account.queries.js';
import { normaliseEmail } from './email.js';
import { networkOf } from './network-of.js';
import { passwordFits } from './passwords.js';
import { countAttempt, forgiveAttempt, type ThrottleKind } from './sign-in-throttle.js';

/** Nobody is signed in yet: the identity of the acts before that. */
export const SIGN_IN_ACTOR = systemActor('00000000-0000-0000-0000-000000000000');

/** Proves who somebody is by e-mail and password. */
@Injectable()
export class SignIn {
  private readonly logger = new Logger(SignIn.name);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  /**
   * Returns the actor. An unknown e-mail, a wrong password and an account that may not sign in get the same answer
   * in the same time; so does a locked one, known or not.
   * @throws Refusal `account_locked`, `address_locked`, `invalid_credentials`
   */
  async withPassword(typedEmail: string, password: string, address: string): Promise<Actor> {
    const email = normaliseEmail(typedEmail);
    const network = networkOf(address);
    await this.admit('address', network);
    await this.admit('account', email);
    const account = await this.unitOfWork.read(SIGN_IN_ACTOR, (tx) => accountByEmail(tx, email));
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    if (!fits || account === null || !this.mayEnter(account)) {
      this.logger.warn({ msg: 'sign-in refused', userId: account?.id ?? null });
      throw new Refusal('invalid_credentials');
    }
    await this.unitOfWork.run(SIGN_IN_ACTOR, (tx) => forgiveAttempt(tx, email, network));
    this.logger.log({ msg: 'signed in', userId: account.id });
    return actorOf(account);
  }

  private async admit(kind: ThrottleKind, subject: string): Promise<void> {
    const retryAfterSeconds = await this.unitOfWork.run(SIGN_IN_ACTOR, (tx) =>
      countAttempt(tx, kind, subject),
    );
    if (retryAfterSeconds === 0) return;
    this.logger.warn({ msg: 'sign-in held off', locked: kind });
    throw new Refusal(kind === 'account' ? 'account_locked' : 'address_locked', { retryAfterSeconds });
  }

  private mayEnter(account: Account): boolean {
    return account.active && (!account.demo || this.settings.demoAccounts);
  }
}
