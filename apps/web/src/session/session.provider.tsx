import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { type Role } from '#contracts';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { sessionState } from '../api/session-state.js';
import { type Person, type Session } from './session.types.js';

const signInAgain = () => import('./sign-in-again.js');
const SignInAgain = lazy(async () => ({ default: (await signInAgain()).SignInAgain }));

const SessionContext = createContext<Session | null>(null);
const ME = ['me'];

/** Who has signed in, if anybody. @throws ProblemError when the API could not say */
async function askMe(): Promise<Person | null> {
  try {
    const me = await answer(api.GET('/api/v1/me'));
    sessionState.csrfToken = me.csrfToken ?? null;
    return me;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null;
    throw error;
  }
}

const isOfOthers = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== ME[0];
const forgetAnswers = (queries: QueryClient) => queries.removeQueries({ predicate: isOfOthers });

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ME, queryFn: askMe, staleTime: Infinity });
  const [expired, setExpired] = useState<Person | null>(null);
  const person = me.isError ? null : me.data;

  useEffect(
    () => sessionState.onEnd(() => setExpired((known) => known ?? queries.getQueryData<Person>(ME) ?? null)),
    [queries],
  );

  // Before it is needed: a session may end when the network is bad.
  useEffect(() => {
    if (person) void signInAgain().catch(() => undefined);
  }, [person]);

  const session = useMemo<Session>(
    () => ({
      person,
      signIn: async (body) => {
        const opened = await answer(api.POST('/api/v1/auth/session', { body }));
        sessionState.csrfToken = opened.csrfToken;
        const before = queries.getQueryData<Person | null>(ME);
        // Nothing that one person saw is shown to the next.
        if (before && before.id !== opened.user.id) forgetAnswers(queries);
        queries.setQueryData(ME, opened.user);
        setExpired(null);
        await queries.invalidateQueries({ predicate: isOfOthers });
        return opened.user;
      },
      signOut: async () => {
        await api.DELETE('/api/v1/auth/session').catch(() => undefined);
        sessionState.csrfToken = null;
        setExpired(null);
        forgetAnswers(queries);
        queries.setQueryData(ME, null);
      },
    }),
    [person, queries],
  );
  return (
    <SessionContext value={session}>
      {children}
      {expired !== null && (
        <Suspense>
          <SignInAgain person={expired} session={session} />
        </Suspense>
      )}
    </SessionContext>
  );
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** The person who has signed in, on pages that nobody else reaches. */
export function usePerson(): Person {
  const { person } = useSession();
  if (!person) throw new Error('usePerson on a page that needs no sign-in');
  return person;
}

export const hasRole = (person: Person | null | undefined, ...roles: Role[]): boolean =>
  roles.some((role) => person?.roles.includes(role));
