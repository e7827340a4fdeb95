import { Combobox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { problemOfError } from '../api/problem.js';
import { type Schema } from '../api/schema-names.js';
import { commandsQuery } from '../pages/dossiers/dossier.query.js';
import { isAnswer } from '../pages/investor/answer/answered-here.js';
import { useProblemTexts } from '../ui/problem-alert.js';

export type ActedOn = Pick<Schema<'DossierListItemDto'>, 'id' | 'projectName' | 'fileCode' | 'status'>;
/** Steps that have a page of their own. */
const DECIDING: readonly string[] = ['endorse', 'approve', 'approve_with_conditions', 'refuse', 'send_back'];

/** What the reader may do with one dossier now: each option opens its form, nothing is done from here. */
export function PaletteSteps({ dossier, onShown }: { dossier: ActedOn; onShown: () => void }) {
  const { t } = useTranslation(['app', 'words']);
  const { id, projectName, status } = dossier;
  const pageOf = (command: string) =>
    isAnswer(command, status) ? `/dossiers/${id}/answer` : `/dossiers/${id}?step=${command}`;
  const query = useQuery(commandsQuery(id));
  const { title } = useProblemTexts(problemOfError(query.error));
  const steps = (query.data?.items ?? []).filter(({ permitted }) => permitted);
  const deciding = steps.some(({ command }) => DECIDING.includes(command));
  const others = steps.filter(({ command }) => !DECIDING.includes(command));
  useEffect(() => {
    onShown();
  }, [query.data, onShown]);
  return (
    <Combobox.Group label={t('palette.steps', { name: projectName })}>
      {deciding && <Combobox.Option value={`/dossiers/${id}/decide`}>{t('palette.decide')}</Combobox.Option>}
      {others.map(({ command }) => (
        <Combobox.Option key={command} value={pageOf(command)}>
          {t(`words:command.${command as CommandName}`)}
        </Combobox.Option>
      ))}
      <Combobox.Option value={`/dossiers/${id}`}>{t('palette.openDossier')}</Combobox.Option>
      {!query.data && (
        <Text size="sm" p="xs" c="var(--tg-muted)">
          {query.isError ? title : t('loading')}
        </Text>
      )}
      {query.data && steps.length === 0 && (
        <Text size="sm" p="xs" c="var(--tg-muted)">
          {t('palette.noSteps')}
        </Text>
      )}
    </Combobox.Group>
  );
}
