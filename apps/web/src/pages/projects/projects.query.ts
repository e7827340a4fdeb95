import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { queryOf, type RegisterFilter } from './register-filter.js';

export type ProjectItem = Schema<'ProjectListItemDto'>;
export type Project = Schema<'ProjectDto'>;
export type ProjectMatch = Project['matches'][number];
export type Duplicate = Schema<'DuplicatesDto'>['items'][number];
const PAGE = 50;

/** The projects of a filter, page by page; the first page counts them all. */
export const projectsQuery = (filter: RegisterFilter) =>
  infiniteQueryOptions({
    queryKey: ['projects', 'list', queryOf(filter)],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/projects', {
          params: {
            query: {
              ...queryOf(filter),
              limit: PAGE,
              ...(pageParam === undefined ? { count: 'true' } : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ['project', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/projects/{id}', { params: { path: { id } }, signal })),
  });

/** Projects that look like one, likest first, as far as the reader may see them. */
export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['project', id, 'duplicates'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/projects/{id}/duplicates', { params: { path: { id } }, signal })),
  });

/** Dossiers of the reader's list that a text finds. */
export const foundDossiersQuery = (q: string) =>
  queryOptions({
    queryKey: ['dossiers', 'found-for-project', q],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/dossiers', { params: { query: { q, limit: 8 } }, signal })),
    enabled: q.length > 1,
  });
