import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { dossierKey } from '../dossiers/dossier.query.js';

const PAGE = 50;
export type Waiting = Schema<'WaitingDecisionDto'>;
export type Proposal = Schema<'DecisionProposalDto'>;

/** What waits for the reader, page by page, the oldest term first; it grows old with every other list of dossiers. */
export const queueQuery = infiniteQueryOptions({
  queryKey: ['dossiers', 'decisions'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      api.GET('/api/v1/decisions/queue', {
        params: { query: { limit: PAGE, ...(pageParam !== undefined && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'proposal'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/proposal', { params: { path: { id } } })),
  });
