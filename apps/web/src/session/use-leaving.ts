import { type QueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { leaveDevice, unsavedHere } from './leave-device.js';
import { type LeftKind } from './left-entries.js';
import { endSession, ME } from './session.acts.js';
import { type Person, type Session } from './session.types.js';

/** A way out of a session; whether the server heard it. */
type Leaving = () => Promise<boolean>;

/**
 * The ways out of a session, and what stands in one's way.
 * @param onLeft after the server heard it
 */
export function useLeaving(queries: QueryClient, onLeft: () => void) {
  const [unheard, setUnheard] = useState<{ error: unknown; again: Leaving } | null>(null);
  const [unsaved, setUnsaved] = useState<{ kinds: LeftKind[]; leave: Leaving } | null>(null);
  const ways = useMemo<Pick<Session, 'signOut' | 'giveWay'>>(() => {
    const giveWay: Leaving = () => end(giveWay);
    const end = async (again: Leaving) => {
      try {
        await endSession(queries);
      } catch (error) {
        setUnheard({ error, again });
        return false;
      }
      setUnheard(null);
      onLeft();
      return true;
    };
    const leave = async (personId: string): Promise<boolean> => {
      setUnsaved(null);
      const heard = await end(() => leave(personId));
      if (heard) await leaveDevice(personId);
      return heard;
    };
    const signOut: Leaving = async () => {
      const person = queries.getQueryData<Person | null>(ME);
      if (!person) return giveWay();
      const kinds = unsavedHere(person.id);
      if (kinds.length === 0) return leave(person.id);
      setUnsaved({ kinds, leave: () => leave(person.id) });
      return false;
    };
    return { signOut, giveWay };
  }, [queries, onLeft]);
  const stay = () => {
    setUnheard(null);
    setUnsaved(null);
  };
  return { ...ways, unheard, unsaved, stay };
}
