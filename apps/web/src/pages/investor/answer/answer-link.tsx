import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** The way back from the editor to the answer for which something was changed. */
export function AnswerLink({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('answer');
  return (
    <Anchor component={Link} href={`/dossiers/${dossierId}/answer`}>
      {t('toAnswer')}
    </Anchor>
  );
}
