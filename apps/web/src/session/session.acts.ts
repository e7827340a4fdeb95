import { type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { problemOfError } from '../api/problem.js';
import { sessionState } from '../api/session-state.js';
import { type Person } from './session.types.js';

/** Under which the answer to who has signed in is kept. */
export const ME = ['me'];

/** Who has signed in, if anybody. @throws ProblemError when the API could not say */
export async function askMe(): Promise<Person | null> {
  try {
    const me = await answer(api.GET('/api/v1/me'));
    sessionState.begin({ personId: me.id, csrfToken: me.csrfToken ?? null });
    return me;
  } catch (error) {
    if (problemOfError(error).status === 401) return null;
    throw error;
  }
}

export const isOfOthers = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== ME[0];
const forgetAnswers = (queries: QueryClient) => queries.removeQueries({ predicate: isOfOthers });

/** @throws ProblemError when the API refuses */
export async function signIn(
  queries: QueryClient,
  body: { email: string; password: string },
): Promise<Person> {
  const { user, csrfToken } = await answer(api.POST('/api/v1/auth/session', { body }));
  const before = queries.getQueryData<Person | null>(ME);
  sessionState.begin({ personId: user.id, csrfToken });
  // Nothing that one person saw is shown to the next.
  if (before && before.id !== user.id) forgetAnswers(queries);
  queries.setQueryData(ME, user);
  return user;
}

/** @throws ProblemError when the server did not hear it: the session goes on, and whoever comes next would have it */
export async function endSession(queries: QueryClient): Promise<void> {
  // Without a token the API has said already that the session is over.
  const over = sessionState.csrfToken === null;
  await api.DELETE('/api/v1/auth/session').catch((error: unknown) => {
    if (!over && problemOfError(error).status !== 401) throw error;
  });
  sessionState.personId = null;
  sessionState.csrfToken = null;
  forgetAnswers(queries);
  queries.setQueryData(ME, null);
}
