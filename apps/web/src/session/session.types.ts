import { type Role } from '#contracts';
import { type Schema } from '../api/schema-names.js';

export type Person = Omit<Schema<'MeDto'>, 'roles'> & { roles: Role[] };
export interface Session {
  /** Null when nobody has signed in; undefined while that is being asked. */
  person: Person | null | undefined;
  signIn: (credentials: { email: string; password: string }) => Promise<Person>;
  /** Whether the server heard it; if not, a dialog says so and the session goes on. */
  signOut: () => Promise<boolean>;
}
