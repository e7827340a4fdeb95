import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { actParams } from '../councils/act-params.js';
import { type ActCall } from '../dossiers/commands/acts.query.js';
import { dossierKey } from '../dossiers/dossier.query.js';

export type Condition = Schema<'ConditionTaskDto'>;
/** A group of conditions to watch: in a state, or owed after their deadline. */
export const CONDITION_GROUPS = ['overdue', 'proof_submitted', 'open', 'accepted'] as const;
export type ConditionGroup = (typeof CONDITION_GROUPS)[number];

export const conditionsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'conditions'),
    queryFn: async () =>
      (await answer(api.GET('/api/v1/dossiers/{id}/conditions', { params: { path: { id } } }))).items,
  });
/** A list across dossiers, the nearest deadline first; below `dossiers`, so that every event about one makes it old. */
export const conditionListQuery = (group: ConditionGroup, q: string) =>
  infiniteQueryOptions({
    queryKey: ['dossiers', 'conditions', group, q],
    queryFn: ({ pageParam: cursor }) => {
      const query = {
        ...(group === 'overdue' ? { overdue: true } : { state: [group] }),
        ...(q !== '' && { q }),
        ...(cursor !== null && { cursor }),
        limit: 50,
      };
      return answer(api.GET('/api/v1/conditions', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const pathOf = ({ dossierId, number }: Condition) => ({ id: dossierId, number });
const params = (one: Condition, { key, dryRun }: ActCall) => actParams(pathOf(one), key, dryRun);
// The revision is that of the condition as it was seen: somebody else's act in between is not acted upon unread.
export const handIn = (one: Condition, body: { documentIds: string[]; note?: string }, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/conditions/{number}/proof', {
      params: params(one, call),
      body: { ...body, revision: one.revision },
    }),
  );
export const acceptProof = (one: Condition, note: string, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/conditions/{number}/accept', {
      params: params(one, call),
      body: { revision: one.revision, ...(note !== '' && { note }) },
    }),
  );
export const rejectProof = (one: Condition, reason: string, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/conditions/{number}/reject', {
      params: params(one, call),
      body: { revision: one.revision, reason },
    }),
  );
export const moveDeadline = (one: Condition, body: { deadlineOn: string; reason: string }, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/conditions/{number}/deadline', {
      params: params(one, call),
      body: { ...body, revision: one.revision },
    }),
  );
