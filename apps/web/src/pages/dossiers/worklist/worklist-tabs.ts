import { type Role } from '#contracts';
import { HOUSE, STAFF } from '../../../session/role-groups.js';
import { TABS, type WorklistTab } from './worklist-filter.js';

/** Dossiers are given to these by name: as the lead appraiser, and as whoever keeps the papers of its council. */
const OWN_WORK: readonly Role[] = ['appraiser', 'council_secretary'];
const holds = (roles: readonly Role[], some: readonly Role[]) => some.some((role) => roles.includes(role));

/** The groups of dossiers that mean something to somebody, and the one to begin with: one that can hold something. */
export function tabsOf(roles: readonly Role[]): { tabs: readonly WorklistTab[]; beginning: WorklistTab } {
  if (!holds(roles, HOUSE)) return { tabs: ['mine', 'closed', 'all'], beginning: 'mine' };
  const tabs = holds(roles, STAFF) ? TABS : TABS.filter((tab) => tab !== 'mine');
  return { tabs, beginning: holds(roles, OWN_WORK) ? 'mine' : 'open' };
}
