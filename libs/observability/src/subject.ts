import { AsyncLocalStorage } from 'node:async_hooks';

/** What the work of one request turned out to be about, where its path does not say it. */
export class Subject {
  /** Of several the last; null while none was named. */
  dossierId: string | null = null;

  /** Runs work, and all that it sets going, as work on this subject. */
  within<Result>(work: () => Result): Result {
    return atHand.run(this, work);
  }
}

const atHand = new AsyncLocalStorage<Subject>();

/** Tells that the work at hand is about this dossier, so that its log line and its trace can name it. */
export function aboutDossier(id: string): void {
  const subject = atHand.getStore();
  if (subject !== undefined) subject.dossierId = id;
}
