import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { keyed, seenAt } from '../../api/act-headers.js';
import { answer, api } from '../../api/client.js';
import { type ActCall, sent } from './commands/acts.query.js';
import {
  type Checklist,
  type ClockExplanation,
  type ClockView,
  type CommandAnswer,
  type DossierView,
  type LetterView,
} from './dossier.types.js';

/** Everything that is known about one dossier lies below this key, so that one event makes all of it old. */
export const dossierKey = (id: string, ...part: string[]) => ['dossier', id, ...part];
const of = (id: string) => ({ params: { path: { id } } });
// Answers without a schema in the OpenAPI document; their shapes stand in dossier.types.ts.
const read = async <Shape>(call: Promise<{ data?: unknown }>) => (await call).data as Shape;

export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id),
    queryFn: async () => (await answer(api.GET('/api/v1/dossiers/{id}', of(id)))) as DossierView,
  });
export const commandsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'commands'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/commands', of(id))),
  });
export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'findings'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/findings', of(id))),
  });
export const roundsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'rounds'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/rounds', of(id))),
  });
export const assignmentsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'assignments'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/assignments', of(id))),
  });
export const documentsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'documents'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/documents', of(id))),
  });
export const lettersQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'letters'),
    queryFn: () => read<{ items: LetterView[] }>(api.GET('/api/v1/dossiers/{id}/letters', of(id))),
  });
export const clocksQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'clocks'),
    queryFn: () => read<{ items: ClockView[] }>(api.GET('/api/v1/dossiers/{id}/clocks', of(id))),
  });
export const explanationQuery = (id: string, clockId: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'clocks', clockId),
    queryFn: () =>
      read<ClockExplanation>(
        api.GET('/api/v1/dossiers/{id}/clocks/{clockId}/explanation', { params: { path: { id, clockId } } }),
      ),
  });
export const checklistQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'checklist'),
    queryFn: () => read<Checklist>(api.GET('/api/v1/dossiers/{id}/checklist', of(id))),
  });
export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'timeline'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/timeline', of(id))),
  });
export const staffingQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'staffing'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/who-may-act', of(id))),
  });
export const criteriaQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'criteria'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/criteria', of(id))),
    staleTime: Infinity,
  });
export const opinionsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'opinions'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/opinions', of(id))),
  });
const LOG_PAGE = 200;
/** The log page by page, oldest first. */
export const logQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: dossierKey(id, 'log'),
    initialPageParam: 0,
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/api/v1/dossiers/{id}/audit', {
          params: { path: { id }, query: { after, limit: LOG_PAGE } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** Sends a command as a dry run or for good. @throws ProblemError; `revision_conflict` when somebody was faster */
export async function sendCommand(
  id: string,
  send: {
    command: string;
    payload: object;
    revision: number;
    key: string;
    dryRun: boolean;
    /** With `dryRun`: together with the acceptance right after it. */
    thenAccept?: boolean;
  },
  signal?: AbortSignal,
): Promise<CommandAnswer> {
  const { command, payload, revision, key, dryRun, thenAccept = false } = send;
  const sent = await answer(
    api.POST('/api/v1/dossiers/{id}/commands/{command}', {
      params: {
        path: { id, command: command as 'submit' },
        header: { ...seenAt(revision), ...keyed(key) },
        query: { ...(dryRun && { dryRun: 'true' }), ...(thenAccept && { then: 'accept' }) },
      },
      body: payload,
      ...(signal && { signal }),
    }),
  );
  return sent as unknown as CommandAnswer;
}

/** What an assignee says about conflicts of interest. */
/** Answers an invitation: without a reason there is no conflict. */
export const declareForTask = (assignmentId: string, reason: string | null, call: ActCall) =>
  answer(
    api.POST('/api/v1/assignments/{id}/declaration', {
      params: sent(assignmentId, call),
      body: { conflict: reason !== null, ...(reason !== null && { reason }) },
    }),
  );

export const declineAssignment = (assignmentId: string, reason: string, call: ActCall) =>
  answer(
    api.POST('/api/v1/assignments/{id}/decline', { params: sent(assignmentId, call), body: { reason } }),
  );

/** A conflict of interest that one learns of after the work began, or without having been asked. */
export const declareConflict = (id: string, reason: string, call: ActCall) =>
  answer(api.POST('/api/v1/dossiers/{id}/conflict', { params: sent(id, call), body: { reason } }));
