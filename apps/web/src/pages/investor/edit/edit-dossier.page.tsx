import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { isEditable } from '#contracts';
import { usePerson } from '../../../session/session.provider.js';
import { Page } from '../../../ui/page.js';
import { Answer } from '../../../ui/states.js';
import { dossierQuery, type EditedDossier } from '../draft/dossier.query.js';
import { localFaults } from '../draft/local-faults.js';
import { leaveSaver, openSaver } from '../draft/open-savers.js';
import { stillThere } from '../draft/value-faults.js';
import { EditingContext } from './draft.context.js';
import { EditorPages } from './editor.pages.js';

export function EditDossierPage() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery(dossierQuery(id));
  return <Answer query={query}>{(dossier) => <Admitted dossier={dossier} />}</Answer>;
}

const mayEdit = ({ status, relations }: EditedDossier): boolean =>
  isEditable(status) && ['owner', 'clerk_on_behalf', 'lead_appraiser'].some((one) => relations.includes(one));

/** What was submitted is no form any more; whoever comes back to it is led to the dossier. */
function Admitted({ dossier }: { dossier: EditedDossier }) {
  const { t } = useTranslation('investor');
  const [wasEditable] = useState(mayEdit(dossier));
  if (wasEditable && mayEdit(dossier)) return <Editor key={dossier.id} dossier={dossier} />;
  return (
    <Page title={dossier.projectName || t('edit.untitled')}>
      <Text>{t('edit.closed')}</Text>
      <Anchor component={Link} href={`/dossiers/${dossier.id}`}>
        {t('edit.toDossier')}
      </Anchor>
    </Page>
  );
}

function Editor({ dossier }: { dossier: EditedDossier }) {
  const person = usePerson();
  const [saver] = useState(() => openSaver(person.id, dossier));
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => saver.seen(dossier.facts, dossier.revision), [saver, dossier]);
  useEffect(() => () => leaveSaver(saver), [saver]);
  const faults = [...localFaults(state.draft), ...stillThere(state.refused, state.draft)];
  return (
    <EditingContext value={{ dossier, saver, state, faults, edit: saver.edit }}>
      <EditorPages />
    </EditingContext>
  );
}
