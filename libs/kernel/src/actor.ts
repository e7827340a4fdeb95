import { type Role } from '#contracts';

/** Who acts. `system` is the worker; it has no account. */
export interface Actor {
  id: string;
  kind: 'person' | 'system';
  name: string;
  roles: readonly Role[];
  organisationId: string | null;
  authorityId: string;
  /** Correlates log lines of one request; never part of the evidence. */
  requestId?: string;
}

/** The id under which the worker's own acts stand in the log. */
export const SYSTEM_ACTOR_ID = '00000000-0000-4000-8000-000000000000';

export const systemActor = (authorityId: string): Actor => ({
  id: SYSTEM_ACTOR_ID,
  kind: 'system',
  name: 'TechGate',
  roles: [],
  organisationId: null,
  authorityId,
});

export const hasRole = (actor: Actor, ...roles: Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));
