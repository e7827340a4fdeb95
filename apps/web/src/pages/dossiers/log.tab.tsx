import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../api/use-once.js';
import { formatInstant } from '../../format/format.js';
import { PagedList } from '../../ui/paged-list.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { actWords, roleWords } from '../audit/entry-words.js';
import { logQuery } from './dossier.query.js';
import { type DossierView } from './dossier.types.js';
import { saveFile } from '../../api/saved-file.js';

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
  const list = useInfiniteQuery(logQuery(dossierId));
  return (
    <PagedList
      list={list}
      empty={{ title: acts('none') }}
      shown={(count) => `${t('review:log.shown', { count })} ${list.hasNextPage ? '' : t('review:log.all')}`}
    >
      {(items) => (
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
      )}
    </PagedList>
  );
}
