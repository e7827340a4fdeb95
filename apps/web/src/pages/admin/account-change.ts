import { type Role } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { type Account } from './admin.query.js';

export interface AccountDraft {
  displayName: string;
  position: string;
  roles: Role[];
  organisationId: string | null;
}
export const draftOf = ({ displayName, position, roles, organisation }: Account): AccountDraft => ({
  displayName,
  position: position ?? '',
  roles,
  organisationId: organisation?.id ?? null,
});

const sorted = (roles: readonly Role[]) => [...roles].sort().join();

/** What differs from the account as the person saw it. New roles end sessions, so that nothing else is sent with them. */
export function changeOf(seen: Account, draft: AccountDraft): Schema<'ChangeUserDto'> {
  const [name, position] = [draft.displayName.trim(), draft.position.trim()];
  const { organisationId, roles } = draft;
  return {
    ...(name !== seen.displayName && { displayName: name }),
    ...(position !== '' && position !== seen.position && { position }),
    ...(sorted(roles) !== sorted(seen.roles) && { roles }),
    ...(organisationId !== null && organisationId !== seen.organisation?.id && { organisationId }),
  };
}
