import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf, personId, type Problem } from '../../support/dossier-driver.js';

interface View {
  id: string;
  name: string;
  query: string;
  columns: string[];
  shared: boolean;
  position: number;
  mine: boolean;
  ownerName: string;
  revision: number;
}
const URL = '/api/v1/views';
const DRAFT = {
  name: 'Sắp đến hạn',
  query: 'tab=open&sort=dueOn',
  columns: ['fileCode', 'projectName', 'actions'],
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'views' });
});
afterAll(() => api?.close());

const as = (name: string) => api.login(emailOf(name));
const keep = async (who: string, changes: object = {}, headers = {}) =>
  (await as(who)).post<View & Problem>(URL, { ...DRAFT, ...changes }, headers);
const seenBy = async (who: string): Promise<string[]> =>
  (await (await as(who)).get<{ items: View[] }>(URL)).body.items.map(({ name }) => name);
const change = async (who: string, { id, revision }: View, body: object) =>
  (await as(who)).patch<View & Problem>(`${URL}/${id}`, body, { 'if-match': `"${revision}"` });
const remove = async (who: string, { id, revision }: View) =>
  (await as(who)).raw<Problem>('DELETE', `${URL}/${id}`, undefined, { 'if-match': `"${revision}"` });

describe('a saved view', () => {
  test('is kept, changed and removed by its owner, once per key, with an entry for each act', async () => {
    const key = { 'idempotency-key': 'view-1' };
    const made = await keep('chuyenvien1', {}, key);
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { ...DRAFT, shared: false, mine: true },
    });
    expect((await keep('chuyenvien1', {}, key)).body.id).toBe(made.body.id);
    expect(await seenBy('chuyenvien1')).toEqual([DRAFT.name]);
    const changed = await change('chuyenvien1', made.body, {
      name: 'Của tôi',
      query: '?tab=mine',
      position: 3,
    });
    expect(changed.body).toMatchObject({
      name: 'Của tôi',
      query: 'tab=mine',
      position: 3,
      columns: DRAFT.columns,
      revision: 2,
    });
    expect(await change('chuyenvien1', made.body, { name: 'x' })).toMatchObject({
      status: 412,
      body: { code: 'stale_revision' },
    });
    expect(await remove('chuyenvien1', made.body)).toMatchObject({
      status: 412,
      body: { code: 'stale_revision' },
    });
    expect((await remove('chuyenvien1', changed.body)).status).toBe(204);
    expect(await seenBy('chuyenvien1')).toEqual([]);
    const log = await runAs(
      api.db.superuser,
      `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq`,
      [made.body.id],
    );
    expect(log.map(({ action }) => action)).toEqual(['view.created', 'view.changed', 'view.removed']);
  });

  test('that is shared is read by the house and changed by its owner alone; everybody sees in it what they may see', async () => {
    const dossier = await aDossier(api).accepted().open();
    const { body: view } = await keep('truongphong1', { name: 'Chung', shared: true });
    const { body: own } = await keep('truongphong1', { name: 'Riêng' });
    expect(await seenBy('truongphong1')).toEqual(['Chung', 'Riêng']);
    expect(await seenBy('truongphong2')).toEqual(['Chung']);
    expect(await seenBy('gom')).toEqual([]);
    const { body: read } = await (await as('truongphong2')).get<View>(`${URL}/${view.id}`);
    expect(read).toMatchObject({ mine: false, name: 'Chung' });
    expect(await change('truongphong2', view, { name: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await remove('truongphong2', view)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    for (const [who, { id }] of [
      ['truongphong2', own],
      ['gom', view],
    ] as const)
      expect((await (await as(who)).get<Problem>(`${URL}/${id}`)).body).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    const opened = async () =>
      (await (await as('truongphong2')).get<{ items: { id: string }[] }>(`/api/v1/dossiers?${read.query}`))
        .body.items;
    expect((await opened()).map(({ id }) => id)).toContain(dossier.id);
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'test', now())`,
      [dossier.id, personId('truongphong2')],
    );
    expect((await opened()).map(({ id }) => id)).not.toContain(dossier.id);
  });

  test('is refused where it could not be opened, or would tell what it must not', async () => {
    const refused = async (who: string, changes: object) =>
      (await keep(who, { name: 'Mới', ...changes })).body;
    expect(await refused('chuyenvien2', { query: 'colour=red' })).toMatchObject({
      status: 400,
      code: 'list_query_invalid',
      parameter: 'colour',
    });
    expect(await refused('chuyenvien2', { query: 'limit=5' })).toMatchObject({
      code: 'list_query_invalid',
      rule: 'not_in_a_view',
    });
    expect(await refused('gom', { query: 'assignee=none' })).toMatchObject({
      code: 'list_query_invalid',
      rule: 'inside_only',
    });
    expect(await refused('chuyenvien2', { query: 'q=gốm', shared: true })).toMatchObject({
      status: 422,
      code: 'view_search_stays_private',
    });
    expect(await refused('gom', { shared: true })).toMatchObject({
      status: 403,
      code: 'view_sharing_inside_only',
    });
    expect(await refused('chuyenvien2', { columns: ['salary'] })).toMatchObject({
      status: 400,
      code: 'malformed_request',
    });
    expect(await refused('chuyenvien2', { name: '   ' })).toMatchObject({
      status: 400,
      code: 'malformed_request',
    });
    const { body: own } = await keep('chuyenvien2', { name: 'Một', query: 'q=gốm' });
    expect(await refused('chuyenvien2', { name: ' Một ' })).toMatchObject({
      status: 409,
      code: 'view_name_taken',
    });
    expect((await change('chuyenvien2', own, { shared: true })).body).toMatchObject({
      code: 'view_search_stays_private',
    });
    expect((await change('chuyenvien2', own, { name: null, shared: null })).body).toMatchObject({
      code: 'malformed_request',
      errors: [
        { pointer: '/name', code: 'null_value' },
        { pointer: '/shared', code: 'null_value' },
      ],
    });
  });

  test('is one of fifty at most, also where they are kept at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 52 }, (_, n) => keep('motcua1', { name: `Xem ${n}` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ body }) => body.code === 'too_many_views')).toHaveLength(2);
  });
});
