import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { type Actor } from '#kernel';
import { SignIn } from '../accounts/sign-in.use-case.js';

const MAX_PASSWORD = 200;

/** passport-local: e-mail and password from the body. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(@Inject(SignIn) private readonly signIn: SignIn) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  /** Answers false for what validation will refuse in a moment; the guard lets those through to it. */
  async validate(request: { ip?: string }, email: unknown, password: unknown): Promise<Actor | false> {
    if (typeof email !== 'string' || typeof password !== 'string') return false;
    if (email.length > 254 || password.length > MAX_PASSWORD || !email.includes('@')) return false;
    return this.signIn.withPassword(email, password, request.ip ?? 'unknown');
  }
}
