import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyDatabase } from '#audit';
import { digestOf } from '#kernel';
import { type TestApi, startTestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { schemaOf } from '../../support/schema.js';
import { fill } from '../../bench/generator/fill.js';

let api: TestApi;
let migrated: Awaited<ReturnType<typeof schemaOf>>;
beforeAll(async () => {
  api = await startTestApi({ label: 'bench_fill' });
  migrated = await schemaOf(api.db.superuser);
  await aDossier(api).named('Dây chuyền sấy phun Hồng Lam 2').submitted().open();
  await aDossier(api).named('Nhà máy gạch ốp lát Hồng Lam 3').issued().open();
}, 60_000);
afterAll(() => api?.close());

test('what fills a bench is taken in by every constraint and trigger, and its log verifies', async () => {
  const filled = await fill(api.db.owner, 40);
  expect(filled.dossiers).toBe(38);
  const report = await verifyDatabase(api.db.app, () => undefined);
  expect(report).toMatchObject({ ok: true, faults: [] });
  expect(report.entries).toBeGreaterThan(filled.entries);
});

test('filling leaves the schema as the migrations made it, with every constraint valid', async () => {
  expect(await schemaOf(api.db.superuser)).toEqual(migrated);
  expect(await runAs(api.db.superuser, `SELECT conname FROM pg_constraint WHERE NOT convalidated`)).toEqual(
    [],
  );
});

test('a database whose filling was interrupted is refused even when it holds enough', async () => {
  const trigger = (state: string) =>
    runAs(api.db.owner, `ALTER TABLE audit_entry ${state} TRIGGER audit_entry_follows_head`);
  await trigger('DISABLE');
  await expect(fill(api.db.owner, 40)).rejects.toThrow('run again without --reuse');
  await trigger('ENABLE');
  expect((await fill(api.db.owner, 40)).dossiers).toBe(0);
});

test('the tally of a list counts what came in', async () => {
  const counted = await runAs(
    api.db.owner,
    `SELECT authority_id, status, procedure_id, capital_origin, count(*)::int AS n FROM dossier GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  );
  const tallied = await runAs(
    api.db.owner,
    `SELECT authority_id, status, procedure_id, capital_origin, sum(n)::int AS n FROM dossier_tally GROUP BY 1, 2, 3, 4 HAVING sum(n) > 0 ORDER BY 1, 2, 3, 4`,
  );
  expect(tallied).toEqual(counted);
});

test('what a copy takes from another dossier of its name is what its own digests say', async () => {
  const taken = await runAs(
    api.db.owner,
    `SELECT facts AS content, digest FROM facts_version UNION ALL SELECT result, result_digest FROM screening`,
  );
  expect(taken.length).toBeGreaterThan(70);
  expect(taken.filter(({ content, digest }) => digestOf(content) !== digest)).toEqual([]);
  const names = await runAs(
    api.db.owner,
    'SELECT project_name, count(*)::int AS n FROM dossier GROUP BY 1 HAVING count(*) > 1',
  );
  expect(names.length).toBeGreaterThan(0);
  expect(Math.max(...names.map(({ n }) => Number(n)))).toBeLessThanOrEqual(32);
});

test('a copy is a dossier of its own: found by its name, shown whole, and acts go on', async () => {
  const [copy] = await runAs(
    api.db.owner,
    `SELECT d.id, d.project_name AS name, d.file_code, d.revision FROM dossier d JOIN organisation o ON o.id = d.investor_org_id
      WHERE o.id::text NOT LIKE '00000002-%' AND d.status = 'approved' LIMIT 1`,
  );
  const {
    id,
    name,
    revision,
    file_code: code,
  } = copy as {
    id: string;
    name: string;
    revision: number;
    file_code: string;
  };
  const head = await api.login('truongphong1@demo.techgate.vn');
  const found = await head.get<{ items: { id: string }[] }>(
    `/api/v1/dossiers?q=${encodeURIComponent(`${name} ${code}`)}`,
  );
  expect(found.body.items.map((item) => item.id)).toEqual([id]);
  const shown = await head.get<{ facts: { project: { name: string } } }>(`/api/v1/dossiers/${id}`);
  expect(shown.body.facts.project.name).toBe(name);
  const leader = await api.login('giamdoc@demo.techgate.vn');
  const rehearsed = await leader.post<{ code: string }>(
    `/api/v1/dossiers/${id}/commands/endorse?dryRun=true`,
    {},
    { 'if-match': `"${revision}"` },
  );
  expect(rehearsed.body.code).toBe('command_not_permitted_now');
});
