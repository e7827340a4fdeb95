import { Anchor, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { answer, api } from '../../../api/client.js';
import { formatNumber } from '../../../format/format.js';
import { BackLink } from '../../../ui/back-link.js';
import { isKeptHere } from '../../../ui/page-keys.js';
import { dossierKey } from '../dossier.query.js';
import { listQueryOf, readFilter, TABS, type WorklistFilter, writeFilter } from './worklist-filter.js';

const LIST = 'in';

/** The address of a dossier that was opened out of a list: it remembers the list, so that one can turn pages in it. */
export const addressIn = (id: string, filter: WorklistFilter): string =>
  `/dossiers/${id}?${new URLSearchParams({ [LIST]: writeFilter(filter).toString() }).toString()}`;

/** The list out of which the open dossier was opened; null without one. */
export const useListOf = (): string | null => useSearchParams()[0].get(LIST);

/** What the address of a dossier keeps when somebody goes to another side of it. */
export function useListSearch(): string {
  const list = useListOf();
  return list === null ? '' : `?${new URLSearchParams({ [LIST]: list }).toString()}`;
}

const neighboursQuery = (id: string, list: string | null) =>
  queryOptions({
    queryKey: dossierKey(id, 'neighbours', list ?? ''),
    enabled: list !== null,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/dossiers/{id}/neighbours', {
          params: {
            path: { id },
            query: listQueryOf(readFilter(new URLSearchParams(list ?? ''), TABS)),
          },
          signal,
        }),
      ),
  });

/** Back to the list, and to the dossier before and the one after in it: by link, or Alt+K and Alt+J. */
export function ListLinks({ id, side }: { id: string; side: string }) {
  const { t } = useTranslation('dossier');
  const [, navigate] = useLocation();
  const search = useListSearch();
  const list = useListOf();
  const { previous = null, next = null, position = null } = useQuery(neighboursQuery(id, list)).data ?? {};
  const to = (one: string) => `/dossiers/${one}${side === '' ? '' : `/${side}`}${search}`;
  useHotkeys([
    ['alt+J', () => next !== null && !isKeptHere() && navigate(to(next.id))],
    ['alt+K', () => previous !== null && !isKeptHere() && navigate(to(previous.id))],
  ]);
  return (
    <Group gap="md" component="nav" aria-label={t('list.label')} className="tg-no-print">
      <BackLink to={list === null ? '/dossiers' : `/dossiers?${list}`} name={t('back')} />
      {position !== null && (
        <Text size="sm" c="dimmed" span>
          {t('list.position', { position: formatNumber(position) })}
        </Text>
      )}
      {previous && <Neighbour {...previous} to={to(previous.id)} keys="Alt+K" name={t('list.previous')} />}
      {next && <Neighbour {...next} to={to(next.id)} keys="Alt+J" name={t('list.next')} />}
    </Group>
  );
}

interface NeighbourProps {
  to: string;
  keys: string;
  name: string;
  projectName: string;
}
function Neighbour({ to, keys, name, projectName }: NeighbourProps) {
  return (
    <Anchor component={Link} href={to} size="sm" aria-keyshortcuts={keys} title={projectName}>
      {name}
    </Anchor>
  );
}
