import { type Role } from '#contracts';

/** What each role may do in general: for menus. Whether it may be done to one dossier is the access policy's answer. */
const PERMISSIONS = {
  investor: ['dossier.create', 'dossier.read_own'],
  requester: ['dossier.create', 'dossier.read_own'],
  clerk: ['dossier.intake', 'dossier.read', 'letter.issue', 'organisation.create'],
  appraiser: ['dossier.read', 'dossier.screen', 'opinion.record'],
  expert: ['dossier.read_assigned', 'opinion.record'],
  council_secretary: ['council.convene'],
  agency: ['consultation.answer'],
  head: ['dossier.read', 'dossier.assign', 'dossier.endorse'],
  leader: ['dossier.read', 'dossier.decide'],
  province_leader: ['dossier.read'],
  auditor: ['dossier.read', 'audit.verify', 'audit.export'],
  law_officer: ['law.draft', 'law.publish'],
  admin: ['user.manage', 'organisation.create'],
} as const satisfies Record<Role, readonly string[]>;

/** The permissions of a set of roles, each once, sorted. */
export const permissionsOf = (roles: readonly Role[]): string[] =>
  [...new Set(roles.flatMap((role): readonly string[] => PERMISSIONS[role]))].sort();
