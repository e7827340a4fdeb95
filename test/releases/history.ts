import { join } from 'node:path';
import { Checkpoints, VerificationRuns } from '#audit';
import { ClockAlarms, ConditionAlarms } from '#casework';
import { UnitOfWork } from '#database';
import {
  callInto,
  loadRegister,
  readJourneys,
  readRegister,
  type RegisterWorld,
  type JourneyWorld,
  runJourneys,
} from '#demo';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY, DEMO_PASSWORD } from '#identity';
import { type CivilDate, instantAt, systemActor } from '#kernel';
import { ImportRuns } from '#projects';
import { type TestApi } from '../support/api.js';
import { type ApiClient } from '../support/api-client.js';
import { emailOf } from '../support/dossier-driver.js';
import { takeCheckpoint } from '../support/release-history.js';

const FIXTURES = join('test', 'fixtures');
const SYSTEM = systemActor(DEMO_AUTHORITY.id);

/**
 * The histories of the demonstration that leave rows in all tables between them: letters are what a fixture weighs, so the
 * others would only make it heavier.
 */
const PLAYED = [
  'appraisal-coal-council',
  'complaint-tiles-letter-replaced',
  'glass-used-line-overturned',
  'reappraisal-textile-technology-change',
  'textile-two-machines-replaced',
  '1-draft',
  '2-submitted',
  '3-supplement-requested',
  '5-overdue',
  '7-determination-waiting',
];

/** Plays what an installation of this release leaves behind; `today` is the day of the release. @throws Error where a step fails */
export async function playRelease(api: TestApi, today: CivilDate): Promise<void> {
  const world = worldOf(api);
  const dossiers = join(FIXTURES, 'dossiers');
  const all = [...readJourneys(dossiers, today), ...readJourneys(join(dossiers, 'open'), today)];
  const runs = await runJourneys(
    all.filter(({ id }) => PLAYED.includes(id)),
    world,
  );
  const failures = runs.flatMap(({ journey, failures: all }) => all.map((one) => `${journey.id}: ${one}`));
  if (failures.length > 0 || runs.length < PLAYED.length)
    throw new Error(`not played: ${failures.join('; ')}`);
  api.clock.set(instantAt(today, 10));
  await loadRegister(readRegister(join(FIXTURES, 'projects')), world);
  await workAtTheDesk(api);
  await verifyTheLog(api);
}

function worldOf(api: TestApi): JourneyWorld & RegisterWorld {
  const [clocks, conditions] = [api.app.get(ClockAlarms), api.app.get(ConditionAlarms)];
  const eachMorning = async () => [
    await clocks.tick(DEMO_AUTHORITY.id),
    await conditions.tick(DEMO_AUTHORITY.id),
  ];
  const imports = new ImportRuns(api.app.get(UnitOfWork));
  const runImports = () => imports.turn(SYSTEM);
  return { call: callInto(api.app), clock: api.clock, password: DEMO_PASSWORD, eachMorning, runImports };
}

/** What no history of a dossier does: a view that is kept, a session of the browser, a wrong password. */
async function workAtTheDesk(api: TestApi): Promise<void> {
  const appraiser = await api.login(emailOf('chuyenvien1'));
  const view = {
    name: 'Sắp đến hạn',
    query: 'tab=open&sort=dueOn',
    columns: ['fileCode', 'projectName', 'actions'],
  };
  await done(appraiser, '/api/v1/views', view, 201);
  const credentials = { email: emailOf('truongphong1'), password: DEMO_PASSWORD };
  await done(api.anonymous, '/api/v1/auth/session', credentials, 201);
  await done(api.anonymous, '/api/v1/auth/login', { ...credentials, password: 'sai-mat-khau-roi' }, 401);
}

/** A signed checkpoint, and the whole log verified from the browser. */
async function verifyTheLog(api: TestApi): Promise<void> {
  await takeCheckpoint(api);
  const auditor = await api.login(emailOf('thanhtra'));
  await done(auditor, '/api/v1/audit/verifications', {}, 202);
  const worker = new VerificationRuns(api.app.get(UnitOfWork), {
    database: api.db.app,
    checkpoints: api.app.get(Checkpoints),
    hashOf: (key) => storedHash(api.config.storageFolder, key),
  });
  await worker.turn(SYSTEM);
  await takeCheckpoint(api);
}

async function done(client: ApiClient, path: string, body: object, expected: number): Promise<void> {
  const answer = await client.post(path, body, { 'idempotency-key': `release:${path}` });
  if (answer.status !== expected) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
