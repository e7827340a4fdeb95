import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AccessLog } from '#audit';
import { startTestApi, type TestApi } from '../support/api.js';
import { runAs } from '../support/database.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'access_log' });
}, 60_000);
afterAll(() => api?.close());

const logged = async () => {
  await api.app.get(AccessLog).flush();
  return runAs(
    api.db.app,
    'SELECT action, actor_role, subject_kind, dossier_id FROM access_log ORDER BY at, position',
  );
};

test('who read, listed or searched dossiers stands in the log of reads; who was refused does not', async () => {
  const investor = await api.login('gom@demo.techgate.vn');
  const { body } = await investor.post<{ id: string }>('/api/v1/dossiers', {
    procedureId: 'opinion',
    projectName: 'Gạch ốp lát',
  });
  await investor.get(`/api/v1/dossiers/${body.id}`);
  await investor.get(`/api/v1/dossiers/${body.id}/timeline`);
  await investor.get('/api/v1/dossiers?q=gach');
  await investor.get('/api/v1/dossiers');
  await (await api.login('giay@demo.techgate.vn')).get(`/api/v1/dossiers/${body.id}`);
  expect(await logged()).toEqual([
    { action: 'read', actor_role: 'investor', subject_kind: 'dossier', dossier_id: body.id },
    { action: 'read', actor_role: 'investor', subject_kind: 'timeline', dossier_id: body.id },
    { action: 'searched', actor_role: 'investor', subject_kind: 'list', dossier_id: null },
    { action: 'listed', actor_role: 'investor', subject_kind: 'list', dossier_id: null },
  ]);
});

test.each([
  ['an escaped letter', (id: string) => `/api/v1/%64ossiers/${id}`],
  ['a whole address', (id: string) => `http://anywhere/api/v1/dossiers/${id}`],
  ['an id in capitals', (id: string) => `/api/v1/dossiers/${id.toUpperCase()}`],
])('a read by %s stands there too', async (_, target) => {
  const investor = await api.login('gom@demo.techgate.vn');
  const draft = { procedureId: 'opinion', projectName: 'Gạch ốp lát' };
  const { body } = await investor.post<{ id: string }>('/api/v1/dossiers', draft);
  expect((await investor.get(target(body.id))).status).toBe(200);
  expect((await logged()).filter(({ dossier_id }) => dossier_id === body.id)).toEqual([
    { action: 'read', actor_role: 'investor', subject_kind: 'dossier', dossier_id: body.id },
  ]);
});

test('asking for the headers alone is a read', async () => {
  const investor = await api.login('gom@demo.techgate.vn');
  const draft = { procedureId: 'opinion', projectName: 'Gạch ốp lát' };
  const { body } = await investor.post<{ id: string }>('/api/v1/dossiers', draft);
  const answer = await api.app.inject({
    method: 'HEAD',
    url: `/api/v1/dossiers/${body.id}`,
    headers: investor.sent,
  });
  const noted = (await logged()).filter(({ dossier_id }) => dossier_id === body.id);
  expect({ status: answer.statusCode, noted: noted.length }).toEqual({ status: 200, noted: 1 });
});
