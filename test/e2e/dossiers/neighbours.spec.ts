import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Neighbours } from '#dossiers';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf, personId } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'neighbours', now: new Date('2026-07-13T02:00:00.000Z') });
  for (const name of ['Đúc gang', 'Dệt kim', 'Đúc gang']) await aDossier(api).named(name).submitted().open();
  api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
  for (const name of ['Ép nhựa', 'Gốm sứ']) await aDossier(api).named(name).accepted().open();
  for (const name of ['Bản nháp 1', 'Bản nháp 2']) await aDossier(api).named(name).open();
}, 60_000);
afterAll(() => api?.close());

const idsOf = async (who: string, query: string): Promise<string[]> => {
  const client = await api.login(emailOf(who));
  const page = await client.get<{ items: { id: string }[] }>(`/api/v1/dossiers?${query}&limit=100`);
  return page.body.items.map(({ id }) => id);
};
const neighboursOf = async (who: string, id: string, query: string) =>
  (await api.login(emailOf(who))).get<Neighbours & { code?: string }>(
    `/api/v1/dossiers/${id}/neighbours?${query}`,
  );

describe('the neighbours of a dossier', () => {
  const sorts = ['dueOn', 'receivedOn', 'updatedAt', 'fileCode', 'name'].flatMap((key) => [key, `-${key}`]);
  test.each(
    sorts.flatMap((sort): [string, string][] => [
      ['gom', `sort=${sort}`],
      ['truongphong1', `sort=${sort}&status=submitted`],
    ]),
  )('are those of the list, at every place, for %s by %s', async (who, query) => {
    const ids = await idsOf(who, query);
    expect(ids.length).toBeGreaterThan(2);
    for (const [at, id] of ids.entries()) {
      const { body } = await neighboursOf(who, id, query);
      expect({
        at,
        previous: body.previous?.id ?? null,
        next: body.next?.id ?? null,
        position: body.position,
        inList: body.inList,
      }).toEqual({
        at,
        previous: ids[at - 1] ?? null,
        next: ids[at + 1] ?? null,
        position: at + 1,
        inList: true,
      });
    }
  });

  test('of one that has left the list are those between which it would stand', async () => {
    const [first = '', second = '', third = ''] = await idsOf('truongphong1', 'tab=open&sort=name');
    const { body } = await neighboursOf('truongphong1', second, `tab=closed&sort=name`);
    expect(body).toEqual({ previous: null, next: null, inList: false, position: null });
    const open = await neighboursOf('truongphong1', second, 'tab=open&sort=name');
    expect([open.body.previous?.id, open.body.next?.id]).toEqual([first, third]);
  });

  test('nobody is led to a dossier that is hidden from them, nor told of its place', async () => {
    const [first = '', hidden = '', third = ''] = await idsOf('truongphong2', 'sort=dueOn');
    const conflict = `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'test', now())`;
    await runAs(api.db.superuser, conflict, [hidden, personId('truongphong2')]);
    expect((await neighboursOf('truongphong2', first, 'sort=dueOn')).body.next?.id).toBe(third);
    expect((await neighboursOf('truongphong2', third, 'sort=dueOn')).body).toMatchObject({
      previous: { id: first },
      position: 2,
    });
    expect((await neighboursOf('truongphong2', hidden, 'sort=dueOn')).body).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect((await neighboursOf('ximang', hidden, '')).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('are asked for in the grammar of the list', async () => {
    const [first = ''] = await idsOf('gom', '');
    expect((await neighboursOf('gom', first, 'colour=red')).body).toMatchObject({
      status: 400,
      code: 'list_query_invalid',
    });
    expect((await neighboursOf('gom', first, 'assignee=me')).body).toMatchObject({
      status: 400,
      rule: 'inside_only',
    });
  });
});
