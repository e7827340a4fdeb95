import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isAbstracting } from '../../investor/edit/authorship.js';
import { type DossierView } from '../dossier.types.js';

/** Leads the lead appraiser of a paper dossier to where its facts are entered from its papers. */
export function FactsEntry({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  if (!isAbstracting(dossier)) return null;
  return (
    <Button component={Link} href={`/dossiers/${dossier.id}/edit`} variant="default">
      {t('facts.enter')}
    </Button>
  );
}
