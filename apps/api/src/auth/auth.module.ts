import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type ApiConfig } from '../config.js';
import { AuthController } from './auth.controller.js';
import { Authentication } from './authentication.js';
import { MeController } from './me.controller.js';
import { BearerGuard, PasswordGuard } from './passport.guards.js';
import { SessionCookie } from './session-cookie.js';

@Global()
@Module({})
export class AuthModule {
  static register(config: ApiConfig): DynamicModule {
    return {
      module: AuthModule,
      controllers: [AuthController, MeController],
      providers: [
        BearerGuard,
        PasswordGuard,
        Authentication,
        { provide: SessionCookie, useFactory: () => new SessionCookie(config.secureCookies) },
      ],
      exports: [Authentication, SessionCookie],
    };
  }
}
