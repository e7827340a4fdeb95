import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { type Actor, CLOCK, type Clock } from '#kernel';
import { ACCESS_TOKEN_SECONDS, IDENTITY_SETTINGS, type IdentitySettings } from '../identity-settings.js';

/** What an access token says; roles are read from the database at each request, never from the token. */
export interface AccessClaims {
  sub: string;
  /** Family of the refresh tokens: when it falls, the access token falls. */
  fam: string;
  iat: number;
  exp: number;
}
export const TOKEN_ISSUER = 'techgate';

/** Signs access tokens (JWT, HS256, 15 minutes). */
@Injectable()
export class AccessTokens {
  private readonly jwt: JwtService;

  constructor(
    @Inject(IDENTITY_SETTINGS) settings: IdentitySettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.jwt = new JwtService({
      secret: settings.jwtSecret,
      signOptions: { algorithm: 'HS256', issuer: TOKEN_ISSUER },
    });
  }

  /** A token for a person, bound to the family of its sign-in. */
  async sign(actor: Actor, familyId: string): Promise<{ accessToken: string; expiresIn: number }> {
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const claims: AccessClaims = { sub: actor.id, fam: familyId, iat, exp: iat + ACCESS_TOKEN_SECONDS };
    return { accessToken: await this.jwt.signAsync(claims), expiresIn: ACCESS_TOKEN_SECONDS };
  }
}
