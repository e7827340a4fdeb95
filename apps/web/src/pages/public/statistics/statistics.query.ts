import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { type Period } from './period.js';

export type Statistics = Schema<'PublicStatisticsDto'>;

/** The open figures of a period; nothing is asked for null. */
export const useStatistics = (period: Partial<Period> | null) =>
  useQuery({
    enabled: period !== null,
    queryKey: ['public-statistics', period],
    queryFn: () => answer(api.GET('/api/v1/public/statistics', { params: { query: period ?? {} } })),
    placeholderData: keepPreviousData,
  });
