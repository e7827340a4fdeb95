import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { assignPerson } from '#assignments';
import { UnitOfWork } from '#database';
import { LawRegistry } from '#dossiers';
import { civilDate } from '#kernel';
import { type LawSet } from '#law';
import { notifyPeople } from '#notifications';
import { startTestApi, type TestApi } from '../../support/api.js';
import { type ApiClient } from '../../support/api-client.js';
import {
  dossierWithFacts,
  rowOf,
  screenAgain,
  storeDocument,
  SYSTEM,
} from '../../support/screened-dossier.js';
import { demoActor } from '../../support/stored-dossier.js';

let api: TestApi;
let bench: { unitOfWork: UnitOfWork; lawSet: LawSet };
let id: string;
let base: string;
const lead = demoActor('chuyenvien1');
const expert = demoActor('chuyengia1');
const as = (name: string): Promise<ApiClient> => api.login(`${name}@demo.techgate.vn`);
interface Acted {
  id: string;
  state: string;
  code: string;
  errors: { pointer: string }[];
}

beforeAll(async () => {
  api = await startTestApi({ label: 'appraisal_http' });
  const registry = api.app.get(LawRegistry);
  const lawSet = registry.compose('opinion', civilDate('2026-07-13'));
  bench = { unitOfWork: api.app.get(UnitOfWork), lawSet };
  await bench.unitOfWork.run(SYSTEM, (tx) => registry.store(tx, lawSet));
}, 90_000);
afterAll(() => api.close());
beforeEach(async () => {
  id = await dossierWithFacts(bench, 'under_review', undefined, lead);
  base = `/api/v1/dossiers/${id}`;
  await screenAgain(bench, id);
  await bench.unitOfWork.run(demoActor('truongphong1'), async (tx) => {
    const row = await rowOf(tx, id);
    await assignPerson(tx, row, { assigneeId: lead.id, kind: 'lead' });
    await assignPerson(tx, row, { assigneeId: expert.id, kind: 'expert' });
  });
});

const taskOf = async (name: string): Promise<string> => {
  const { body } = await (
    await as(name)
  ).get<{ items: { id: string; dossierId: string }[] }>('/api/v1/assignments');
  return body.items.find(({ dossierId }) => dossierId === id)?.id ?? '';
};
const LIME = { lineId: 'lime', list: 'prohibited', code: 'C03', decision: 'confirmed', reason: 'In bản chì' };

describe('matches and findings over HTTP', () => {
  test('two people confirm; findings show the decision; a dry run and a repeated key change nothing more', async () => {
    const [first, second] = [await as('chuyenvien2'), await as('truongphong1')];
    expect((await first.post<Acted>(`${base}/matches?dryRun=true`, LIME)).body.state).toBe(
      'awaiting_second_person',
    );
    const decided = await first.post<Acted>(`${base}/matches`, LIME, { 'idempotency-key': 'one' });
    expect(decided).toMatchObject({
      status: 200,
      body: { state: 'awaiting_second_person', secondPersonNeeded: true },
    });
    expect((await first.post<Acted>(`${base}/matches`, LIME, { 'idempotency-key': 'one' })).body).toEqual(
      decided.body,
    );
    const refused = await first.post<Acted>(`${base}/matches/${decided.body.id}/second`);
    expect([refused.status, refused.body.code]).toEqual([409, 'second_person_must_differ']);
    expect((await second.post<Acted>(`${base}/matches/${decided.body.id}/second`)).body.state).toBe('stands');
    const findings = await first.get<{
      current: boolean;
      decisions: { state: string }[];
      findings: { texts: { title: string } }[];
    }>(`${base}/findings`);
    expect(findings.body).toMatchObject({ current: false, decisions: [{ state: 'stands' }] });
    expect(findings.body.findings[0]?.texts.title).not.toBe('');
    const documentId = await storeDocument(bench, id);
    const proposed = await first.post<Acted>(`${base}/matches/${decided.body.id}/withdrawal`, {
      reason: 'Nhầm',
      documentId,
    });
    expect(proposed.body.state).toBe('withdrawal_proposed');
    expect(
      (await second.post<Acted>(`${base}/matches/${decided.body.id}/withdrawal/second`)).body.state,
    ).toBe('withdrawn');
  });
  test('faulty bodies are named by field, strangers get 404, other roles 403', async () => {
    const appraiser = await as('chuyenvien1');
    const faulty = await appraiser.post<Acted>(`${base}/matches`, { ...LIME, list: 'secret', more: 1 });
    expect(faulty.status).toBe(400);
    expect(faulty.body.errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/list', '/more']),
    );
    expect((await (await as('gom')).post(`${base}/matches`, LIME)).status).toBe(403);
    expect((await api.anonymous.post(`${base}/matches`, LIME)).status).toBe(401);
    expect(
      (
        await appraiser.post(
          `/api/v1/dossiers/${id.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))}/matches`,
          LIME,
        )
      ).status,
    ).toBe(404);
  });
  test('screenings are listed and replayed', async () => {
    const auditor = await as('thanhtra');
    const { body } = await auditor.get<{ items: { id: string; number: number }[] }>(`${base}/screenings`);
    expect(body.items.map(({ number }) => number)).toEqual([1]);
    expect((await auditor.get(`${base}/screenings/${body.items[0]?.id}/replay`)).body).toMatchObject({
      same: true,
      intact: true,
    });
  });
  test('an overturn needs two people; evidence and annexes have their refusals', async () => {
    const appraiser = await as('chuyenvien2');
    const documentId = await storeDocument(bench, id);
    const proposed = await appraiser.post<Acted>(`${base}/overturns`, {
      findingKey: 'U-1:equipment[m]',
      reason: 'Đã đo',
      documentId,
    });
    expect(proposed.body.state).toBe('awaiting_second_person');
    expect(
      (await (await as('giamdoc')).post<Acted>(`${base}/overturns/${proposed.body.id}/second`)).body.state,
    ).toBe('stands');
    expect((await appraiser.post<Acted>(`${base}/evidence/e1/accept`)).body.code).toBe(
      'evidence_without_document',
    );
    const annex = { lineId: 'lime', listVersion: 'MEMORY', result: 'not_found', remark: 'x' };
    expect((await appraiser.post<Acted>(`${base}/annex-checks`, annex)).body.code).toBe('annex_not_missing');
  });
});

describe('assignments and opinions over HTTP', () => {
  test('an expert declares, sees, and records an opinion by the criteria of the dossier', async () => {
    const client = await as('chuyengia1');
    expect((await client.get(`${base}/criteria`)).status).toBe(404);
    const task = await taskOf('chuyengia1');
    expect(
      (await client.post(`/api/v1/assignments/${task}/declaration`, { conflict: false })).body,
    ).toMatchObject({ state: 'accepted' });
    const sheets = await client.get<{ items: { id: string; criteria: { code: string }[] }[] }>(
      `${base}/criteria`,
    );
    const criteria = sheets.body.items[0]?.criteria.map(({ code }) => ({ code, mark: 'achieved' })) ?? [];
    expect(criteria.length).toBeGreaterThan(5);
    const remarked = { ...criteria[0], mark: null, remark: 'Cần xem lại công suất.' };
    const draft = { revision: 0, criteria: [remarked], recommendation: null, summary: '' };
    const first = await client.put<{ revision: number }>(`${base}/opinions/mine`, draft);
    expect([first.status, first.body.revision, first.headers['etag']]).toEqual([200, 1, '"1"']);
    const own = await client.get<{ items: { criteria: object[] }[] }>(`${base}/opinions`);
    expect(own.body.items.map((one) => one.criteria)).toEqual([[remarked]]);
    const opinion = { revision: 1, criteria, recommendation: 'agree', summary: 'Phù hợp' };
    const saved = await client.put<{ revision: number }>(`${base}/opinions/mine`, opinion);
    expect([saved.status, saved.body.revision]).toEqual([200, 2]);
    expect((await client.put(`${base}/opinions/mine`, opinion)).status).toBe(412);
    expect((await client.post<Acted>(`${base}/opinions/mine/record`, { revision: 2 })).body.state).toBe(
      'recorded',
    );
    const list = await (await as('truongphong1')).get<{ items: { id: string }[] }>(`${base}/opinions`);
    expect(list.body.items).toHaveLength(1);
    const versions = await client.get<{ items: object[] }>(
      `${base}/opinions/${list.body.items[0]?.id}/versions`,
    );
    expect(versions.body.items).toHaveLength(1);
  });
  test('a lead with a conflict steps aside and the heads are told', async () => {
    const task = await taskOf('chuyenvien1');
    const client = await as('chuyenvien1');
    expect(
      (await client.post(`/api/v1/assignments/${task}/declaration`, { conflict: true, reason: 'Em ruột' }))
        .status,
    ).toBe(200);
    expect((await client.get(`${base}/findings`)).status).toBe(404);
    const head = await as('truongphong1');
    const inbox = await head.get<{
      items: { id: string; dossierId: string; text: string }[];
      unread: number;
    }>('/api/v1/notifications', { 'accept-language': 'en' });
    const told = inbox.body.items.find(({ dossierId }) => dossierId === id);
    expect(told?.text).toBe('Somebody declared a conflict on "Nhà máy". Please assign again.');
    expect((await head.post(`/api/v1/notifications/${told?.id}/read`)).body).toEqual({
      unread: inbox.body.unread - 1,
    });
    const people = await head.get<{ items: { assigneeId: string; declaration: string }[] }>(
      `${base}/assignments`,
    );
    expect(people.body.items.find(({ assigneeId }) => assigneeId === lead.id)?.declaration).toBe('conflict');
  });
  test('declining, declaring a conflict of the own, and the workload', async () => {
    const task = await taskOf('chuyengia1');
    expect(
      (await (await as('chuyengia1')).post(`/api/v1/assignments/${task}/decline`, { reason: 'Bận' })).body,
    ).toMatchObject({ state: 'declined' });
    const clerk = await as('motcua1');
    expect((await clerk.post(`${base}/conflict`, { reason: 'Bạn học' })).status).toBe(200);
    expect((await clerk.get(base)).status).toBe(404);
    const load = await (
      await as('truongphong1')
    ).get<{ items: { userId: string; leading: number }[] }>('/api/v1/assignments/load');
    expect(load.body.items.find(({ userId }) => userId === lead.id)?.leading).toBeGreaterThan(0);
  });
  test('pages of notifications', async () => {
    await bench.unitOfWork.run(SYSTEM, (tx) =>
      notifyPeople(tx, {
        dossierId: id,
        kind: 'dossier.screen',
        params: {},
        userIds: [demoActor('giamdoc').id],
      }),
    );
    const leader = await as('giamdoc');
    expect(
      (await leader.get<{ items: object[] }>('/api/v1/notifications?unread=true&limit=1')).body.items,
    ).toHaveLength(1);
    expect((await leader.get('/api/v1/notifications?limit=0')).status).toBe(400);
  });
});
