import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readKnownCheckpoints, verifyDatabase } from '#audit';
import { storedHash } from '#documents';
import { DEMO_PASSWORD } from '#identity';
import { type Answer, ApiClient } from '../../support/api-client.js';
import { PDF } from '../../support/determination.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, type Problem, signer } from '../../support/dossier-driver.js';
import { eventually, ProcessHouse } from '../../support/process-house.js';

const CLIENTS = 50;
const CODES = 20;
/** Each is printed, which takes its time. */
const LETTERS = 8;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

let house: ProcessHouse;
beforeAll(async () => {
  execFileSync(process.execPath, [
    '-e',
    `import('./scripts/ensure-build.mjs').then((it) => it.ensureBuild())`,
  ]);
  house = await ProcessHouse.open('processes');
}, 120_000);
afterAll(() => house?.close());

let opened = 0;
/** One API or the other, by turns. */
const api = () => house.apis[(opened += 1) % 2 === 0 ? 0 : 1].asTestApi;
const atBoth = (name: string) => house.both(emailOf(name));
const at = (clients: readonly [ApiClient, ApiClient], turn: number) => clients[turn % 2] ?? clients[0];
const ofDossiers = (dossiers: readonly DossierDriver[]) =>
  `SELECT 1 FROM dossier WHERE id IN (${listed(dossiers)}) FOR UPDATE`;
const tally = (answers: readonly Answer<unknown>[]) =>
  answers.reduce<Record<number, number>>(
    (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
    {},
  );
const steps = ({ id }: DossierDriver) =>
  house.sql('SELECT step FROM dossier_transition WHERE dossier_id = $1', id);
/** Losers are told who was faster, by name inside the house, and when. */
function expectTold(losers: readonly Answer<unknown>[]): void {
  for (const { status, body } of losers) {
    const { changedBy, changedAt } = body as Problem;
    expect([409, 412]).toContain(status);
    expect([typeof changedBy, typeof changedAt]).toEqual(['string', 'string']);
  }
}

test(`of ${CLIENTS} clients of two processes that change one dossier at once exactly one wins`, async () => {
  const dossier = await aDossier(api()).submitted().open();
  const headers = { 'if-match': `"${(await dossier.seen()).revision}"` };
  const clerks = [await atBoth('motcua1'), await atBoth('motcua2')];
  const back = { reason: 'duplicate', explanation: 'Đã nộp.' };
  const answers = await house.atOnce(ofDossiers([dossier]), CLIENTS - 1, () =>
    Promise.all(
      numbers(CLIENTS).map((n) => {
        const client = at(clerks[n % 4 < 2 ? 0 : 1] ?? clerks[0]!, n);
        return n % 3 === 0
          ? client.post(dossier.url('/commands/return'), back, headers)
          : client.post(dossier.url('/commands/accept'), {}, headers);
      }),
    ),
  );
  expect(tally(answers)[200]).toBe(1);
  expectTold(answers.filter(({ status }) => status !== 200));
  expect(await steps(dossier)).toHaveLength(3);
});

test(`${CODES} file codes and ${LETTERS} letter numbers given by two processes have no double and no hole`, async () => {
  const dossiers = await Promise.all(
    numbers(CODES).map((n) => aDossier(api()).named(`Dự án ${n}`).submitted().open()),
  );
  const headers = { 'if-match': `"${(await dossiers[0]?.seen())?.revision ?? 0}"` };
  const clerk = await atBoth('motcua1');
  interface Accepted {
    fileCode: string;
    letters: { id: string; kind: string }[];
  }
  const accepted = await house.atOnce('LOCK TABLE number_counter IN EXCLUSIVE MODE', CODES - 1, () =>
    Promise.all(
      dossiers.map((dossier, n) => at(clerk, n).post<Accepted>(dossier.url('/commands/accept'), {}, headers)),
    ),
  );
  expect(tally(accepted)).toEqual({ 200: CODES });
  const codes = accepted.map(({ body }) => Number(body.fileCode.split('-').at(-1))).sort((a, b) => a - b);
  expect(codes).toEqual(numbers(CODES).map((n) => n - 1 + (codes[0] ?? 0)));

  const paths = dossiers.slice(0, LETTERS).map((dossier, n) => {
    const receipt = accepted[n]?.body.letters.find(({ kind }) => kind === 'receipt');
    return dossier.url(`/letters/${receipt?.id ?? ''}/issue`);
  });
  const issued = await Promise.all(
    paths.flatMap((path) => clerk.map((client) => client.post(path, { signedBy: signer }))),
  );
  expect(tally(issued)).toEqual({ 200: LETTERS, 409: LETTERS });
  const register = await house.sql(`SELECT number FROM letter WHERE status = 'issued' ORDER BY number`);
  expect(register.map(({ number }) => number)).toEqual(numbers(LETTERS));
}, 120_000);

test('a command delivered ten times at two processes at once acts once, and each delivery is answered alike', async () => {
  const dossier = await aDossier(api()).submitted().open();
  const headers = {
    'if-match': `"${(await dossier.seen()).revision}"`,
    'idempotency-key': 'delivered-often',
  };
  const clerk = await atBoth('motcua1');
  const answers = await house.atOnce(ofDossiers([dossier]), 1, () =>
    Promise.all(numbers(10).map((n) => at(clerk, n).post(dossier.url('/commands/accept'), {}, headers))),
  );
  expect(tally(answers)).toEqual({ 200: 10 });
  for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
  expect(await steps(dossier)).toHaveLength(3);
});

test('one file sent to two processes at once: one document for each delivery, and whole', async () => {
  const dossier = await aDossier(api()).open();
  const owner = await atBoth('gom');
  const part = { field: 'file', fileName: 'a.pdf', contentType: 'application/pdf', content: PDF };
  const send = (client: ApiClient, key: string) =>
    client.upload<{ id: string }>(dossier.url('/documents'), { kind: 'paper' }, [part], {
      'idempotency-key': key,
    });
  const answers = await house.atOnce(ofDossiers([dossier]), 2, () =>
    Promise.all(numbers(4).flatMap((n) => owner.map((client) => send(client, `sent-${n}`)))),
  );
  expect(tally(answers)).toEqual({ 201: 8 });
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(4);
  const rows = await house.sql('SELECT storage_key, sha256 FROM document WHERE dossier_id = $1', dossier.id);
  expect(rows).toHaveLength(4);
  for (const { storage_key: key, sha256 } of rows)
    expect(await storedHash(house.storage, String(key))).toBe(sha256);
});

test('a sign-in refreshed at two processes at once goes on at one, and ends as stolen for both', async () => {
  const anonymous = house.apis.map(({ app }) => new ApiClient(app));
  interface Tokens {
    accessToken: string;
    refreshToken: string;
  }
  const credentials = { email: emailOf('gom'), password: DEMO_PASSWORD };
  const { refreshToken } = (await anonymous[0]!.post<Tokens>('/api/v1/auth/login', credentials)).body;
  const refresh = (client: ApiClient, token: string) =>
    client.post<Tokens & Problem>('/api/v1/auth/refresh', { refreshToken: token });
  const answers = await house.atOnce('LOCK TABLE refresh_token IN EXCLUSIVE MODE', 2, () =>
    Promise.all(anonymous.map((client) => refresh(client, refreshToken))),
  );
  expect(tally(answers)).toEqual({ 200: 1, 401: 1 });
  expect(answers.map(({ body }) => body.code)).toContain('refresh_reused');
  const won = answers.find(({ status }) => status === 200)?.body;
  for (const client of anonymous) {
    expect((await refresh(client, won?.refreshToken ?? '')).status).toBe(401);
    const me = await client.get('/api/v1/me', { authorization: `Bearer ${won?.accessToken ?? ''}` });
    expect(me.status).toBe(401);
  }
});

const listed = (dossiers: readonly DossierDriver[]) => dossiers.map(({ id }) => `'${id}'`).join();
/** Warnings of these dossiers come due at this very moment. */
const comeDue = (dossiers: readonly DossierDriver[]) =>
  house.sql(
    `UPDATE clock_alarm SET fire_at = now() WHERE fired_at IS NULL AND cancelled_at IS NULL
        AND kind LIKE 'warning%' AND dossier_id IN (${listed(dossiers)})`,
  );
const DUE = `SELECT 1 FROM clock_alarm WHERE fired_at IS NULL AND cancelled_at IS NULL AND fire_at <= now()`;

test('the clocks of three workers strike at the second at which people act: everybody is told the truth, nothing is doubled', async () => {
  await Promise.all(house.workers.map((worker) => worker.stop()));
  const submitted = (n: number) => aDossier(api()).asRequest().named(`Cảnh báo ${n}`).submitted().open();
  const dossiers = await Promise.all(numbers(10).map(submitted));
  const [acted, untouched] = [dossiers.slice(0, 5), dossiers.slice(5)];
  const clerk = await atBoth('motcua1');
  const revisions = await Promise.all(acted.map(async (dossier) => (await dossier.seen()).revision));
  await comeDue(dossiers);
  const answers = await house.atOnce(ofDossiers(dossiers), acted.length + house.workers.length, () => {
    for (const worker of house.workers) worker.start();
    return Promise.all(
      acted.map((dossier, n) =>
        at(clerk, n).post(dossier.url('/commands/accept'), {}, { 'if-match': `"${revisions[n] ?? 0}"` }),
      ),
    );
  });
  await eventually('nothing is due', async () => (await house.sql(DUE)).length === 0);
  expectTold(answers.filter(({ status }) => status !== 200));
  for (const [n, dossier] of acted.entries())
    expect((await dossier.seen()).status).toBe(answers[n]?.status === 200 ? 'accepted' : 'submitted');
  const told = await house.sql(
    `SELECT chain_id, count(*)::int AS n FROM audit_entry WHERE action = 'clock.warned' AND chain_id IN (${listed(dossiers)})
      GROUP BY chain_id, subject_id, facts->>'percent'`,
  );
  expect(told.map(({ n }) => n)).toEqual(told.map(() => 1));
  const warned = new Set(told.map(({ chain_id: id }) => id));
  expect(untouched.filter(({ id }) => !warned.has(id))).toEqual([]);
}, 120_000);

test('checkpoints that three workers and two APIs take at once are one behind the other, and all are written down', async () => {
  const auditor = await atBoth('thanhtra');
  const lock = `SELECT pg_advisory_xact_lock(hashtextextended('techgate.checkpoint', 0))`;
  await house.workersAtWork();
  const answers = await house.atOnce(lock, house.workers.length + auditor.length, async () => {
    const ended = Promise.all(house.workers.map((worker) => worker.stop()));
    const taken = Promise.all(auditor.map((client) => client.post('/api/v1/audit/checkpoints')));
    await ended;
    return taken;
  });
  expect(tally(answers)).toEqual({ 201: 2 });
  const rows = await house.sql('SELECT number, key_id FROM checkpoint ORDER BY number');
  expect(rows.map(({ number }) => number)).toEqual(numbers(rows.length));
  expect(new Set(rows.map(({ key_id: key }) => key)).size).toBe(1);
  const { known } = readKnownCheckpoints(readFileSync(house.checkpointsFile, 'utf8'));
  expect(new Set(known.map(({ number }) => number))).toEqual(new Set(numbers(rows.length)));
}, 120_000);

test('after all this the log verifies with every file, nothing is there twice, and no process broke', async () => {
  const text = existsSync(house.checkpointsFile) ? readFileSync(house.checkpointsFile, 'utf8') : '';
  const report = await verifyDatabase(house.db.app, () => undefined, [], {
    knownCheckpoints: readKnownCheckpoints(text).known,
    hashOf: (key) => storedHash(house.storage, key),
  });
  expect(report).toMatchObject({ ok: true, firstBad: null });
  const doubles = await house.sql(
    `SELECT 'step' AS what FROM dossier_transition GROUP BY dossier_id, step HAVING count(*) > 1
     UNION ALL SELECT 'notification' FROM notification GROUP BY recipient_id, dossier_id, kind, params, at HAVING count(*) > 1
     UNION ALL SELECT 'file code' FROM dossier WHERE file_code IS NOT NULL GROUP BY file_code HAVING count(*) > 1`,
  );
  expect(doubles).toEqual([]);
  expect(house.broken).toEqual([]);
  expect(house.log.filter((line) => /failed|cannot/.test(line))).toEqual([]);
});
