import { type Role } from '#contracts';
import { type Destination } from '../../app/navigation.js';

/** What a role comes for whose day is not a list of dossiers. */
const DOORS = {
  admin: ['admin'],
  council_secretary: ['councils', 'dossiers'],
  agency: ['asked', 'dossiers'],
  auditor: ['audit', 'letterRegister', 'reports'],
  province_leader: ['reports', 'projects'],
} as const satisfies Partial<Record<Role, readonly Destination['label'][]>>;
type DoorName = (typeof DOORS)[keyof typeof DOORS][number];
interface Door extends Destination {
  label: DoorName;
}

const namesOf = (role: Role): readonly DoorName[] => (role in DOORS ? DOORS[role as keyof typeof DOORS] : []);

/** The doors of roles among the destinations of a person, in the order of these. */
export function doorsOf(roles: readonly Role[], destinations: readonly Destination[]): Door[] {
  const wanted = new Set(roles.flatMap(namesOf));
  return destinations.filter((one): one is Door => wanted.has(one.label as DoorName));
}
