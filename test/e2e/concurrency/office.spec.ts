import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, civilDate, civilDateOf, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { type Answer, type ApiClient } from '../../support/api-client.js';
import { CouncilDriver, SEATS } from '../../support/council-driver.js';
import { runAs } from '../../support/database.js';
import { anAcceptedDetermination, ANSWER, consulted } from '../../support/determination.js';
import { ALL_PAPERS, aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, type Problem, signer } from '../../support/dossier-driver.js';
import { holdDossiers } from '../../support/held-dossiers.js';
import { HEADER, type ImportBody, ImportSteps } from '../../support/import-steps.js';
import { type Office, openOffice } from '../../support/rivals.js';
import { xlsxFile } from '../../support/xlsx-builder.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ label: 'office' });
  office = await openOffice(api);
}, 120_000);
afterAll(async () => {
  await office?.close();
  await api?.close();
});

const CLIENTS = 50;
/** Each is printed, which takes its time. */
const LETTERS = 20;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
const codesOf = (answers: Answer<unknown>[]) => answers.map(({ status }) => status).sort((a, b) => a - b);
/** The client at one API or the other, by turns. */
const at = ([first, second]: [ApiClient, ApiClient], turn: number) => (turn % 2 === 0 ? first : second);
const atBoth = (name: string) => office.both(emailOf(name));
/** Losers are told who was faster, by name inside the house, and when. */
function expectNamed(losers: Answer<unknown>[]): void {
  for (const { status, body } of losers) {
    const { changedBy, changedAt } = body as Problem;
    expect([409, 412]).toContain(status);
    expect(String(changedBy)).toMatch(/^\p{L}[\p{L} .]+$/u);
    expect(String(changedAt)).toMatch(/^20\d\d-\d\d-\d\dT/);
  }
}
/** What two people at two APIs send at the same time: one acts, the other is told. */
async function oneOf(sent: Promise<Answer<unknown>>[], won = 200): Promise<void> {
  const answers = await Promise.all(sent);
  expect(answers.filter(({ status }) => status === won)).toHaveLength(1);
  expectNamed(answers.filter(({ status }) => status !== won));
}

test(`of ${CLIENTS} clients of two APIs that change one dossier at once exactly one wins`, async () => {
  const dossier = await aDossier(api).submitted().open();
  const headers = { 'if-match': `"${(await dossier.seen()).revision}"` };
  const [first, second] = [await atBoth('motcua1'), await atBoth('motcua2')];
  const back = { reason: 'duplicate', explanation: 'Đã nộp.' };
  const sent = numbers(CLIENTS).map((n) => {
    const client = at(n % 4 < 2 ? first : second, n);
    return n % 3 === 0
      ? client.post(dossier.url('/commands/return'), back, headers)
      : client.post(dossier.url('/commands/accept'), {}, headers);
  });
  await oneOf(sent);
  expect(await sql('SELECT step FROM dossier_transition WHERE dossier_id = $1', dossier.id)).toHaveLength(3);
});

test(`${CLIENTS} file codes and ${LETTERS} letter numbers asked for at once at two APIs have no double and no gap`, async () => {
  const day = addDays(civilDateOf(api.clock.now()), 1);
  api.clock.set(instantAt(day, 9));
  const dossiers = await Promise.all(
    numbers(CLIENTS).map((n) => aDossier(api).named(`Dự án ${n}`).submitted().open()),
  );
  const { revision } = (await dossiers[0]?.seen()) ?? { revision: 0 };
  const [first, second] = [await atBoth('motcua1'), await atBoth('motcua2')];
  const accepted = await Promise.all(
    dossiers.map((dossier, index) =>
      at(first, index).post<{ fileCode: string; letters: { id: string; kind: string }[] }>(
        dossier.url('/commands/accept'),
        {},
        { 'if-match': `"${revision}"` },
      ),
    ),
  );
  const codes = accepted.map((answer) => Number(answer.body.fileCode.split('-').at(-1)));
  expect(codes.sort((a, b) => a - b)).toEqual(numbers(CLIENTS));

  const paths = dossiers.map((dossier, index) => {
    const receipt = accepted[index]?.body.letters.find(({ kind }) => kind === 'receipt');
    return dossier.url(`/letters/${receipt?.id ?? ''}/issue`);
  });
  const issued = await Promise.all(
    paths
      .slice(0, LETTERS)
      .flatMap((path, index) =>
        [at(first, index), at(second, index + 1)].map((clerk) => clerk.post(path, { signedBy: signer })),
      ),
  );
  expect(issued.filter(({ status }) => status === 200)).toHaveLength(LETTERS);
  expectNamed(issued.filter(({ status }) => status !== 200));
  const register = await sql(
    `SELECT number FROM letter WHERE register = (SELECT register FROM letter WHERE kind = 'receipt' LIMIT 1) AND status = 'issued' ORDER BY number`,
  );
  expect(register.map(({ number }) => number)).toEqual(numbers(LETTERS));
}, 120_000);

/** Whose supplement was due the day before: of their next alarms the first is the first that a worker comes to. */
async function overdueSupplements(
  count: number,
): Promise<{ dossiers: DossierDriver[]; revisions: number[] }> {
  const replyBy = addDays(civilDateOf(api.clock.now()), 5);
  const opened: DossierDriver[] = [];
  for (const n of numbers(count))
    opened.push(
      await aDossier(api).asRequest().named(`Bổ sung ${n}`).submitted().supplementRequested(replyBy).open(),
    );
  api.clock.set(instantAt(replyBy, 17));
  await office.strike(1);
  api.clock.set(instantAt(addDays(replyBy, 1), 8));
  const order = await sql(
    `SELECT dossier_id AS id, kind FROM clock_alarm WHERE dossier_id = ANY($1) AND fired_at IS NULL AND cancelled_at IS NULL
        AND fire_at <= $2 ORDER BY fire_at, clock_alarm.id`,
    opened.map(({ id }) => id),
    api.clock.now(),
  );
  expect(order.map(({ kind }) => kind)).toEqual(opened.map(() => 'expiry'));
  const dossiers = order.flatMap(({ id }) => opened.filter((dossier) => dossier.id === id));
  const revisions = await Promise.all(dossiers.map(async (dossier) => (await dossier.seen()).revision));
  return { dossiers, revisions };
}

test('three workers and people at the same second: either can be first, everybody is told the truth, nothing is doubled', async () => {
  const warned = await aDossier(api).asRequest().named('Cảnh báo').submitted().open();
  const { dossiers, revisions } = await overdueSupplements(10);
  const clients = await atBoth('taichinh');
  // Of what people do to a dossier whose day is over the clock leaves this open to them: an answer is too late by then.
  const withdraw = (n: number) =>
    at(clients, n).post(
      dossiers[n]?.url('/commands/withdraw') ?? '',
      {},
      { 'if-match': `"${revisions[n] ?? 0}"` },
    );
  const held = await holdDossiers(
    api.db,
    dossiers.map(({ id }) => id),
  );
  const peopleFirst = [1, 2, 3].map(withdraw);
  await held.waited(3);
  const struck = office.strike();
  await held.waited(4);
  // At the first dossier a worker stands before its owner, at the next three their owners before every worker.
  const clockFirst = withdraw(0);
  await held.release();
  const open = [4, 5, 6, 7, 8, 9].map(withdraw);
  const answers = await Promise.all([clockFirst, ...peopleFirst, ...open]);
  expect((await struck).map(({ failed }) => failed)).toEqual([0, 0, 0]);
  expect(answers.slice(0, 4).map(({ status }) => status)).toEqual([412, 200, 200, 200]);
  for (const [n, { status, body }] of answers.entries()) {
    const seen = await dossiers[n]?.seen();
    expect(seen?.status).toBe(status === 200 ? 'withdrawn' : 'discontinued');
    const told = { code: 'stale_revision', changedBy: 'system', changedAt: api.clock.now().toISOString() };
    if (status !== 200) expect(body).toMatchObject({ status: 412, ...told });
  }
  const doubled = await sql(
    `SELECT recipient_id, dossier_id, kind, params FROM notification GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
  );
  expect(doubled).toEqual([]);
  const told = await sql(
    `SELECT facts->'percent' AS percent, count(*)::int AS n FROM audit_entry WHERE chain_id = $1 AND action = 'clock.warned' GROUP BY 1`,
    warned.id,
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(({ n }) => n)).toEqual(told.map(() => 1));
}, 120_000);

test('a list candidate decided by two people at once is decided once, and so is its second word', async () => {
  const dossier = await aDossier(api)
    .withFacts({
      project: { name: 'Nhà in', stage: 'decision' },
      lines: [{ id: 'lime', name: 'Máy in', technologyName: 'in bản chì', condition: 'new' }],
      papers: ALL_PAPERS,
    })
    .underReview()
    .open();
  const found = (await dossier.findings()).candidates.find(({ list }) => list === 'prohibited');
  const { lineId, list, code } = found ?? {};
  const confirmed = { lineId, list, code, decision: 'confirmed', reason: 'Đã đối chiếu.' };
  const [appraiser] = await atBoth('chuyenvien1');
  const [, head] = await atBoth('truongphong1');
  await oneOf([appraiser, head].map((person) => person.post(dossier.url('/matches'), confirmed)));
  const [match] = await sql('SELECT id FROM list_decision WHERE dossier_id = $1', dossier.id);
  const second = dossier.url(`/matches/${String(match?.['id'])}/second`);
  await oneOf((await atBoth('giamdoc')).map((person) => person.post(second)));
  expect(await sql('SELECT id FROM list_decision WHERE dossier_id = $1', dossier.id)).toHaveLength(1);
});

test('a consultation answered at two APIs at once is answered once; the same delivery is answered as before', async () => {
  const dossier = await anAcceptedDetermination(api);
  const { id } = await consulted(dossier);
  const clients = await atBoth('phoihop');
  const path = dossier.url(`/consultations/${id}/answer`);
  const keyed = { 'idempotency-key': 'answer-1' };
  const answers = await Promise.all([
    ...clients.map((client) => client.post(path, ANSWER)),
    ...clients.map((client) => client.post(path, ANSWER, keyed)),
  ]);
  const again = await clients[0].post(path, ANSWER, keyed);
  const won = answers.filter(({ status }) => status === 200);
  // Whoever has answered still follows the dossier, but is asked no more; who has the key is answered as before.
  expect([1, 2]).toContain(won.length);
  expect(again.status).toBe(won.length === 2 ? 200 : 409);
  for (const { status } of answers) expect([200, 409]).toContain(status);
  const action = 'consultation.answered';
  const logged = await sql(
    'SELECT 1 FROM audit_entry WHERE chain_id = $1 AND action = $2',
    dossier.id,
    action,
  );
  expect(logged).toHaveLength(1);
});

test('every member who votes at two APIs at once has one vote', async () => {
  const voters = Object.keys(SEATS).filter((name) => name !== 'thuky');
  const council = await new CouncilDriver(await aDossier(api).underReview().open()).established();
  const motion = await council.motion(await council.meeting(voters));
  const path = council.dossier.url(`/council/motions/${motion}/votes`);
  for (const votes of await Promise.all(
    voters.map(async (name) => {
      const clients = await atBoth(name);
      return Promise.all(
        clients.map((client, n) => client.post(path, { vote: n === 0 ? 'for' : 'against' })),
      );
    }),
  ))
    expect(codesOf(votes)).toEqual([200, 409]);
  expect(await sql('SELECT member_id FROM council_vote WHERE motion_id = $1', motion)).toHaveLength(6);
});

test('a list started and taken back twice at once, with three workers at it, comes in once and goes out once', async () => {
  const clerks = (await atBoth('motcua1')).map((client) => new ImportSteps(api, client));
  const [clerk, other] = clerks as [ImportSteps, ImportSteps];
  const rows = numbers(120).map((n) => [`Dự án đồng thời ${n}`, `Công ty ${n}`, null, n, '05/07/2026']);
  const sent = await clerk.upload(
    xlsxFile([{ name: 'Danh sách', rows: [HEADER, ...rows] }]),
    'danh-sach.xlsx',
  );
  await clerk.preview(sent.body.id);
  await oneOf([clerk.post(sent.body.id, 'run'), other.post(sent.body.id, 'run')], 202);
  await office.bringIn();
  const seen: ImportBody = (await clerk.get(sent.body.id)).body;
  expect(seen).toMatchObject({ state: 'finished', progress: { inserted: 120 } });
  expect(await clerk.register()).toHaveLength(120);
  await oneOf([clerk.post(sent.body.id, 'undo'), other.post(sent.body.id, 'undo')]);
  expect((await clerk.register()).filter(({ withdrawn }) => withdrawn !== true)).toEqual([]);
});

test('a term extended at two APIs at once is extended once', async () => {
  api.clock.set(instantAt(civilDate('2025-09-15'), 9));
  const facts = {
    ...CLEAN_FACTS,
    project: { ...CLEAN_FACTS.project, stage: 'decision' as const, group: 'A' as const },
  };
  const dossier = await aDossier(api).asRequest().withFacts(facts).underReview().open();
  const { id } = await dossier.clock('T-18-4-A');
  const headers = { 'if-match': `"${(await dossier.seen()).revision}"` };
  const path = dossier.url('/commands/extend_deadline');
  const body = { clockId: id, days: 5, reason: 'Nhiều dây chuyền.' };
  await oneOf((await atBoth('truongphong1')).map((head) => head.post(path, body, headers)));
  const movements = (await dossier.clock('T-18-4-A')).movements.filter(({ reason }) => reason === 'extended');
  expect(movements).toHaveLength(1);
});

test('every chain of the log is whole after all this', async () => {
  const forks = await sql(
    `SELECT chain_id FROM audit_entry GROUP BY chain_id HAVING count(*) <> max(seq) OR count(DISTINCT prev_hash) <> count(*)`,
  );
  expect(forks).toEqual([]);
});
