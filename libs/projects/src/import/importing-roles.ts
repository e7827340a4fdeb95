import { type Role } from '#contracts';

/** Who brings lists into the register. */
export const IMPORTING_ROLES = ['clerk', 'appraiser', 'head'] as const satisfies readonly Role[];
