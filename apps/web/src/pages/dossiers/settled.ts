import { isClosed, isDecided, type Status } from '#contracts';

/** What tells whether anything is still owed. */
interface Standing {
  status: Status;
  overdue?: boolean;
  actions: readonly unknown[];
}

/** Nothing is owed any more: closed, and a decision only once its letter has left. */
export const isSettled = ({ status, overdue = false, actions }: Standing): boolean =>
  isClosed(status) && (!isDecided(status) || (!overdue && actions.length === 0));
