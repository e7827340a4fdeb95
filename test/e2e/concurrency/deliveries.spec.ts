import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, test } from '@jest/globals';
import { Checkpoints, verifyDatabase } from '#audit';
import { COMMANDS } from '#contracts';
import { UnitOfWork } from '#database';
import { type JourneyRun, readJourneys, runJourneys } from '#demo';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY, DEMO_PASSWORD } from '#identity';
import { civilDate, instantAt, systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { type ApiClient } from '../../support/api-client.js';
import { runAs } from '../../support/database.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { PDF } from '../../support/determination.js';
import { type DossierDriver, emailOf } from '../../support/dossier-driver.js';
import { deliveredTwice, type Office, openOffice } from '../../support/rivals.js';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'dossiers');
/** Histories that together hold every command of people but two, which are delivered twice below. */
const PLAYED = [
  'appraisal-coal-council',
  'cement-waste-heat-clarified',
  'cement-wet-kiln-prohibited',
  'complaint-tiles-letter-replaced',
  'glass-used-line-overturned',
  'plating-discontinued',
  'plating-withdrawn',
];
const journeys = readJourneys(FOLDER, civilDate('2026-11-23')).filter(({ id }) => PLAYED.includes(id));

const WORKERS = 3;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const logRows = ({ id }: DossierDriver) =>
  runAs(api.db.superuser, 'SELECT step FROM dossier_transition WHERE dossier_id = $1', [id]);
const tally = (codes: number[]) =>
  Object.fromEntries(
    [...new Set(codes)].sort().map((code) => [code, codes.filter((other) => other === code).length]),
  );

let api: TestApi;
let office: Office;
let runs: JourneyRun[];
const faults: string[] = [];
/** All workers race where something is due; on other mornings one looks. */
async function eachMorning(): Promise<void> {
  const due = `fired_at IS NULL AND cancelled_at IS NULL AND fire_at <= $1`;
  const alarms = await runAs(
    api.db.superuser,
    `SELECT 1 FROM clock_alarm WHERE ${due} UNION ALL SELECT 1 FROM condition_alarm WHERE ${due} LIMIT 1`,
    [api.clock.now()],
  );
  await office.strike(alarms.length > 0 ? WORKERS : 1);
}

beforeAll(async () => {
  api = await startTestApi({ label: 'deliveries' });
  office = await openOffice(api, WORKERS);
  runs = await runJourneys(journeys, {
    call: deliveredTwice(office, (what) => faults.push(what)),
    clock: api.clock,
    password: DEMO_PASSWORD,
    eachMorning,
  });
}, 120_000);
afterAll(async () => {
  await office?.close();
  await api?.close();
});

test('every command that people give is among the steps', () => {
  const played = new Set(journeys.flatMap(({ steps }) => steps.map(({ do: name }) => name)));
  const missing = COMMANDS.filter((name) => !played.has(name));
  expect(missing).toEqual(['deadline_passed', 'return', 'extend_deadline']);
});

test('of each request delivered twice with its key and once without exactly one acts, the others are told', () => {
  expect(faults.slice(0, 5)).toEqual([]);
});

it.each(PLAYED)('%s ends as its history says, with three workers each morning', (id) => {
  expect(runs.find(({ journey }) => journey.id === id)?.failures).toEqual([]);
});

test('the same delivery ten times at once has one effect and one answer', async () => {
  const dossier = await aDossier(api).submitted().open();
  const { revision } = await dossier.seen();
  const answers = await Promise.all(
    numbers(10).map(() => dossier.send('motcua1', 'accept', {}, { revision, key: 'same' })),
  );
  expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 10 });
  for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
  expect(await logRows(dossier)).toHaveLength(3);
});

/** One delivery at each API at once, with one key: both are answered alike, and the log has one act. */
async function actsOnce(dossier: DossierDriver, who: string, command: string, payload: unknown) {
  const { revision } = await dossier.seen();
  const headers = { 'if-match': `"${revision}"`, 'idempotency-key': `twice-${command}` };
  const [first, second] = await office.both(emailOf(who));
  const send = (client: ApiClient) => client.post(dossier.url(`/commands/${command}`), payload, headers);
  const [one, other] = await Promise.all([send(first), send(second)]);
  expect([one.status, other.status]).toEqual([200, 200]);
  expect(other.body).toEqual(one.body);
  const logged = await runAs(
    api.db.superuser,
    `SELECT 1 FROM audit_entry WHERE chain_id = $1 AND action = $2 AND outcome = 'done'`,
    [dossier.id, `dossier.${command}`],
  );
  expect(logged).toHaveLength(1);
}

test('a return delivered twice at once with its key returns once, and both deliveries are answered alike', async () => {
  const dossier = await aDossier(api).submitted().open();
  await actsOnce(dossier, 'motcua1', 'return', { reason: 'duplicate', explanation: 'Đã nộp.' });
  expect(await logRows(dossier)).toHaveLength(3);
});

test('an extension delivered twice at once with its key extends once, and both deliveries are answered alike', async () => {
  const now = api.clock.now();
  api.clock.set(instantAt(civilDate('2025-09-15'), 9));
  const project = { ...CLEAN_FACTS.project, stage: 'decision' as const, group: 'A' as const };
  const dossier = await aDossier(api)
    .asRequest()
    .withFacts({ ...CLEAN_FACTS, project })
    .underReview()
    .open();
  const { id: clockId } = await dossier.clock('T-18-4-A');
  const extension = { clockId, days: 5, reason: 'Nhiều dây chuyền.' };
  await actsOnce(dossier, 'truongphong1', 'extend_deadline', extension);
  const { movements } = await dossier.clock('T-18-4-A');
  expect(movements.filter(({ reason }) => reason === 'extended')).toHaveLength(1);
  api.clock.set(now);
});

test('the same draft delivered ten times at once is one draft', async () => {
  const client = await api.login('gom@demo.techgate.vn');
  const draft = { procedureId: 'opinion', projectName: 'Một bản nháp' };
  const answers = await Promise.all(
    numbers(10).map(() =>
      client.post<{ id: string }>('/api/v1/dossiers', draft, { 'idempotency-key': 'one-draft' }),
    ),
  );
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 10 });
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

test('an upload delivered again once the dossier takes no more files is answered as before', async () => {
  const dossier = await aDossier(api).open();
  const client = await dossier.person('gom');
  const send = () =>
    client.upload(
      dossier.url('/documents'),
      { kind: 'paper' },
      [{ field: 'file', fileName: 'a.pdf', contentType: 'application/pdf', content: PDF }],
      { 'idempotency-key': 'upload-late' },
    );
  const first = await send();
  await dossier.command('gom', 'submit', {});
  const again = await send();
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
});

test('one key for two dossiers at once: one acts, the other is told, nothing breaks', async () => {
  const [first, second] = [await aDossier(api).submitted().open(), await aDossier(api).submitted().open()];
  const answers = await Promise.all(
    [first, second].map((dossier) => dossier.send('motcua1', 'accept', {}, { key: 'two-dossiers' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('facts saved by ten tabs at once: one new version', async () => {
  const dossier = await aDossier(api).open();
  const client = await dossier.person('gom');
  const { revision } = await dossier.seen();
  const save = (n: number) =>
    client.patch(
      dossier.url(),
      { facts: { project: { name: `Tên ${n}` } } },
      { 'if-match': `"${revision}"` },
    );
  const answers = await Promise.all(numbers(10).map(save));
  expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 412: 9 });
});

test('the whole log verifies, with the file of every document and letter', async () => {
  const system = systemActor(DEMO_AUTHORITY.id);
  await api.app.get(UnitOfWork).run(system, (tx) => api.app.get(Checkpoints).take(tx));
  const report = await verifyDatabase(api.db.app, () => undefined, [], {
    knownCheckpoints: [],
    hashOf: (key) => storedHash(api.config.storageFolder, key),
  });
  expect(report).toMatchObject({ ok: true, firstBad: null, uncovered: 0 });
});

test('no step, no notification and no letter is there twice', async () => {
  const doubles = await runAs(
    api.db.superuser,
    `SELECT 'step' AS what FROM dossier_transition GROUP BY dossier_id, step HAVING count(*) > 1
     UNION ALL SELECT 'notification' FROM notification GROUP BY recipient_id, dossier_id, kind, params, at HAVING count(*) > 1
     UNION ALL SELECT 'letter' FROM letter WHERE status = 'issued' GROUP BY authority_id, register, year, number HAVING count(*) > 1`,
  );
  expect(doubles).toEqual([]);
});
