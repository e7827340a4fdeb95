import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Role } from '#contracts';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { isDay } from '../../format/format.js';

export type Dashboard = Schema<'DashboardDto'>;
export type Figure = Schema<'FigureDto'>;
export type WeekPage = Schema<'WeekPageDto'>;
/** Who leads, and who oversees: the API shows figures to nobody else. */
export const REPORT_READERS: readonly Role[] = ['head', 'leader', 'province_leader', 'auditor'];

const AGAIN_MS = 60_000;

/** A day of the address; what is none is passed over. */
export const dayIn = (search: URLSearchParams, name: string): string | undefined => {
  const value = search.get(name) ?? '';
  return isDay(value) ? value : undefined;
};

/** The figures of the house, counted again every minute while they are looked at. */
export const dashboardQuery = (period: { from?: string | undefined; to?: string | undefined }) =>
  queryOptions({
    queryKey: ['reports', 'dashboard', period],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/reports/dashboard', { params: { query: period }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });

/** The Monday page of the week of a day; of this week when none is named. */
export const weekQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['reports', 'week', on],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/reports/week', { params: { query: on === undefined ? {} : { on } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
