/** Who a person is in the system (design section 1). `public` is everybody without an account. */
export const ROLES = [
  'investor',
  'requester',
  'clerk',
  'appraiser',
  'expert',
  'council_secretary',
  'agency',
  'head',
  'leader',
  'province_leader',
  'auditor',
  'law_officer',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that belong to the appraising authority and act on dossiers there. */
export const APPRAISING_ROLES = ['clerk', 'appraiser', 'head', 'leader'] as const satisfies readonly Role[];

/** What a person is to one dossier; computed by the access policy, never stored. */
export const RELATIONS = [
  'owner',
  'clerk_on_behalf',
  'lead_appraiser',
  'assigned_expert',
  'council_member',
  'consulted_agency',
  'invited',
  'conflicted',
  'system',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);

/** Who may be assigned to a dossier as its lead appraiser, or to give an opinion: holders of one of these roles. */
export const ROLES_FOR_TASK = {
  lead: ['appraiser'],
  expert: ['expert', 'appraiser'],
} as const satisfies Record<string, readonly Role[]>;
