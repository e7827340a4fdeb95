import { type Role } from '#contracts';
import { TABS, type WorklistTab } from './worklist-filter.js';

const HOUSE: readonly Role[] = ['clerk', 'appraiser', 'head', 'leader', 'council_secretary'];
const READERS: readonly Role[] = ['province_leader', 'auditor'];
/** Dossiers are given to these by name: as the lead appraiser, and as whoever keeps the papers of its council. */
const OWN_WORK: readonly Role[] = ['appraiser', 'council_secretary'];
const holds = (roles: readonly Role[], some: readonly Role[]) => some.some((role) => roles.includes(role));

/** Whether somebody's worklist is that of the authority, or of those who watch over it. */
export const isOfHouse = (roles: readonly Role[]): boolean => holds(roles, [...HOUSE, ...READERS]);

/** The groups of dossiers that mean something to somebody, and the one to begin with: one that can hold something. */
export function tabsOf(roles: readonly Role[]): { tabs: readonly WorklistTab[]; beginning: WorklistTab } {
  if (!isOfHouse(roles)) return { tabs: ['mine', 'closed', 'all'], beginning: 'mine' };
  const tabs = holds(roles, HOUSE) ? TABS : TABS.filter((tab) => tab !== 'mine');
  return { tabs, beginning: holds(roles, OWN_WORK) ? 'mine' : 'open' };
}
