import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { VERSION } from '#kernel';
import { lawDigest, loadAllPacks } from '#law';
import { readConfig } from '../../../apps/api/src/config.js';
import { ApiClient } from '../../support/api-client.js';
import { eventually } from '../../support/process-house.js';
import { failOnce, guess, GUESSES, leaveWork, letWork } from '../../support/provoked-figures.js';
import { finds, selectorsOf, type Series } from '../../support/promql.js';
import { RoutesAboutDossiers, SENT, type Visit } from '../../support/routes-about-dossiers.js';
import { attributesOf, type ReceivedSpan } from '../../support/trace-receiver.js';
import { WatchedProcesses } from '../../support/watched-processes.js';

const CALLER = '0af7651916cd43dd8448eb211c80319c';
/** A caller who puts words wherever one can. */
const WORDY = {
  traceparent: `00-${CALLER}-b7ad6b7169203331-01`,
  tracestate: 'rieng=trang-thai-rieng',
  baggage: 'nguoi=hanh-ly-rieng',
  'user-agent': 'tac-nhan-rieng',
  'x-request-id': 'ma-so-rieng',
};
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
/** The jobs as an operator is told to name them. */
const [, scraped = ''] = /```yaml\n(.*?)```/s.exec(read('docs/how-to/watch-it.md')) ?? [];
const [API_JOB = '', WORKER_JOB = ''] = (
  parse(scraped) as { scrape_configs: { job_name: string }[] }
).scrape_configs.map(({ job_name: name }) => name);

interface Operation {
  'x-policy': { dossier: boolean };
  requestBody?: object;
}

let house: WatchedProcesses;
let visits: Visit[];
let contract: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
const series: Series[] = [
  { name: 'up', labels: { job: API_JOB }, samples: [[0, 1]] },
  { name: 'up', labels: { job: WORKER_JOB }, samples: [[0, 1]] },
];
beforeAll(async () => {
  house = await WatchedProcesses.prepare('watched');
  house.start('api');
  await house.listening('api');
  visits = (await RoutesAboutDossiers.visit(house.api.asTestApi)).visits;
  contract = (await new ApiClient(house.api.app).get<typeof contract>('/api/openapi.json')).body;
  await leaveWork(house);
  series.push(...(await house.series('api', API_JOB)));
  await letWork(house);
  await failOnce(house, WORDY);
  await guess({ api: house.api, sql: (text, ...values) => house.sql(text, ...values) });
  series.push(...(await house.series('api', API_JOB)), ...(await house.series('worker', WORKER_JOB)));
  await house.stop();
  for (const app of ['api', 'worker'] as const)
    await eventually(`the last line of the ${app} is there`, () => house.text(app).includes('process ended'));
}, 120_000);
afterAll(() => house?.close());

describe('the lines of a process', () => {
  test.each(['api', 'worker'] as const)('of the %s begin and end with what it is', (role) => {
    const law = lawDigest(loadAllPacks(readConfig({}).packsFolder));
    const told = house.lines(role).filter(({ msg }) => msg.startsWith('process '));
    const common = { level: 30, time: expect.any(Number), pid: expect.any(Number), role, version: VERSION };
    expect(told).toEqual([
      expect.objectContaining({
        ...{ ...common, msg: 'process started', node: process.version, mode: 'demonstration' },
        ...{ port: expect.any(Number), law },
      }),
      expect.objectContaining({
        ...{ ...common, msg: 'process ended', signal: 'SIGTERM', upSeconds: expect.any(Number) },
      }),
    ]);
    expect(house.lines(role).at(-1)).toEqual(told[1]);
    expect(house.text(role)).not.toContain(house.db.app.password);
  });
});

describe('routes that are about a dossier which their path does not name', () => {
  /** About many, or about whatever somebody may see of all. */
  const OF_MANY = ['/dossiers', '/conditions', '/councils/known', '/consultations'].map(
    (path) => `GET /api/v1${path}`,
  );

  test('are all tried here: those whose policy asks for a dossier, and those that are told one', () => {
    const asked = Object.entries(contract.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation['x-policy'].dossier || tellsDossier(operation))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    const without = asked.filter(
      (route) => !route.includes(' /api/v1/dossiers/{id}') && !OF_MANY.includes(route),
    );
    const tried = new Set(visits.map(({ route }) => route));
    expect(without.length).toBeGreaterThan(5);
    expect(without.filter((route) => !tried.has(route))).toEqual([]);
  });

  test('have its id in their line, whether they do it or refuse it', () => {
    const lines = house.lines('api').filter(({ msg }) => msg === 'request completed');
    const told = visits.map(({ route, answer }) => {
      const line = lines.find(({ request }) => request?.id === answer.headers['x-request-id']);
      return { route, status: answer.status, dossierId: line?.dossierId };
    });
    expect(told).toEqual(
      visits.map(({ route, answer, dossierId }) => ({ route, status: answer.status, dossierId })),
    );
    expect(told.map(({ status }) => status)).toEqual(STATUSES);
  });
});
const STATUSES = [201, 200, 200, 200, 404, 412, 200, 200, 200, 201, 200, 404];
const tellsDossier = ({ requestBody = {} }: Operation): boolean => {
  const [, name = ''] = /schemas\/(\w+)"/.exec(JSON.stringify(requestBody)) ?? [];
  return JSON.stringify(contract.components.schemas[name] ?? {}).includes('"dossierId"');
};

describe('alerts', () => {
  const { groups } = parse(read('docker/alerts.yaml')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  };
  test.each(groups.flatMap(({ rules }) => rules))(
    '$alert looks for series that real processes tell, by names and by values of labels',
    ({ expr }) => {
      const asked = selectorsOf(expr);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((selector) => !series.some((one) => finds(selector, one)))).toEqual([]);
    },
  );
});

describe('traces', () => {
  const named = (name: string) => house.traces.spans.filter((span) => span.name === name);
  const below = ({ spanId }: ReceivedSpan) =>
    house.traces.spans.filter(({ parentSpanId }) => parentSpanId === spanId).map(({ name }) => name);
  const outcomes = (name: string) => named(name).map((span) => attributesOf(span)['techgate.outcome']);

  test('come from both processes, of a failed request too, and say nothing of them but the name', () => {
    expect(new Set(house.traces.resources.map((resource) => JSON.stringify(resource)))).toEqual(
      new Set(['{"service.name":"techgate-api"}', '{"service.name":"techgate-worker"}']),
    );
    const failed = house.traces.spans.filter(
      (span) => attributesOf(span)['http.response.status_code'] === 500,
    );
    expect(failed.map(({ name, traceId, status }) => ({ name, traceId, status }))).toEqual([
      { name: 'GET /api/v1/dossiers', traceId: CALLER, status: { code: 2 } },
    ]);
  });

  test('of the worker hold its jobs: clocks that failed, a list, a verification, each with its transactions', () => {
    expect(outcomes('job clock-tick')).toContain('failed');
    const [list] = named('job project-import');
    const [verification] = named('job audit-verification');
    expect(attributesOf(list!)).toEqual({
      'techgate.importId': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'techgate.outcome': 'done',
    });
    expect(attributesOf(verification!)).toEqual({
      'techgate.verificationId': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'techgate.outcome': 'done',
    });
    expect(below(list!)).toEqual(expect.arrayContaining(['transaction read', 'transaction write']));
    expect(below(verification!)).toContain('transaction write');
  });

  test('hold none of the words that anybody sent, in whatever part of an export', () => {
    const all = house.traces.received.join('\n');
    const sent = [...Object.values(WORDY).slice(1), ...GUESSES, ...Object.values(SENT)].map(String);
    const words = sent.flatMap((text) => [text, ...text.split(/[=?]/)]);
    expect(words.filter((word) => all.includes(word))).toEqual([]);
    expect(
      words.filter((word) => house.text('api').includes(word) || house.text('worker').includes(word)),
    ).toEqual([]);
    const { spans } = house.traces;
    expect(spans.length).toBeGreaterThan(50);
    expect(spans.flatMap(({ events = [], links = [] }) => [...events, ...links])).toEqual([]);
    expect(spans.filter(({ status }) => status?.message !== undefined)).toEqual([]);
  });
});
