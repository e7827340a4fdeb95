import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type TFunction } from 'i18next';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatNumber } from '../../../format/format.js';
import { MoreButton } from '../../../ui/more-button.js';
import { EmptyState, ListProblem, Unanswered } from '../../../ui/states.js';
import { conditionsSet, type WorklistFilter } from './worklist-filter.js';
import { WorklistTable } from './worklist-table.js';
import { worklistQuery } from './worklist.query.js';

/** The way into a new dossier. */
export function NewDossier() {
  const { t } = useTranslation('desk');
  return (
    <Button component={Link} href="/dossiers/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  );
}

type WorklistProps = Omit<Parameters<typeof WorklistTable>[0], 'items' | 'listed'> & {
  owner: boolean;
  /** How many the list holds in all; null while that is unknown. */
  total: number | null;
  /** How many of the reader's dossiers are settled; null while that is unknown. */
  settled: number | null;
};

/** The dossiers of a filter. Rows are drawn behind whatever a hand does meanwhile: they never hold up a key or a click. */
export function Worklist({ filter, columns, owner, total, settled, onSort }: WorklistProps) {
  const { t } = useTranslation(['desk', 'app']);
  const list = useInfiniteQuery(worklistQuery(filter));
  const drawn = useDeferredValue(list.data);
  const listed = useDeferredValue(useFilterOf(list, filter));
  const items = useMemo(() => drawn?.pages.flatMap((page) => page.items) ?? [], [drawn]);
  const isOld = list.isPlaceholderData || drawn !== list.data;
  if (list.data === undefined || drawn === undefined) return <Unanswered query={list} />;
  if (items.length === 0 && !list.isError)
    return <NoDossiers filtered={conditionsSet(filter).length > 0} {...{ owner, settled }} />;
  return (
    // Rows of the list before stay until those of this one are there, and say that they are not it.
    <Stack aria-busy={isOld} opacity={isOld ? 0.5 : 1}>
      <ListProblem list={list} />
      <WorklistTable {...{ items, listed, columns, filter, onSort }} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {isOld ? t('app:loading') : shownWords(items.length, total, t)}
        </Text>
        <MoreButton list={list} />
      </Group>
    </Stack>
  );
}

/** The filter of the rows that are there: of the one before until those of a new one have come. */
function useFilterOf({ isPlaceholderData }: { isPlaceholderData: boolean }, filter: WorklistFilter) {
  const [answered, setAnswered] = useState(filter);
  if (!isPlaceholderData && answered !== filter) setAnswered(filter);
  return answered;
}

function shownWords(count: number, total: number | null, t: TFunction<'desk'>): string {
  return total !== null && total > count
    ? t('shownOf', { count, total: formatNumber(total) })
    : t('shown', { count });
}

function NoDossiers({
  filtered,
  owner,
  settled,
}: Pick<WorklistProps, 'owner' | 'settled'> & { filtered: boolean }) {
  const { t } = useTranslation('desk');
  if (filtered) return <EmptyState title={t('none')}>{t('noneFiltered')}</EmptyState>;
  if (owner && settled !== null && settled > 0)
    return (
      <EmptyState
        title={t('noneOpen')}
        action={
          <Group justify="center">
            <Button component={Link} href="/dossiers?tab=closed" variant="default">
              {t('seeSettled', { count: settled })}
            </Button>
            <NewDossier />
          </Group>
        }
      >
        {t('noneOpenText')}
      </EmptyState>
    );
  if (owner)
    return (
      <EmptyState title={t('noneOwn')} action={<NewDossier />}>
        {t('noneOwnText')}
      </EmptyState>
    );
  return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
}
