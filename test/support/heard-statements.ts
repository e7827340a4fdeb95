import pg from 'pg';
import { Connection } from '../../libs/database/src/connection.js';

type Call = (...args: unknown[]) => unknown;
const { query } = pg.Client.prototype as unknown as { query: Call };
const { give } = Connection.prototype as unknown as { give: Call };

/**
 * Writes down every statement that leaves this process, so that two requests can be compared by their work. Where a
 * transaction ends is left out: the COMMIT of a read travels with whatever its connection is asked next.
 */
export class HeardStatements {
  readonly texts: string[] = [];

  constructor() {
    const note = (statement: unknown) => {
      const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
      // A round that leaves has no text; its statements were heard when they were given.
      if (text !== '' && text !== 'COMMIT') this.texts.push(text);
    };
    const heard = (call: Call): Call =>
      function (this: unknown, ...args: unknown[]): unknown {
        note(args[0]);
        return Reflect.apply(call, this, args);
      };
    Object.assign(pg.Client.prototype, { query: heard(query) });
    Object.assign(Connection.prototype, { give: heard(give) });
  }

  /** Forgets what was heard so far. */
  clear(): void {
    this.texts.length = 0;
  }

  stop(): void {
    Object.assign(pg.Client.prototype, { query });
    Object.assign(Connection.prototype, { give });
  }
}
