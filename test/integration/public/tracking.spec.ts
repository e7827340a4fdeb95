import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { erasePayload } from '#audit';
import { DEMO_AUTHORITY } from '#identity';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { anAcceptedDetermination, answered, consulted } from '../../support/determination.js';
import { aDossier, conclude, examine } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId, type Problem } from '../../support/dossier-driver.js';
import { HeardStatements } from '../../support/heard-statements.js';
import { steadyHeaders } from '../../support/steady-headers.js';
import { demoActor } from '../../support/stored-dossier.js';
import { unitOfWorkAs } from '../audit/audit-fixture.js';

interface Tracked {
  status: { code: string };
  outcome: { code: string } | null;
  turn: { code: string };
  expected: { on: string | null; basis: string; verification: string; passed: boolean } | null;
  answerBy: string | null;
  reasons: { code: string; since: string | null; until: string | null; basis: string | null }[];
  timeline: { on: string; step: string; letter: { number: string; kind: string } | null }[];
  letters: { number: string; kind: string; standing: string }[];
}
interface Renewed {
  fileCode: string;
  version: number;
  secret: string;
  address: string;
  code?: string;
}

const NAME = 'Nhà máy gốm bí mật Hồng Lam';
const DAY_MS = 86_400_000;
/** Words of the house, as codes, as labels of the pack and as names of people: none of them leaves it. */
const OF_THE_HOUSE = [
  ...[
    'screen',
    'under_review',
    'conclude',
    'endorse',
    'assign',
    'send_back',
    'refusal',
    'appraiser',
    'council',
  ],
  ...['sàng lọc', 'rưởng phòng', 'ãnh đạo', 'thụ lý', 'phân công', 'ết luận', 'Đang xem xét', 'từ chối'],
  ...[NAME, 'Hồng Lam', 'gốm', 'Võ Hữu Nghĩa', 'Công nghệ phù hợp'],
];
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'tracking', config: { trustedProxies: ['loopback'] } });
}, 60_000);
afterAll(() => api?.close());

const from = (address: string) => api.anonymous.with({ 'x-forwarded-for': address });
const follow = <Body = Tracked>(fileCode: string, secret: string, address = '203.0.113.1') =>
  from(address).post<Body>('/api/v1/public/tracking', { fileCode, secret });
const renew = async (dossier: DossierDriver, who = 'motcua1', key?: string, query = '') =>
  (await dossier.person(who)).post<Renewed>(
    dossier.url(`/tracking-secret${query}`),
    { reason: 'Chủ hồ sơ mất giấy tiếp nhận.' },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const secretOf = async (dossier: DossierDriver): Promise<Renewed> => (await renew(dossier)).body;

/** What everybody with the secret is told now; nothing of it may be of the house. */
async function told(dossier: DossierDriver, { fileCode, secret }: Renewed): Promise<Tracked> {
  const { status, body } = await follow(fileCode, secret);
  expect(status).toBe(200);
  // What a letter is worth has a word of its own, the same as a status of the house by accident.
  const text = JSON.stringify(body).replaceAll('"standing":"under_review"', '');
  for (const word of [...OF_THE_HOUSE, dossier.id])
    expect({ word, told: text.includes(word) }).toEqual({ word, told: false });
  return body;
}
const stepsOf = ({ timeline }: Tracked) => timeline.map(({ step }) => step).reverse();

describe('whoever holds code and secret', () => {
  test('sees whose turn it is, when the answer comes and why, from acceptance to the letter', async () => {
    const dossier = await aDossier(api).asRequest().named(NAME).underReview().open();
    const secret = await secretOf(dossier);
    expect(await told(dossier, secret)).toMatchObject({
      status: { code: 'in_progress' },
      turn: { code: 'department' },
      expected: {
        on: '2026-07-24',
        basis: 'NĐ 96/2026/NĐ-CP, Điều 35 khoản 7 điểm c',
        verification: 'text_read',
        passed: false,
      },
      answerBy: null,
      reasons: [],
      outcome: null,
    });

    await dossier.command('chuyenvien1', 'request_clarification', {
      items: [{ what: 'Sơ đồ bí mật', basis: 'Điều 6' }],
      replyBy: '2026-07-22',
      headConsent: { headId: personId('truongphong1') },
    });
    const asked = await told(dossier, secret);
    expect(asked).toMatchObject({
      status: { code: 'explanation_awaited' },
      turn: { code: 'you' },
      expected: { on: null },
      answerBy: '2026-07-22',
    });
    expect(asked.reasons).toEqual([
      expect.objectContaining({ code: 'explanation_awaited', since: '2026-07-15', until: '2026-07-22' }),
      expect.objectContaining({
        code: 'term_stands_still',
        since: '2026-07-15',
        until: null,
        basis: 'NĐ 96/2026/NĐ-CP, Điều 6 khoản 1 điểm e',
      }),
    ]);
    await dossier.command('taichinh', 'clarify', { answers: ['Đã rõ.'] });
    expect((await told(dossier, secret)).reasons.map(({ code }) => code)).toEqual(['term_stood_still']);

    await examine(dossier);
    await conclude(dossier);
    await dossier.command('truongphong1', 'endorse', {});
    await dossier.command('giamdoc', 'approve', {});
    // Decided, and not a word of it before the letter has left.
    const before = await told(dossier, secret);
    expect(before).toMatchObject({
      status: { code: 'in_progress' },
      turn: { code: 'department' },
      outcome: null,
    });
    expect(stepsOf(before)).toEqual(['handed_in', 'taken_in', 'explanation_asked', 'explanation_received']);

    await dossier.issue('decision');
    const after = await told(dossier, secret);
    expect(after).toMatchObject({
      status: { code: 'answered' },
      outcome: { code: 'agreed' },
      turn: { code: 'nobody' },
      expected: null,
      reasons: [],
      letters: [{ kind: 'decision', standing: 'valid' }],
    });
    expect(stepsOf(after).slice(4).sort()).toEqual(['answered', 'letter_issued']);

    await dossier.command('giamdoc', 'reopen', {
      complaintDecision: '12/QĐ bí mật',
      decidedOn: '2026-07-15',
    });
    expect(await told(dossier, secret)).toMatchObject({
      status: { code: 'in_progress_again' },
      turn: { code: 'department' },
      outcome: null,
      reasons: [{ code: 'examined_again', since: '2026-07-15' }],
      letters: [{ standing: 'under_review' }],
    });
  }, 120_000);

  test('sees that another agency is waited for, and not which', async () => {
    const dossier = await anAcceptedDetermination(api);
    const secret = await secretOf(dossier);
    const question = await consulted(dossier);
    const waiting = await told(dossier, secret);
    expect(waiting).toMatchObject({ turn: { code: 'other_agency' }, reasons: [{ code: 'agency_awaited' }] });
    expect(JSON.stringify(waiting)).not.toMatch(/Môi trường|Khí thải/);
    expect(waiting.letters).toEqual([]);
    await answered(dossier, question.id);
    expect(await told(dossier, secret)).toMatchObject({ turn: { code: 'department' } });
  });

  test('hears that the day has passed without being called overdue by the house', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const secret = await secretOf(dossier);
    const now = api.clock.now();
    api.clock.set(new Date(now.getTime() + 30 * DAY_MS));
    const late = await told(dossier, secret);
    api.clock.set(now);
    expect(late).toMatchObject({
      turn: { code: 'department' },
      expected: { passed: true },
      reasons: [{ code: 'day_passed', since: '2026-07-24' }],
    });
  });

  test('is told the same whoever asks: owner, a stranger, a person in conflict, a broken token', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const { fileCode, secret } = await secretOf(dossier);
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'họ hàng', now())`,
      [dossier.id, personId('chuyenvien2')],
    );
    const plain = await follow(fileCode, secret);
    for (const name of ['taichinh', 'giay', 'chuyenvien2', 'giamdoc', 'quantri']) {
      const client = await api.login(emailOf(name));
      expect((await client.post('/api/v1/public/tracking', { fileCode, secret })).body).toEqual(plain.body);
    }
    expect((await follow(`\u2068${fileCode}\u2069`, `${secret}\u200f`)).body).toEqual(plain.body);
    const broken = from('203.0.113.2').with({ authorization: 'Bearer broken' });
    expect((await broken.post('/api/v1/public/tracking', { fileCode, secret })).body).toEqual(plain.body);
  });

  test('is told the same after personal data was erased', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const secret = await secretOf(dossier);
    const before = await told(dossier, secret);
    const eraser = await unitOfWorkAs(api.db.eraser, api.clock);
    const [entry] = await runAs(
      api.db.superuser,
      `SELECT e.seq FROM audit_entry e JOIN audit_payload p ON p.entry_id = e.id
        WHERE e.chain_id = $1 AND e.action = 'tracking_secret.renewed'`,
      [dossier.id],
    );
    await eraser.unitOfWork.run({ ...demoActor('quantri'), authorityId: DEMO_AUTHORITY.id }, (tx) =>
      erasePayload(tx, {
        chainId: dossier.id,
        seq: Number(entry?.['seq']),
        basis: 'nd-13-2023.art-16',
        actorRole: 'admin',
        reason: 'Đơn của chủ hồ sơ',
      }),
    );
    await eraser.source.destroy();
    expect(await told(dossier, secret)).toEqual(before);
  });
});

describe('the secret', () => {
  test('is printed on the receipt, and lies in no table', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const { body: service } = await api.anonymous.get<{ tracking: { examples: Renewed[]; address: string } }>(
      '/api/v1/public/service',
    );
    const { fileCode } = await dossier.seen();
    const example = service.tracking.examples.find((one) => one.fileCode === fileCode);
    const secret = example?.secret ?? '';
    expect(secret).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
    expect((await dossier.issue('receipt')).status).toBe(200);
    // The receipt prints the version that there is: it opens, in whatever way people type it.
    expect((await follow(String(fileCode), secret.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    const tables = [
      'letter',
      'audit_entry',
      'audit_payload',
      'command_receipt',
      'notification',
      'tracking_secret',
    ];
    for (const table of tables) {
      const rows = await runAs(
        api.db.superuser,
        `SELECT count(*)::int AS n FROM ${table} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`,
        [secret],
      );
      expect({ table, rows }).toEqual({ table, rows: [{ n: 0 }] });
    }
    const [letter] = await runAs(
      api.db.superuser,
      `SELECT draft_data ->> 'trackingAddress' AS address FROM letter WHERE dossier_id = $1 AND kind = 'receipt'`,
      [dossier.id],
    );
    expect(letter?.['address']).toBe(service.tracking.address);
    expect(service.tracking.address).toBe('http://localhost:3000/track');
  });

  test('is renewed by a clerk: the old one opens nothing, the same delivery gives the same one', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const first = await secretOf(dossier);
    const rehearsed = await renew(dossier, 'motcua1', undefined, '?dryRun=true');
    expect([rehearsed.status, (await follow(first.fileCode, first.secret)).status]).toEqual([200, 200]);
    const [second, again] = [await renew(dossier, 'motcua1', 'k1'), await renew(dossier, 'motcua1', 'k1')];
    expect(second.body).toMatchObject({ version: first.version + 1, fileCode: first.fileCode });
    expect(again.body).toEqual(second.body);
    expect((await follow(first.fileCode, first.secret)).status).toBe(404);
    expect((await follow(first.fileCode, second.body.secret)).status).toBe(200);
    const log = await runAs(
      api.db.superuser,
      `SELECT facts FROM audit_entry WHERE chain_id = $1 AND action = 'tracking_secret.renewed' ORDER BY seq`,
      [dossier.id],
    );
    expect(log).toEqual([{ facts: { version: 2 } }, { facts: { version: 3 } }]);
    const { body } = await (
      await dossier.person('taichinh')
    ).get<{ items: { kind: string; text: string }[] }>('/api/v1/notifications');
    const news = body.items.filter(
      ({ kind, text }) => kind === 'tracking.renewed' && text.includes(first.fileCode),
    );
    expect(news).toHaveLength(2);
    expect(JSON.stringify(news)).not.toContain(second.body.secret);
  });

  test('is made by nobody else, and not before the dossier has a code', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    expect((await renew(dossier, 'truongphong1')).body.code).toBe('forbidden');
    const early = await aDossier(api).asRequest().submitted().open();
    const refused = await renew(early);
    expect([refused.status, refused.body.code]).toEqual([409, 'tracking_before_acceptance']);
  });

  test('is made anew where the key is another one when the receipt is issued', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const digest = 'ab'.repeat(32);
    await runAs(
      api.db.superuser,
      'UPDATE tracking_secret SET version = version + 1, digest = $2 WHERE dossier_id = $1',
      [dossier.id, digest],
    );
    expect((await dossier.issue('receipt')).status).toBe(200);
    const stored = await runAs(
      api.db.superuser,
      'SELECT version, digest <> $2 AS other FROM tracking_secret WHERE dossier_id = $1',
      [dossier.id, digest],
    );
    expect(stored).toEqual([{ version: 3, other: true }]);
  });

  test('cannot be set back: the database takes the next version only', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const back = 'UPDATE tracking_secret SET version = 1, digest = $2 WHERE dossier_id = $1';
    await expect(runAs(api.db.superuser, back, [dossier.id, 'cd'.repeat(32)])).rejects.toThrow(
      'a tracking secret is only replaced by the next one',
    );
  });
});

describe('guessing', () => {
  test('a wrong code and a wrong secret get one answer after the same statements', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const { fileCode, secret } = await secretOf(dossier);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`;
    const statements = new HeardStatements();
    const attempt = async (code: string, typed: string) => {
      statements.clear();
      const { status, headers, body } = await follow<Problem>(code, typed, '203.0.113.9');
      const { requestId: _id, ...rest } = body;
      // Screens elsewhere are woken when it suits; that is no work of this request.
      const work = statements.texts.filter((text) => !text.includes('pg_notify'));
      return { status, headers: steadyHeaders(headers), body: rest, work };
    };
    const [wrongSecret, wrongCode] = [
      await attempt(fileCode, wrong),
      await attempt('H49.11-990101-0001', secret),
    ];
    statements.stop();
    expect(wrongSecret).toMatchObject({ status: 404, body: { code: 'tracking_unknown' } });
    expect(wrongSecret.work.some((text) => text.includes('tracking_secret'))).toBe(true);
    expect(wrongSecret.work.length).toBeGreaterThan(3);
    expect(wrongCode).toEqual(wrongSecret);
  });

  test('is held off by code, for a minute at most, and for a code that nobody has alike', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const { fileCode, secret } = await secretOf(dossier);
    for (const code of [fileCode, 'H49.11-990101-0002']) {
      const answers: number[] = [];
      for (let n = 0; n < 12; n += 1)
        answers.push((await follow(code, 'AAAA', `198.51.100.${n + 1}`)).status);
      expect(answers).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429]);
    }
    const held = await follow<Problem>(fileCode, secret, '192.0.2.1');
    expect([held.status, held.body.code]).toEqual([429, 'tracking_held_off']);
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(60);
    api.clock.set(new Date(api.clock.now().getTime() + 61_000));
    expect((await follow(fileCode, secret, '192.0.2.1')).status).toBe(200);
    // The owner was right: strangers begin anew, and so does nobody else.
    expect((await follow(fileCode, 'AAAA', '192.0.2.2')).status).toBe(404);
  });

  test('is held off by address, whatever codes it tries', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 32; n += 1)
      answers.push(
        (await follow(`H49.11-990102-${String(n).padStart(4, '0')}`, 'AAAA', '192.0.2.77')).status,
      );
    expect(answers.filter((status) => status === 404)).toHaveLength(30);
    expect(answers.at(-1)).toBe(429);
    expect((await follow('H49.11-990102-0001', 'AAAA', '192.0.2.78')).status).toBe(404);
  });

  test('garbage is refused as what it is', async () => {
    for (const body of [
      {},
      { fileCode: 'x' },
      { fileCode: '', secret: 'y' },
      { fileCode: 'x', secret: 'y', z: 1 },
    ])
      expect((await api.anonymous.post('/api/v1/public/tracking', body)).status).toBe(400);
  });
});
