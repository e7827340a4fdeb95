import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type BearerIdentity, WebSessions } from '#identity';
import { Refusal } from '#kernel';
import { type ApiRequest, headerOf, type Principal } from '../http/api-request.types.js';
import { BearerGuard } from './passport.guards.js';
import { SessionCookie } from './session-cookie.js';

/** What shows that a page of ours sent a request with a cookie. */
export type CsrfProof = 'checked' | 'handed_out' | 'same_origin';

/** Finds out who sent a request: by bearer token, else by session cookie. */
@Injectable()
export class Authentication {
  constructor(
    @Inject(BearerGuard) private readonly bearer: BearerGuard,
    @Inject(WebSessions) private readonly sessions: WebSessions,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  /**
   * A cookie session sends its CSRF token with everything, reads and downloads too; only the route that hands the
   * token out to a reloaded page asks for none, and the
   * one that an EventSource opens takes the browser's word for it that the page is of this origin.
   * @throws Refusal `not_signed_in`, `token_invalid`, `session_expired`, `csrf_missing`, `csrf_wrong`
   */
  async required(context: ExecutionContext, csrf: CsrfProof = 'checked'): Promise<Principal> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (headerOf(request, 'authorization') !== undefined) return this.byBearer(context, request);
    const token = this.cookie.read(request);
    if (token === undefined) throw new Refusal('not_signed_in');
    return this.byCookie(token, request, csrf);
  }

  /** The same for public routes: whoever cannot be identified is nobody. */
  async ifAny(context: ExecutionContext): Promise<Principal | undefined> {
    try {
      return await this.required(context);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  private async byBearer(context: ExecutionContext, request: ApiRequest): Promise<Principal> {
    await this.bearer.canActivate(context);
    const { actor, familyId } = (request as ApiRequest & { user: BearerIdentity }).user;
    return { actor: { ...actor, requestId: request.id }, via: 'bearer', sessionId: familyId };
  }

  private async byCookie(token: string, request: ApiRequest, csrf: CsrfProof): Promise<Principal> {
    const { actor, sessionId } = await this.sessions.actorOf(
      token,
      headerOf(request, 'x-unattended') === undefined,
    );
    const principal: Principal = { actor: { ...actor, requestId: request.id }, via: 'cookie', sessionId };
    // Known from here on, whatever is still wrong: it is counted and noted as this person's.
    request.principal = principal;
    if (!isProvenOtherwise(request, csrf))
      this.sessions.requireCsrf(token, headerOf(request, 'x-csrf-token'));
    return principal;
  }
}

function isProvenOtherwise(request: ApiRequest, csrf: CsrfProof): boolean {
  if (request.method !== 'GET' || csrf === 'checked') return false;
  if (csrf === 'handed_out') return true;
  const isBare = headerOf(request, 'x-csrf-token') === undefined;
  return isBare && headerOf(request, 'sec-fetch-site') === 'same-origin';
}
