import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { hasRole, Refusal } from '#kernel';
import { Authentication, type CsrfProof } from '../auth/authentication.js';
import { type ApiReply, type ApiRequest, type Principal } from './api-request.types.js';
import { RateLimits } from './rate-limits.js';
import { ROUTE_POLICY, type RoutePolicy } from './policy.decorator.js';

/** Holds the policy of every route: who is asked for first, then the role. A route without a policy answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Authentication) private readonly authentication: Authentication,
    @Inject(RateLimits) private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, targets);
    if (policy === undefined)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} states no @Policy`);
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const reply = context.switchToHttp().getResponse<ApiReply>();
    // Whoever is known is counted, also when something else is wrong with what was sent.
    request.principal = await this.identify(context, policy).catch(async (error: unknown) => {
      await this.rateLimits.holdPerson(request, reply);
      throw error;
    });
    await this.rateLimits.holdPerson(request, reply);
    requireRole(policy, request.principal);
    return true;
  }

  private async identify(context: ExecutionContext, policy: RoutePolicy): Promise<Principal | undefined> {
    if (policy.ignoresCredentials) return undefined;
    if (policy.who === 'public') return this.authentication.ifAny(context);
    return this.authentication.required(context, csrfProofOf(policy));
  }
}

const csrfProofOf = ({ handsOutCsrf, opensEventSource }: RoutePolicy): CsrfProof =>
  handsOutCsrf ? 'handed_out' : opensEventSource ? 'same_origin' : 'checked';

/** @throws Refusal `forbidden` */
function requireRole({ who }: RoutePolicy, principal: Principal | undefined): void {
  if (who === 'public' || who === 'signed_in') return;
  if (!principal || !hasRole(principal.actor, ...who)) throw new Refusal('forbidden');
}
