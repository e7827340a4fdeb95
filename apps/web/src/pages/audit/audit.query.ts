import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { keyed } from '../../api/act-headers.js';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';

/** An entry of one chain; one of the whole log also says what its chain is. */
export type ListedEntry = Schema<'AuditEntryDto'> &
  Partial<Pick<Schema<'LoggedEntryDto'>, 'chain' | 'chainName'>>;
export const CHAINS = ['system', 'dossier', 'project'] as const;
/** What the reader narrows the log by; an empty text does not narrow. */
export interface EntryFilter {
  action: string;
  outcome: '' | 'done' | 'refused';
  actorId: string;
  /** What the chain belongs to; of the whole log only. */
  chain: '' | (typeof CHAINS)[number];
  /** Part of the name of whoever acted; of the whole log only. */
  actor: string;
  from: string;
  to: string;
}
const PAGE = 50;
const WHOLE = 500;

const given = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined));

/** The log across all chains, newest first, page by page. */
export const logQuery = (filter: EntryFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'system', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = given({ ...filter, limit: PAGE, cursor: pageParam });
      return answer(api.GET('/api/v1/audit/log', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
/** Where the filtered log is exported. */
export const logExportPath = (filter: EntryFilter): string =>
  `/api/v1/audit/log/export.csv?${new URLSearchParams(given(filter)).toString()}`;

/** The whole log of one dossier, oldest first. */
export const dossierEntriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'dossier', id],
    queryFn: async ({ signal }) => {
      const items: ListedEntry[] = [];
      for (let after: number | null = 0; after !== null;) {
        const params = { path: { id }, query: { after, limit: WHOLE } };
        const page: Schema<'AuditEntryListDto'> = await answer(
          api.GET('/api/v1/dossiers/{id}/audit', { params, signal }),
        );
        items.push(...page.items);
        after = page.next;
      }
      return items;
    },
  });

/** As much of a dossier as its log shows; the contract of the whole has no name yet. */
interface DossierNames {
  fileCode: string | null;
  facts: { project?: { name?: string } };
}
/** Code and name of the dossier whose log is read. */
export const dossierNamesQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'dossier', id, 'names'],
    queryFn: async ({ signal }): Promise<DossierNames> =>
      (await answer<unknown>(
        api.GET('/api/v1/dossiers/{id}', { params: { path: { id } }, signal }),
      )) as DossierNames,
  });

export const foundDossiersQuery = (q: string) =>
  queryOptions({
    queryKey: ['dossiers', 'audit', q],
    enabled: q.length > 1,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/dossiers', { params: { query: { q, limit: 8 } }, signal })),
  });

/** Signed checkpoints, newest first, page by page. */
export const checkpointsQuery = infiniteQueryOptions({
  queryKey: ['audit', 'checkpoints'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      api.GET('/api/v1/audit/checkpoints', {
        params: {
          query: pageParam === undefined ? { limit: PAGE } : { limit: PAGE, before: pageParam },
        },
        signal,
      }),
    ),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const publicKeyQuery = queryOptions({
  queryKey: ['audit', 'key'],
  queryFn: () => answer(api.GET('/api/v1/audit/public-key')),
  staleTime: Infinity,
});

/** Covers and signs everything that no checkpoint covers yet. */
export const takeCheckpoint = () => answer(api.POST('/api/v1/audit/checkpoints'));

/** A verification of the whole log by the server. */
export type VerificationSummary = Schema<'VerificationSummaryDto'>;
export const isUnderWay = ({ state }: Pick<VerificationSummary, 'state'>): boolean =>
  state === 'queued' || state === 'running';
const LOOK_AGAIN_MS = 1000;

/** The last verifications of the whole log; while one is under way its progress is asked for again and again. */
export const verificationsQuery = queryOptions({
  queryKey: ['audit', 'verifications'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/audit/verifications', { signal })),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? LOOK_AGAIN_MS : false),
});

/** What one verification found, which stays as it is. */
export const verificationQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'verifications', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/audit/verifications/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });

export const requestVerification = (key: string) =>
  answer(api.POST('/api/v1/audit/verifications', { headers: keyed(key) }));
