// What stands below the product in a bench: the same HTTP server and a pool of pg. It asks the product's own statements, as
// they were recorded, one after the other; answers by hand stand beside them. No sign-in, no validation, no log of reads. Its
// connections are set as the product's and prepare their statements. Arguments: its viewer as JSON, the file of the statements.
import { readFileSync } from 'node:fs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import pg from 'pg';
import { SESSION } from '../../../libs/database/src/data-source-options.js';
import { readPlainTypes } from '../../../libs/database/src/pg-types.js';
import { barePage, bareRow, bareUpdate } from './bare.js';
import { type FloorFilter, pageByHand } from './page.js';
import { prepared, type Queries } from './prepared.js';
import { type Recorded, replay } from './replay.js';
import { assignByHand, detailByHand, type FloorAssignment, type FloorViewer } from './statements.js';

interface Asked {
  id?: string;
  filter?: string;
  name?: string;
  commune?: string;
  recorded?: string;
}
type Route = (client: Queries, asked: Asked, body: unknown) => Promise<unknown>;

const [viewerText = '{}', file = ''] = process.argv.slice(2);
const viewer = JSON.parse(viewerText) as FloorViewer;
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
readPlainTypes();
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20, options: SESSION });

const ROUTES: Readonly<Record<string, Route>> = {
  '/replay': (client, { name = '', id, recorded: of }) =>
    replay(client, recorded[name] ?? [], id && of ? { recorded: of, asked: id } : undefined),
  '/detail': (client, { id = '' }) => detailByHand(client, viewer, id),
  '/page': (client, { filter = '{}' }) => pageByHand(client, viewer, JSON.parse(filter) as FloorFilter),
  '/assign': (client, _asked, body) => assignByHand(client, viewer, body as FloorAssignment),
  '/rows': (client, { commune = '0' }) => barePage(client, Number(commune)),
  '/row': (client, { id = '' }) => bareRow(client, id),
  '/update': (client, { id = '' }) => bareUpdate(client, id),
};

const server = new FastifyAdapter().getInstance();
for (const [url, answer] of Object.entries(ROUTES))
  server.route({
    method: ['GET', 'POST'],
    url,
    handler: async (request, reply) => {
      const client = await pool.connect();
      let isSound = false;
      try {
        const found = await answer(prepared(client), request.query as Asked, request.body);
        isSound = true;
        return await reply.code(found === null ? 404 : 200).send(found);
      } finally {
        // One that failed may stand in the middle of a transaction.
        client.release(!isSound);
      }
    },
  });
process.once('SIGTERM', () => {
  server.server.closeAllConnections();
  void server.close().then(async () => {
    await pool.end();
    process.exit(0);
  });
});
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
