import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, Suspense, useContext, useEffect, useMemo, useState } from 'react';
import { type Role } from '#contracts';
import { lazily } from '../ui/lazily.js';
import { answer, api } from '../api/client.js';
import { problemOfError } from '../api/problem.js';
import { sessionState } from '../api/session-state.js';
import { type Person, type Session } from './session.types.js';

const dialogs = () => import('./session.dialogs.js');
const SignInAgain = lazily(async () => (await dialogs()).SignInAgain);
const SignOutUnheard = lazily(async () => (await dialogs()).SignOutUnheard);

const SessionContext = createContext<Session | null>(null);
const ME = ['me'];

/** Who has signed in, if anybody. @throws ProblemError when the API could not say */
async function askMe(): Promise<Person | null> {
  try {
    const me = await answer(api.GET('/api/v1/me'));
    sessionState.begin({ personId: me.id, csrfToken: me.csrfToken ?? null });
    return me;
  } catch (error) {
    if (problemOfError(error).status === 401) return null;
    throw error;
  }
}

const isOfOthers = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== ME[0];
const forgetAnswers = (queries: QueryClient) => queries.removeQueries({ predicate: isOfOthers });

async function signIn(queries: QueryClient, body: { email: string; password: string }): Promise<Person> {
  const { user, csrfToken } = await answer(api.POST('/api/v1/auth/session', { body }));
  const before = queries.getQueryData<Person | null>(ME);
  sessionState.begin({ personId: user.id, csrfToken });
  // Nothing that one person saw is shown to the next.
  if (before && before.id !== user.id) forgetAnswers(queries);
  queries.setQueryData(ME, user);
  return user;
}

/** @throws ProblemError when the server did not hear it: the session goes on, and whoever comes next would have it */
async function endSession(queries: QueryClient): Promise<void> {
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

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ME, queryFn: askMe, staleTime: Infinity });
  const [expired, setExpired] = useState<Person | null>(null);
  const [unheard, setUnheard] = useState<unknown>(null);
  const person = me.isError ? null : me.data;

  useEffect(
    () => sessionState.onEnd(() => setExpired((known) => known ?? queries.getQueryData<Person>(ME) ?? null)),
    [queries],
  );
  // Whoever signed in again on another page of this browser is not asked a second time.
  useEffect(() => sessionState.watch(() => sessionState.csrfToken !== null && setExpired(null)), []);

  // Before they are needed: a session may end when the network is bad.
  useEffect(() => {
    if (person) void dialogs().catch(() => undefined);
  }, [person]);

  const session = useMemo<Session>(
    () => ({
      person,
      signIn: async (body) => {
        const user = await signIn(queries, body);
        setExpired(null);
        await queries.invalidateQueries({ predicate: isOfOthers });
        return user;
      },
      signOut: async () => {
        try {
          await endSession(queries);
        } catch (error) {
          setUnheard(error);
          return false;
        }
        setUnheard(null);
        setExpired(null);
        return true;
      },
    }),
    [person, queries],
  );
  return (
    <SessionContext value={session}>
      {children}
      <Suspense>
        {expired !== null && <SignInAgain person={expired} session={session} />}
        {unheard !== null && (
          <SignOutUnheard error={unheard} session={session} onClose={() => setUnheard(null)} />
        )}
      </Suspense>
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
