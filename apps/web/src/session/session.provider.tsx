import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { type Role } from '#contracts';
import { lazily } from '../ui/lazily.js';
import { sessionState } from '../api/session-state.js';
import { askMe, isOfOthers, ME, signIn } from './session.acts.js';
import { type Person, type Session } from './session.types.js';
import { useLeaving } from './use-leaving.js';

const dialogs = () => import('./session.dialogs.js');
const SignInAgain = lazily(async () => (await dialogs()).SignInAgain);
const SignOutUnheard = lazily(async () => (await dialogs()).SignOutUnheard);
const SignOutUnsaved = lazily(async () => (await dialogs()).SignOutUnsaved);

const SessionContext = createContext<Session | null>(null);
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ME, queryFn: askMe, staleTime: Infinity });
  const [expired, setExpired] = useState<Person | null>(null);
  const { signOut, giveWay, unheard, unsaved, stay } = useLeaving(
    queries,
    useCallback(() => setExpired(null), []),
  );
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
      signOut,
      giveWay,
    }),
    [person, queries, signOut, giveWay],
  );
  return (
    <SessionContext value={session}>
      {children}
      <Suspense>
        {expired !== null && <SignInAgain person={expired} session={session} />}
        {unsaved !== null && <SignOutUnsaved {...unsaved} onClose={stay} />}
        {unheard !== null && <SignOutUnheard {...unheard} onClose={stay} />}
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
