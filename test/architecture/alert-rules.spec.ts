import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evaluated, type Series } from '../support/promql.js';
import { ROOT } from './cruise.js';

interface Rule {
  alert: string;
  expr: string;
}
const { groups } = parse(readFileSync(join(ROOT, 'docker/alerts.yaml'), 'utf8')) as {
  groups: { rules: Rule[] }[];
};
const rules = groups.flatMap((group) => group.rules);
const NOW = 100_000;
const MINUTE = 60;
/** A series as it was scraped every minute of the last hour. */
const series = (
  name: string,
  value: number | ((minutesAgo: number) => number),
  labels: Record<string, string> = {},
): Series => ({
  name,
  labels,
  samples: Array.from({ length: 61 }, (_, n) => {
    const ago = 60 - n;
    return [NOW - ago * MINUTE, typeof value === 'number' ? value : value(ago)];
  }),
});

const API = { job: 'techgate-api', instance: 'api:3000' };
const WORKER = { job: 'techgate-worker', instance: 'worker:9464' };
const requests = (status: string, perMinute: number) =>
  series('techgate_http_requests_total', (ago) => 1e6 - ago * perMinute, { ...API, status });
/** Requests of one route by how long they took: so many a minute up to each bound. */
const latencies = (perMinute: Record<string, number>) =>
  Object.entries(perMinute).map(([le, count]) =>
    series('techgate_http_request_duration_seconds_bucket', (ago) => 1e6 - ago * count, {
      ...API,
      ...{ method: 'GET', route: '/api/v1/dossiers' },
      le,
    }),
  );
/** An installation in which nothing is wrong. */
const WELL: readonly Series[] = [
  series('up', 1, API),
  series('up', 1, WORKER),
  series('techgate_state_read', 1, API),
  requests('200', 600),
  requests('503', 1),
  series('techgate_database_pool_connections', 0, { ...API, state: 'waiting' }),
  series('nodejs_eventloop_lag_seconds', 0.02, { ...API, quantile: '0.99' }),
  series('process_resident_memory_bytes', 250e6, API),
  series('process_start_time_seconds', 5, API),
  series('techgate_worker_silent_seconds', 40, API),
  series('techgate_clock_lag_seconds', 0, API),
  series('techgate_alarms_waiting', 0, API),
  series('techgate_alarms_failing', 0, API),
  series('techgate_job_runs_total', 10, { ...WORKER, name: 'clock-tick', outcome: 'failed' }),
  series('techgate_jobs_failed_last_day', 2, { ...API, queue: 'clock-tick' }),
  series('techgate_checkpoint_age_seconds', 3600, API),
  series('techgate_backup_age_seconds', 3600, API),
  ...latencies({ 1: 598, 2.5: 600, 10: 600, '+Inf': 600 }),
  series('techgate_place_writable', 1, { ...API, place: 'storage' }),
  series('techgate_place_writable', 1, { ...API, place: 'keys' }),
  series('techgate_place_writable', 1, { ...WORKER, place: 'keys' }),
  series('techgate_verification_age_seconds', 20 * 86_400, API),
  series('techgate_verification_faults', 0, API),
  series('techgate_silences', 7, API),
  series('techgate_silences_last_day', 0, API),
  series('techgate_letters_waiting', 3, API),
  series('techgate_oldest_letter_seconds', 3600, API),
  series('techgate_oldest_import_seconds', 5, API),
  series('techgate_refusals_total', (ago) => 500 - ago, { ...API, code: 'invalid_credentials' }),
  series('techgate_refusals_total', (ago) => 500 - ago, { ...API, code: 'tracking_unknown' }),
];
const BUCKET = 'techgate_http_request_duration_seconds_bucket';
const without = (name: string, labels: Record<string, string> = {}) =>
  WELL.filter(
    (one) =>
      one.name !== name || Object.entries(labels).some(([label, value]) => one.labels?.[label] !== value),
  );
/** The same with one figure otherwise. */
const but = (name: string, value: Parameters<typeof series>[1], labels: Record<string, string> = {}) => {
  const old = WELL.find((one) => one.name === name && !without(name, labels).includes(one));
  return [...without(name, labels), series(name, value, { ...API, ...old?.labels, ...labels })];
};
const firing = (state: readonly Series[]): string[] =>
  rules.filter(({ expr }) => evaluated(expr, state, NOW).length > 0).map(({ alert }) => alert);

const WRONG: [what: string, alert: string, state: readonly Series[]][] = [
  ['a process that does not answer', 'TechGateDown', but('up', 0, API)],
  ['an API that nobody asks', 'TechGateDown', without('up', API)],
  ['a worker that nobody asks', 'TechGateDown', without('up', WORKER)],
  ['a database that cannot be read', 'TechGateStateUnread', but('techgate_state_read', 0)],
  ['faults', 'TechGateFaults', [...WELL, requests('500', 30)]],
  [
    'one slow answer in fifty',
    'TechGateSlow',
    [...without(BUCKET), ...latencies({ 1: 588, 2.5: 588, 10: 600, '+Inf': 600 })],
  ],
  [
    'answers beyond the last bound',
    'TechGateSlow',
    [...without(BUCKET), ...latencies({ 1: 580, 2.5: 580, 10: 580, '+Inf': 600 })],
  ],
  [
    'a folder of documents that one process cannot write',
    'TechGatePlaceLost',
    [...WELL, series('techgate_place_writable', 0, { ...WORKER, place: 'storage' })],
  ],
  ['a changed log', 'TechGateVerificationFaults', but('techgate_verification_faults', 1)],
  ['a verification of long ago', 'TechGateVerificationOld', but('techgate_verification_age_seconds', 4e6)],
  ['no verification ever', 'TechGateVerificationOld', without('techgate_verification_age_seconds')],
  [
    'guesses at tracking secrets',
    'TechGateTrackingGuesses',
    but('techgate_refusals_total', (ago) => 1e4 - 8 * ago, { code: 'tracking_unknown' }),
  ],
  [
    'guesses that are held off',
    'TechGateTrackingGuesses',
    [
      ...WELL,
      series('techgate_refusals_total', (ago) => 1e4 - 8 * ago, { ...API, code: 'tracking_held_off' }),
    ],
  ],
  [
    'a pool without room',
    'TechGatePoolExhausted',
    but('techgate_database_pool_connections', 2, { state: 'waiting' }),
  ],
  [
    'a blocked process',
    'TechGateEventLoopBlocked',
    but('nodejs_eventloop_lag_seconds', 0.8, { quantile: '0.99' }),
  ],
  ['much memory', 'TechGateMemoryGrows', but('process_resident_memory_bytes', 650e6)],
  [
    'one start after the other',
    'TechGateRestarts',
    but('process_start_time_seconds', (ago) => NOW - Math.floor(ago / 15) * 900),
  ],
  ['a worker that fell silent', 'TechGateWorkerSilent', but('techgate_worker_silent_seconds', 400)],
  ['a worker that never was', 'TechGateWorkerSilent', without('techgate_worker_silent_seconds')],
  [
    'late clocks',
    'TechGateClocksLate',
    but('techgate_clock_lag_seconds', 1000).concat(series('techgate_alarms_waiting', 1, WORKER)),
  ],
  ['an alarm that fails', 'TechGateAlarmsFail', but('techgate_alarms_failing', 1)],
  [
    'jobs that fail',
    'TechGateJobsFail',
    but('techgate_job_runs_total', (ago) => 60 - ago, { name: 'clock-tick' }),
  ],
  ['many that failed today', 'TechGateJobsFail', but('techgate_jobs_failed_last_day', 11)],
  ['an old checkpoint', 'TechGateCheckpointOld', but('techgate_checkpoint_age_seconds', 1e5)],
  ['a log that was never anchored', 'TechGateCheckpointOld', without('techgate_checkpoint_age_seconds')],
  ['an old backup', 'TechGateBackupOld', but('techgate_backup_age_seconds', 1e5)],
  ['no backup ever', 'TechGateBackupOld', without('techgate_backup_age_seconds')],
  [
    'a silence of today, the rows fewer than an hour ago',
    'TechGateSilence',
    but('techgate_silences_last_day', 1),
  ],
  ['a letter that waits', 'TechGateLettersWait', but('techgate_oldest_letter_seconds', 3e5)],
  ['a list that is stuck', 'TechGateImportStuck', but('techgate_oldest_import_seconds', 2000)],
  [
    'passwords that somebody tries',
    'TechGateRefusedSignIns',
    but('techgate_refusals_total', (ago) => 1e4 - 100 * ago, { code: 'invalid_credentials' }),
  ],
];

describe('alerts fire', () => {
  it('not at all where nothing is wrong', () => {
    expect(firing(WELL)).toEqual([]);
  });

  it.each(WRONG)('on %s: %s, and nothing else', (_what, alert, state) => {
    expect(firing(state)).toEqual([alert]);
  });

  it('each, in one of these at least', () => {
    expect(new Set(WRONG.map(([, alert]) => alert))).toEqual(new Set(rules.map(({ alert }) => alert)));
  });

  it('on nothing at all only that a process is missing', () => {
    expect(firing([])).toEqual(['TechGateDown']);
  });
});
