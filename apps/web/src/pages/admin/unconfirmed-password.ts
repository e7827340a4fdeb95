import { type Account } from './admin.query.js';

/** A first password that nobody confirmed as handed over yet. */
export interface Unconfirmed {
  adminId: string;
  account: Account;
  password: string;
}

/** In the memory of this tab alone, so that a look at another page does not lose it; no store of the browser holds it. */
let waiting: Unconfirmed | null = null;

export const keepUnconfirmed = (made: Unconfirmed): void => {
  waiting = made;
};
/** What this administrator made and has not confirmed; another person at the same desk finds nothing. */
export const unconfirmedOf = (adminId: string): Unconfirmed | null =>
  waiting?.adminId === adminId ? waiting : null;
export const forgetUnconfirmed = (): void => {
  waiting = null;
};
