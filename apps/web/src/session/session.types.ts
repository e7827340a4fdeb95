import { type Role } from '#contracts';
import { type Schema } from '../api/schema-names.js';

export type Person = Omit<Schema<'MeDto'>, 'roles'> & { roles: Role[] };
export interface Session {
  /** Null when nobody has signed in; undefined while that is being asked. */
  person: Person | null | undefined;
  signIn: (credentials: { email: string; password: string }) => Promise<Person>;
  /**
   * Ends the session and removes what this person entered from this device. False where a dialog is shown instead and the
   * session goes on: something is not saved yet, or the server did not hear it.
   */
  signOut: () => Promise<boolean>;
  /** Lets another person sign in where a session has expired; what was entered stays on this device for its author. */
  giveWay: () => Promise<boolean>;
}
