import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { type Period } from './period.js';

export type Statistics = Schema<'PublicStatisticsDto'>;

export const useStatistics = (period: Period) =>
  useQuery({
    queryKey: ['public-statistics', period],
    queryFn: () => answer(api.GET('/api/v1/public/statistics', { params: { query: period } })),
    placeholderData: keepPreviousData,
  });
