import { type Role } from '#contracts';
import { INSIDERS } from '../../session/role-groups.js';
import { hasRole } from '../../session/session.provider.js';
import { type Person } from '../../session/session.types.js';

const WRITERS: Role[] = ['clerk', 'appraiser', 'head'];

/** Reads the register, as the API has it; others find nothing there. */
export const readsRegister = (person: Person): boolean => hasRole(person, ...INSIDERS);
/** Enters and corrects projects, matches and merges them, proposes exemptions. */
export const keepsRegister = (person: Person): boolean => hasRole(person, ...WRITERS);
export const recordsDecisions = (person: Person): boolean => hasRole(person, 'province_leader', 'clerk');
/** Sees the imports: of others without their rows. */
export const seesImports = (person: Person): boolean => hasRole(person, ...WRITERS, 'auditor');
