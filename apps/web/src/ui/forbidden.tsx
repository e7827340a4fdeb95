import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from './page.js';
import { EmptyState } from './states.js';

/** A page that is not the reader's work: says so, and whom to ask, instead of showing an empty one. */
export function ForbiddenPage({ title }: { title: string }) {
  const { t } = useTranslation('app');
  return (
    <Page title={title}>
      <EmptyState
        title={t('forbidden.title')}
        action={
          <Anchor component={Link} href="/">
            {t('notFound.home')}
          </Anchor>
        }
      >
        {t('forbidden.text')}
      </EmptyState>
    </Page>
  );
}
