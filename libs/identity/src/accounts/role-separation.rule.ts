import { type Role } from '#contracts';

const OUTSIDE: readonly Role[] = ['investor', 'requester'];
const ALONE: readonly Role[] = ['admin', 'law_officer', 'auditor'];

/**
 * Whether one person may hold these roles: administrators, law officers and auditors hold nothing else, and who
 * submits dossiers does not judge them.
 */
export function mayHoldTogether(roles: readonly Role[]): boolean {
  if (roles.length <= 1) return true;
  if (roles.some((role) => ALONE.includes(role))) return false;
  const outside = roles.filter((role) => OUTSIDE.includes(role)).length;
  return outside === 0 || outside === roles.length;
}
