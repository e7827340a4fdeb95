import { describe, expect, test } from '@jest/globals';
import { type OperatingFigures } from '#observability';
import { dependenciesOf } from './dependencies.rule.js';

const GOOD: OperatingFigures = {
  alarmsWaiting: 0,
  alarmsFailing: 0,
  clockLagSeconds: 0,
  checkpointAgeSeconds: 3600,
  backupAgeSeconds: null,
  verificationAgeSeconds: null,
  verificationFaults: null,
  silences: 2,
  silencesLastDay: 1,
  lettersWaiting: 1,
  oldestLetterSeconds: 60,
  importsWaiting: 0,
  oldestImportSeconds: null,
  workerSilentSeconds: 12.4,
  queues: [],
};
const states = (change: Partial<OperatingFigures>) =>
  Object.fromEntries(dependenciesOf({ ...GOOD, ...change }).map(({ name, state }) => [name, state]));

describe('what the figures say of the parts of an installation', () => {
  test('up, with ages in whole seconds', () => {
    expect(dependenciesOf(GOOD)).toEqual([
      { name: 'jobs', state: 'up', ageSeconds: 12 },
      { name: 'clocks', state: 'up', ageSeconds: 0 },
      { name: 'checkpoint', state: 'up', ageSeconds: 3600 },
    ]);
  });

  test.each<[string, Partial<OperatingFigures>]>([
    ['jobs', { workerSilentSeconds: 181 }],
    ['jobs', { workerSilentSeconds: null }],
    ['clocks', { clockLagSeconds: 301 }],
    ['checkpoint', { checkpointAgeSeconds: 26 * 3600 + 1 }],
    ['checkpoint', { checkpointAgeSeconds: null }],
  ])('%s is late with %j, and it alone', (name, change) => {
    expect(states(change)).toEqual({ ...states({}), [name]: 'late' });
  });

  test('unknown when the database could not be asked', () => {
    expect(dependenciesOf(null).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
