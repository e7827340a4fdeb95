import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier } from '../../support/dossier-builder.js';
import { attributesOf, TraceReceiver } from '../../support/trace-receiver.js';

const CALLER = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

let receiver: TraceReceiver;
let api: TestApi;
beforeAll(async () => {
  receiver = await TraceReceiver.open();
  const traces = { endpoint: receiver.endpoint, share: 0 };
  const written: string[] = [];
  api = await startTestApi({
    label: 'traces',
    config: { traces, logLevel: 'info' },
    log: { write: (line) => written.push(line) },
  });
  logged = written;
}, 60_000);
afterAll(() => receiver.close());
let logged: string[];

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

  const { spans, resources } = receiver;
  expect(resources[0]).toMatchObject({ 'service.name': 'techgate-api' });
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
