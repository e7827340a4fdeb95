import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, type UnitOfWork } from '#database';
import { foldForSearch, listDossiers, parseListQuery, searchTextOf } from '#dossiers';
import { visibleDossiersSql } from '#identity';
import { type CivilDate, civilDate } from '#kernel';
import { sortColumn } from '../../../libs/dossiers/src/list/dossier-list.query.js';
import { foundDossiers, type SearchLimits } from '../../../libs/dossiers/src/list/found-dossiers.sql.js';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { demoActor, seededUnitOfWork, storeDossier } from '../../support/stored-dossier.js';

const TODAY: CivilDate = civilDate('2026-07-15');
const STATUSES = ['submitted', 'under_review', 'approved', 'refused'] as const;
const WORKS = ['Nhà máy gốm', 'Nhà máy kính nổi', 'Xưởng mạ'];
const PLACES = ['Đá Bạc', 'Sông Kim', 'Kỳ Anh', 'Nghi Sơn', 'Bạc Liêu'];
interface Stored {
  id: string;
  status: string;
  text: string;
  dueOn: string | null;
}

let db: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
const stored: Stored[] = [];
/** Against these the head is in conflict. */
let hidden: string[] = [];

beforeAll(async () => {
  db = await cloneDatabase('found_dossiers');
  ({ source, unitOfWork } = await seededUnitOfWork(db));
  for (let n = 0; n < 60; n += 1) stored.push(await storeNumber(n));
  hidden = stored.flatMap(({ id }, n) => (n % 7 === 3 ? [id] : []));
  const head = demoActor('truongphong1').id;
  for (const id of hidden)
    await runAs(
      db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'declared', 'kin', now())`,
      [id, head],
    );
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await db?.drop();
});

async function storeNumber(n: number): Promise<Stored> {
  const status = STATUSES[n % 4] ?? 'submitted';
  const id = await storeDossier(unitOfWork, status);
  const name = `${WORKS[n % 3]} ${PLACES[n % 5]} ${n}`;
  const dueOn = n % 4 < 2 ? `2026-07-${10 + (n % 9)}` : null;
  const text = searchTextOf(name, `H49.${n}`, null);
  await runAs(
    db.superuser,
    'UPDATE dossier SET revision = revision + 1, project_name = $2, search_text = $3, due_on = $4 WHERE id = $1',
    [id, name, text, dueOn],
  );
  return { id, status, text, dueOn };
}

/** What stands in a list, found row by row; a day that is missing is the last. */
function expected(who: string, query: { q?: string; status?: string[] }): string[] {
  const words = foldForSearch(query.q ?? '').split(' ');
  return stored
    .filter(({ id }) => who !== 'truongphong1' || !hidden.includes(id))
    .filter(({ status }) => query.status?.includes(status) ?? true)
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ id, dueOn }) => [`${dueOn ?? '9999'} ${id}`, id] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, id]) => id);
}

type Asked = Record<string, string | string[]>;
const visible = (tx: Parameters<typeof visibleDossiersSql>[0]) => (offset: number) =>
  visibleDossiersSql(tx, offset);
/** The page and one more. */
const foundIds = (who: string, asked: Asked, limits?: SearchLimits) =>
  unitOfWork.read(demoActor(who), async (tx) => {
    const query = parseListQuery(asked);
    const list = { query, visible: visible(tx), today: TODAY, column: sortColumn(query) };
    const { sql, where } = foundDossiers(tx, list, limits);
    return (await tx.composed<{ id: string }>(sql, where.values)).map(({ id }) => id);
  });
/** All pages of a list, one after the other. */
async function listedIds(who: string, asked: Asked): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = parseListQuery({ ...asked, ...(cursor === '' ? {} : { cursor }) });
    const page: Awaited<ReturnType<typeof listDossiers>> = await unitOfWork.read(demoActor(who), (tx) =>
      listDossiers(tx, query, visible(tx), TODAY),
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

const SEARCHES = [
  'nha may',
  'kinh noi',
  'Xưởng mạ đá bạc',
  'bac',
  'ma',
  'x',
  'h49.1',
  'zzz',
  '%',
  'máy gốm nghi sơn',
];

describe.each<[way: string, limits: SearchLimits]>([
  ['near the top', { nearTop: 60, sample: 60, walked: 60 }],
  ['by a walk', { nearTop: 0, sample: 60, walked: 60 }],
  ['by the index', { nearTop: 0, sample: 0, walked: 0 }],
  ['one way after the other', { nearTop: 5, sample: 12, walked: 25 }],
])('a search %s', (_way, limits) => {
  test.each(['truongphong1', 'thanhtra'])('finds for %s what is there, due first', async (who) => {
    for (const q of SEARCHES)
      for (const limit of [1, 3, 30]) {
        const ids = await foundIds(who, { q, limit: String(limit) }, limits);
        expect({ q, limit, ids }).toEqual({ q, limit, ids: expected(who, { q }).slice(0, limit + 1) });
      }
  });

  test('within a status finds what is there', async () => {
    for (const q of SEARCHES) {
      const ids = await foundIds('truongphong1', { q, status: ['approved'], limit: '2' }, limits);
      expect({ q, ids }).toEqual({
        q,
        ids: expected('truongphong1', { q, status: ['approved'] }).slice(0, 3),
      });
    }
  });
});

test.each<[asked: Asked]>([
  [{ q: 'nha may', limit: '4' }],
  [{ q: 'ma', limit: '3' }],
  [{ q: 'bac', limit: '2' }],
  [{ status: ['approved', 'submitted'], limit: '4' }],
  [{ status: ['refused', 'refused', 'approved', 'under_review'], limit: '7' }],
  [{ status: ['refused', 'draft'], limit: '100' }],
])('the pages of %j follow each other without a gap and nothing comes twice', async (asked) => {
  for (const who of ['truongphong1', 'thanhtra'])
    expect(await listedIds(who, asked)).toEqual(expected(who, asked));
});

test('the longest name that folds into several letters for each is stored and found by its beginning and code', async () => {
  const syllables = Array.from({ length: 500 }, (_, n) => String.fromCharCode(0xac00 + ((n * 7919) % 11172)));
  const name = syllables.join('');
  const { id } = stored[0] as Stored;
  const before = stored[0]?.text;
  await runAs(
    db.superuser,
    'UPDATE dossier SET revision = revision + 1, project_name = $2, search_text = $3 WHERE id = $1',
    [id, name, searchTextOf(name, 'H49.korea', '힣'.repeat(100))],
  );
  for (const q of [syllables.slice(0, 9).join(''), 'h49.korea'])
    expect(await foundIds('thanhtra', { q })).toEqual([id]);
  await runAs(db.superuser, 'UPDATE dossier SET revision = revision + 1, search_text = $2 WHERE id = $1', [
    id,
    before,
  ]);
});

test('what an older installation stored longer than fits is cut by the migration, and its end is still found', async () => {
  const before = await new DataSource(dataSourceOptions({ ...db.owner, poolSize: 2 })).initialize();
  const isCut = async () =>
    (await runAs(db.superuser, `SELECT 1 FROM schema_migration WHERE name LIKE 'CutLongSearchTexts%'`))
      .length > 0;
  while (await isCut()) await before.undoLastMigration({ transaction: 'each' });
  await before.destroy();
  const { id } = stored[1] as Stored;
  const long = `${Array.from({ length: 1400 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20000))).join('')} h49.long`;
  await runAs(db.superuser, 'UPDATE dossier SET revision = revision + 1, search_text = $2 WHERE id = $1', [
    id,
    long,
  ]);
  await migrate(db.owner);
  for (const q of [long.slice(0, 9), 'h49.long']) expect(await foundIds('thanhtra', { q })).toEqual([id]);
  const [{ bytes } = {}] = await runAs(
    db.superuser,
    'SELECT octet_length(search_text) AS bytes FROM dossier WHERE id = $1',
    [id],
  );
  expect(bytes).toBeLessThan(2300);
}, 60_000);
