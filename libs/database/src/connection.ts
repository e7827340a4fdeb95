import { type PoolClient } from 'pg';

interface Stream {
  cork: () => void;
  uncork: () => void;
}
/** The driver's own connection: TypeORM's wrapper costs more than most statements. */
export type Connection = Pick<PoolClient, 'query'> & {
  connection?: { stream?: Partial<Stream> & { destroy?: (error: Error) => unknown } };
};

const gathering = new WeakSet<Stream>();
const isStream = (stream: Partial<Stream> | undefined): stream is Stream =>
  stream?.cork !== undefined && stream.uncork !== undefined;

/** Holds back what is written until the present turn ends: statements that are given together leave in one packet. */
export function gather({ connection }: Connection): void {
  const stream = connection?.stream;
  if (!isStream(stream) || gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}

/** Ends a connection in the middle of what it does: whoever waits on it is told, and the server rolls back. */
export function hangUp({ connection }: Connection): void {
  connection?.stream?.destroy?.(new Error('Connection terminated: the time of the request is up'));
}
