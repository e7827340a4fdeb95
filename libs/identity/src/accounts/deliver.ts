import { type Tx } from '#database';

/** Runs work in one transaction of the person who acts, once for each delivery of a request, however often it arrives. */
export type Deliver = <Answer>(work: (tx: Tx) => Promise<Answer>) => Promise<Answer>;
