// What stands below the product in a bench: node:http and a pool of pg, the same answers written by hand for one person, no
// sign-in, no validation, no log of reads. Its connections are set as the product's and prepare their statements. Its viewer
// comes as JSON in the first argument.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { SESSION } from '../../../libs/database/src/data-source-options.js';
import { readPlainTypes } from '../../../libs/database/src/pg-types.js';
import { bareRow, bareUpdate } from './bare.js';
import { type FloorFilter, pageByHand } from './page.js';
import { prepared, type Queries } from './prepared.js';
import { assignByHand, detailByHand, type FloorAssignment, type FloorViewer } from './statements.js';

const env = process.env;
const viewer = JSON.parse(process.argv[2] ?? '{}') as FloorViewer;
readPlainTypes();
const pool = new pg.Pool({ connectionString: env['DATABASE_URL'], max: 20, options: SESSION });

async function answer(request: IncomingMessage, body: string): Promise<unknown> {
  const connection = await pool.connect();
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
    return (await ROUTES[pathname]?.(prepared(connection), searchParams, body)) ?? null;
  } finally {
    connection.release();
  }
}

type Route = (client: Queries, asked: URLSearchParams, body: string) => Promise<unknown>;
const ROUTES: Readonly<Record<string, Route>> = {
  '/detail': (client, asked) => detailByHand(client, viewer, asked.get('id') ?? ''),
  '/page': (client, asked) =>
    pageByHand(client, viewer, JSON.parse(asked.get('filter') ?? '{}') as FloorFilter),
  '/assign': (client, _asked, body) => assignByHand(client, viewer, JSON.parse(body) as FloorAssignment),
  '/row': (client, asked) => bareRow(client, asked.get('id') ?? ''),
  '/update': (client, asked) => bareUpdate(client, asked.get('id') ?? ''),
};

function respond(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
  request.on('end', () => {
    answer(request, body).then(
      (found) => respond(response, found === null ? 404 : 200, found),
      (error: unknown) => respond(response, 500, { error: String(error) }),
    );
  });
});
process.once('SIGTERM', () => {
  server.close(() => void pool.end().then(() => process.exit(0)));
  server.closeAllConnections();
});
server.listen(Number(env['PORT']), '127.0.0.1');
