import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../ui/page.js';

export function PublicHome() {
  const { t } = useTranslation();
  return (
    <Page title={t('tagline')} lead={t('home.public.lead')}>
      <div>
        <Button component={Link} href="/sign-in">
          {t('header.signIn')}
        </Button>
      </div>
    </Page>
  );
}
