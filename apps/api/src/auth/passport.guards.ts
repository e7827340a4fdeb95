import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Refusal } from '#kernel';

/** Bearer tokens through passport-jwt. */
@Injectable()
export class BearerGuard extends AuthGuard('jwt') {
  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error instanceof Error ? error : new Refusal('token_invalid');
    if (!user) throw new Refusal('token_invalid');
    return user;
  }
}

/**
 * E-mail and password through passport-local. A body without them passes on without a user:
 * validation, which runs next, refuses it by field.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  override handleRequest<User>(error: unknown, user: User | false): User | undefined {
    if (error) throw error instanceof Error ? error : new Refusal('invalid_credentials');
    return user || undefined;
  }
}
