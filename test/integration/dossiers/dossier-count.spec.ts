import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { type UnitOfWork } from '#database';
import { parseListQuery } from '#dossiers';
import { visibleDossiersSql } from '#identity';
import { talliedCount } from '../../../libs/dossiers/src/list/dossier-count.query.js';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { demoActor, seededUnitOfWork, storeDossier } from '../../support/stored-dossier.js';

let db: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
const ids: string[] = [];
beforeAll(async () => {
  db = await cloneDatabase('dossier_count');
  ({ source, unitOfWork } = await seededUnitOfWork(db));
  for (const status of ['submitted', 'submitted', 'accepted', 'approved', 'draft'] as const)
    ids.push(await storeDossier(unitOfWork, status));
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await db?.drop();
});

const count = (who: string, filter: Record<string, string | string[]> = {}) =>
  unitOfWork.read(demoActor(who), (tx) =>
    talliedCount(tx, parseListQuery(filter), (offset) => visibleDossiersSql(tx, offset)),
  );

test.each<[what: string, filter: Record<string, string | string[]>, total: number]>([
  ['nothing', {}, 4],
  ['one status', { status: 'submitted' }, 2],
  ['two statuses', { status: ['submitted', 'approved'] }, 3],
  ['drafts, which an overseer does not see', { status: 'draft' }, 0],
  ['a procedure', { procedure: 'opinion' }, 4],
  ['a procedure that nobody follows', { procedure: 'appraisal' }, 0],
  ['a status and a procedure', { status: 'accepted', procedure: 'opinion' }, 1],
])('the tally tells an overseer how many there are by %s', async (_what, filter, total) => {
  expect(await count('thanhtra', filter)).toBe(total);
});

test.each([
  ['words', { q: 'gốm' }],
  ['a first day', { from: '2026-01-01' }],
  ['a last day', { to: '2026-12-31' }],
  ['what is overdue', { overdue: 'true' }],
  ['who is assigned', { assignee: 'me' }],
])('it cannot tell by %s', async (_what, filter) => {
  expect(await count('thanhtra', filter)).toBeNull();
});

test('it cannot tell those who see some dossiers only', async () => {
  for (const who of ['gom', 'taichinh', 'phoihop', 'chuyengia1']) expect(await count(who)).toBeNull();
});

test('what is hidden from a person is not counted for that person, and for nobody else less', async () => {
  const [hidden] = ids;
  const { id } = demoActor('giamdoc');
  await runAs(
    db.superuser,
    `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at)
     SELECT $1, owner_org_id, '2026-01-01', created_at FROM dossier WHERE id = $2`,
    [id, hidden],
  );
  // All of these dossiers are of that company.
  expect(await count('giamdoc')).toBe(0);
  expect(await count('thanhtra')).toBe(4);
});
