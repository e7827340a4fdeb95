import { AccessLog } from '#audit';
import { type TestApi } from '../api.js';
import { type Told } from '../access-table/table-requests.js';
import { HeardStatements } from '../heard-statements.js';
import { steadyHeaders } from '../steady-headers.js';

/** What a request was answered, its id aside, and what the database was asked for it. */
export interface Work {
  status: number;
  text: string;
  statements: string[];
}

/** Writes down every statement that leaves this process, so that two requests can be compared by their work. */
export class Statements {
  private readonly heard = new HeardStatements();

  constructor(private readonly api: TestApi) {}

  /** The work of one request; `ids` are what the requests that are compared differ in. */
  async of(request: () => Promise<Told>, ids: readonly string[]): Promise<Work> {
    // Reads are noted in batches, whose writing would stand among what is compared.
    await this.api.app.get(AccessLog).flush();
    this.heard.clear();
    const { status, headers, body } = await request();
    const { requestId: _requestId, ...told } = body ?? {};
    const text = JSON.stringify([status, Object.entries(steadyHeaders(headers)).sort(), told]);
    return {
      status,
      text: ids.reduce((rest, id) => rest.replaceAll(id, '<id>'), text),
      statements: [...this.heard.texts],
    };
  }

  stop(): void {
    this.heard.stop();
  }
}
