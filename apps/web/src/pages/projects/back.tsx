import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** The way back to the register, or to what else a page belongs to. */
export function Back({ to = '/projects', name }: { to?: string; name?: string }) {
  const { t } = useTranslation('register');
  return (
    <Anchor component={Link} href={to} size="sm" className="tg-no-print">
      ← {name ?? t('back')}
    </Anchor>
  );
}
