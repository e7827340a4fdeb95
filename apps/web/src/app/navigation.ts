import {
  IconBuildingFactory2,
  IconChartBar,
  IconChecklist,
  IconClipboardList,
  IconGavel,
  IconHome,
  IconMailDown,
  IconMailForward,
  IconMessages,
  IconNotebook,
  IconScale,
  IconShieldCheck,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type Role } from '#contracts';
import { PUBLIC_DESTINATIONS } from '../pages/public/public-destinations.js';
import { HOUSE, INSIDERS, OFFICERS, OWNERS } from '../session/role-groups.js';
import { hasRole } from '../session/session.provider.js';
import { type Person } from '../session/session.types.js';

export interface Destination {
  to: string;
  /** Key below `nav` in the catalogue. */
  label:
    | 'home'
    | 'dossiers'
    | 'decisions'
    | 'myDossiers'
    | 'intake'
    | 'letters'
    | 'letterRegister'
    | 'councils'
    | 'consultations'
    | 'asked'
    | 'conditions'
    | 'reports'
    | 'projects'
    | 'audit'
    | 'law'
    | 'admin'
    | 'service'
    | 'selfCheck'
    | 'track'
    | 'checkLetter'
    | 'statistics';
  icon: typeof IconHome;
  /** Roles whose work it is; everybody when absent. */
  roles?: readonly Role[];
}

/** Where the work of each role is, most used first. */
const WORK: Destination[] = [
  { to: '/dossiers', label: 'myDossiers', icon: IconClipboardList, roles: OWNERS },
  {
    to: '/dossiers',
    label: 'dossiers',
    icon: IconClipboardList,
    roles: [...HOUSE, 'expert', 'agency'],
  },
  {
    to: '/projects',
    label: 'projects',
    icon: IconBuildingFactory2,
    roles: INSIDERS,
  },
  { to: '/dossiers/decisions', label: 'decisions', icon: IconGavel, roles: ['head', 'leader'] },
  { to: '/intake', label: 'intake', icon: IconMailDown, roles: ['clerk'] },
  { to: '/letters', label: 'letters', icon: IconMailForward, roles: ['clerk', 'leader'] },
  {
    to: '/letters/register',
    label: 'letterRegister',
    icon: IconNotebook,
    roles: ['clerk', 'head', 'leader', 'auditor'],
  },
  {
    to: '/reports',
    label: 'reports',
    icon: IconChartBar,
    roles: ['head', 'leader', 'province_leader', 'auditor'],
  },
  { to: '/admin', label: 'admin', icon: IconUsers, roles: ['admin'] },
  {
    to: '/councils',
    label: 'councils',
    icon: IconUsersGroup,
    roles: ['council_secretary', 'expert', 'appraiser', 'head', 'leader'],
  },
  { to: '/dossiers/consultations', label: 'consultations', icon: IconMessages, roles: OFFICERS },
  { to: '/dossiers/consultations', label: 'asked', icon: IconMessages, roles: ['agency', 'expert'] },
  { to: '/dossiers/conditions', label: 'conditions', icon: IconChecklist, roles: OFFICERS },
  {
    to: '/law',
    label: 'law',
    icon: IconScale,
    roles: ['law_officer', 'appraiser', 'head', 'leader', 'auditor'],
  },
  { to: '/audit', label: 'audit', icon: IconShieldCheck, roles: ['auditor', 'head', 'leader'] },
];
const OPEN: readonly Destination[] = PUBLIC_DESTINATIONS;
const mayWork = (person: Person, { roles }: Destination) => roles === undefined || hasRole(person, ...roles);
/** Somebody of several roles is led to a place once, under the name that the first of them has for it. */
const once = ({ to }: Destination, index: number, all: readonly Destination[]) =>
  all.findIndex((one) => one.to === to) === index;

/** The places of a person by what they are for: the own work, and the pages that everybody may open. */
export const placesOf = (
  person: Person | null | undefined,
): { work: readonly Destination[]; open: readonly Destination[] } => ({
  work: [
    { to: '/', label: 'home', icon: IconHome },
    ...(person ? WORK.filter((destination) => mayWork(person, destination)).filter(once) : []),
  ],
  open: OPEN,
});

/** The destinations of a person, or of somebody who has not signed in. */
export const destinationsOf = (person: Person | null | undefined): Destination[] => {
  const { work, open } = placesOf(person);
  return [...work, ...open];
};
