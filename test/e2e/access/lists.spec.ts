import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer } from '../../support/api-client.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { emailOf, personId } from '../../support/dossier-driver.js';

interface Item {
  id: string;
  projectName: string;
  status: string;
  dueOn: string | null;
  receivedOn: string | null;
  updatedAt: string;
  fileCode: string | null;
  overdue: boolean;
  leadAppraiserId: string | null;
}
interface Page {
  items: Item[];
  nextCursor: string | null;
  total?: number;
  code?: string;
}
let api: TestApi;
/** Four drafts without dates or codes, four submitted, five accepted of which one is led; two days of receipt. */
beforeAll(async () => {
  api = await startTestApi({ label: 'lists', now: new Date('2026-07-13T02:00:00.000Z') });
  const named = (name: string) => aDossier(api).named(name);
  for (const name of ['Đúc gang', 'Dệt kim', 'Ép nhựa', 'Đúc gang']) await named(name).open();
  for (const name of ['Gốm sứ Bát Tràng', 'gốm sứ', 'GỐM SỨ 100%']) await named(name).submitted().open();
  await named('Xi măng').accepted().open();
  api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
  await named('Điện mặt trời').submitted().open();
  for (const name of ['Luyện thép', 'Luyện đồng', 'Luyện thép']) await named(name).accepted().open();
  await named('Giấy tái chế')
    .withFacts({ ...CLEAN_FACTS, project: { name: 'Giấy tái chế', stage: 'policy', capitalOrigin: 'fdi' } })
    .underReview()
    .open();
}, 60_000);
afterAll(() => api?.close());

const list = async (query: string, who = 'gom'): Promise<Answer<Page>> =>
  (await api.login(emailOf(who))).get<Page>(`/api/v1/dossiers?${query}`);
const namesOf = async (query: string, who = 'gom') =>
  (await list(`${query}&limit=100`, who)).body.items.map(({ projectName }) => projectName).sort();

async function walk(query: string, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Answer<Page> = await list(
      `${query}&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    expect(page.status).toBe(200);
    items.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return items;
}
const KEYS = {
  dueOn: 'dueOn',
  receivedOn: 'receivedOn',
  updatedAt: 'updatedAt',
  fileCode: 'fileCode',
  name: 'projectName',
} as const;

describe('keyset pages', () => {
  const ways = Object.keys(KEYS).flatMap((key) => [key, `-${key}`]);
  test.each(
    ways.flatMap(
      (way) =>
        [
          [way, 1],
          [way, 3],
          [way, 13],
        ] as [string, number][],
    ),
  )('by %s in pages of %i: no gap, no double, in order, nulls last', async (way, limit) => {
    const items = await walk(`sort=${way}`, limit);
    const whole = (await list(`sort=${way}&limit=100&count=true`)).body;
    expect(items.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(items.map(({ id }) => id)).size).toBe(13);
    expect(whole.total).toBe(13);
    const key = KEYS[way.replace('-', '') as keyof typeof KEYS];
    const values = items.map((item) => item[key]);
    const known = values.filter((value) => value !== null);
    expect(values.slice(0, known.length)).toEqual(known);
    const sign = way.startsWith('-') ? -1 : 1;
    const inOrder = known.every(
      (value, index) =>
        index === 0 ||
        sign * (known[index - 1] ?? '').localeCompare(value, 'en', { sensitivity: 'variant' }) <= 0,
    );
    if (key !== 'projectName') expect(inOrder).toBe(true);
  });

  test('a dossier that appears in between neither shifts nor doubles a page', async () => {
    const first = await list('sort=name&limit=5&q=thép');
    const before = await list('sort=-updatedAt&limit=6');
    await aDossier(api).named('Zirconi').by('gom').open();
    const rest = await walkFrom('sort=-updatedAt', before.body.nextCursor ?? '');
    expect(new Set([...before.body.items, ...rest].map(({ id }) => id)).size).toBe(13);
    expect(first.status).toBe(200);
  });

  test('the default is 20 by due day, the cap 100', async () => {
    expect((await list('')).body.items.map(({ id }) => id)).toEqual(
      (await list('sort=dueOn&limit=20')).body.items.map(({ id }) => id),
    );
    expect((await list('limit=5000')).status).toBe(200);
    expect((await list('limit=0')).body).toMatchObject({ status: 400, code: 'list_query_invalid' });
  });

  test.each([
    ['another sort', 'sort=name'],
    ['another filter', 'sort=-name&status=draft'],
    ['another search', 'sort=-name&q=x'],
  ])('a cursor of a list with %s is 400', async (_, query) => {
    const cursor = (await list('sort=-name&limit=2')).body.nextCursor ?? '';
    expect((await list(`${query}&cursor=${cursor}`)).body).toMatchObject({
      status: 400,
      code: 'cursor_mismatch',
    });
  });

  test.each(['nonsense', 'W10', Buffer.from('["a",1,2]').toString('base64url')])(
    'the forged cursor %s is 400',
    async (cursor) => {
      expect((await list(`cursor=${cursor}`)).body).toMatchObject({ status: 400, code: 'cursor_mismatch' });
    },
  );

  test('a cursor whose place was forged is 400, never 500', async () => {
    const cursor = (await list('sort=dueOn&limit=2')).body.nextCursor ?? '';
    const [digest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    for (const place of [
      ['x', 'y'],
      ['2026-02-30', '00000001-0000-4000-8000-000000000001'],
      [null, 'y'],
    ]) {
      const forged = Buffer.from(JSON.stringify([digest, ...place])).toString('base64url');
      expect((await list(`sort=dueOn&cursor=${forged}`)).body).toMatchObject({
        status: 400,
        code: 'cursor_mismatch',
      });
    }
  });
});
async function walkFrom(query: string, start: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = start; cursor !== null;) {
    const page: Answer<Page> = await list(`${query}&limit=6&cursor=${cursor}`);
    items.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return items;
}

describe('filters', () => {
  test('status, several at once; the count is the list', async () => {
    const { body } = await list('status=submitted&status=under_review&limit=2&count=true', 'truongphong1');
    expect(body.total).toBe(5);
    expect(
      new Set(
        (await list('status=submitted&status=under_review&limit=100', 'truongphong1')).body.items.map(
          ({ status }) => status,
        ),
      ),
    ).toEqual(new Set(['submitted', 'under_review']));
  });
  test('procedure and capital origin', async () => {
    expect(await namesOf('capitalOrigin=fdi', 'truongphong1')).toEqual(['Giấy tái chế']);
    expect(await namesOf('procedure=appraisal', 'truongphong1')).toEqual([]);
  });
  test('assignee me, none and by id', async () => {
    expect(await namesOf('assignee=me', 'chuyenvien1')).toEqual(['Giấy tái chế']);
    expect(await namesOf(`assignee=${personId('chuyenvien1')}`, 'truongphong1')).toEqual(['Giấy tái chế']);
    expect(await namesOf('assignee=none', 'truongphong1')).toHaveLength(8);
  });
  test('days of receipt, both inclusive', async () => {
    expect(await namesOf('from=2026-07-13&to=2026-07-13', 'truongphong1')).toHaveLength(4);
    expect(await namesOf('from=2026-07-14', 'truongphong1')).toHaveLength(5);
    expect(await namesOf('to=2026-07-12', 'truongphong1')).toEqual([]);
  });
  test('overdue: past the due day, still open', async () => {
    expect(await namesOf('overdue=true', 'truongphong1')).toEqual([]);
    api.clock.set(new Date('2026-07-23T02:00:00.000Z'));
    expect(await namesOf('overdue=true', 'truongphong1')).toEqual(['Xi măng']);
    expect((await list('overdue=true&count=true', 'truongphong1')).body).toMatchObject({
      total: 1,
      items: [{ overdue: true }],
    });
    api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
  });

  test.each<[string, string[]]>([
    ['đúc', ['Đúc gang', 'Đúc gang']],
    ['duc gang', ['Đúc gang', 'Đúc gang']],
    ['DIEN MAT TROI', ['Điện mặt trời']],
    ['gom su', ['GỐM SỨ 100%', 'Gốm sứ Bát Tràng', 'gốm sứ']],
    ['su gom', ['GỐM SỨ 100%', 'Gốm sứ Bát Tràng', 'gốm sứ']],
    ['100%', ['GỐM SỨ 100%']],
    ['luyện đ', ['Luyện đồng']],
    ['_', []],
    ['không có', []],
  ])('q=%s', async (q, expected) => {
    expect(await namesOf(`q=${encodeURIComponent(q)}`)).toEqual([...expected].sort());
    expect((await list(`q=${encodeURIComponent(q)}&count=true`)).body.total).toBe(expected.length);
  });
  test('q finds a file code, and a draft by the name it was opened with', async () => {
    const { fileCode } = (await list('q=xi măng')).body.items[0] ?? {};
    expect(await namesOf(`q=${fileCode}`)).toEqual(['Xi măng']);
    const investor = await api.login(emailOf('giay'));
    await investor.post('/api/v1/dossiers', { procedureId: 'opinion', projectName: 'Bột giấy Lâm Hạ' });
    expect(await namesOf('q=bot giay', 'giay')).toEqual(['Bột giấy Lâm Hạ']);
  });
  test('q finds the number of an incoming letter', async () => {
    const dossier = await aDossier(api).onPaper('2026-07-13').submitted().open();
    expect((await list('q=125/stc', 'motcua1')).body.items.map(({ id }) => id)).toEqual([dossier.id]);
  });

  test.each([
    'colour=red',
    'status=happy',
    'sort=price',
    'overdue=maybe',
    'from=yesterday',
    'assignee=bob',
    'limit=x',
    'sort=name&sort=dueOn',
    'procedure=magic',
    `q=${'x'.repeat(201)}`,
  ])('%s is 400 with the parameter', async (query) => {
    const { body } = await list(query);
    expect(body).toMatchObject({ status: 400, code: 'list_query_invalid' });
    expect(query).toContain(String((body as unknown as { parameter: string }).parameter));
  });
});
