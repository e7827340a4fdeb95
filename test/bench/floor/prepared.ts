import { statementName } from '../../../libs/database/src/statement-names.js';

/** What a round by hand asks; the rows are whatever the statement gives. */
export interface Queries {
  query: (sql: string, values?: unknown[]) => Promise<{ rows: object[] }>;
}
interface Prepares {
  query: (statement: { name: string | undefined; text: string; values: unknown[] }) => Promise<{
    rows: object[];
  }>;
}

/**
 * A connection on which each statement is prepared once, as the product's are: to plan them anew would be no floor. For a
 * client, not for a pool, whose statements spread over its connections.
 */
export const prepared = (client: Prepares): Queries => ({
  query: (text, values = []) => client.query({ name: statementName(text), text, values }),
});
