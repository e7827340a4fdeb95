import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../session/session.provider.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { PasswordForm } from './password.form.js';

/** The own account: what is known of the person, and the own password. */
export function OwnAccountPage() {
  const { t } = useTranslation(['account', 'words']);
  const { displayName, email, roles, organisation } = usePerson();
  const particulars = {
    name: displayName,
    email,
    roles: roles.map((role) => t(`words:role.${role}`)).join(', '),
    organisation: organisation?.name ?? '–',
  };
  return (
    <Page title={t('account:title')} lead={t('account:lead')}>
      <Stack gap="lg" maw={640}>
        <Section sheet title={t('account:particulars')}>
          {(Object.keys(particulars) as (keyof typeof particulars)[]).map((name) => (
            <div key={name}>
              <Text size="sm" c="dimmed">
                {t(`account:${name}`)}
              </Text>
              <Text>{particulars[name]}</Text>
            </div>
          ))}
          <Text size="sm" c="dimmed">
            {t('account:wrong')}
          </Text>
        </Section>
        <Section sheet title={t('account:password.title')}>
          <PasswordForm email={email} />
        </Section>
      </Stack>
    </Page>
  );
}
