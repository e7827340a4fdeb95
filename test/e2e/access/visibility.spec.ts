import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer } from '../../support/api-client.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, declared } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId, type Problem } from '../../support/dossier-driver.js';
import { steadyHeaders } from '../../support/steady-headers.js';

const MISSING = '00000009-0000-4000-8000-000000000009';
let api: TestApi;
let dossier: DossierDriver;
let draft: DossierDriver;
beforeAll(async () => {
  api = await startTestApi({ label: 'visibility' });
  dossier = await aDossier(api).by('than').named('Than hầm lò cơ giới hóa').approved().open();
  draft = await aDossier(api).by('than').named('Than bản nháp').open();
}, 60_000);
afterAll(() => api?.close());

interface Page {
  items: { id: string }[];
  total: number;
}
const sees = async (who: string, of: DossierDriver) => {
  const client = await api.login(emailOf(who));
  const inList = (await client.get<Page>('/api/v1/dossiers?limit=100')).body.items.some(
    ({ id }) => id === of.id,
  );
  const detail = (await client.get(of.url())).status;
  expect({ who, inList, detail }).toEqual({ who, inList, detail: inList ? 200 : 404 });
  return inList;
};

/** Who sees a dossier of the coal company, and who its draft. Everybody else sees neither. */
const TABLE: [who: string, sent: boolean, draft: boolean][] = [
  ['than', true, true],
  ['than2', true, true],
  ['ximang', false, false],
  ['taichinh', false, false],
  ['khukinhte', false, false],
  ['motcua1', true, false],
  ['motcua2', true, false],
  ['chuyenvien1', true, false],
  ['chuyenvien2', true, false],
  ['chuyengia1', false, false],
  ['chuyengia3', false, false],
  ['thuky', false, false],
  ['phoihop', false, false],
  ['truongphong1', true, false],
  ['giamdoc', true, false],
  ['ubnd', true, false],
  ['thanhtra', true, false],
  ['phapche1', false, false],
  ['quantri', false, false],
];
test.each(TABLE)('%s sees what was sent: %s; the draft: %s', async (who, sent, ofDraft) => {
  expect([await sees(who, dossier), await sees(who, draft)]).toEqual([sent, ofDraft]);
});

describe('an expert', () => {
  test('sees the dossier after accepting, not before, and no more once released', async () => {
    const asked = await aDossier(api).by('ximang').named('Xi măng lò quay').underReview().open();
    await asked.command('truongphong1', 'assign', { assigneeId: personId('chuyengia1'), kind: 'expert' });
    expect(await sees('chuyengia1', asked)).toBe(false);
    const expert = await asked.person('chuyengia1');
    const mine = (
      await expert.get<{ items: Record<string, unknown>[] }>('/api/v1/assignments')
    ).body.items.find((item) => item['dossierId'] === asked.id);
    expect(mine).toMatchObject({ projectName: 'Xi măng lò quay', declaration: null });
    expect(JSON.stringify(mine)).not.toMatch(/sấy phun|QCVN|fileCode/);
    await declared(asked, 'chuyengia1');
    expect(await sees('chuyengia1', asked)).toBe(true);
  });

  test('who is in conflict by affiliation can neither be asked nor see anything', async () => {
    const asked = await aDossier(api).by('than').named('Than lộ thiên').underReview().open();
    const answer = await asked.send('truongphong1', 'assign', {
      assigneeId: personId('chuyengia3'),
      kind: 'expert',
    });
    expect(['conflict_of_interest', 'assignee_in_conflict']).toContain(answer.body.code);
    expect(await sees('chuyengia3', asked)).toBe(false);
  });
});

describe('a person in conflict sees nothing: the dossier is as one that does not exist', () => {
  const kept = ({ status, headers, body }: Answer<Problem>) => {
    const text = JSON.stringify(body).replaceAll(dossier.id, 'ID').replaceAll(MISSING, 'ID');
    const { requestId: _request, ...problem } = JSON.parse(text) as Problem;
    return { status, headers: steadyHeaders(headers), problem };
  };
  const PEOPLE = ['chuyenvien2', 'motcua2', 'truongphong2', 'phogiamdoc', 'thanhtra'];
  beforeAll(async () => {
    for (const who of PEOPLE)
      await runAs(
        api.db.superuser,
        `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'họ hàng', now())`,
        [dossier.id, personId(who)],
      );
  });

  test.each(PEOPLE)('%s: not in list, count or search', async (who) => {
    const client = await api.login(emailOf(who));
    const lists = await Promise.all(
      ['', '&q=than ham lo', '&status=approved', '&assignee=none'].map((query) =>
        client.get<Page>(`/api/v1/dossiers?limit=100&count=true${query}`),
      ),
    );
    for (const { body } of lists) {
      expect(body.items.map(({ id }) => id)).not.toContain(dossier.id);
      expect(body.total).toBe(body.items.length);
    }
  });

  const READS = [
    '',
    '/facts',
    '/commands',
    '/timeline',
    '/clocks',
    '/checklist',
    '/letters',
    '/documents',
    '/opinions',
    '/findings',
    '/screenings',
    '/criteria',
    '/assignments',
    '/audit',
    '/audit/proof',
    '/audit/export',
  ];
  test.each(PEOPLE.flatMap((who) => READS.map((path) => [who, path] as const)))(
    '%s: GET %s',
    async (who, path) => {
      const client = await api.login(emailOf(who));
      const theirs = await client.get<Problem>(dossier.url(path));
      const missing = await client.get<Problem>(`/api/v1/dossiers/${MISSING}${path}`);
      expect([403, 404]).toContain(theirs.status);
      expect(kept(theirs)).toEqual(kept(missing));
      expect(theirs.bytes.length).toBe(missing.bytes.length);
    },
  );

  test('nor clocks, letters and documents by their ids', async () => {
    const [clock] = await dossier.clocks('chuyenvien1');
    const letters = (await dossier.get<{ items: { id: string }[] }>('motcua1', '/letters')).body.items;
    const client = await api.login(emailOf('chuyenvien2'));
    for (const path of [
      `/clocks/${clock?.id}/explanation`,
      `/letters/${letters[0]?.id}/preview`,
      `/letters/${letters[0]?.id}/content`,
    ])
      expect({ path, status: (await client.get(dossier.url(path))).status }).toEqual({ path, status: 404 });
  });

  test('nor through an own dossier with the id of a letter of this one', async () => {
    const other = await aDossier(api).by('ximang').named('Khác').approved().open();
    const letters = (await dossier.get<{ items: { id: string }[] }>('motcua1', '/letters')).body.items;
    const clerk = await api.login(emailOf('motcua2'));
    const signedBy = { name: 'Võ Hữu Nghĩa', title: 'Giám đốc', capacity: 'own', principal: null };
    const answers = [
      await clerk.get(other.url(`/letters/${letters[0]?.id}/preview`)),
      await clerk.get(other.url(`/letters/${letters[0]?.id}/content`)),
      await clerk.post(other.url(`/letters/${letters[0]?.id}/issue`), { signedBy }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test('nobody tells them of it', async () => {
    expect((await dossier.issue('decision')).status).toBe(200);
    const told = await runAs(
      api.db.superuser,
      'SELECT recipient_id FROM notification WHERE dossier_id = $1',
      [dossier.id],
    );
    const before = told.length;
    await dossier.command('giamdoc', 'reopen', { complaintDecision: 'QĐ 12', decidedOn: '2026-07-15' });
    const after = await runAs(
      api.db.superuser,
      'SELECT recipient_id FROM notification WHERE dossier_id = $1 ORDER BY at',
      [dossier.id],
    );
    const news = after.slice(before).map(({ recipient_id: person }) => person);
    expect(news.length).toBeGreaterThan(0);
    for (const who of PEOPLE) expect(news).not.toContain(personId(who));
  });
});

test('the timeline hides the steps of the house from the owner, and every name', async () => {
  const shown = await aDossier(api).by('gom').named('Gốm').approved().open();
  const outside = (
    await shown.get<{ items: { code: string; actorName: string | null }[] }>('gom', '/timeline')
  ).body.items;
  const inside = (
    await shown.get<{ items: { code: string; actorName: string | null }[] }>('truongphong1', '/timeline')
  ).body.items;
  expect(outside.map(({ code }) => code)).toEqual(['accept', 'submit', 'create']);
  expect(outside.every(({ actorName }) => actorName === null)).toBe(true);
  expect(inside.map(({ code }) => code)).toEqual([
    'approve',
    'endorse',
    'conclude',
    'screen',
    'assign',
    'accept',
    'submit',
    'create',
  ]);
  expect((await shown.seen('gom'))['leadAppraiserId']).toBeNull();
});

test('the timeline tells the house why each step was taken and to whom it gave the dossier, and the owner only the own words', async () => {
  const shown = await aDossier(api).by('gom').named('Gốm').underReview().open();
  const expert = {
    assigneeId: personId('chuyengia1'),
    kind: 'expert' as const,
    reason: 'Cần chuyên gia lò nung.',
  };
  await shown.command('truongphong1', 'assign', expert);
  await shown.command('gom', 'withdraw', { reason: 'Nhà đầu tư đổi công nghệ.' });
  const stepsFor = async (who: string) =>
    (await shown.get<{ items: { code: string; detail: Record<string, string> }[] }>(who, '/timeline')).body
      .items;
  const given = (await stepsFor('truongphong1'))
    .filter(({ code }) => code === 'assign')
    .map(({ detail }) => detail);
  expect(given).toMatchObject([
    { assignedAs: 'expert', reason: 'Cần chuyên gia lò nung.' },
    { assignedAs: 'lead', assignee: 'Trịnh Hải Yến' },
  ]);
  const outside = await stepsFor('gom');
  expect(outside[0]).toMatchObject({ code: 'withdraw', detail: { reason: 'Nhà đầu tư đổi công nghệ.' } });
  expect(JSON.stringify(outside)).not.toMatch(/Trịnh Hải Yến|lò nung/);
});

test("the owner's list does not name the lead appraiser, nor do the reasons of commands name people", async () => {
  const shown = await aDossier(api).by('kinh').named('Kính nổi').underReview().open();
  const client = await api.login(emailOf('kinh'));
  const page = await client.get('/api/v1/dossiers?limit=100');
  expect(JSON.stringify(page.body)).not.toContain(personId('chuyenvien1'));
  expect(JSON.stringify(page.body)).not.toContain('Trịnh Hải Yến');
  expect((await client.get(`/api/v1/dossiers?assignee=${personId('chuyenvien1')}`)).status).toBe(400);
  const detail = await client.get(shown.url());
  expect(JSON.stringify(detail.body)).not.toContain(personId('chuyenvien1'));
  const options = await client.get(shown.url('/commands'));
  expect(JSON.stringify(options.body)).not.toContain(personId('chuyenvien1'));
});

test('an open request shows its addressee what is asked, not how the house came to ask it', async () => {
  const asked = await aDossier(api).by('giay').named('Giấy').submitted().supplementRequested().open();
  const request = async (who: string) =>
    (await asked.get<{ openRequest: { content: Record<string, unknown> } }>(who)).body.openRequest.content;
  expect(Object.keys(await request('giay')).sort()).toEqual(['items', 'replyBy']);
  expect(Object.keys(await request('motcua1')).sort()).toEqual([
    'headConsent',
    'items',
    'replyBy',
    'technicalCheck',
  ]);
});

test('a draft letter stays inside the house until it is issued', async () => {
  const shown = await aDossier(api).by('ma').named('Mạ').approved().open();
  const drafts = (await shown.get<{ items: { id: string; kind: string }[] }>('motcua1', '/letters')).body
    .items;
  const decision = drafts.find(({ kind }) => kind === 'decision')?.id ?? '';
  expect((await shown.get<{ items: unknown[] }>('ma', '/letters')).body.items).toEqual([]);
  expect((await shown.get('ma', `/letters/${decision}/preview`)).status).toBe(403);
  expect([404, 409]).toContain((await shown.get('ma', `/letters/${decision}/content`)).status);
  expect((await (await shown.person('ma')).post(shown.url(`/letters/${decision}/issue`), {})).status).toBe(
    403,
  );
  expect((await shown.issue('decision')).status).toBe(200);
  const content = await shown.get('ma', `/letters/${decision}/content`);
  expect(content.status).toBe(200);
  expect(content.headers['content-disposition']).toMatch(/^attachment/);
  expect(content.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('who is told inside the house is not told to the owner', async () => {
  const sent = await aDossier(api).by('detnhuom').named('Dệt').open();
  const answer = await sent.command('detnhuom', 'submit', {});
  expect(answer.recipients).toEqual([]);
  expect((await sent.command('motcua1', 'accept', {})).recipients.length).toBeGreaterThan(0);
});
