import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Problem } from '../../../api/problem.js';
import { timelineQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { useWinnerWords } from './use-winner-words.js';
import { winnerOf } from './winner.js';

interface Props {
  dossier: DossierView;
  /** The refusal of what came too late. */
  problem: Problem;
  onAgain: () => void;
}
/** Somebody changed the dossier meanwhile: who, what and when, and a way to look again. What was entered stays. */
export function WhoWasFaster({ dossier, problem, onAgain }: Props) {
  const { t } = useTranslation('dossier');
  const wordsOf = useWinnerWords(dossier);
  const query = useQuery({ ...timelineQuery(dossier.id), staleTime: 0 });
  // The change is named once the newest timeline is there: the one of before does not know it.
  const winner = query.isFetching ? null : winnerOf(problem, query.data?.items ?? []);
  return (
    <Alert variant="outline" color="yellow" title={t('steps.changedTitle')}>
      <Stack gap="xs">
        {winner && <Text size="sm">{t('steps.changedBy', wordsOf(winner))}</Text>}
        <div>
          <Button size="xs" variant="default" onClick={onAgain}>
            {t('steps.lookAgain')}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}
