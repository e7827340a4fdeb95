import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier } from '../../support/dossier-builder.js';

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number };
}
interface ReceivedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
}
interface Export {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: ReceivedSpan[] }[] }[];
}
const CALLER = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

let receiver: Server;
const exports: Export[] = [];
let api: TestApi;
beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/v1/traces') exports.push(JSON.parse(Buffer.concat(chunks).toString()) as Export);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const traces = { endpoint: `http://127.0.0.1:${port}`, share: 0 };
  const written: string[] = [];
  api = await startTestApi({
    label: 'traces',
    config: { traces, logLevel: 'info' },
    log: { write: (line) => written.push(line) },
  });
  logged = written;
}, 60_000);
afterAll(() => new Promise((resolve) => receiver.close(resolve)));
let logged: string[];

const attributesOf = ({ attributes }: { attributes: Attribute[] }) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

test('one command is one trace of the caller: request, act, transaction; ids and codes alone', async () => {
  const dossier = await aDossier(api).submitted().open();
  const clerk = await dossier.person('motcua1');
  const { revision } = await dossier.seen();
  const accepted = await clerk.post(
    dossier.url('/commands/accept?dryRun=true'),
    {},
    {
      'if-match': `"${revision}"`,
      traceparent: `00-${CALLER.traceId}-${CALLER.spanId}-01`,
    },
  );
  expect(accepted.status).toBe(200);
  const refused = await clerk.post(
    dossier.url('/commands/endorse'),
    {},
    {
      'if-match': `"${revision}"`,
      traceparent: `00-${CALLER.traceId}-${CALLER.spanId}-01`,
    },
  );
  expect(refused.status).toBeGreaterThan(400);
  // A caller that records nothing, and a share of none for what begins here: no span leaves.
  await clerk.get(dossier.url(), { traceparent: `00-${'1'.repeat(32)}-${CALLER.spanId}-00` });
  await api.close();

  const spans = exports.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
  );
  expect(attributesOf(exports[0]?.resourceSpans[0]?.resource ?? { attributes: [] })).toMatchObject({
    'service.name': 'techgate-api',
  });
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([CALLER.traceId]));
  const route = 'POST /api/v1/dossiers/:id/commands/:command';
  const [request] = spans.filter(
    ({ name, parentSpanId }) => name === route && parentSpanId === CALLER.spanId,
  );
  const [act] = spans.filter(
    ({ name, parentSpanId }) => name === 'act accept' && parentSpanId === request?.spanId,
  );
  const inside = spans.filter(({ parentSpanId }) => parentSpanId === act?.spanId);
  expect(inside.map(({ name }) => name)).toEqual(['transaction rehearsal']);
  expect(attributesOf(request ?? { attributes: [] })).toEqual({
    'http.request.method': 'POST',
    'http.route': '/api/v1/dossiers/:id/commands/:command',
    'http.response.status_code': 200,
    'techgate.actorId': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'techgate.dossierId': dossier.id,
    'techgate.traceId': CALLER.traceId,
  });
  expect(attributesOf(act ?? { attributes: [] })).toEqual({
    'techgate.dossierId': dossier.id,
    'techgate.outcome': 'rehearsed',
  });
  const endorse = spans.find(({ name }) => name === 'act endorse');
  expect(attributesOf(endorse ?? { attributes: [] })).toMatchObject({
    'techgate.outcome': 'refused',
    'techgate.refusal': refused.body['code'],
  });
  expect(accepted.headers['traceparent']).toBe(`00-${CALLER.traceId}-${request?.spanId}-01`);
  expect(logged.some((line) => line.includes(`"traceId":"${CALLER.traceId}"`))).toBe(true);
}, 60_000);
