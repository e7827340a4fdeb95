import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { type UnitOfWork } from '#database';
import { DEMO_AUTHORITY, demoOrganisation } from '#identity';
import { type AdjustableClock, systemActor } from '#kernel';
import { findDuplicates, insertProjects } from '#projects';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { project } from '../../support/projects.js';
import { demoActor, seededUnitOfWork } from '../../support/stored-dossier.js';

const SYSTEM = systemActor(DEMO_AUTHORITY.id);
const IMPORT = randomUUID();
let db: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
let clock: AdjustableClock;
beforeAll(async () => {
  db = await cloneDatabase('projects_register');
  ({ source, unitOfWork, clock } = await seededUnitOfWork(db));
});
afterAll(async () => {
  await source.destroy();
  await db.drop();
});

const drafts = Array.from({ length: 10_000 }, (_, n) =>
  project({
    name: `Nhà máy sản phẩm số ${n} khu ${n % 97} lô ${n * 31}`,
    investorName: `Công ty TNHH Số ${n % 4000}`,
    investorTaxCode: String(4_000_000_000 + (n % 4000)),
  }),
);
const duplicatesOf = (rows: ReturnType<typeof project>[], who = SYSTEM) =>
  unitOfWork.read(who, (tx) => findDuplicates(tx, rows));

describe('entering projects', () => {
  test('a batch is stored with keys, its organisation, and an event each; the order is that of the rows', async () => {
    const coal = demoOrganisation('coal');
    const rows = [
      project({ name: ' Mỏ  than Đông Sơn ', investorName: coal.name, investorTaxCode: coal.taxCode }),
      project({ name: 'Kho lạnh Cảng Mới', capitalVnd: 310_000_000_000, registeredOn: '2026-03-01' }),
    ];
    const origin = { source: 'import', importId: IMPORT, rowNumbers: [7, 9] } as const;
    const made = await unitOfWork.run(SYSTEM, (tx) => insertProjects(tx, rows, origin));
    expect(made.map(({ index }) => index)).toEqual([0, 1]);
    const stored = await runAs(
      db.superuser,
      `SELECT p.name, p.name_key, p.investor_key, p.investor_org_id, p.import_row, p.capital_vnd, p.registered_on::text AS registered_on,
         e.kind, e.seq, e.facts FROM investment_project p JOIN project_event e ON e.project_id = p.id ORDER BY p.import_row`,
    );
    expect(stored).toEqual([
      {
        name: 'Mỏ than Đông Sơn',
        name_key: 'mo than dong son',
        investor_key: 'than dong son minh giang',
        investor_org_id: coal.id,
        import_row: 7,
        capital_vnd: null,
        registered_on: null,
        kind: 'entered',
        seq: 1,
        facts: { source: 'import', importId: IMPORT, importRow: 7 },
      },
      expect.objectContaining({ import_row: 9, capital_vnd: '310000000000', registered_on: '2026-03-01' }),
    ]);
  });

  test('the database refuses a change without its event, and a deletion', async () => {
    await expect(
      runAs(db.app, `UPDATE investment_project SET revision = revision + 1 WHERE import_row = 7`),
    ).rejects.toMatchObject({ constraint: 'project_change_is_logged' });
    await expect(
      runAs(db.app, `UPDATE investment_project SET name = 'Khác hẳn' WHERE import_row = 7`),
    ).rejects.toMatchObject({ constraint: 'project_changes_one_by_one' });
    await expect(runAs(db.app, 'DELETE FROM investment_project')).rejects.toMatchObject({ code: '42501' });
    await expect(runAs(db.owner, 'DELETE FROM project_event')).rejects.toMatchObject({
      constraint: 'insert_only',
    });
  });
});

describe('finding duplicates', () => {
  test('in the register by name, accents, tax code and investor', async () => {
    const coal = demoOrganisation('coal');
    const rows = [
      project({ name: 'Mo than Dong Son', investorName: 'Người khác' }),
      project({
        name: 'Mỏ than Đông Sơn 2',
        investorTaxCode: `${coal.taxCode}-001`,
        investorName: 'Chi nhánh',
      }),
      project({ name: 'Mỏ than Đông Sơn mở rộng', investorName: 'CTCP Than Đông Sơn Minh Giang' }),
      project({ name: 'Cảng tổng hợp', investorName: coal.name, investorTaxCode: coal.taxCode }),
    ];
    const register = await duplicatesOf(rows);
    expect(register.map(({ index, name, reasons }) => ({ index, name, reasons }))).toEqual([
      { index: 0, name: 'Mỏ than Đông Sơn', reasons: ['same_name_but_accents'] },
      { index: 1, name: 'Mỏ than Đông Sơn', reasons: ['same_tax_code_similar_name'] },
      { index: 2, name: 'Mỏ than Đông Sơn', reasons: ['same_investor_similar_name'] },
    ]);
  });

  test('says nothing of projects that the actor may not see', async () => {
    await runAs(
      db.superuser,
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at) VALUES ($1, $2, '2020-01-01', now())`,
      [demoActor('motcua2').id, demoOrganisation('coal').id],
    );
    const rows = [project({ name: 'Mỏ than Đông Sơn' })];
    expect(await duplicatesOf(rows, demoActor('motcua1'))).toHaveLength(1);
    expect(await duplicatesOf(rows, demoActor('motcua2'))).toEqual([]);
    expect(await duplicatesOf(rows, demoActor('quantri'))).toEqual([]);
  });

  test('ten thousand against ten thousand', async () => {
    for (let from = 0; from < drafts.length; from += 2000) {
      const batch = drafts.slice(from, from + 2000);
      const origin = {
        source: 'import',
        importId: IMPORT,
        rowNumbers: batch.map((_, n) => from + n + 100),
      } as const;
      await unitOfWork.run(SYSTEM, (tx) => insertProjects(tx, batch, origin));
    }
    const register = await duplicatesOf(drafts);
    expect(new Set(register.map(({ index }) => index)).size).toBe(10_000);
    expect(register.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  test('of an investor with very many projects the newest are compared, and one of the same name is always found', async () => {
    const investorName = 'Công ty cổ phần Khu công nghiệp Bách Dự';
    const many = Array.from({ length: 700 }, (_, n) =>
      project({ name: `Nhà xưởng cho thuê lô ${n} Bách Dự`, investorName, investorTaxCode: null }),
    );
    const enter = (rows: typeof many, first: number) => {
      clock.advance(60_000);
      const rowNumbers = rows.map((_, n) => first + n);
      return unitOfWork.run(SYSTEM, (tx) =>
        insertProjects(tx, rows, { source: 'import', importId: IMPORT, rowNumbers }),
      );
    };
    await enter(
      [project({ name: 'Kho lạnh trung tâm Bách Dự', investorName, investorTaxCode: null })],
      20_000,
    );
    await enter([project({ name: 'Bến bãi phụ trợ Bách Dự', investorName, investorTaxCode: null })], 20_001);
    await enter(many, 20_002);
    await enter(
      [project({ name: 'Nhà ăn ca trung tâm Bách Dự', investorName, investorTaxCode: null })],
      21_000,
    );
    const register = await duplicatesOf([
      project({ name: 'Kho lạnh trung tâm Bách Dự', investorName: 'Chủ mới', investorTaxCode: null }),
      project({ name: 'Nhà ăn ca trung tâm Bách Dự 2', investorName, investorTaxCode: null }),
      project({ name: 'Bến bãi phụ trợ Bách Dự 2', investorName, investorTaxCode: null }),
    ]);
    const names = (at: number) => register.filter(({ index }) => index === at).map(({ name }) => name);
    expect(names(0)).toEqual(['Kho lạnh trung tâm Bách Dự']);
    expect(names(1)[0]).toBe('Nhà ăn ca trung tâm Bách Dự');
    expect(names(2)).not.toContain('Bến bãi phụ trợ Bách Dự');
  });
});
