import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DECIDED_STATUSES, type Status } from '#contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import {
  type DossierBody,
  type DossierDriver,
  emailOf,
  personId,
  signer,
} from '../../support/dossier-driver.js';
import { takeStep } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'told_by_letter' });
}, 60_000);
afterAll(() => api?.close());

const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
interface Item {
  id: string;
  status: string;
}
const listed = async (dossier: DossierDriver, who: string, query = '') => {
  const page = await (
    await dossier.person(who)
  ).get<{ items: Item[]; total: number }>(`/api/v1/dossiers?limit=100&count=true${query}`);
  return { total: page.body.total, own: page.body.items.filter(({ id }) => id === dossier.id) };
};
type Step = { code: string; from: string | null; to: string | null };
const timeline = async (dossier: DossierDriver, who: string) =>
  (await dossier.get<{ items: Step[] }>(who, '/timeline')).body.items;
const options = async (dossier: DossierDriver, who: string) =>
  (
    await dossier.get<{ items: { command: string; permitted: boolean; reasons: unknown[] }[] }>(
      who,
      '/commands',
    )
  ).body.items;
const SECRET = /approved|refused|concluded|endorsed/;
/** Everything that the person reads about the dossier, without the list of all commands of the procedure. */
async function everythingRead(dossier: DossierDriver, who: string): Promise<string> {
  const answers = [];
  for (const path of [
    '',
    '/timeline',
    '/facts',
    '/letters',
    '/requests',
    '/clocks',
    '/documents',
    '/opinions',
  ])
    answers.push((await dossier.get(who, path)).body);
  answers.push((await options(dossier, who)).map(({ reasons }) => reasons));
  const notices = await (
    await dossier.person(who)
  ).get<{ items: { dossierId: string }[] }>('/api/v1/notifications?limit=100');
  answers.push(notices.body.items.filter(({ dossierId }) => dossierId === dossier.id));
  answers.push((await listed(dossier, who)).own);
  return JSON.stringify(answers);
}

describe('until the letter has left', () => {
  const HISTORIES: [string, () => Promise<DossierDriver>][] = [
    ['concluded', () => aDossier(api).asRequest().concluded().open()],
    ['endorsed', () => aDossier(api).asRequest().endorsed().open()],
    ['approved', () => aDossier(api).asRequest().approved().open()],
    [
      'refused',
      async () => {
        const dossier = await aDossier(api).asRequest().withFacts(OLD_MACHINE_FACTS).underReview().open();
        for (const [from, command] of [
          ['under_review', 'conclude'],
          ['concluded', 'endorse'],
          ['endorsed', 'refuse'],
        ] as const)
          await takeStep(dossier, from, command, 'refused');
        return dossier;
      },
    ],
  ];

  test.each(HISTORIES)(
    'a dossier that is %s reads under_review for its owner everywhere',
    async (status, open) => {
      const dossier = await open();
      expect(await dossier.seen()).toMatchObject({ status });
      const owner = await dossier.get<DossierBody>('taichinh');
      expect(owner.body).toMatchObject({
        status: 'under_review',
        closed: false,
        statusLabel: { vi: 'Đang xem xét' },
      });
      expect(await everythingRead(dossier, 'taichinh')).not.toMatch(SECRET);
      expect((await listed(dossier, 'taichinh')).own).toMatchObject([{ status: 'under_review' }]);
      expect((await listed(dossier, 'taichinh', '&status=under_review')).own).toHaveLength(1);
      expect(await listed(dossier, 'taichinh', `&status=${status}`)).toMatchObject({ own: [] });
      expect((await listed(dossier, 'giamdoc', `&status=${status}`)).own).toHaveLength(1);
      expect((await listed(dossier, 'giamdoc', '&status=under_review')).own).toEqual([]);
    },
  );

  test('the menu and the refusals of the owner say nothing of a decision', async () => {
    const dossier = await aDossier(api).asRequest().approved().open();
    const before = await aDossier(api).asRequest().underReview().open();
    const [decided, review] = [await options(dossier, 'taichinh'), await options(before, 'taichinh')];
    expect(decided.map(({ command }) => command)).toEqual(review.map(({ command }) => command));
    const others = (all: typeof decided) => all.filter(({ command }) => command !== 'withdraw');
    expect(others(decided)).toEqual(others(review));
    expect(decided.find(({ command }) => command === 'withdraw')).toMatchObject({
      permitted: false,
      reasons: [{ code: 'command_not_permitted_now', details: { status: 'under_review' } }],
    });
    for (const [command, payload] of [
      ['withdraw', {}],
      ['reopen', { complaintDecision: 'QĐ 1', decidedOn: '2026-07-01' }],
      ['clarify', { answers: ['x'] }],
    ] as const) {
      const [one, other] = [
        await dossier.send('taichinh', command, payload),
        command === 'withdraw' ? null : await before.send('taichinh', command, payload),
      ];
      expect(one.body).toMatchObject({ status: expect.any(Number) });
      expect(JSON.stringify(one.body)).not.toMatch(SECRET);
      if (other) expect(one.body.code).toBe(other.body.code);
    }
    const saved = await dossier.saveFacts('taichinh', { project: { name: 'Tên khác' } });
    expect(saved.body).toMatchObject({ code: 'facts_not_editable' });
    expect(JSON.stringify(saved.body)).not.toMatch(SECRET);
  });

  test('a withdrawal from an endorsed dossier works and names no step of the house', async () => {
    const dossier = await aDossier(api).asRequest().endorsed().open();
    const withdrawn = await dossier.command('taichinh', 'withdraw', {});
    expect(withdrawn).toMatchObject({ from: 'under_review', status: 'withdrawn' });
    expect((await timeline(dossier, 'taichinh'))[0]).toMatchObject({
      code: 'withdraw',
      from: 'under_review',
    });
    expect((await timeline(dossier, 'giamdoc'))[0]).toMatchObject({ from: 'endorsed' });
  });
});

test('from the letter on the decision is told, with its day in the timeline', async () => {
  const dossier = await aDossier(api).asRequest().approved().open();
  expect((await timeline(dossier, 'taichinh')).map(({ code }) => code)).not.toContain('approve');
  expect((await dossier.issue('decision')).status).toBe(200);
  expect((await dossier.get<DossierBody>('taichinh')).body).toMatchObject({
    status: 'approved',
    closed: true,
  });
  expect((await timeline(dossier, 'taichinh')).map(({ code }) => code)).toContain('approve');
  expect((await listed(dossier, 'taichinh', '&status=approved')).own).toHaveLength(1);
});

const REOPEN = { complaintDecision: 'QĐ 12/QĐ-UBND', decidedOn: '2026-07-15' };
describe('a reopened dossier', () => {
  test('was told before: what is reviewed is the decision that the letter had told', async () => {
    const dossier = await aDossier(api).asRequest().approved().open();
    expect((await dossier.send('giamdoc', 'reopen', REOPEN)).body.code).toBe('decision_not_issued');
    expect((await dossier.issue('decision')).status).toBe(200);
    await takeStep(dossier, 'approved', 'reopen', 'under_review');
    const steps = await timeline(dossier, 'taichinh');
    expect(steps.find(({ code }) => code === 'reopen')).toMatchObject({
      from: 'approved',
      to: 'under_review',
    });
    expect((await dossier.get<DossierBody>('taichinh')).body).toMatchObject({ status: 'under_review' });
  });
});

const READ: readonly Status[] = [
  'under_review',
  'concluded',
  'endorsed',
  ...DECIDED_STATUSES,
  'returned',
  'withdrawn',
];
/** One dossier in each status, with and without a letter, read by list and detail: both go by one rule. */
test('list, count and detail agree for every status, letter and kind of reader', async () => {
  const dossier = await aDossier(api).asRequest().approved().open();
  await sql('ALTER TABLE dossier DISABLE TRIGGER ALL');
  for (const issued of [false, true]) {
    if (issued) expect((await dossier.issue('decision')).status).toBe(200);
    for (const status of READ) {
      await sql('UPDATE dossier SET status = $2 WHERE id = $1', dossier.id, status);
      for (const who of ['taichinh', 'giamdoc']) {
        const detail = (await dossier.get<DossierBody>(who)).body.status;
        expect({ who, status, issued, seen: (await listed(dossier, who)).own[0]?.status }).toEqual({
          who,
          status,
          issued,
          seen: detail,
        });
        expect((await listed(dossier, who, `&status=${detail}`)).own).toHaveLength(1);
        const hidden = ['concluded', 'endorsed'].includes(status) || (isDecision(status) && !issued);
        expect(detail).toBe(who === 'taichinh' && hidden ? 'under_review' : status);
      }
    }
  }
  await sql(`UPDATE dossier SET status = 'approved' WHERE id = $1`, dossier.id);
  await sql('ALTER TABLE dossier ENABLE TRIGGER ALL');
}, 90_000);
const isDecision = (status: Status) => (DECIDED_STATUSES as readonly Status[]).includes(status);

test('an expert who was asked reads under_review too, a stranger finds nothing', async () => {
  const dossier = await aDossier(api).asRequest().approved().open();
  await sql(
    `INSERT INTO assignment (dossier_id, assignee_id, kind, state, declaration, declared_at, assigned_by, assigned_at)
     SELECT $1, u.id, 'expert', 'accepted', 'no_conflict', now(), l.id, now() FROM app_user u, app_user l WHERE u.email = $2 AND l.email = $3`,
    dossier.id,
    emailOf('chuyengia1'),
    emailOf('truongphong1'),
  );
  expect((await dossier.get<DossierBody>('chuyengia1')).body.status).toBe('under_review');
  expect((await dossier.get('ximang')).status).toBe(404);
});

describe('news', () => {
  const news = async (who: string, query = '') =>
    (await api.login(emailOf(who))).get<{
      items: { id: string; kind: string; text: string; dossierId: string; params: Record<string, unknown> }[];
    }>(`/api/v1/notifications?limit=100${query}`);
  const ofLetters = async (dossier: DossierDriver, who: string) =>
    (await news(who)).body.items.filter(
      ({ dossierId, kind }) => dossierId === dossier.id && kind === 'letter.issued',
    );

  test('of every letter to the owner come when it leaves, with its number; no dry run and no paper of the house tells', async () => {
    const dossier = await aDossier(api).asRequest().approved().open();
    const { items } = (await dossier.get<{ items: { id: string; kind: string }[] }>('motcua1', '/letters'))
      .body;
    const { id = '' } = items.find(({ kind }) => kind === 'decision') ?? {};
    const path = dossier.url(`/letters/${id}/issue?dryRun=true`);
    expect((await (await dossier.person('motcua1')).post(path, { signedBy: signer })).status).toBe(200);
    expect(await ofLetters(dossier, 'taichinh')).toEqual([]);
    const issued = await dossier.issue('decision');
    const { number } = issued.body['letter'] as { number: string };
    expect(await ofLetters(dossier, 'taichinh')).toMatchObject([
      {
        text: expect.stringContaining(`Có văn bản mới số ${number}`),
        params: { letterKind: 'decision', number, issuedOn: '2026-07-15' },
      },
    ]);
    for (const other of ['gom', 'phoihop', 'ximang']) expect(await ofLetters(dossier, other)).toEqual([]);
  });

  test('to an owner name no step of the house', async () => {
    api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
    const dossier = await aDossier(api).asRequest().endorsed().open();
    await sql(
      `UPDATE clock SET rule = jsonb_set(rule, '{extension}', '{"max": 2, "times": 1}') WHERE dossier_id = $1`,
      dossier.id,
    );
    const clock = (await dossier.clocks()).find(({ purpose }) => purpose === 'reply');
    const extension = { clockId: clock?.id ?? '', days: 1, reason: 'Dự án phức tạp.' };
    await dossier.command('truongphong1', 'extend_deadline', extension);
    const told = (await news('taichinh')).body.items.filter(({ dossierId }) => dossierId === dossier.id);
    const extended = told.find(({ kind }) => kind === 'dossier.extend_deadline');
    expect(extended).toMatchObject({ params: { status: 'under_review' } });
    expect(JSON.stringify(told)).not.toMatch(SECRET);
  });

  test('of a dossier with which somebody is in conflict are not there to be read: shown and marked alike', async () => {
    const dossier = await aDossier(api).issued().open();
    const [mine] = (await news('truongphong1')).body.items.filter(
      ({ dossierId }) => dossierId === dossier.id,
    );
    await sql(
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'x', now())`,
      dossier.id,
      personId('truongphong1'),
    );
    const client = await dossier.person('truongphong1');
    const [hidden, missing] = [
      await client.post<{ code: string }>(`/api/v1/notifications/${mine?.id ?? ''}/read`),
      await client.post<{ code: string }>('/api/v1/notifications/00000009-0000-4000-8000-000000000009/read'),
    ];
    expect([hidden.status, hidden.body.code]).toEqual([missing.status, missing.body.code]);
    expect(hidden.status).toBe(404);
  });
});
