import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { OpeningDossier } from '../../../ui/opening-dossier.js';
import { Page } from '../../../ui/page.js';
import { dossierQuery, type EditedDossier } from '../draft/dossier.query.js';
import { mayEdit } from './authorship.js';
import { EditingProvider } from './editing.provider.js';
import { EditorPages } from './editor.pages.js';

export function EditDossierPage() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery(dossierQuery(id));
  return query.data ? <Admitted dossier={query.data} /> : <OpeningDossier query={query} />;
}

/** What was submitted is no form any more; whoever comes back to it is led to the dossier. */
function Admitted({ dossier }: { dossier: EditedDossier }) {
  const { t } = useTranslation('investor');
  const [wasEditable] = useState(mayEdit(dossier));
  if (wasEditable && mayEdit(dossier))
    return (
      <EditingProvider key={dossier.id} dossier={dossier}>
        <EditorPages />
      </EditingProvider>
    );
  return (
    <Page title={dossier.projectName || t('edit.untitled')}>
      <Text>{t('edit.closed')}</Text>
      <Anchor component={Link} href={`/dossiers/${dossier.id}`}>
        {t('edit.toDossier')}
      </Anchor>
    </Page>
  );
}
