import { Refusal } from '#kernel';

/** One unit of work that is worth counting and tracing. */
export interface Operation {
  kind: 'act' | 'transaction' | 'job';
  /** From a closed list in code: it becomes a label. */
  name: string;
  /** Rolled back on purpose. */
  rehearsal?: boolean;
  /** Ids and codes for a trace; never names, words of a search or texts. */
  attributes?: Readonly<Record<string, string>>;
}
export interface Outcome {
  kind: 'done' | 'rehearsed' | 'refused' | 'failed';
  /** Of the refusal. */
  code: string | null;
  seconds: number;
}
/** What an observer does about one operation. */
export interface Watch {
  /** Runs the work, for those that keep a context around it. */
  within?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  ended: (outcome: Outcome) => void;
}
/** Looks at operations; it must not fail and must not wait. */
export type Observer = (operation: Operation) => Watch | null;

const observers = new Set<Observer>();

/** Adds an observer of every operation of this process; call what it returns to take it away again. */
export function observeOperations(observer: Observer): () => void {
  observers.add(observer);
  return () => observers.delete(observer);
}

/**
 * Runs work under the eyes of the observers, and returns or throws what it does. Without observers it costs one look
 * at an empty set, so that commands of the command line and tests pay nothing.
 */
export async function observed<Result>(operation: Operation, work: () => Promise<Result>): Promise<Result> {
  if (observers.size === 0) return work();
  const watches = [...observers].map((observer) => observer(operation)).filter((watch) => watch !== null);
  const begun = performance.now();
  const end = (kind: Outcome['kind'], code: string | null) => {
    const seconds = (performance.now() - begun) / 1000;
    for (const watch of watches) watch.ended({ kind, code, seconds });
  };
  try {
    const result = await withinAll(watches, work);
    end(operation.rehearsal === true ? 'rehearsed' : 'done', null);
    return result;
  } catch (error) {
    if (error instanceof Refusal) end('refused', error.code);
    else end('failed', null);
    throw error;
  }
}

const withinAll = <Result>(watches: readonly Watch[], work: () => Promise<Result>): Promise<Result> =>
  watches.reduce((inner, { within }) => (within === undefined ? inner : () => within(inner)), work)();
