import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClockAlarms } from '#casework';
import { callInto, type JourneyRun, readJourneys, runJourneys } from '#demo';
import { DEMO_AUTHORITY, DEMO_PASSWORD } from '#identity';
import { civilDate } from '#kernel';
import { startTestApi, type TestApi } from '../support/api.js';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'dossiers');
const journeys = readJourneys(FOLDER, civilDate('2026-11-23'));

describe('the demonstration', () => {
  let api: TestApi;
  let runs: JourneyRun[];
  beforeAll(async () => {
    api = await startTestApi({ label: 'demo' });
    const alarms = api.app.get(ClockAlarms);
    runs = await runJourneys(journeys, {
      call: callInto(api.app),
      clock: api.clock,
      password: DEMO_PASSWORD,
      eachMorning: () => alarms.tick(DEMO_AUTHORITY.id),
    });
  }, 120_000);
  afterAll(() => api?.close());

  it.each(journeys.map(({ id }) => id))('%s', (id) => {
    const run = runs.find(({ journey }) => journey.id === id);
    if (process.env['DEMO_DUMP']) console.log(id, JSON.stringify(run?.outcome));
    expect(run?.failures).toEqual([]);
  });
});
