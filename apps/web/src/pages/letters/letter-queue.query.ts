import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { LETTER_KINDS, type LetterKind } from '#contracts';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { type LetterIssued } from '../dossiers/letters/issue-letter.query.js';

export type QueuedLetter = Schema<'QueuedLetterDto'>;
/** A letter that was issued on this page: it stays in view although it has left the queue. */
export interface JustIssued {
  queued: QueuedLetter;
  issued: LetterIssued;
}
const PAGE = 50;

/** Drafted letters that wait for their number, page by page, the earliest due day first. */
export const letterQueueQuery = (kind: LetterKind | null) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'queue', kind],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/letters/queue', {
          params: {
            query: {
              limit: PAGE,
              ...(kind !== null && { kind: [kind] }),
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The kind that an address asks for; null for all of them. */
export const kindIn = (search: URLSearchParams): LetterKind | null =>
  LETTER_KINDS.find((kind) => kind === search.get('kind')) ?? null;

/** The address of the queue, or of one of its letters. */
export function queueAddress(kind: LetterKind | null, letterId?: string): string {
  const params = new URLSearchParams({
    ...(kind !== null && { kind }),
    ...(letterId !== undefined && { letter: letterId }),
  }).toString();
  return params === '' ? '/letters' : `/letters?${params}`;
}

/** The letters before and behind one in the list that is shown, with its place in it, from 1; 0 when it has left. */
export function placeIn(items: readonly QueuedLetter[], letterId: string) {
  const at = items.findIndex((item) => item.letterId === letterId);
  return {
    position: at + 1,
    previous: at > 0 ? (items[at - 1] ?? null) : null,
    next: (at < 0 ? items[0] : items[at + 1]) ?? null,
  };
}
