import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type ListKind, type ProcedureId } from '#contracts';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';

export type Law = Schema<'LawSetDto'>;
export type Pack = Schema<'PackDto'>;
export type ListRow = Schema<'ListRowDto'>;
export type ListVersion = Law['listVersions'][number];
export type Match = Schema<'ListMatchDto'>;
export type CalendarOfYear = Schema<'CalendarDto'>;

const ROWS = 50;

/** What governs a dossier that arrives on a day; its notices are in the reader's language. */
export const lawOfDayQuery = (procedure: ProcedureId, on: string) =>
  queryOptions({
    queryKey: ['law', procedure, on],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/law', { params: { query: { procedure, on } }, signal })),
    staleTime: Infinity,
  });

/** What the rows of a version of a list are looked through for. */
export interface RowConditions {
  list: ListKind | null;
  q: string;
  hs: string;
  vsic: string;
}

/** The rows of one version of a list, page by page. */
export const listRowsQuery = (
  { id: version, packId }: Pick<ListVersion, 'id' | 'packId'>,
  { list, q, hs, vsic }: RowConditions,
) =>
  infiniteQueryOptions({
    queryKey: ['law', 'rows', packId, version, list, q, hs, vsic],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/packs/{id}/lists', {
          params: {
            path: { id: packId },
            query: {
              ...{ version, limit: ROWS },
              ...(list !== null && { list }),
              ...(q !== '' && { q }),
              ...(hs !== '' && { hs }),
              ...(vsic !== '' && { vsic }),
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: Infinity,
  });

/** What a technology is called and is made with; codes with commas between them. */
export interface Named {
  name: string;
  hs: string;
  vsic: string;
}

/** The rows that a name may mean on a day. It is asked when somebody says so: the API counts these questions. */
export const matchQuery = (named: Named | null, on: string) =>
  queryOptions({
    queryKey: ['law', 'match', named, on],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/lists/match', {
          params: {
            query: {
              ...{ name: named?.name ?? '', on },
              ...(named?.hs && { hs: named.hs }),
              ...(named?.vsic && { vsic: named.vsic }),
            },
          },
          signal,
        }),
      ),
    enabled: named !== null,
    staleTime: Infinity,
    retry: false,
  });

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['law', 'calendar', year],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/calendar', { params: { query: { year } }, signal })),
    staleTime: Infinity,
  });
