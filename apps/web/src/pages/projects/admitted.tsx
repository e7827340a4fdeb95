import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../session/session.provider.js';
import { type Person } from '../../session/session.types.js';
import { ForbiddenPage } from '../../ui/forbidden.js';

/** A page for whom it is made, and for the others a sentence that says so: nothing is asked of the API for them. */
export function Admitted({ to, children }: { to: (person: Person) => boolean; children: ReactNode }) {
  const { t } = useTranslation('register');
  if (to(usePerson())) return children;
  return <ForbiddenPage title={t('title')} />;
}
