import { type DynamicModule, Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessPolicy } from './access/access-policy.js';
import { Organisations } from './accounts/organisations.js';
import { OwnPassword } from './accounts/own-password.js';
import { People } from './accounts/people.js';
import { SignIn } from './accounts/sign-in.use-case.js';
import { Users } from './accounts/users.js';
import { AppUser } from './entities/app-user.entity.js';
import { Organisation } from './entities/organisation.entity.js';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings.js';
import { AccessTokens } from './sessions/access-tokens.js';
import { JwtStrategy } from './sessions/jwt.strategy.js';
import { LocalStrategy } from './sessions/local.strategy.js';
import { RefreshTokens } from './sessions/refresh-tokens.js';
import { WebSessions } from './sessions/web-sessions.js';

const SERVICES = [
  AccessPolicy,
  SignIn,
  People,
  Users,
  Organisations,
  OwnPassword,
  RefreshTokens,
  AccessTokens,
  WebSessions,
];

/** People, organisations, sessions and the access policy. */
@Global()
@Module({})
export class IdentityModule {
  static forRoot(settings: IdentitySettings): DynamicModule {
    return {
      module: IdentityModule,
      imports: [PassportModule, TypeOrmModule.forFeature([AppUser, Organisation])],
      providers: [
        { provide: IDENTITY_SETTINGS, useValue: settings },
        ...SERVICES,
        LocalStrategy,
        JwtStrategy,
      ],
      exports: SERVICES,
    };
  }
}
