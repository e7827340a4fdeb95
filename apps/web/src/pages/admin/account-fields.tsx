import { SimpleGrid, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AccountDraft } from './account-change.js';
import { OrganisationChoice } from './organisation-choice.js';
import { RoleChoice } from './role-choice.js';
import { accountFieldId } from './use-account-fields.js';

interface Props {
  form: UseFormReturnType<AccountDraft>;
  /** The organisation that is chosen already. */
  known?: { id: string; name: string } | null;
  /** Why the roles cannot be changed here. */
  rolesLocked?: string | undefined;
  /** Is told the organisation that was chosen, by whose name it can be shown again. */
  onOrganisation?: (chosen: { id: string; name: string } | null) => void;
  /** What else belongs to the particulars. */
  children?: ReactNode;
}

/** What is known of a person: name, position, organisation and roles. */
export function AccountFields({ form, known = null, rolesLocked, onOrganisation, children }: Props) {
  const { t } = useTranslation('admin');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          id={accountFieldId('displayName')}
          label={t('accounts.name')}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('displayName')}
        />
        {children}
        <TextInput
          id={accountFieldId('position')}
          label={t('accounts.position')}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('position')}
        />
        <OrganisationChoice
          id={accountFieldId('organisationId')}
          value={form.values.organisationId}
          known={known}
          onChange={(id, name) => {
            form.setFieldValue('organisationId', id);
            onOrganisation?.(id === null ? null : { id, name });
          }}
        />
      </SimpleGrid>
      <RoleChoice
        id={accountFieldId('roles')}
        value={form.values.roles}
        onChange={(roles) => form.setFieldValue('roles', roles)}
        error={form.errors['roles']}
        locked={rolesLocked}
      />
    </>
  );
}
