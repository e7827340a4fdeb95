import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { keyed } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';

export type ImportSummary = Schema<'ImportSummaryDto'>;
export type ImportList = Schema<'ImportDto'>;
export type ImportRow = Schema<'ImportRowDto'>;
export type ImportSheet = ImportList['sheets'][number];
export type ImportState =
  'uploaded' | 'previewed' | 'queued' | 'running' | 'finished' | 'cancelled' | 'failed' | 'undone';
export type RowKind = 'new' | 'faulty' | 'duplicate_in_file' | 'duplicate_of_register' | 'unchanged';
export type RowOutcome = 'inserted' | 'updated' | 'skipped' | 'faulty';
export type RowDecision = 'skip' | 'import_as_new' | 'update_existing';
export interface RowFilter {
  kind?: RowKind;
  outcome?: RowOutcome;
}
const LOOK_AGAIN_MS = 1000;
export const isAtWork = (state: string): boolean => state === 'queued' || state === 'running';

/** The imports of the reader, the newest first; while one is at work its progress is asked for again and again. */
export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      api.GET('/api/v1/projects/imports', {
        params: { query: { limit: 20, ...(pageParam !== undefined && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some((item) => isAtWork(item.state))) ? LOOK_AGAIN_MS : false,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/projects/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isAtWork(state.data?.state ?? '') ? LOOK_AGAIN_MS : false),
  });

/** The rows of one's own import, of one kind or with one outcome. */
export const rowsQuery = (id: string, filter: RowFilter) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'rows', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/projects/imports/{id}/rows', {
          params: { path: { id }, query: { ...filter, limit: 20, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
  });

/** Sends a list; how it would be read is the answer. */
export function uploadList(file: File, key: string): Promise<ImportList> {
  const form = new FormData();
  form.append('file', file);
  return answer(
    api.POST('/api/v1/projects/imports', {
      params: { header: keyed(key) },
      // To the description a file is its bytes as a text; what goes out is the form.
      body: { file: file.name },
      bodySerializer: () => form,
    }),
  );
}

export const previewList = (id: string, body: Schema<'PreviewImportDto'>) =>
  answer(api.POST('/api/v1/projects/imports/{id}/preview', { params: { path: { id } }, body }));

/** Writes cells of a row anew. */
export const mendRow = (id: string, row: number, body: Schema<'MendRowDto'>): Promise<ImportRow> =>
  answer(api.PUT('/api/v1/projects/imports/{id}/rows/{row}/values', { params: { path: { id, row } }, body }));

export const decideRow = (id: string, row: number, body: Schema<'RowDecisionDto'>): Promise<ImportRow> =>
  answer(api.PUT('/api/v1/projects/imports/{id}/rows/{row}', { params: { path: { id, row } }, body }));

const onceOn = (id: string, key: string) => ({ path: { id }, header: keyed(key) });
export const runImport = (id: string, body: Schema<'RunImportDto'>, key: string): Promise<ImportList> =>
  answer(api.POST('/api/v1/projects/imports/{id}/run', { params: onceOn(id, key), body }));
export const cancelImport = (id: string, key: string): Promise<ImportList> =>
  answer(api.POST('/api/v1/projects/imports/{id}/cancel', { params: onceOn(id, key) }));
export const undoImport = (id: string, key: string): Promise<ImportList> =>
  answer(api.POST('/api/v1/projects/imports/{id}/undo', { params: onceOn(id, key) }));
