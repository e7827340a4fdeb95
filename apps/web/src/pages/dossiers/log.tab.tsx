import { Button, Group, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../format/format.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LoadingState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { actWords, roleWords } from '../audit/entry-words.js';
import { logQuery } from './dossier.query.js';
import { type DossierView } from './dossier.types.js';
import { saveFile } from './files.js';
import { useOnce } from '../../api/use-once.js';

/** The sealed log of the dossier, for those who oversee it. */
export function LogTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const exporting = useOnce({
    mutationFn: () =>
      saveFile(`/api/v1/dossiers/${dossier.id}/audit/export`, `${dossier.fileCode ?? dossier.id}.json`),
  });
  return (
    <>
      {exporting.isError && <ProblemAlert error={exporting.error} />}
      <div className="tg-no-print">
        <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
          {t('log.export')}
        </Button>
      </div>
      <Entries dossierId={dossier.id} />
    </>
  );
}

function Entries({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation(['dossier', 'review']);
  const { t: acts } = useTranslation(['audit', 'words']);
  const query = useInfiniteQuery(logQuery(dossierId));
  if (query.data === undefined)
    return query.isError ? (
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState />
    );
  const items = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Table.ScrollContainer
        type="native"
        minWidth={760}
        tabIndex={0}
        role="region"
        aria-label={t('dossier:log.list')}
      >
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              {(['seq', 'at', 'who', 'action', 'hash'] as const).map((column) => (
                <Table.Th key={column}>{t(`dossier:log.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ seq, at, actorName, actorRole, action, outcome, hash }) => (
              <Table.Tr key={seq}>
                <Table.Td className="tg-number">{seq}</Table.Td>
                <Table.Td className="tg-number">{formatInstant(at)}</Table.Td>
                <Table.Td>{actorName ?? roleWords(actorRole, acts)}</Table.Td>
                <Table.Td>
                  {actWords(action, acts)}{' '}
                  {outcome === 'refused' && <Tag tone="red">{t('dossier:log.refused')}</Tag>}
                </Table.Td>
                <Table.Td>
                  <Text size="xs" ff="monospace" title={hash}>
                    {hash.slice(0, 12)}…
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {query.isFetchNextPageError && <ProblemAlert error={query.error} />}
      <Group>
        <Text size="sm" c="dimmed" role="status">
          {t('review:log.shown', { count: items.length })} {!query.hasNextPage && t('review:log.all')}
        </Text>
        {query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('review:log.more')}
          </Button>
        )}
      </Group>
    </>
  );
}
