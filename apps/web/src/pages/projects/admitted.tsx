import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../session/session.provider.js';
import { type Person } from '../../session/session.types.js';
import { Page } from '../../ui/page.js';

/** A page for whom it is made, and for the others a sentence that says so: nothing is asked of the API for them. */
export function Admitted({ to, children }: { to: (person: Person) => boolean; children: ReactNode }) {
  const { t } = useTranslation();
  if (to(usePerson())) return children;
  return (
    <Page title={t('forbidden.title')}>
      <Text>{t('forbidden.text')}</Text>
    </Page>
  );
}
