import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { type CoverageQuestion, filterOf } from './coverage-period.js';

export type Coverage = Schema<'CoverageDto'>;
export type CoverageRow = Coverage['total'];
export type FigureName = keyof CoverageRow['figures'];
export type Refusals = Schema<'RefusalsFollowedDto'>;
/** Projects that are named on the page; the list behind it has them all. */
export const NAMED = 50;

export const coverageQuery = (question: CoverageQuestion) =>
  queryOptions({
    queryKey: ['projects', 'coverage', filterOf(question), question.by],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/projects/coverage', {
          params: {
            query: { ...filterOf(question), ...(question.by !== null && { by: question.by }) },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const refusalsQuery = (question: CoverageQuestion) =>
  queryOptions({
    queryKey: ['projects', 'refusals', filterOf(question)],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/projects/coverage/refusals', {
          params: { query: filterOf(question) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** The first projects of the list that a figure carries. @param query as the API wrote it beside the figure */
export const namedQuery = (query: string) =>
  queryOptions({
    queryKey: ['projects', 'named', query],
    queryFn: ({ signal }) => {
      const asked: Record<string, string[]> = {};
      for (const [name, value] of new URLSearchParams(query)) (asked[name] ??= []).push(value);
      return answer(
        api.GET('/api/v1/projects', {
          params: { query: { ...asked, limit: NAMED, sort: '-registeredOn' } },
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
  });
