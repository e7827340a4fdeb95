import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { type TrackingKey } from './secret-of-fragment.js';

export type Tracking = Schema<'TrackingDto'>;
/** A question; it is counted, so that no key of the cache holds a secret. */
export interface TrackingQuestion extends TrackingKey {
  number: number;
}

/** Where a dossier stands now; asked once for each time somebody asks, and forgotten on leaving the page. */
export const useTracking = (question: TrackingQuestion | null) =>
  useQuery({
    queryKey: ['tracking', question?.number],
    queryFn: () => {
      if (question === null) return Promise.reject(new Error('asked for no dossier'));
      const { fileCode, secret } = question;
      return answer(api.POST('/api/v1/public/tracking', { body: { fileCode, secret } }));
    },
    enabled: question !== null,
    retry: false,
    refetchInterval: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
