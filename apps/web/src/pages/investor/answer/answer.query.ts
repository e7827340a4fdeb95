import { queryOptions } from '@tanstack/react-query';
import { type Status } from '#contracts';
import { keyed, seenAt } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { type ServerDraft } from './joined-answers.js';

export interface AskedItem {
  what: string;
  basis: string;
  /** Code of a paper of the checklist, or the path of a fact, where one is meant. */
  about?: string;
}
export interface AskedOfOwner {
  id: string;
  kind: 'supplement' | 'clarification' | 'refusal_notice';
  content: { items?: AskedItem[]; grounds?: string };
  replyBy: string;
  /** The answer as it was last saved while being written. */
  draft: ServerDraft | null;
  answeredAt: string | null;
  closedAt: string | null;
}
/** What was asked of the owner, newest first. */
export const requestsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'requests'],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/dossiers/{id}/requests', { params: { path: { id } } }))) as unknown as {
        items: AskedOfOwner[];
      },
  });

const PATIENCE_MS = 30_000;
/** Keeps the answer while it is being written; `stale_revision` when it was saved elsewhere since. @throws ProblemError */
export const saveDraft = (id: string, requestId: string, body: ServerDraft): Promise<{ revision: number }> =>
  answer(
    api.PUT('/api/v1/dossiers/{id}/requests/{requestId}/draft', {
      params: { path: { id, requestId } },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    }),
  );
/** The draft as the API has it now; null where the request was answered or nothing is saved. @throws ProblemError */
export async function draftOf(id: string, requestId: string): Promise<ServerDraft | null> {
  const { items } = await answer(api.GET('/api/v1/dossiers/{id}/requests', { params: { path: { id } } }));
  return items.find((one) => one.id === requestId)?.draft ?? null;
}

export const ANSWERING = {
  supplement: 'resubmit',
  clarification: 'clarify',
  refusal_notice: 'respond_to_refusal',
} as const;

export interface SentAnswer {
  command: 'resubmit' | 'clarify' | 'respond_to_refusal';
  payload: object;
  revision: number;
  key: string;
}
export interface AnswerOutcome {
  status: Status;
  dueOn: string | null;
  recipients: { name: string }[];
}
/** Sends an answer, or asks what it would do. @throws ProblemError */
export async function sendAnswer(
  id: string,
  { command, payload, revision, key }: SentAnswer,
  dryRun: boolean,
): Promise<AnswerOutcome> {
  const sent = await answer(
    api.POST('/api/v1/dossiers/{id}/commands/{command}', {
      params: {
        path: { id, command },
        query: dryRun ? { dryRun: 'true' } : {},
        header: { ...seenAt(revision), ...keyed(key) },
      },
      body: payload,
    }),
  );
  return sent as unknown as AnswerOutcome;
}
