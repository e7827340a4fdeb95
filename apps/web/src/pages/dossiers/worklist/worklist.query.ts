import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { countsQueryOf, listQueryOf, type WorklistFilter } from './worklist-filter.js';

const PAGE = 50;

/** The dossiers of a filter, page by page. */
export const worklistQuery = (filter: WorklistFilter) =>
  infiniteQueryOptions({
    queryKey: ['dossiers', 'list', listQueryOf(filter)],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/dossiers', {
          params: {
            query: { ...listQueryOf(filter), limit: PAGE, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** How many dossiers each tab holds under the conditions of a filter, and how many of this tab are near, overdue, waiting. */
export const countsQuery = (filter: WorklistFilter) =>
  queryOptions({
    queryKey: ['dossiers', 'counts', countsQueryOf(filter)],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/dossiers/counts', { params: { query: countsQueryOf(filter) }, signal })),
    placeholderData: keepPreviousData,
  });
