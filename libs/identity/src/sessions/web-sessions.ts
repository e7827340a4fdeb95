import { Inject, Injectable } from '@nestjs/common';
import { AskedTogether, UnitOfWork } from '#database';
import { type Actor, Refusal, sha256 } from '#kernel';
import { actorOf, type SessionAccount, sessionById, sessionsOfTokens } from '../accounts/account.queries.js';
import { tellSessionEnded } from '../accounts/end-sessions.js';
import { SIGN_IN_ACTOR } from '../accounts/sign-in.use-case.js';
import {
  IDENTITY_SETTINGS,
  type IdentitySettings,
  SESSION_HOURS,
  SESSION_IDLE_MINUTES,
} from '../identity-settings.js';
import { csrfFits, csrfTokenOf } from './csrf.js';
import { randomToken } from './random-token.js';

const MINUTE = 60_000;

/** A session as it was at an instant. */
interface Seen {
  session: SessionAccount;
  at: Date;
}

/** Cookie sessions of the web. */
@Injectable()
export class WebSessions {
  private readonly seen = new AskedTogether<Seen>((digests) => this.seenOf(digests));

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  /** Opens a new session; one that the browser already carried is ended, so a planted token never becomes signed in. */
  async open(
    actor: Actor,
    carriedToken: string | undefined,
  ): Promise<{ token: string; csrfToken: string; expiresAt: Date }> {
    const token = randomToken();
    const expiresAt = await this.unitOfWork.run(actor, async (tx) => {
      if (carriedToken) {
        await tx.query(
          `UPDATE web_session SET ended_at = $2, end_reason = 'replaced' WHERE token_digest = $1 AND ended_at IS NULL`,
          [sha256(carriedToken), tx.at],
        );
      }
      const expires = new Date(tx.at.getTime() + SESSION_HOURS * 60 * MINUTE);
      await tx.query(
        `INSERT INTO web_session (token_digest, user_id, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)`,
        [sha256(token), actor.id, tx.at, expires],
      );
      return expires;
    });
    return { token, csrfToken: this.csrfToken(token), expiresAt };
  }

  /**
   * The person behind a session token. What a page asks by itself while nobody is there is no sign of life, or a session on
   * a desk that was left would never be idle.
   * @throws Refusal `session_expired` when ended, idle too long, unknown or deactivated
   */
  async actorOf(token: string, isSignOfLife = true): Promise<{ actor: Actor; sessionId: string }> {
    const { session, at } = this.standing(await this.seen.of(sha256(token)));
    if (isSignOfLife && at.getTime() - session.lastSeenAt.getTime() > MINUTE)
      await this.noteLife(session.sessionId);
    return { actor: actorOf(session), sessionId: session.sessionId };
  }

  /** The person of a session that still stands; to ask is no sign of life. @throws Refusal `session_expired` */
  async stillOf(sessionId: string): Promise<Actor> {
    return this.unitOfWork.ask(SIGN_IN_ACTOR, async (tx) => {
      const session = await sessionById(tx, sessionId);
      return actorOf(this.standing(session && { session, at: tx.at }).session);
    });
  }

  private async seenOf(digests: readonly string[]): Promise<Map<string, Seen>> {
    return this.unitOfWork.ask(SIGN_IN_ACTOR, async (tx) => {
      const found = await sessionsOfTokens(tx, digests);
      return new Map(found.map((session) => [session.tokenDigest, { session, at: tx.at }]));
    });
  }

  private async noteLife(sessionId: string): Promise<void> {
    await this.unitOfWork.run(SIGN_IN_ACTOR, (tx) =>
      tx.query('UPDATE web_session SET last_seen_at = $2 WHERE id = $1 AND ended_at IS NULL', [
        sessionId,
        tx.at,
      ]),
    );
  }

  private standing(seen: Seen | null): Seen {
    if (seen === null || !isLive(seen.session, seen.at)) throw new Refusal('session_expired');
    const { active, demo } = seen.session;
    if (!active || (demo && !this.settings.demoAccounts)) throw new Refusal('session_expired');
    return seen;
  }

  /** Ends a session by its owner's wish; an unknown or ended one stays as it is. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.query(
        `UPDATE web_session SET ended_at = $3, end_reason = 'signed_out' WHERE id = $1 AND user_id = $2 AND ended_at IS NULL`,
        [sessionId, actor.id, tx.at],
      );
      await tellSessionEnded(tx, actor.id);
    });
  }

  csrfToken(token: string): string {
    return csrfTokenOf(token, this.settings.sessionSecret);
  }

  /** @throws Refusal `csrf_missing` or `csrf_wrong` */
  requireCsrf(token: string, presented: string | undefined): void {
    if (!presented) throw new Refusal('csrf_missing');
    if (!csrfFits(token, presented, this.settings.sessionSecret)) throw new Refusal('csrf_wrong');
  }
}

const isLive = (session: SessionAccount, at: Date): boolean =>
  session.endedAt === null &&
  at < session.expiresAt &&
  at.getTime() - session.lastSeenAt.getTime() <= SESSION_IDLE_MINUTES * MINUTE;
