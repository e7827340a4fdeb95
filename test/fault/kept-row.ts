import { type Acknowledged } from './ledger.js';
import { saysTheSame } from './network.js';

type Row = Record<string, unknown>;
export type Query = (sql: string, values?: unknown[]) => Promise<Row[]>;
type Look = (query: Query, told: Row, payload: Acknowledged['payload']) => Promise<boolean>;

const one = async (query: Query, sql: string, ...values: unknown[]): Promise<boolean> =>
  (await query(sql, values)).length === 1;

/** Whether an opinion that was acknowledged is there, with what was sent until it is written anew; recording it is one revision. */
async function opinionIsThere(query: Query, told: Row, payload: Acknowledged['payload']): Promise<boolean> {
  const sql =
    'SELECT criteria, recommendation, summary, revision FROM opinion WHERE id = $1 AND revision >= $2';
  const [opinion] = await query(sql, [told['id'], told['revision']]);
  if (opinion === undefined) return false;
  const wasWrittenAnew = Number(opinion['revision']) > Number(told['revision']) + 1;
  return wasWrittenAnew || saysTheSame(opinion, JSON.parse(String(payload)) as Row);
}

const factsSent = (payload: Acknowledged['payload']): unknown =>
  (JSON.parse(String(payload)) as { facts?: unknown }).facts ?? {};

const FACTS = 'SELECT 1 FROM facts_version WHERE dossier_id = $1 AND version = $2 AND facts @> $3::jsonb';

/** Where each kind of write is found again, by how its address ends; the first that fits. */
const LOOKS: readonly (readonly [RegExp, Look])[] = [
  [
    /\/commands\//,
    (query, told) =>
      one(
        query,
        'SELECT 1 FROM dossier_transition WHERE dossier_id = $1 AND step = $2',
        told['dossierId'],
        told['step'],
      ),
  ],
  [/\/opinions\/mine(\?.*)?$/, opinionIsThere],
  [
    /\/documents$/,
    (query, told) =>
      one(query, 'SELECT 1 FROM document WHERE id = $1 AND sha256 = $2', told['id'], told['sha256']),
  ],
  [
    /\/issue$/,
    (query, told) => {
      const { id, sha256 } = told['letter'] as Row;
      return one(
        query,
        `SELECT 1 FROM letter WHERE id = $1 AND sha256 = $2 AND status = 'issued'`,
        id,
        sha256,
      );
    },
  ],
  [/\/imports$/, (query, told) => one(query, 'SELECT 1 FROM project_import WHERE id = $1', told['id'])],
  [
    /\/preview$/,
    (query, told) => {
      const { id } = told['import'] as Row;
      return one(query, `SELECT 1 FROM project_import WHERE id = $1 AND state <> 'uploaded'`, id);
    },
  ],
  [
    /\/run$/,
    (query, told) =>
      one(
        query,
        `SELECT 1 FROM project_import WHERE id = $1 AND state NOT IN ('uploaded', 'previewed')`,
        told['id'],
      ),
  ],
  [/^\/api\/v1\/dossiers$/, (query, told) => one(query, 'SELECT 1 FROM dossier WHERE id = $1', told['id'])],
];

/** Whether the row that an acknowledged write is about is there; null for an address of which nothing is known here. */
export async function hasItsRow(
  query: Query,
  entry: Pick<Acknowledged, 'method' | 'url' | 'body' | 'payload'>,
): Promise<boolean | null> {
  const { method, url, body, payload } = entry;
  const told = body as Row;
  if (method === 'PATCH')
    return one(query, FACTS, told['id'], told['factsVersion'], JSON.stringify(factsSent(payload)));
  const look = LOOKS.find(([address]) => address.test(url))?.[1];
  return look ? look(query, told, payload) : null;
}
