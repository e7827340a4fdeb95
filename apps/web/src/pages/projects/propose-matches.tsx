import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newActKey } from '../../api/client.js';
import { useOnce } from '../../api/use-once.js';
import { formatNumber } from '../../format/format.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { proposeMatches } from './project-acts.js';

/** Lets the system compare once more every dossier that nobody has matched; people decide on what it proposes. */
export function ProposeMatches() {
  const { t } = useTranslation('register');
  const queries = useQueryClient();
  const proposing = useOnce({
    mutationFn: () => proposeMatches(newActKey()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects'] }),
  });
  return (
    <>
      <Group gap="sm">
        <Button variant="default" size="xs" loading={proposing.isPending} onClick={() => proposing.mutate()}>
          {t('propose.act')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {proposing.data
            ? t('propose.done', {
                compared: formatNumber(proposing.data.compared),
                proposed: formatNumber(proposing.data.proposed),
              })
            : t('propose.text')}
        </Text>
      </Group>
      {proposing.isError && <SubmitProblem error={proposing.error} />}
    </>
  );
}
