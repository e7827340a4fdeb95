import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';

/** Mode, version, today, and the demonstration accounts where they are on. */
export const useInstallation = () =>
  useQuery({
    queryKey: ['installation'],
    queryFn: () => answer(api.GET('/api/v1/installation')),
    staleTime: 10 * 60_000,
  });
