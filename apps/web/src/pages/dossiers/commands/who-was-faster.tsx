import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { type Problem } from '../../../api/problem.js';
import { formatInstant } from '../../../format/format.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { timelineQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { winnerOf } from './winner.js';

interface Props {
  dossier: DossierView;
  /** The refusal of what came too late. */
  problem: Problem;
  onAgain: () => void;
}
/** Somebody changed the dossier meanwhile: who, what and when, and a way to look again. What was entered stays. */
export function WhoWasFaster({ dossier, problem, onAgain }: Props) {
  const { t } = useTranslation(['dossier', 'words']);
  const words = useProcedureWords(dossier);
  const query = useQuery({ ...timelineQuery(dossier.id), staleTime: 0 });
  // The change is named once the newest timeline is there: the one of before does not know it.
  const winner = query.isFetching ? null : winnerOf(problem, query.data?.items ?? []);
  return (
    <Alert variant="outline" color="yellow" title={t('steps.changedTitle')}>
      <Stack gap="xs">
        {winner && (
          <Text size="sm">
            {t('steps.changedBy', {
              who: t(`words:role.${winner.who as 'clerk'}`, { defaultValue: winner.who }),
              what:
                winner.command === null
                  ? t('steps.changedContent')
                  : words.command(winner.command as CommandName),
              at: formatInstant(winner.at),
            })}
          </Text>
        )}
        <div>
          <Button size="xs" variant="default" onClick={onAgain}>
            {t('steps.lookAgain')}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}
