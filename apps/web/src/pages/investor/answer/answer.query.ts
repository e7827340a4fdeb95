import { queryOptions } from '@tanstack/react-query';
import { type Status } from '#contracts';
import { answer, api } from '../../../api/client.js';

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
        header: { 'if-match': `"${revision}"`, 'idempotency-key': key } as never,
      },
      body: payload as never,
    }),
  );
  return sent as unknown as AnswerOutcome;
}
