import { Inject, Injectable, Logger } from '@nestjs/common';
import { AskedTogether, type Tx, UnitOfWork } from '#database';
import { type Actor, Refusal, sha256 } from '#kernel';
import { accountById, accountsOfFamilies, actorOf, type KnownAccount } from '../accounts/account.queries.js';
import { tellSessionEnded } from '../accounts/end-sessions.js';
import { SIGN_IN_ACTOR } from '../accounts/sign-in.use-case.js';
import {
  IDENTITY_SETTINGS,
  type IdentitySettings,
  REFRESH_DAYS,
  SIGN_IN_DAYS,
} from '../identity-settings.js';
import { randomToken } from './random-token.js';

/** A fresh refresh token of a family. */
export interface Refreshed {
  actor: Actor;
  familyId: string;
  refreshToken: string;
}
interface TokenRow {
  familyId: string;
  userId: string;
  signedInAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}
type Outcome = Refreshed | 'refresh_invalid' | 'session_expired' | 'refresh_reused';

/**
 * Rotating refresh tokens: each works once; one that comes back reveals a thief and revokes its family. A family ends
 * `SIGN_IN_DAYS` after the sign-in, whatever its tokens say.
 */
@Injectable()
export class RefreshTokens {
  private readonly logger = new Logger(RefreshTokens.name);
  private readonly accounts = new AskedTogether<KnownAccount>((ids) => this.accountsOf(ids));

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  /** Starts a family for a sign-in. */
  async begin(actor: Actor): Promise<Refreshed> {
    return this.unitOfWork.run(actor, async (tx) => {
      const family = await tx.one<{ id: string }>(
        'INSERT INTO refresh_family (user_id, created_at) VALUES ($1, $2) RETURNING id',
        [actor.id, tx.at],
      );
      const familyId = family?.id ?? '';
      return { actor, familyId, refreshToken: await issue(tx, familyId, tx.at) };
    });
  }

  /** Exchanges a token for the next. @throws Refusal `refresh_invalid`, `session_expired`, `refresh_reused` */
  async rotate(refreshToken: string): Promise<Refreshed> {
    const outcome = await this.unitOfWork.run(SIGN_IN_ACTOR, (tx) => this.exchange(tx, refreshToken));
    if (typeof outcome === 'string') throw new Refusal(outcome);
    return outcome;
  }

  /** Ends a family; its access tokens stop working too. */
  async end(actor: Actor, familyId: string): Promise<void> {
    const family = { familyId, userId: actor.id };
    await this.unitOfWork.run(actor, (tx) => revokeFamily(tx, family, 'signed_out'));
  }

  /** The person behind a family that still stands. @throws Refusal `session_expired` */
  async actorOf(familyId: string): Promise<Actor> {
    const account = await this.accounts.of(familyId);
    if (!account?.active || (account.demo && !this.settings.demoAccounts))
      throw new Refusal('session_expired');
    return actorOf(account);
  }

  private async accountsOf(familyIds: readonly string[]): Promise<Map<string, KnownAccount>> {
    const found = await this.unitOfWork.ask(SIGN_IN_ACTOR, (tx) =>
      accountsOfFamilies(tx, familyIds, daysAfter(tx.at, -SIGN_IN_DAYS)),
    );
    return new Map(found.map((account) => [account.familyId, account]));
  }

  // Returns what happened instead of throwing: the revocation after a reuse must be committed.
  private async exchange(tx: Tx, refreshToken: string): Promise<Outcome> {
    const token = await lockToken(tx, sha256(refreshToken));
    if (token === null) return 'refresh_invalid';
    if (daysAfter(token.signedInAt, SIGN_IN_DAYS) <= tx.at) return 'session_expired';
    if (token.expiresAt <= tx.at) return 'refresh_invalid';
    if (token.usedAt !== null) {
      await revokeFamily(tx, token, 'reused');
      this.logger.warn({
        msg: 'refresh token reused, family revoked',
        userId: token.userId,
        familyId: token.familyId,
      });
      return 'refresh_reused';
    }
    const account = await accountById(tx, token.userId);
    if (token.revokedAt !== null || !account?.active) return 'session_expired';
    if (account.demo && !this.settings.demoAccounts) return 'session_expired';
    await tx.query('UPDATE refresh_token SET used_at = $2 WHERE token_digest = $1', [
      sha256(refreshToken),
      tx.at,
    ]);
    return {
      actor: actorOf(account),
      familyId: token.familyId,
      refreshToken: await issue(tx, token.familyId, token.signedInAt),
    };
  }
}

const lockToken = (tx: Tx, digest: string) =>
  tx.one<TokenRow>(
    `SELECT t.family_id AS "familyId", f.user_id AS "userId", f.created_at AS "signedInAt", t.expires_at AS "expiresAt", t.used_at AS "usedAt", f.revoked_at AS "revokedAt"
     FROM refresh_token t JOIN refresh_family f ON f.id = t.family_id WHERE t.token_digest = $1 FOR UPDATE`,
    [digest],
  );

const daysAfter = (instant: Date, days: number): Date => new Date(instant.getTime() + days * 86_400_000);

/** The family's end is the end of its last token, too. */
async function issue(tx: Tx, familyId: string, signedInAt: Date): Promise<string> {
  const token = randomToken();
  const ends = [daysAfter(tx.at, REFRESH_DAYS), daysAfter(signedInAt, SIGN_IN_DAYS)];
  const expires = new Date(Math.min(...ends.map(Number)));
  await tx.query(
    'INSERT INTO refresh_token (token_digest, family_id, issued_at, expires_at) VALUES ($1, $2, $3, $4)',
    [sha256(token), familyId, tx.at, expires],
  );
  return token;
}

async function revokeFamily(
  tx: Tx,
  { familyId, userId }: Pick<TokenRow, 'familyId' | 'userId'>,
  reason: 'signed_out' | 'reused',
): Promise<void> {
  await tx.query(
    'UPDATE refresh_family SET revoked_at = $2, revoke_reason = $3 WHERE id = $1 AND revoked_at IS NULL',
    [familyId, tx.at, reason],
  );
  await tellSessionEnded(tx, userId);
}
