import { useTranslation } from 'react-i18next';
import { BackLink } from '../../ui/back-link.js';

/** The way back to the register, or to what else a page belongs to. */
export function Back({ to = '/projects', name }: { to?: string; name?: string }) {
  const { t } = useTranslation('register');
  return <BackLink to={to} name={name ?? t('back')} />;
}
