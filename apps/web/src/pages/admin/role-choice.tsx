import { Checkbox, SimpleGrid } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '#contracts';

interface Props {
  id: string;
  value: Role[];
  onChange: (roles: Role[]) => void;
  error?: ReactNode;
  /** Why nothing can be chosen. */
  locked?: string | undefined;
}

/** The roles that a person holds. */
export function RoleChoice({ id, value, onChange, error, locked }: Props) {
  const { t } = useTranslation(['admin', 'words']);
  return (
    <Checkbox.Group
      label={t('admin:accounts.roles')}
      description={locked ?? t('admin:accounts.rolesHint')}
      error={error}
      value={value}
      onChange={(roles) => onChange(ROLES.filter((role) => roles.includes(role)))}
    >
      <SimpleGrid id={id} tabIndex={-1} cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`words:role.${role}`)} disabled={locked !== undefined} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
