import { QueryCache, QueryClient } from '@tanstack/react-query';
import { dropLost } from './lost-access.js';
import { problemOfError } from './problem.js';

const FRESH_MS = 15_000;
const ATTEMPTS = 3;
/** Nobody answered, or something behind the API was down: the same question may be answered in a moment. */
const mayPass = (status: number) => status === 0 || status === 503;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => dropLost(queryClient, error, query) }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < ATTEMPTS && mayPass(problemOfError(error).status),
    },
    mutations: { retry: false },
  },
});
