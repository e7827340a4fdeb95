import pg from 'pg';
import { AccessLog } from '#audit';
import { type TestApi } from '../api.js';
import { type Told } from '../access-table/table-requests.js';
import { steadyHeaders } from '../steady-headers.js';

/** What a request was answered, its id aside, and what the database was asked for it. */
export interface Work {
  status: number;
  text: string;
  statements: string[];
}

/** Writes down every statement that leaves this process, so that two requests can be compared by their work. */
export class Statements {
  private readonly heard: string[] = [];
  private readonly query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;

  constructor(private readonly api: TestApi) {
    const { heard, query } = this;
    const listening = function (this: pg.Client, ...args: unknown[]): unknown {
      const [statement] = args as [string | { text: string }];
      heard.push(typeof statement === 'string' ? statement : statement.text);
      return Reflect.apply(query, this, args);
    };
    Object.assign(pg.Client.prototype, { query: listening });
  }

  /** The work of one request; `ids` are what the requests that are compared differ in. */
  async of(request: () => Promise<Told>, ids: readonly string[]): Promise<Work> {
    // Reads are noted in batches, whose writing would stand among what is compared.
    await this.api.app.get(AccessLog).flush();
    this.heard.length = 0;
    const { status, headers, body } = await request();
    const { requestId: _requestId, ...told } = body ?? {};
    const text = JSON.stringify([status, Object.entries(steadyHeaders(headers)).sort(), told]);
    return {
      status,
      text: ids.reduce((rest, id) => rest.replaceAll(id, '<id>'), text),
      statements: [...this.heard],
    };
  }

  stop(): void {
    Object.assign(pg.Client.prototype, { query: this.query });
  }
}
