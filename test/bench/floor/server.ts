// What stands below the product in a bench: node:http and a pool of pg, the same answers written by hand for one person, no
// sign-in, no validation, no log of reads. Its viewer comes as JSON in the first argument.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { readPlainTypes } from '../../../libs/database/src/pg-types.js';
import { type FloorFilter, pageByHand } from './page.js';
import { assignByHand, detailByHand, type FloorAssignment, type FloorViewer } from './statements.js';

const env = process.env;
const viewer = JSON.parse(process.argv[2] ?? '{}') as FloorViewer;
readPlainTypes();
const pool = new pg.Pool({ connectionString: env['DATABASE_URL'], max: 20, options: '-c timezone=UTC' });

async function answer(request: IncomingMessage, body: string): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://floor');
  const id = url.searchParams.get('id') ?? '';
  if (url.pathname === '/detail') return detailByHand(pool, viewer, id);
  if (url.pathname === '/page')
    return pageByHand(pool, viewer, JSON.parse(url.searchParams.get('filter') ?? '{}') as FloorFilter);
  const client = await pool.connect();
  try {
    return await assignByHand(client, viewer, JSON.parse(body) as FloorAssignment);
  } finally {
    client.release();
  }
}

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
