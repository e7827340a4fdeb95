import { type Actor } from '#kernel';

/** Nobody in particular: who reads without an account holds no role, belongs nowhere, and sees what everybody sees. */
export const PUBLIC_ACTOR: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  kind: 'person',
  name: '',
  roles: [],
  organisationId: null,
  authorityId: '00000000-0000-0000-0000-000000000000',
};
