import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { type RegisterConditions, writtenConditions } from './register-conditions.js';

export type RegisteredLetter = Schema<'RegisteredLetterDto'>;
const PAGE = 50;

/** Issued letters, the newest first, page by page; the first page counts them all. */
export const registerQuery = (conditions: RegisterConditions) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'register', conditions],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/letters', {
          params: {
            query: {
              ...writtenConditions(conditions),
              limit: PAGE,
              ...(pageParam === undefined ? { count: true } : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
