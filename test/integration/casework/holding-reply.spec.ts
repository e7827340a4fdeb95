import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type TechnologyFacts } from '#contracts';
import { civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import {
  aDossier,
  conclude,
  examine,
  OLD_MACHINE_FACTS,
  supplementRequest,
} from '../../support/dossier-builder.js';
import { anAcceptedDetermination, answered, consulted, examining } from '../../support/determination.js';
import { type DossierDriver, personId, signer } from '../../support/dossier-driver.js';
import { tick } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'holding' });
}, 60_000);
afterAll(() => api?.close());

const on = (day: string, hour = 9, minute = 0) =>
  api.clock.set(new Date(instantAt(civilDate(day), hour).getTime() + minute * 60_000));
const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
const letters = ({ id }: DossierDriver) =>
  sql(
    `SELECT id, status, revision, draft_data AS data FROM letter WHERE dossier_id = $1 AND kind = 'holding_reply' ORDER BY created_at`,
    id,
  );
const drafted = async (dossier: DossierDriver) =>
  (await letters(dossier)).filter(({ status }) => status === 'draft') as {
    id: string;
    revision: number;
    data: Record<string, unknown>;
  }[];
const told = ({ id }: DossierDriver) =>
  sql(
    `SELECT split_part(u.email, '@', 1) AS who FROM notification n JOIN app_user u ON u.id = n.recipient_id
      WHERE n.dossier_id = $1 AND n.kind = 'holding_reply.drafted' ORDER BY 1`,
    id,
  );
const audited = async ({ id }: DossierDriver, action: string) =>
  (
    await sql(
      `SELECT 1 FROM audit_entry WHERE chain_id = $1 AND action = $2 AND facts->>'kind' = 'holding_reply'`,
      id,
      action,
    )
  ).length;
const ask = (dossier: DossierDriver, who = 'giamdoc', query = '', headers = {}) =>
  dossier
    .person(who)
    .then((client) =>
      client.post<{ code?: string; outcome?: string; letterId: string; revision: number }>(
        dossier.url(`/holding-reply${query}`),
        undefined,
        headers,
      ),
    );
const request = () => aDossier(api).asRequest();
const WITH_CANDIDATE: TechnologyFacts = {
  ...OLD_MACHINE_FACTS,
  lines: [
    {
      id: 'kiln',
      name: 'Lò quay',
      technologyName: 'sản xuất xi măng lò quay phương pháp ướt',
      condition: 'new',
    },
  ],
};
/** The morning on which 75 % of seven working days from 20 November 2026 have gone. */
const WARNING_DAY = '2026-12-01';

describe('at 75 % of a reply clock', () => {
  test('the letter lies in the queue at 08:00, once, even with two workers, and those who sign are told', async () => {
    on('2026-11-20');
    const dossier = await request().withFacts(OLD_MACHINE_FACTS).underReview().open();
    on(WARNING_DAY, 7, 59);
    await tick({ api });
    expect(await letters(dossier)).toEqual([]);
    on(WARNING_DAY, 8);
    const rounds = await Promise.all([tick({ api }), tick({ api })]);
    expect(rounds.map(({ failed }) => failed)).toEqual([0, 0]);
    const [draft, ...more] = await letters(dossier);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ status: 'draft' });
    expect((await told(dossier)).map(({ who }) => who)).toEqual(['chuyenvien1', 'giamdoc', 'phogiamdoc']);
    expect(await audited(dossier, 'letter.drafted')).toBe(1);
    const queue = await (
      await dossier.person('giamdoc')
    ).get<{ items: Record<string, unknown>[] }>('/api/v1/letters/queue');
    expect(queue.body.items).toContainEqual(
      expect.objectContaining({
        dossierId: dossier.id,
        kind: 'holding_reply',
        dueOn: '2026-12-02',
        deadlineNear: true,
        ageDays: 0,
      }),
    );
    await tick({ api });
    expect(await drafted(dossier)).toMatchObject([{ revision: 1 }]);
  });

  test('it says what was found and what the law says of silence, and nothing that is internal', async () => {
    on('2026-11-20');
    const dossier = await request().withFacts(OLD_MACHINE_FACTS).underReview().open();
    on(WARNING_DAY, 8);
    await tick({ api });
    const [draft] = await drafted(dossier);
    expect(draft?.data).toMatchObject({
      term: { dueOn: '2026-12-02', basis: { verification: 'text_read' } },
      silence: { text: expect.stringContaining('Điều 6 khoản 6'), verification: 'text_read' },
      screening: { on: '2026-11-20', current: true },
      findings: [expect.objectContaining({ subject: 'Máy ép', found: expect.stringContaining('26 năm') })],
      expectedOn: '2026-12-02',
    });
    const text = JSON.stringify(draft?.data);
    for (const name of await sql('SELECT display_name AS name FROM app_user'))
      expect(text).not.toContain(String(name['name']));
    const preview = await (await dossier.person('giamdoc')).get(dossier.url(`/letters/${draft?.id}/preview`));
    expect(preview.status).toBe(200);
  });

  test('it is not made where a decision lies drafted, where the clock stands still, or for an internal target', async () => {
    on('2026-11-20');
    const decided = await request().approved().open();
    const stopped = await request().submitted().open();
    const own = await aDossier(api).accepted().open();
    on('2026-11-23');
    await stopped.command('motcua1', 'request_supplement', supplementRequest('2026-12-18'));
    on('2026-12-20', 8);
    await tick({ api });
    for (const dossier of [decided, stopped, own]) expect(await letters(dossier)).toEqual([]);
    expect((await ask(decided)).body.code).toBe('decision_letter_drafted');
    expect((await ask(own)).body.code).toBe('holding_reply_no_clock');
  });

  test('a stop keeps it true and a term that runs again never makes a second one', async () => {
    on('2026-11-20');
    const dossier = await request().submitted().open();
    on(WARNING_DAY, 8);
    await tick({ api });
    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-12-18'));
    const [asked] = await drafted(dossier);
    expect(asked?.data).toMatchObject({
      term: { dueOn: null },
      expectedOn: null,
      openRequest: { kind: 'supplement', replyBy: '2026-12-18' },
    });
    on('2026-12-08');
    await dossier.command('taichinh', 'resubmit', {});
    on('2026-12-09', 8);
    await tick({ api });
    const after = await letters(dossier);
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      status: 'draft',
      data: { openRequest: null, term: { dueOn: expect.any(String) } },
    });
  });
});

describe('a drafted holding reply', () => {
  const withDraft = async (facts: TechnologyFacts = OLD_MACHINE_FACTS) => {
    on('2026-11-20');
    const dossier = await request().withFacts(facts).underReview().open();
    on(WARNING_DAY, 8);
    await tick({ api });
    return dossier;
  };

  test('follows what people decide about matches with the next round of the worker', async () => {
    const dossier = await withDraft(WITH_CANDIDATE);
    await dossier.decideCandidates();
    expect((await issue(dossier)).body.code).toBe('holding_reply_outdated');
    expect((await tick({ api })).refreshed).toBe(1);
    const [draft] = await drafted(dossier);
    expect(draft).toMatchObject({ revision: 2, data: { findings: [], screening: { current: false } } });
    await dossier.command('chuyenvien1', 'screen', {});
    expect(await drafted(dossier)).toMatchObject([{ revision: 3, data: { screening: { current: true } } }]);
    expect((await tick({ api })).refreshed).toBe(0);
    expect(await audited(dossier, 'letter.redrafted')).toBe(2);
  });

  test('leaves with a leader’s signature only, and neither stops nor fulfils the clock', async () => {
    const dossier = await withDraft();
    expect((await issue(dossier, { name: 'Trần Thị Trưởng Phòng' })).body).toMatchObject({
      code: 'signer_is_not_leader',
      status: 422,
    });
    const before = await dossier.clock('T-26-2');
    const stale = await issue(dossier, {}, { revision: 9 });
    expect(stale.body.code).toBe('stale_revision');
    const issued = await issue(dossier);
    expect(issued.status).toBe(200);
    expect(issued.body).toMatchObject({ letter: { status: 'issued' }, dueOn: '2026-12-02' });
    expect(await dossier.clock('T-26-2')).toMatchObject({
      state: 'running',
      dueOn: before.dueOn,
      holdingReplyIssuedOn: WARNING_DAY,
    });
    const shown = await dossier.get<{ items: { kind: string }[] }>('taichinh', '/letters');
    expect(shown.body.items.map(({ kind }) => kind)).toContain('holding_reply');
    expect((await ask(dossier)).body.code).toBe('holding_reply_already_issued');
    await tick({ api });
    expect(await letters(dossier)).toHaveLength(1);
  });

  test('once issued is named beside a silence that comes all the same', async () => {
    const dossier = await withDraft();
    await issue(dossier);
    on('2026-12-03', 0);
    await tick({ api });
    const timeline = await dossier.get<{ items: { kind: string; detail: Record<string, unknown> }[] }>(
      'giamdoc',
      '/timeline',
    );
    expect(timeline.body.items.find(({ kind }) => kind === 'silence')?.detail).toMatchObject({
      holdingReplyIssuedOn: WARNING_DAY,
      dueOn: '2026-12-02',
    });
  });

  test('is thrown away when the dossier ends or the decision leaves', async () => {
    const withdrawn = await withDraft();
    await withdrawn.command('taichinh', 'withdraw', {});
    expect(await letters(withdrawn)).toMatchObject([{ status: 'void' }]);
    on('2026-11-20');
    const decided = await request().underReview().open();
    on(WARNING_DAY, 8);
    await tick({ api });
    await examine(decided);
    await conclude(decided);
    await decided.command('truongphong1', 'endorse', {});
    await decided.command('giamdoc', 'approve', {});
    const queue = await (
      await decided.person('giamdoc')
    ).get<{ items: { dossierId: string; kind: string }[] }>('/api/v1/letters/queue?limit=100');
    const own = queue.body.items.filter(({ dossierId }) => dossierId === decided.id);
    expect(own.map(({ kind }) => kind)).toEqual(['decision']);
    expect((await issue(decided)).body['code']).toBe('decision_letter_drafted');
    expect((await decided.issue('decision')).status).toBe(200);
    expect(await letters(decided)).toMatchObject([{ status: 'void' }]);
  });

  const issue = async (dossier: DossierDriver, changes: object = {}, more: object = {}) => {
    const [draft] = await drafted(dossier);
    return (await dossier.person('motcua1')).post<Record<string, unknown>>(
      dossier.url(`/letters/${draft?.id}/issue`),
      {
        signedBy: { ...signer, ...changes },
        ...more,
      },
    );
  };
});

describe('a person asks for it', () => {
  test.each(['chuyenvien1', 'truongphong1', 'giamdoc'])(
    '%s has it drafted before the warning, once',
    async (who) => {
      on('2026-11-20');
      const dossier = await request().underReview().open();
      const rehearsed = await ask(dossier, who, '?dryRun=true');
      expect(rehearsed.body).toMatchObject({ outcome: 'drafted' });
      expect(await letters(dossier)).toEqual([]);
      const first = await ask(dossier, who, '', { 'idempotency-key': 'once' });
      const again = await ask(dossier, who, '', { 'idempotency-key': 'once' });
      expect(again.body).toEqual(first.body);
      expect((await ask(dossier, who)).body).toMatchObject({
        outcome: 'unchanged',
        letterId: first.body.letterId,
      });
      on(WARNING_DAY, 8);
      await tick({ api });
      expect(await letters(dossier)).toHaveLength(1);
    },
  );

  test('others may not: an appraiser who does not lead is refused, a stranger finds nothing', async () => {
    on('2026-11-20');
    const dossier = await request().underReview().open();
    expect((await ask(dossier, 'chuyenvien2')).body.code).toBe('forbidden');
    expect((await ask(dossier, 'motcua1')).status).toBe(403);
    await sql(
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at) SELECT $1, investor_org_id, '2020-01-01', now() FROM dossier WHERE id = $2`,
      personId('truongphong2'),
      dossier.id,
    );
    expect((await ask(dossier, 'truongphong2')).status).toBe(404);
    const queue = await (
      await dossier.person('truongphong2')
    ).get<{ items: { dossierId: string }[] }>('/api/v1/letters/queue?limit=100');
    expect(queue.body.items.map(({ dossierId }) => dossierId)).not.toContain(dossier.id);
    await sql(
      'DELETE FROM user_affiliation WHERE user_id = $1 AND recorded_at > $2',
      personId('truongphong2'),
      new Date(0),
    );
  });

  test('is refused while the clock stands still', async () => {
    on('2026-11-20');
    const dossier = await request()
      .supplementRequested()
      .open()
      .catch(() => null);
    const stopped = dossier ?? (await request().submitted().supplementRequested().open());
    expect((await ask(stopped, 'truongphong1')).body.code).toBe('holding_reply_clock_stopped');
    expect((await stopped.clock('T-26-2')).state).toBe('stopped');
  });
});

describe('the queue', () => {
  test('pages by due day, filters by kind, and refuses a cursor of another list', async () => {
    const leader = await api.login('giamdoc@demo.techgate.vn');
    const url = '/api/v1/letters/queue';
    const first = await leader.get<{
      items: { letterId: string; dueOn: string | null; kind: string }[];
      nextCursor: string;
    }>(`${url}?limit=2`);
    const second = await leader.get<{ items: { letterId: string; dueOn: string | null }[] }>(
      `${url}?limit=100&cursor=${first.body.nextCursor}`,
    );
    const all = await leader.get<{ items: { letterId: string; dueOn: string | null; kind: string }[] }>(
      `${url}?limit=100`,
    );
    expect([...first.body.items, ...second.body.items].map(({ letterId }) => letterId)).toEqual(
      all.body.items.map(({ letterId }) => letterId),
    );
    const days = all.body.items.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    expect(all.body.items.map(({ kind }) => kind)).not.toContain('receipt');
    const only = await leader.get<{ items: { kind: string }[] }>(`${url}?kind=holding_reply&limit=100`);
    expect(new Set(only.body.items.map(({ kind }) => kind))).toEqual(new Set(['holding_reply']));
    expect(
      (await leader.get<{ code: string }>(`${url}?kind=decision&cursor=${first.body.nextCursor}`)).body.code,
    ).toBe('cursor_mismatch');
    expect((await leader.get(`${url}?kind=poem`)).status).toBe(400);
    expect((await leader.get(`${url}?colour=red`)).status).toBe(400);
    const clerk = await api.login('motcua1@demo.techgate.vn');
    const receipts = await clerk.get<{ items: { kind: string }[] }>(`${url}?kind=receipt&limit=100`);
    expect(receipts.body.items.length).toBeGreaterThan(0);
  });
});

describe('of a determination', () => {
  test('it says which agencies are awaited, and names articles and instruments, no packs', async () => {
    on('2026-12-21');
    const dossier = await anAcceptedDetermination(api);
    await examining(dossier);
    const { id } = await consulted(dossier);
    expect((await ask(dossier)).body.code).toBe('holding_reply_no_clock');
    await answered(dossier, id);
    const asked = await ask(dossier);
    expect(asked.body).toMatchObject({ outcome: 'drafted' });
    expect((await drafted(dossier))[0]?.data).toMatchObject({
      term: { dueOn: '2026-12-28', basis: { verification: 'secondary' } },
      silence: null,
      consultations: [],
    });
    await consulted(dossier, 'environment');
    expect((await dossier.issue('holding_reply')).body).toMatchObject({ code: 'holding_reply_outdated' });
    await tick({ api });
    const [draft] = await drafted(dossier);
    expect(draft?.data).toMatchObject({
      consultations: [{ agency: 'Sở Nông nghiệp và Môi trường tỉnh Minh Giang', askedOn: '2026-12-21' }],
    });
    expect(JSON.stringify(draft?.data)).not.toMatch(/INV-2026|DET-2023|LT-2026A|MEMORY|"REF"/);
    expect((await dossier.issue('holding_reply')).status).toBe(200);
    expect((await dossier.clock('T-23-1')).state).toBe('running');
  });
});
