import { Anchor, Group, Paper, Stack, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api } from '../../api/client.js';
import { StatusTag } from '../../ui/status-tag.js';

const SHOWN = 3;
const resultsQuery = queryOptions({
  queryKey: ['dossiers', 'results'],
  queryFn: ({ signal }) =>
    answer(
      api.GET('/api/v1/dossiers', {
        params: { query: { tab: 'closed', sort: '-updatedAt', limit: SHOWN } },
        signal,
      }),
    ),
});

/** What came out of an owner's last dossiers, with their letters; nothing before the first. */
export function LatestResults() {
  const { t } = useTranslation(['app', 'desk']);
  const results = useQuery(resultsQuery).data?.items ?? [];
  if (results.length === 0) return null;
  return (
    <>
      <Title order={2}>{t('app:home.work.results')}</Title>
      {results.map((dossier) => {
        const { id, projectName, status } = dossier;
        const name = projectName.trim() === '' ? t('desk:unnamed') : projectName;
        return (
          <Paper key={id} withBorder p="md">
            <Group justify="space-between" gap="xs">
              <Stack gap={4} align="flex-start">
                <Anchor component={Link} href={`/dossiers/${id}`} fw={500}>
                  {name}
                </Anchor>
                <StatusTag status={status} of={dossier} />
              </Stack>
              <Anchor
                component={Link}
                href={`/dossiers/${id}/letters`}
                size="sm"
                aria-label={t('app:home.work.lettersOf', { name })}
              >
                {t('app:home.work.letters')}
              </Anchor>
            </Group>
          </Paper>
        );
      })}
    </>
  );
}
