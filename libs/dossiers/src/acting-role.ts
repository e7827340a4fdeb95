import { type ActingRole } from '#audit';
import { isRole } from '#contracts';
import { type Actor } from '#kernel';

/** Who sends a dossier away where nobody is left to decide, in this order. */
const LAST_RESORT = ['head', 'leader', 'clerk'] as const;

/** The role in which somebody acts by a party word of the procedure (`appraiser&lead_appraiser`), for the log. */
export function actingRoleOf(actor: Actor, by = ''): ActingRole {
  if (actor.kind === 'system') return 'system';
  const named = by.split('&').find((word) => isRole(word) && actor.roles.includes(word));
  if (named !== undefined && isRole(named)) return named;
  if (by.includes('clerk_on_behalf') && actor.roles.includes('clerk')) return 'clerk';
  if (by === 'last_resort') return LAST_RESORT.find((role) => actor.roles.includes(role)) ?? 'public';
  return actor.roles[0] ?? 'public';
}
