import { type Contract, type Operation } from './contract.js';
import { type Pool } from './pool.js';

/** What is told of one exchange. */
export interface Exchange {
  method: string;
  url: string;
  person: string;
  payload: unknown;
  status: number;
  body: unknown;
}
export interface Placed {
  operation: Operation;
  ids: Record<string, string>;
}

/** The operation of a path and the ids in it, or null. The path with fewer parameters wins. */
export function placed(contract: Contract, method: string, url: string): Placed | null {
  const path = url.split('?')[0] ?? '';
  const fitting = contract.operations
    .filter((operation) => operation.method === method)
    .map((operation) => ({ operation, ids: idsIn(operation.path, path) }))
    .filter((found): found is Placed => found.ids !== null)
    .sort((one, other) => Object.keys(one.ids).length - Object.keys(other.ids).length);
  return fitting[0] ?? null;
}
function idsIn(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const ids: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith('{')) ids[part.slice(1, -1)] = given[index] ?? '';
    else if (part !== given[index]) return null;
  }
  return ids;
}

/** Keeps what went well, under its operation and, for commands, its command. */
export function record(contract: Contract, pool: Pool, exchange: Exchange): void {
  const found = placed(contract, exchange.method, exchange.url);
  if (!found || exchange.status >= 300) return;
  pool.learn(exchange.url, exchange.body);
  const { operation, ids } = found;
  const key = ids['command'] === undefined ? operation.name : `${operation.name} ${ids['command']}`;
  pool.keep(key, { person: exchange.person, ids, body: exchange.payload });
}
