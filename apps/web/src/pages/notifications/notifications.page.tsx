import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { formatInstant } from '../../format/format.js';
import { Page } from '../../ui/page.js';
import { PagedList } from '../../ui/paged-list.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { markAllRead, markRead, notificationsQuery } from './notifications.query.js';

export function NotificationsPage() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(notificationsQuery);
  const newest = list.data?.pages[0]?.items[0];
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title={t('notifications.title')}
      actions={unread > 0 && newest && <MarkAll unread={unread} until={newest.at} />}
    >
      <PagedList list={list} empty={{ title: t('notifications.none'), text: t('notifications.noneText') }}>
        {(told) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {told.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} />
            ))}
          </Stack>
        )}
      </PagedList>
    </Page>
  );
}

/** Marks what was told up to the newest one shown: what comes meanwhile stays new. */
function MarkAll({ unread, until }: { unread: number; until: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reading = useOnce({
    mutationFn: () => markAllRead(until),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
  return (
    <Stack gap="xs" align="flex-end">
      <Button variant="default" loading={reading.isPending} onClick={() => reading.mutate()}>
        {t('notifications.markAll', { count: unread })}
      </Button>
      {reading.isError && <ProblemAlert error={reading.error} />}
    </Stack>
  );
}

function NotificationRow({ notification }: { notification: Schema<'NotificationDto'> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id, text, at, dossierId, readAt } = notification;
  const reading = useOnce({
    mutationFn: () => markRead(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
  const unread = readAt === null;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={unread ? 600 : 400}>
            {unread && <Tag tone="blue">{t('notifications.new')}</Tag>} {text}
          </Text>
          <Text size="sm" c="var(--tg-muted)">
            {formatInstant(at)}
          </Text>
        </div>
        <Group gap="sm">
          {dossierId !== null && (
            <Anchor
              component={Link}
              href={`/dossiers/${dossierId}`}
              onClick={() => unread && reading.mutate()}
            >
              {t('notifications.openDossier')}
            </Anchor>
          )}
          {unread && (
            <Button size="xs" variant="default" loading={reading.isPending} onClick={() => reading.mutate()}>
              {t('notifications.markRead')}
            </Button>
          )}
        </Group>
      </Group>
      {reading.isError && <ProblemAlert error={reading.error} />}
    </Paper>
  );
}
