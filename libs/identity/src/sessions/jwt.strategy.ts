import { createSecretKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { type Actor, CLOCK, type Clock, Refusal } from '#kernel';
import { IDENTITY_SETTINGS, type IdentitySettings } from '../identity-settings.js';
import { type AccessClaims, TOKEN_ISSUER } from './access-tokens.js';
import { RefreshTokens } from './refresh-tokens.js';

/** Who a bearer token speaks for. */
export interface BearerIdentity {
  actor: Actor;
  familyId: string;
}

/** passport-jwt: bearer tokens of this installation; the person is read afresh at each request. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(IDENTITY_SETTINGS) settings: IdentitySettings,
    @Inject(RefreshTokens) private readonly tokens: RefreshTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // A key object, which the types do not know: from a text the library first tries to read a public key, each time.
      secretOrKey: createSecretKey(settings.jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
      // Expiry is judged by the system's own clock in validate().
      ignoreExpiration: true,
    });
  }

  async validate(claims: AccessClaims): Promise<BearerIdentity> {
    if (this.clock.now().getTime() >= claims.exp * 1000) throw new Refusal('session_expired');
    return { actor: await this.tokens.actorOf(claims.fam), familyId: claims.fam };
  }
}
