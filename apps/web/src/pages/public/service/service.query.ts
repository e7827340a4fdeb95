import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';

export type PublicService = Schema<'PublicServiceDto'>;
export type ServiceProcedure = PublicService['procedures'][number];
export type ServiceTerm = ServiceProcedure['terms'][number];
export type ServicePaper = ServiceProcedure['papers'][number];
const STEADY_MS = 10 * 60_000;

/** What the service is, by the packs in force today; notices are in the reader's language. */
export const usePublicService = () =>
  useQuery({
    queryKey: ['public-service'],
    queryFn: () => answer(api.GET('/api/v1/public/service')),
    staleTime: STEADY_MS,
  });
