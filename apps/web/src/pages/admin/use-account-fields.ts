import { useTranslation } from 'react-i18next';
import { fieldByName, type FieldOf } from '../../ui/fault-pointer.js';

const WORDS = {
  displayName: 'name',
  email: 'email',
  position: 'position',
  organisationId: 'organisation',
  roles: 'roles',
} as const;
export type AccountField = keyof typeof WORDS;
const FIELDS = Object.keys(WORDS) as AccountField[];
export const accountFieldId = (field: AccountField): string => `account-${field}`;

/** What the fields of an account are called and where they are, for whoever lists what is wrong with them. */
export function useAccountFields(): {
  faultsOf: (isFaulty: (field: AccountField) => boolean) => { id: string; label: string }[];
  fieldOf: FieldOf;
} {
  const { t } = useTranslation('admin');
  const named = (field: AccountField) => ({
    id: accountFieldId(field),
    label: t(`accounts.${WORDS[field]}`),
  });
  return {
    faultsOf: (isFaulty) => FIELDS.filter(isFaulty).map(named),
    fieldOf: fieldByName((name) => {
      const field = FIELDS.find((one) => one === name);
      return field === undefined ? null : named(field);
    }),
  };
}
