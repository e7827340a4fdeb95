import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

const EVERY_MS = 60_000;
const page = (cursor?: string) =>
  answer(api.GET('/api/v1/notifications', { params: { query: cursor ? { cursor } : {} } }));

/** How many notifications the reader has not read. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async () => (await page()).unread,
  refetchInterval: EVERY_MS,
});

/** The reader's notifications, newest first, page by page. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ pageParam }) => page(pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

/** Marks everything as read that was told up to an instant. */
export const markAllRead = (until: string) =>
  answer(api.POST('/api/v1/notifications/read', { body: { until } }));

export const markRead = (id: string) =>
  answer(
    api.POST('/api/v1/notifications/{id}/read', {
      params: { path: { id } },
    }),
  );
