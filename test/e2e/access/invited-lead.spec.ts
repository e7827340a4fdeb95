import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer } from '../../support/api-client.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, declared } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId, type Problem } from '../../support/dossier-driver.js';
import { steadyHeaders } from '../../support/steady-headers.js';

const MISSING = '00000009-0000-4000-8000-000000000009';
const LEAD = 'chuyenvien1';
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
];

let api: TestApi;
let dossier: DossierDriver;
beforeAll(async () => {
  api = await startTestApi({ label: 'invited_lead' });
}, 60_000);
afterAll(() => api?.close());

const assign = (who: string, of = dossier, reason?: string) =>
  of.command('truongphong1', 'assign', {
    assigneeId: personId(who),
    kind: 'lead',
    ...(reason === undefined ? {} : { reason }),
  });
const listed = async (who: string): Promise<string[]> => {
  const client = await api.login(emailOf(who));
  const page = await client.get<{ items: { id: string }[] }>('/api/v1/dossiers?limit=100');
  return page.body.items.map(({ id }) => id);
};
/** What an answer shows, without what differs from request to request. */
const shown = ({ status, headers, body }: Answer<Problem>, id: string) => {
  const { requestId: _request, ...problem } = JSON.parse(
    JSON.stringify(body).replaceAll(id, 'ID'),
  ) as Problem;
  return { status, headers: steadyHeaders(headers), problem };
};

describe('a lead appraiser who has not declared', () => {
  beforeAll(async () => {
    dossier = await aDossier(api).named('Gốm chờ phân công').accepted().open();
  });

  test('saw the dossier like every appraiser until being assigned; the others still see it', async () => {
    expect(await listed(LEAD)).toContain(dossier.id);
    await assign(LEAD);
    expect(await listed(LEAD)).not.toContain(dossier.id);
    expect(await listed('chuyenvien2')).toContain(dossier.id);
  });

  test.each(READS)('GET %s answers as for a dossier that is not there', async (path) => {
    const client = await api.login(emailOf(LEAD));
    const theirs = shown(await client.get<Problem>(dossier.url(path)), dossier.id);
    const missing = await client.get<Problem>(`/api/v1/dossiers/${MISSING}${path}`);
    expect(theirs).toEqual(shown(missing, MISSING));
    expect([403, 404]).toContain(theirs.status);
  });

  test.each<[string, object]>([
    ['screen', {}],
    ['send_back', { reason: 'Xem lại.' }],
    ['withdraw', { reason: 'Rút.' }],
  ])('may not %s: 404', async (command, payload) => {
    expect((await dossier.send(LEAD, command, payload)).body).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  test('cannot be found by search, by number or by the own name', async () => {
    const client = await api.login(emailOf(LEAD));
    for (const query of ['q=Gom cho phan cong', 'assignee=me', 'status=accepted']) {
      const page = await client.get<{ items: unknown[]; total: number }>(
        `/api/v1/dossiers?count=true&${query}`,
      );
      expect({ query, items: page.body.items, total: page.body.total }).toEqual({
        query,
        items: [],
        total: 0,
      });
    }
  });

  test('reads in the own tasks the project and the names of those with whom there may be a conflict, no more', async () => {
    const client = await api.login(emailOf(LEAD));
    const tasks = await client.get<{ items: Record<string, unknown>[] }>('/api/v1/assignments');
    const task = tasks.body.items.find((item) => item['dossierId'] === dossier.id);
    expect(task).toMatchObject({
      projectName: 'Gốm chờ phân công',
      state: 'invited',
      declaration: null,
      parties: [{ party: 'investor' }],
    });
    expect(JSON.stringify(task)).not.toMatch(/sấy phun|QCVN|fileCode/);
  });

  test('reads and works after declaring that there is no conflict', async () => {
    await declared(dossier, LEAD);
    expect(await listed(LEAD)).toContain(dossier.id);
    const statuses = await Promise.all(READS.map(async (path) => (await dossier.get(LEAD, path)).status));
    expect(statuses.filter((status) => status === 404)).toEqual([]);
    expect((await dossier.get(LEAD)).status).toBe(200);
    expect((await dossier.command(LEAD, 'screen', {})).status).toBe('under_review');
  });
});

test('a successor sees nothing before declaring, and who was released looks on as any appraiser', async () => {
  const handed = await aDossier(api).named('Gốm chuyển giao').underReview().open();
  await assign('chuyenvien2', handed, 'Nghỉ phép');
  expect((await handed.get('chuyenvien2')).status).toBe(404);
  expect((await handed.get(LEAD)).status).toBe(200);
  await declared(handed, 'chuyenvien2');
  expect((await handed.get('chuyenvien2')).status).toBe(200);
});

test('who declines sees it again as any appraiser; who declares a conflict never', async () => {
  const answered = async (name: string, answer: string, body: object) => {
    const asked = await aDossier(api).named(name).accepted().open();
    await assign(LEAD, asked);
    const client = await asked.person(LEAD);
    const { items } = (
      await client.get<{ items: { id: string; dossierId: string }[] }>('/api/v1/assignments')
    ).body;
    const task = items.find(({ dossierId }) => dossierId === asked.id)?.id;
    expect((await client.post(`/api/v1/assignments/${task}/${answer}`, body)).status).toBe(200);
    return (await asked.get(LEAD)).status;
  };
  expect(await answered('Gốm từ chối', 'decline', { reason: 'Quá tải' })).toBe(200);
  expect(await answered('Gốm xung đột', 'declaration', { conflict: true, reason: 'Họ hàng' })).toBe(404);
});
