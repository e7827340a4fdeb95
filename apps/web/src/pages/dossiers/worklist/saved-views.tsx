import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconCheck, IconStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { usePerson } from '../../../session/session.provider.js';
import { defaultViewOf, keepDefaultView } from './default-view.js';
import { columnsOf, filterOfQuery, searchOf } from './view-search.js';
import { type View, viewsQuery } from './views.query.js';
import { type Column } from './worklist-columns.js';
import { listWords, type WorklistFilter, writeFilter } from './worklist-filter.js';

const ViewsDialog = lazy(async () => ({ default: (await import('./views-dialog.js')).ViewsDialog }));

interface Props {
  filter: WorklistFilter;
  columns: readonly Column[];
  onColumns: (columns: Column[], list: string) => void;
}

/** The lists that are kept under a name: one's own, and those that colleagues share. */
export function SavedViews({ filter, columns, onColumns }: Props) {
  const { t } = useTranslation('desk');
  const person = usePerson();
  const views = useQuery(viewsQuery).data ?? [];
  const [defaultId, setDefaultId] = useState(() => defaultViewOf(person.id));
  const [dialog, { open, close }] = useDisclosure();
  const here = writeFilter(filter).toString();
  const isHere = ({ query }: View) => writeFilter(filterOfQuery(query)).toString() === here;
  const current = views.find(isHere);
  const begin = (id: string | null) => {
    keepDefaultView(person.id, id);
    setDefaultId(id);
  };
  const group = (title: string, items: View[]) =>
    items.length > 0 && (
      <>
        <Menu.Label c="var(--tg-muted)">{title}</Menu.Label>
        {items.map((view) => (
          <Menu.Item
            key={view.id}
            component={Link}
            href={`/dossiers?${searchOf(view.query)}`}
            onClick={() => onColumns(columnsOf(view.columns), listWords(filterOfQuery(view.query)))}
            leftSection={
              view.id === current?.id ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />
            }
            rightSection={
              view.id === defaultId && <IconStar size={14} aria-label={t('views.isDefault')} role="img" />
            }
          >
            {view.mine ? view.name : t('views.of', { name: view.name, owner: view.ownerName })}
          </Menu.Item>
        ))}
      </>
    );
  return (
    <>
      <Menu position="bottom-start" width={320} withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {current === undefined ? t('views.open') : t('views.current', { name: current.name })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {group(
            t('views.own'),
            views.filter(({ mine }) => mine),
          )}
          {group(
            t('views.shared'),
            views.filter(({ mine }) => !mine),
          )}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={open}>{t('views.manage')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog && (
        <Suspense fallback={null}>
          <ViewsDialog {...{ filter, columns, views, defaultId }} onDefault={begin} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
