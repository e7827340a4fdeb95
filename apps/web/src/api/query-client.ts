import { QueryCache, QueryClient } from '@tanstack/react-query';
import { dropLost } from './lost-access.js';
import { problemOfError } from './problem.js';

const FRESH_MS = 15_000;
const ATTEMPTS = 3;
/** How often a page that got no answer asks again while it is looked at. */
const AGAIN_MS = 4_000;
/** Nobody answered, or something behind the API was down: the same question may be answered in a moment. */
const mayPass = (status: number) => status === 0 || status === 503;

/** After how long a question is asked again by itself: only where it failed for want of a connection. */
export function againAfter({ state }: { state: { status: string; error: unknown } }): number | false {
  if (state.status !== 'error') return false;
  const { code, status } = problemOfError(state.error);
  return code !== 'page_fault' && mayPass(status) ? AGAIN_MS : false;
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => dropLost(queryClient, error, query) }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < ATTEMPTS && mayPass(problemOfError(error).status),
      refetchInterval: againAfter,
    },
    mutations: { retry: false },
  },
});
