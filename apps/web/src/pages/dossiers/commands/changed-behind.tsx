import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { commandsQuery, timelineQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { useWinnerWords } from './use-winner-words.js';
import { changeSince } from './winner.js';

interface Props {
  dossier: DossierView;
  command: CommandName;
  /** The status in which the window was opened. */
  since: DossierView['status'];
}
/** In an open window: the dossier moved on behind it, by whom and when, and whether the step can still be taken. */
export function ChangedBehind({ dossier, command, since }: Props) {
  const { t } = useTranslation('dossier');
  const wordsOf = useWinnerWords(dossier);
  const moved = dossier.status !== since;
  const timeline = useQuery({ ...timelineQuery(dossier.id), enabled: moved });
  const commands = useQuery({ ...commandsQuery(dossier.id), enabled: moved });
  if (!moved) return null;
  const change = changeSince(since, dossier.status, timeline.data?.items ?? []);
  const permitted = commands.data?.items.find((one) => one.command === command)?.permitted;
  return (
    <Alert variant="outline" color="yellow" role="status" title={t('steps.changedTitle')}>
      <Stack gap="xs">
        {change && <Text size="sm">{t('steps.changedBy', wordsOf(change))}</Text>}
        {permitted === false && !commands.isFetching && <Text size="sm">{t('steps.noLongerOpen')}</Text>}
      </Stack>
    </Alert>
  );
}
