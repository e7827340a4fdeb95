import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import { type Role } from '#contracts';

/** Who may use a route; what they may do to one dossier is decided inside by the access policy. */
export interface RoutePolicy {
  who: readonly Role[] | 'public' | 'signed_in';
  /** The route speaks about one dossier (or rows of one): the access policy is asked before anything is answered. */
  dossier?: boolean;
  note: string;
  /** The route hands the CSRF token to a reloaded page; it alone may be read by a cookie session without one. */
  handsOutCsrf?: boolean;
  /**
   * A browser's EventSource opens the route and can send no CSRF token: where none is sent, the browser has to say that the
   * page is of this very origin (`Sec-Fetch-Site`).
   */
  opensEventSource?: boolean;
  /** Credentials are not looked at, so that the route answers without the database and whatever was sent along. */
  ignoresCredentials?: boolean;
}
export const ROUTE_POLICY = 'techgate:route-policy';

/** States the policy of a route, for the guard, for the documentation and for the table that people read. */
export function Policy(policy: RoutePolicy): MethodDecorator & ClassDecorator {
  const documented = { who: policy.who, dossier: policy.dossier ?? false, note: policy.note };
  const marks = [SetMetadata(ROUTE_POLICY, policy), ApiExtension('x-policy', documented)];
  if (policy.who === 'public') return applyDecorators(...marks);
  return applyDecorators(...marks, ApiBearerAuth(), ApiCookieAuth('session'));
}
