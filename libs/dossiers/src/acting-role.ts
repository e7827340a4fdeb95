import { type ActingRole } from '#audit';
import { isRole } from '#contracts';
import { type Actor } from '#kernel';

/** The role in which somebody acts by a party word of the procedure (`appraiser&lead_appraiser`), for the log. */
export function actingRoleOf(actor: Actor, by = ''): ActingRole {
  if (actor.kind === 'system') return 'system';
  const named = by.split('&').find((word) => isRole(word) && actor.roles.includes(word));
  if (named !== undefined && isRole(named)) return named;
  if (by.includes('clerk_on_behalf') && actor.roles.includes('clerk')) return 'clerk';
  return actor.roles[0] ?? 'public';
}
