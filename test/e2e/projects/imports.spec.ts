import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { sha256, systemActor } from '#kernel';
import { insertProjects } from '#projects';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { HEADER, ImportSteps, MAPPING } from '../../support/import-steps.js';
import { project } from '../../support/projects.js';
import { demoActor } from '../../support/stored-dossier.js';
import { type CellDraft, xlsxFile } from '../../support/xlsx-builder.js';

const BASE = '/api/v1/projects/imports';
let api: TestApi;
let clerk: ImportSteps;
let head: ImportSteps;
beforeAll(async () => {
  api = await startTestApi({ label: 'project_imports' });
  clerk = new ImportSteps(api, await api.login('motcua1@demo.techgate.vn'));
  head = new ImportSteps(api, await api.login('truongphong1@demo.techgate.vn'));
  // Each test begins with an empty register: the logs of its projects go with it.
  for (const log of ['project_event', 'project_decision'])
    await runAs(api.db.superuser, `ALTER TABLE ${log} DISABLE TRIGGER USER`);
});
afterAll(() => api.close());
const EMPTY =
  'TRUNCATE project_import_row, project_import, project_import_mapping, project_event, investment_project CASCADE';
beforeEach(async () => {
  await runAs(api.db.superuser, EMPTY);
});

const row = (name: string, changes: Partial<Record<number, CellDraft>> = {}): CellDraft[] =>
  [name, `Công ty ${name}`, null, 12.5, '05/07/2026'].map((cell, index) => changes[index] ?? cell);
const NAMES = ['Xi măng', 'Gạch', 'Kính', 'Giấy', 'Than', 'Thép', 'Cảng', 'Điện gió', 'Dệt nhuộm', 'Gốm sứ'];
const enter = (changes: Parameters<typeof project>[0]) =>
  api.app
    .get(UnitOfWork)
    .run(systemActor(DEMO_AUTHORITY.id), (tx) =>
      insertProjects(tx, [project(changes)], { source: 'manual' }),
    );
const entries = () =>
  runAs(
    api.db.superuser,
    `SELECT action, outcome, facts, actor_id FROM audit_entry WHERE action LIKE 'project_import.%' OR facts->>'command' = 'upload_project_import'
     ORDER BY seq`,
  );

describe('from the file to the register', () => {
  it('proposes, previews without touching the register, runs in the background, and says who imported what', async () => {
    const sent = await clerk.list([
      row('Xi măng Đá Bạc'),
      row('Gạch Hồng Lam', { 3: '1.200' }),
      row('Kính Cát Trắng'),
    ]);
    expect(sent.status).toBe(201);
    expect(sent.headers['etag']).toBe('"1"');
    expect(sent.body).toMatchObject({
      state: 'uploaded',
      format: 'xlsx',
      csv: null,
      settings: null,
      sameFile: [],
    });
    expect(sent.body.sheets[0]).toMatchObject({
      name: 'Danh sách',
      headerRow: 1,
      unit: 'billion_vnd',
      saved: null,
    });
    expect(sent.body.sheets[0]?.columns.map(({ column, field }) => [column, field])).toEqual(
      Object.entries(MAPPING).map(([field, column]) => [column, field]),
    );
    const { id } = sent.body;

    const previewed = await clerk.preview(id);
    expect(previewed.body.import).toMatchObject({ state: 'previewed', counts: { new: 2, faulty: 1 } });
    expect(previewed.body.rows.items.map(({ number, kind }) => [number, kind])).toEqual([
      [2, 'new'],
      [3, 'faulty'],
      [4, 'new'],
    ]);
    expect(previewed.body.rows.items[1]?.faults).toEqual([
      expect.objectContaining({
        field: 'capitalVnd',
        cell: 'D3',
        code: 'amount_ambiguous',
        label: 'Tổng vốn đầu tư',
      }),
    ]);
    expect(await clerk.register()).toEqual([]);

    const started = await clerk.post(id, 'run', {});
    expect([started.status, started.body.state]).toEqual([202, 'queued']);
    expect(started.body.progress).toMatchObject({
      total: 3,
      done: 0,
      percent: 0,
      waitingSeconds: 0,
      startedAt: null,
    });
    await clerk.work();
    const ended = await clerk.get(id);
    expect(ended.body).toMatchObject({
      state: 'finished',
      progress: { total: 3, done: 3, percent: 100, inserted: 2, faulty: 1 },
    });
    expect(await clerk.register()).toMatchObject([
      {
        name: 'Kính Cát Trắng',
        capital: 12_500_000_000,
        registered_on: '2026-07-05',
        source: 'import',
        import_row: 4,
        revision: 1,
      },
      { name: 'Xi măng Đá Bạc', import_row: 2, entered_by: demoActor('motcua1').id },
    ]);
    expect(await entries()).toMatchObject([
      {
        action: 'project_import.uploaded',
        facts: { sha256: sent.body['sha256'] },
        actor_id: demoActor('motcua1').id,
      },
      { action: 'project_import.started', facts: { new: 2, faulty: 1 } },
      { action: 'project_import.advanced', facts: { first: 2, last: 4, rows: 3 } },
      { action: 'project_import.finished', facts: { inserted: 2, updated: 0, skipped: 0, faulty: 1 } },
    ]);
  });

  it('remembers the choice for lists with the same headings, and names imports of the same file', async () => {
    const odd: CellDraft[] = ['Cột một', 'Cột hai'];
    const bytes = xlsxFile([{ name: 'A', rows: [odd, ['Xi măng', 'Đá Bạc']] }]);
    const first = await clerk.upload(bytes, 'a.xlsx');
    expect(first.body.sheets[0]?.columns.map(({ field }) => field)).toEqual([null, null]);
    const mapping = { name: 'A', investorName: 'B' };
    expect((await clerk.preview(first.body.id, { sheet: 'A', mapping, units: {} })).status).toBe(200);
    const second = await clerk.upload(bytes, 'b.xlsx');
    expect(second.body.sheets[0]?.saved).toEqual({ mapping, units: { capital: null, decimal: null } });
    expect(second.body.sameFile).toEqual([first.body.id]);
  });

  it('takes the sheet that a person chooses, of two', async () => {
    const bytes = xlsxFile([
      { name: 'Trang bìa', rows: [['Báo cáo']] },
      { name: 'Danh sách', rows: [['DANH MỤC'], HEADER, row('Xi măng Đá Bạc')] },
    ]);
    const { body } = await clerk.upload(bytes, 'a.xlsx');
    expect(body.sheets.map(({ name, headerRow }) => [name, headerRow])).toEqual([
      ['Trang bìa', 1],
      ['Danh sách', 2],
    ]);
    expect((await clerk.preview(body.id, { headerRow: 2 })).body.import.counts).toMatchObject({ new: 1 });
    const elsewhere = await clerk.preview(body.id, { sheet: 'Không có' });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'import_sheet_unknown']);
  });

  it('reads a CSV of our own template', async () => {
    const template = await clerk.get('template.csv');
    expect(template.headers['content-type']).toContain('text/csv');
    const { body } = await clerk.upload(template.bytes, 'mau.csv');
    expect(body).toMatchObject({ format: 'csv', csv: { delimiter: ',', encoding: 'utf-8' } });
    const columns = body.sheets[0]?.columns ?? [];
    expect(columns.every(({ score }) => score === 1)).toBe(true);
    const mapping = Object.fromEntries(columns.map(({ field, column }) => [field, column]));
    const answer = await clerk.preview(body.id, { sheet: 'CSV', mapping });
    expect(answer.body.import.counts).toMatchObject({ new: 1, faulty: 0 });
  });
});

describe('duplicates', () => {
  it('shows them with reasons, and does with each what was decided', async () => {
    const [known] = await enter({ name: 'Nhà máy xi măng Đá Bạc', investorName: 'Công ty CP Đá Bạc' });
    await enter({
      name: 'Cảng Mới',
      investorName: 'Công ty Cảng Mới',
      capitalVnd: 12_500_000_000,
      registeredOn: '2026-07-05',
    });
    const id = await clerk.previewed([
      ['Nha may xi mang Da Bac', 'Công ty Đá Bạc', null, 20, '06/07/2026'],
      row('Gạch Hồng Lam'),
      row('GẠCH  HỒNG LAM', { 1: 'Công ty Gạch Hồng Lam' }),
      row('Cảng Mới'),
      ['Nhà máy xi măng Đá Bạc giai đoạn hai', 'Công ty Đá Bạc', null, 30, '07/07/2026'],
    ]);
    const rows = await clerk.rows(id);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'duplicate_of_register',
      'new',
      'duplicate_in_file',
      'unchanged',
      'duplicate_in_file',
    ]);
    expect(rows[0]?.duplicates[0]).toMatchObject({
      projectId: known?.id,
      name: 'Nhà máy xi măng Đá Bạc',
      reasons: expect.arrayContaining(['same_name_but_accents']),
    });
    const undecided = await clerk.post(id, 'run', {});
    expect(undecided).toMatchObject({
      status: 409,
      body: { code: 'import_duplicates_undecided', inFile: 2, inRegister: 1 },
    });

    expect((await clerk.decide(id, 2, { decision: 'update_existing' })).body).toMatchObject({
      targetId: known?.id,
    });
    expect((await clerk.decide(id, 6, { decision: 'import_as_new' })).body).toMatchObject({
      decision: 'import_as_new',
    });
    expect((await clerk.post(id, 'run', { undecidedInFile: 'skip' })).status).toBe(202);
    await clerk.work();
    expect((await clerk.rows(id)).map(({ outcome, skipReason }) => [outcome, skipReason])).toEqual([
      ['updated', null],
      ['inserted', null],
      ['skipped', 'decided'],
      ['skipped', 'unchanged'],
      ['inserted', null],
    ]);
    expect((await clerk.register()).find((one) => one['id'] === known?.id)).toMatchObject({
      name: 'Nha may xi mang Da Bac',
      capital: 20_000_000_000,
      revision: 2,
    });
  });

  it('refuses decisions that mean nothing', async () => {
    await enter({ name: 'Nhà máy xi măng Đá Bạc' });
    const id = await clerk.previewed([
      row('Nhà máy xi măng Đá Bạc'),
      row('Gạch Hồng Lam'),
      row('Gạch Hồng Lam'),
    ]);
    const codes = async (number: number | string, body: object) => {
      const answer = await clerk.decide(id, number, body);
      return [answer.status, answer.body.code];
    };
    expect(await codes(3, { decision: 'skip' })).toEqual([409, 'import_decision_not_possible']);
    expect(await codes(4, { decision: 'update_existing' })).toEqual([409, 'import_decision_not_possible']);
    const other = { decision: 'update_existing', projectId: '00000009-0000-4000-8000-000000000009' };
    expect(await codes(2, other)).toEqual([409, 'import_decision_not_possible']);
    expect(await codes(99, { decision: 'skip' })).toEqual([404, 'not_found']);
    expect(await codes('x', { decision: 'skip' })).toEqual([404, 'not_found']);
    expect(await codes(2, { decision: 'burn' })).toEqual([400, 'malformed_request']);
  });

  it('lets the uploader mend a row before it is brought in, compares it again, and says so in the log', async () => {
    await enter({ name: 'Nhà máy giấy Lâm Hạ', investorName: 'Công ty Lâm Hạ' });
    const id = await clerk.previewed([
      row('Gạch Hồng Lam', { 3: '1.200', 4: '5/7/26' }),
      row('Kính Cát Trắng'),
      row('Thép Sông Bùn', { 3: 'nhiều' }),
    ]);
    const still = await clerk.mend(id, 2, { capitalVnd: '1200' });
    expect([still.status, still.body.kind, still.body.faults.map(({ cell }) => cell)]).toEqual([
      ...[200, 'faulty', ['E2']],
    ]);
    const sound = await clerk.mend(id, 2, { registeredOn: '05/07/2026' });
    expect(sound.body).toMatchObject({ kind: 'new', faults: [], project: { capitalVnd: 1.2e12 } });
    const twin = await clerk.mend(id, 4, {
      name: 'Kính Cát Trắng',
      capitalVnd: '1',
      investorName: 'Công ty Kính',
    });
    expect(twin.body).toMatchObject({ kind: 'duplicate_in_file', firstNumber: 3 });
    const known = await clerk.mend(id, 4, { name: 'Nhà máy giấy Lâm Hạ', investorName: 'Công ty Lâm Hạ' });
    expect(known.body).toMatchObject({ kind: 'duplicate_of_register', firstNumber: null });
    expect((await clerk.mend(id, 2, { colour: 'red' })).status).toBe(400);
    expect((await head.mend(id, 2, { name: 'x' })).status).toBe(404);
    await clerk.post(id, 'run', { undecidedInRegister: 'skip' });
    expect((await clerk.mend(id, 2, { name: 'Khác' })).body.code).toBe('import_not_in_state');
    await clerk.work();
    expect((await clerk.register()).map(({ name, capital }) => [name, capital])).toEqual([
      ['Gạch Hồng Lam', 1.2e12],
      ['Kính Cát Trắng', 12.5e9],
      ['Nhà máy giấy Lâm Hạ', null],
    ]);
    const mended = (await entries()).filter(({ action }) => action === 'project_import.row_mended');
    expect(mended[1]).toMatchObject({ facts: { number: 2, fields: 'registeredOn', kind: 'new' } });
  });

  it('takes a list in which a cell that every project needs is empty, and says so of its row', async () => {
    const [name, investor] = ['Gạch Hồng Lam', 'Công ty Gạch'];
    const { body: list } = await clerk.list([
      [name, null, null, 12.5, '05/07/2026'],
      [null, investor, null, 12.5, '05/07/2026'],
      [name, investor, null, 12.5, '05/07/2026'],
    ]);
    expect((await clerk.preview(list.id)).status).toBe(200);
    const rows = await clerk.rows(list.id);
    expect(
      rows.map(({ kind, faults }) => [kind, ...faults.map(({ field, code }) => `${field} ${code}`)]),
    ).toEqual([['faulty', 'investorName required'], ['faulty', 'name required'], ['new']]);
  });

  it('takes a cell that is emptied for unknown, whatever else stands in the row', async () => {
    const id = await clerk.previewed([row('Gạch Hồng Lam')]);
    const texts = {
      investorTaxCode: '5709900055',
      investorCountry: 'Nội dung đã được xem xét',
      sectorVsic: 'B0510',
    };
    for (const emptied of [{ investorName: '' }, { investorName: '\t\n' }, { name: '', investorName: '' }]) {
      const { status, body } = await clerk.mend(id, 2, { ...texts, ...emptied });
      expect([status, body.kind]).toEqual([200, 'faulty']);
      expect(body.faults.map(({ field }) => field)).toEqual(expect.arrayContaining(Object.keys(emptied)));
    }
  });

  it('updates one project with several rows, one after the other', async () => {
    const [known] = await enter({ name: 'Nhà máy xi măng Đá Bạc', investorName: 'Công ty Đá Bạc' });
    const rows = [10, 20].map((capital): CellDraft[] => [
      'Nhà máy xi măng Đá Bạc',
      'Công ty Đá Bạc',
      null,
      capital,
      null,
    ]);
    const id = await clerk.previewed(rows.slice(0, 1));
    await clerk.post(id, 'run', { undecidedInRegister: 'update_existing' });
    await clerk.work();
    const again = await clerk.previewed(rows.slice(1));
    await clerk.post(again, 'run', { undecidedInRegister: 'update_existing' });
    await clerk.work();
    expect(await clerk.register()).toMatchObject([{ id: known?.id, revision: 3, capital: 20_000_000_000 }]);
  });

  it('does not overwrite what somebody corrected since the preview', async () => {
    await enter({ name: 'Nhà máy Thép Sông Bùn', investorName: 'Công ty Thép Bùn', capitalVnd: 1e9 });
    await enter({ name: 'Nhà máy Gạch Sông Bùn', investorName: 'Công ty Gạch Bùn', capitalVnd: 1e9 });
    const list = ['Thép', 'Gạch'].map((what) =>
      row(`Nhà máy ${what} Sông Bùn`, { 1: `Công ty ${what} Bùn`, 3: 2 }),
    );
    const id = await clerk.previewed(list);
    const steel = (await clerk.register()).find(({ name }) => String(name).includes('Thép'));
    const client = await api.login('truongphong1@demo.techgate.vn');
    const path = `/api/v1/projects/${String(steel?.['id'])}`;
    expect((await client.patch(path, { capitalVnd: 7e9 }, { 'if-match': '"1"' })).status).toBe(200);
    await clerk.post(id, 'run', { undecidedInRegister: 'update_existing' });
    await clerk.work();
    expect((await clerk.rows(id)).map(({ outcome, skipReason }) => [outcome, skipReason])).toEqual([
      ['skipped', 'entered_meanwhile'],
      ['updated', null],
    ]);
    expect((await clerk.register()).map(({ capital }) => capital).sort()).toEqual([2e9, 7e9]);
  });

  it('does not enter what somebody else entered since the preview, nor update what is gone', async () => {
    const [gone] = await enter({ name: 'Nhà máy giấy Lâm Hạ', investorName: 'Công ty Lâm Hạ' });
    const id = await clerk.previewed([
      row('Xi măng Đá Bạc'),
      ['Nhà máy giấy Lâm Hạ', 'Công ty Lâm Hạ', null, 5, null],
    ]);
    await enter({ name: 'Xi măng Đá Bạc' });
    await clerk.post(id, 'run', { undecidedInRegister: 'update_existing' });
    await runAs(api.db.superuser, 'ALTER TABLE investment_project DISABLE TRIGGER ALL');
    await runAs(api.db.superuser, 'UPDATE investment_project SET withdrawn_at = now() WHERE id = $1', [
      gone?.id,
    ]);
    await runAs(api.db.superuser, 'ALTER TABLE investment_project ENABLE TRIGGER ALL');
    await clerk.work();
    expect((await clerk.rows(id)).map(({ skipReason }) => skipReason)).toEqual([
      'entered_meanwhile',
      'target_gone',
    ]);
  });
});

describe('who is in conflict', () => {
  it('may not enter rows of the own investor, whether or not the project is there, and sees no hidden duplicate', async () => {
    const ties = { name: 'Mỏ than Đông Sơn mở rộng', investorTaxCode: '5709900011' };
    await enter({ ...ties, investorName: 'Công ty Cổ phần Than Đông Sơn Minh Giang' });
    await runAs(
      api.db.superuser,
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, valid_to, recorded_at)
       SELECT $1, id, '2020-01-01', NULL, now() FROM organisation WHERE tax_code = '5709900011'`,
      [demoActor('motcua1').id],
    );
    const tied = (name: string): CellDraft[] => [name, 'Công ty X', '5709900011-002', 1, '05/07/2026'];
    const id = await clerk.previewed([
      tied('Mỏ than Đông Sơn mở rộng'),
      tied('Một dự án chưa từng có'),
      ['Bãi than', 'CÔNG TY CP THAN ĐÔNG SƠN MINH GIANG', null, 1, null],
      ['Mỏ than Đông Sơn mở rộng', 'Công ty khác hẳn', null, 1, null],
    ]);
    const rows = await clerk.rows(id);
    expect(rows.map(({ faults, kind, duplicates }) => [faults[0]?.code, kind, duplicates])).toEqual([
      ['importer_tied', 'faulty', []],
      ['importer_tied', 'faulty', []],
      ['importer_tied', 'faulty', []],
      [undefined, 'new', []],
    ]);
    await runAs(api.db.superuser, 'DELETE FROM user_affiliation WHERE user_id = $1', [
      demoActor('motcua1').id,
    ]);
  });
});

describe('running', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      row(`${NAMES[index % 10]} số ${index} khu ${(index * 7919) % 9973}`),
    );

  it('acts once for one key, and once for two presses', async () => {
    const id = await clerk.previewed([row('Xi măng Đá Bạc')]);
    const key = { 'idempotency-key': 'run-1' };
    const [first, again] = [await clerk.post(id, 'run', {}, key), await clerk.post(id, 'run', {}, key)];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect((await clerk.post(id, 'run', {})).body.code).toBe('import_not_in_state');
    await Promise.all([clerk.work(), clerk.work(), clerk.work()]);
    expect((await clerk.register()).length).toBe(1);
    const bytes = xlsxFile([{ name: 'A', rows: [HEADER, row('Gạch')] }]);
    const upload = { 'idempotency-key': 'upload-1' };
    const sent = [await clerk.upload(bytes, 'a.xlsx', upload), await clerk.upload(bytes, 'a.xlsx', upload)];
    expect(sent[0]?.body.id).toBe(sent[1]?.body.id);
    expect((await clerk.upload(bytes, 'b.xlsx', upload)).body.code).toBe('idempotency_key_reused');
  });

  it('acts on nobody who only asks what would happen', async () => {
    const id = await clerk.previewed(NAMES.map((name) => row(name)));
    const client = await api.login('motcua1@demo.techgate.vn');
    for (const act of ['run', 'cancel', 'undo'])
      expect(await client.post(`${BASE}/${id}/${act}?dryRun=true`, {})).toMatchObject({
        status: 400,
        body: { code: 'malformed_request', errors: [{ pointer: '/query/dryRun', code: 'no_dry_run' }] },
      });
    expect((await clerk.get(id)).body.state).toBe('previewed');
  });

  it('goes on after a crash in the middle without doubling a row', async () => {
    const id = await clerk.previewed(many(1200));
    await clerk.post(id, 'run', { undecidedInFile: 'import_as_new' });
    // The third batch breaks: row 1003 may not be stored.
    await runAs(
      api.db.owner,
      `ALTER TABLE investment_project ADD CONSTRAINT crash CHECK (import_row IS DISTINCT FROM 1003) NOT VALID`,
    );
    await clerk.work();
    const broken = await clerk.get(id);
    expect(broken.body).toMatchObject({
      state: 'running',
      progress: { done: 1000, percent: 83, lastError: 'DatabaseError' },
    });
    expect((await clerk.register()).length).toBe(1000);
    await runAs(api.db.owner, 'ALTER TABLE investment_project DROP CONSTRAINT crash');
    await Promise.all([clerk.work(), clerk.work()]);
    expect((await clerk.get(id)).body).toMatchObject({
      state: 'finished',
      progress: { done: 1200, lastError: null },
    });
    const numbers = (await clerk.register()).map((one) => one['import_row']);
    expect(new Set(numbers).size).toBe(1200);
  });

  it('gives up after five errors in a row, and can be started again', async () => {
    const id = await clerk.previewed([row('Xi măng Đá Bạc')]);
    await clerk.post(id, 'run', {});
    await runAs(
      api.db.owner,
      `ALTER TABLE investment_project ADD CONSTRAINT crash CHECK (import_row IS NULL) NOT VALID`,
    );
    for (let turn = 0; turn < 6; turn += 1) await clerk.work();
    expect((await clerk.get(id)).body).toMatchObject({ state: 'failed', progress: { done: 0 } });
    await runAs(api.db.owner, 'ALTER TABLE investment_project DROP CONSTRAINT crash');
    expect((await clerk.post(id, 'run', {})).body.state).toBe('queued');
    await clerk.work();
    expect((await clerk.get(id)).body.state).toBe('finished');
  });

  it('stops for a person who may not import any more', async () => {
    const id = await clerk.previewed([row('Xi măng Đá Bạc')]);
    await clerk.post(id, 'run', {});
    await runAs(api.db.superuser, 'UPDATE app_user SET active = false WHERE id = $1', [
      demoActor('motcua1').id,
    ]);
    await clerk.work();
    await runAs(api.db.superuser, 'UPDATE app_user SET active = true WHERE id = $1', [
      demoActor('motcua1').id,
    ]);
    expect((await clerk.get(id)).body).toMatchObject({
      state: 'failed',
      progress: { lastError: 'forbidden' },
    });
    expect(await clerk.register()).toEqual([]);
  });

  it('enters no project twice when two lists of the same rows run at once', async () => {
    const ids = [await clerk.previewed(many(600)), await head.previewed(many(600))];
    await clerk.post(ids[0] ?? '', 'run', { undecidedInFile: 'skip' });
    await head.post(ids[1] ?? '', 'run', { undecidedInFile: 'skip' });
    await Promise.all([clerk.work(), clerk.work(), head.work()]);
    const names = (await clerk.register()).map((one) => one['name']);
    expect(new Set(names).size).toBe(names.length);
    const states = await Promise.all([clerk.get(ids[0] ?? ''), head.get(ids[1] ?? '')]);
    expect(states.map(({ body }) => body.state)).toEqual(['finished', 'finished']);
  });

  it('can be cancelled in the queue and started again; nothing runs meanwhile', async () => {
    const id = await clerk.previewed([row('Xi măng Đá Bạc')]);
    expect((await clerk.post(id, 'cancel')).body.code).toBe('import_not_in_state');
    await clerk.post(id, 'run', {});
    expect((await head.post(id, 'cancel')).body.state).toBe('cancelled');
    await clerk.work();
    expect(await clerk.register()).toEqual([]);
    expect((await clerk.preview(id)).body.code).toBe('import_not_in_state');
    await clerk.post(id, 'run', {});
    await clerk.work();
    expect((await clerk.register()).length).toBe(1);
  });

  it('shows how long it has waited where no worker runs, and when it should end while one does', async () => {
    const id = await clerk.previewed(many(700));
    await clerk.post(id, 'run', { undecidedInFile: 'import_as_new' });
    const start = api.clock.now();
    api.clock.advance(90_000);
    const later = new ImportSteps(api, await api.login('motcua1@demo.techgate.vn'));
    expect((await later.get(id)).body.progress).toMatchObject({ waitingSeconds: 90, startedAt: null });
    await runAs(
      api.db.owner,
      `ALTER TABLE investment_project ADD CONSTRAINT crash CHECK (import_row < 600) NOT VALID`,
    );
    await later.work();
    await runAs(api.db.owner, 'ALTER TABLE investment_project DROP CONSTRAINT crash');
    const begun = api.clock.now();
    api.clock.advance(10_000);
    const watching = new ImportSteps(api, await api.login('motcua1@demo.techgate.vn'));
    expect((await watching.get(id)).body.progress).toMatchObject({
      startedAt: begun.toISOString(),
      expectedEndAt: new Date(begun.getTime() + 14_000).toISOString(),
      waitingSeconds: null,
    });
    api.clock.set(start);
    await clerk.work();
  });
});

describe('taking back', () => {
  it('takes back what nobody has touched since, and leaves the rest; what is taken back is in no list', async () => {
    const id = await clerk.previewed([row('Xi măng Đá Bạc'), row('Gạch Hồng Lam')]);
    await clerk.post(id, 'run', {});
    await clerk.work();
    const update = await head.previewed([row('Gạch Hồng Lam', { 3: 99 })]);
    await head.post(update, 'run', { undecidedInRegister: 'update_existing' });
    await head.work();
    expect((await head.post(update, 'undo')).body.code).toBe('import_undo_nothing');
    const undone = await clerk.post(id, 'undo');
    expect(undone.body).toMatchObject({ state: 'undone', progress: { undone: 1, inserted: 2 } });
    expect((await clerk.register()).map(({ name, withdrawn }) => [name, withdrawn])).toEqual([
      ['Gạch Hồng Lam', false],
      ['Xi măng Đá Bạc', true],
    ]);
    expect((await clerk.post(id, 'undo')).body.code).toBe('import_not_in_state');
    const reader = await api.login('thanhtra@demo.techgate.vn');
    const list = await reader.get<{ items: { name: string }[] }>('/api/v1/projects');
    expect(list.body.items.map(({ name }) => name)).toEqual(['Gạch Hồng Lam']);
    const gone = (await clerk.register()).find(({ withdrawn }) => withdrawn === true);
    expect((await reader.get(`/api/v1/projects/${String(gone?.['id'])}`)).status).toBe(404);
    const again = await clerk.previewed([row('Xi măng Đá Bạc')]);
    expect((await clerk.get(again)).body.counts).toMatchObject({ new: 1 });
    expect((await entries()).at(-2)).toMatchObject({ action: 'project_import.undone', facts: { undone: 1 } });
  });
});

describe('what was wrong', () => {
  it('comes back as a file with the reason, to be mended and imported again; formulas in it are disarmed', async () => {
    const id = await clerk.previewed([
      row('=1+1', { 4: '31/02/2026' }),
      row('Gạch "Hồng Lam"', { 3: '1.200' }),
      row('Kính'),
    ]);
    const file = await clerk.get(`${id}/faulty-rows.csv`);
    const text = file.bytes.toString();
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '\ufeffTên dự án,Nhà đầu tư,Mã số thuế,Tổng vốn đầu tư (tỷ đồng),Ngày đăng ký,Dòng trong tệp gốc,Lỗi cần sửa',
      expect.stringMatching(/^"'=1\+1",Công ty =1\+1,,"?12[.,]5"?,31\/02\/2026,2,"?E2 Ngày đăng ký: /),
      expect.stringContaining('"Gạch ""Hồng Lam""",'),
    ]);
    const again = await clerk.upload(file.bytes, 'dong-loi.csv');
    expect(again.body.sheets[0]?.columns.slice(0, 5).map(({ field }) => field)).toEqual(Object.keys(MAPPING));
    const reads = await runAs(api.db.superuser, `SELECT action FROM access_log WHERE subject_id = $1`, [id]);
    expect(reads).toEqual([{ action: 'exported' }]);
  });

  it('has nothing to run where every row is faulty, or there is none', async () => {
    const faulty = await clerk.previewed([row('x', { 1: 'y' })]);
    expect((await clerk.post(faulty, 'run', {})).body.code).toBe('import_nothing_to_run');
    const none = await clerk.previewed([]);
    expect((await clerk.get(none)).body.counts).toMatchObject({ new: 0, faulty: 0 });
    expect((await clerk.post(none, 'run', {})).body.code).toBe('import_nothing_to_run');
  });

  it.each([
    [
      'a column that is not there',
      { mapping: { ...MAPPING, sourceText: 'ZZ' } },
      422,
      'import_mapping_invalid',
    ],
    ['a column given twice', { mapping: { ...MAPPING, sourceText: 'A' } }, 422, 'import_mapping_invalid'],
    ['no investor', { mapping: { name: 'A' } }, 422, 'import_columns_missing'],
    ['no unit', { units: {} }, 422, 'import_unit_missing'],
    ['a header row without anything', { headerRow: 900 }, 422, 'import_header_row_invalid'],
    ['an unknown field', { mapping: { ...MAPPING, colour: 'A' } }, 400, 'malformed_request'],
    ['a strange column', { mapping: { ...MAPPING, name: '1' } }, 400, 'malformed_request'],
    ['row zero', { headerRow: 0 }, 400, 'malformed_request'],
  ])('refuses a preview with %s', async (_, changes, status, code) => {
    const { body } = await clerk.list([row('Xi măng')]);
    const answer = await clerk.preview(body.id, changes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await clerk.get(body.id)).body.state).toBe('uploaded');
  });

  it('refuses a currency of another country in the heading', async () => {
    const bytes = xlsxFile([
      {
        name: 'Danh sách',
        rows: [HEADER.map((cell, index) => (index === 3 ? 'Vốn (triệu USD)' : cell)), row('A')],
      },
    ]);
    const { body } = await clerk.upload(bytes, 'a.xlsx');
    expect(body.sheets[0]?.unit).toBe('other_currency');
    expect((await clerk.preview(body.id)).body.code).toBe('import_currency_refused');
  });
});

describe('who sees it', () => {
  it('is the uploader; heads and auditors see the figures, nobody else anything', async () => {
    const id = await clerk.previewed([row('Xi măng Đá Bạc')]);
    const auditor = await api.login('thanhtra@demo.techgate.vn');
    expect((await head.get(id)).body).toMatchObject({ id, sheets: [], settings: null, counts: { new: 1 } });
    expect((await auditor.get(`${BASE}/${id}`)).status).toBe(200);
    const other = await api
      .login('motcua2@demo.techgate.vn')
      .catch(() => api.login('chuyenvien1@demo.techgate.vn'));
    for (const path of [id, `${id}/rows`, `${id}/faulty-rows.csv`]) {
      expect([path, (await other.get(`${BASE}/${path}`)).status]).toEqual([path, 404]);
      expect(
        (await other.get(`${BASE}/${path.replace(id, '00000009-0000-4000-8000-000000000009')}`)).status,
      ).toBe(404);
    }
    expect((await head.get(`${id}/rows`)).status).toBe(404);
    expect((await head.post(id, 'run', {})).status).toBe(404);
    expect((await other.get<{ items: unknown[] }>(BASE)).body.items).toEqual([]);
  });

  it('pages the list, the newest first', async () => {
    const ids: string[] = [];
    for (const name of ['Một', 'Hai', 'Ba']) ids.push((await clerk.list([row(name)])).body.id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = (await clerk.get(`?limit=2${query}`)).body as unknown as {
        items: { id: string }[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).toEqual([...ids].sort());
    expect((await clerk.get('?cursor=abc')).body.code).toBe('cursor_mismatch');
  });
});

describe('hostile files over HTTP', () => {
  const stored = async () =>
    (await readdir(api.config.storageFolder, { recursive: true })).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    );

  it('refuses 50 MB while it still streams, and keeps nothing but the log entry', async () => {
    const before = await stored();
    const answer = await clerk.upload(Buffer.alloc(50 * 1024 * 1024, 'a,b\n'), 'a.csv');
    expect([answer.status, answer.body.code, answer.body['maxBytes']]).toEqual([
      413,
      'file_too_large',
      20 * 1024 * 1024,
    ]);
    expect(await stored()).toEqual(before);
    expect((await entries()).at(-1)).toMatchObject({ outcome: 'refused', facts: { code: 'file_too_large' } });
    expect((await clerk.get('')).body).toMatchObject({ items: [] });
  });

  it.each<[string, () => Uint8Array, string, number, string]>([
    [
      'a bomb',
      () =>
        xlsxFile([{ name: 'A', rows: [['a']] }], { parts: { 'xl/media/a.png': new Uint8Array(8 << 20) } }),
      'a.xlsx',
      422,
      'import_unpacks_too_large',
    ],
    [
      'an entity bomb',
      () =>
        xlsxFile([{ name: 'A', rows: [] }], {
          parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>' },
        }),
      'a.xlsx',
      422,
      'import_xml_refused',
    ],
    [
      'an old encoding',
      () => Buffer.from([0x54, 0xaa, 0x6e, 0x2c, 0x4e, 0x68, 0xb5]),
      'a.csv',
      422,
      'import_encoding_refused',
    ],
    ['HTML called Excel', () => Buffer.from('<html><table><tr><td>1'), 'a.xls', 415, 'import_markup_refused'],
    [
      'old Excel',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
      'a.xls',
      415,
      'import_old_excel_refused',
    ],
    [
      'a password',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'a.xlsx',
      422,
      'import_file_encrypted',
    ],
    ['open quotes', () => Buffer.from('Tên dự án,Nhà đầu tư\n"a,b\n'), 'a.csv', 422, 'import_csv_quotes'],
    ['blanks', () => Buffer.from(' \n'), 'a.csv', 422, 'import_file_without_rows'],
    ['a letter', () => Buffer.from('%PDF-1.7 '), 'a.csv', 415, 'import_file_type_refused'],
    ['too many rows', () => Buffer.from('a,b\n'.repeat(20_001)), 'a.csv', 422, 'import_too_many_rows'],
    ['too many columns', () => Buffer.from('a,'.repeat(101) + 'b'), 'a.csv', 422, 'import_too_many_columns'],
    [
      'too many sheets',
      () => xlsxFile(Array.from({ length: 51 }, (_, index) => ({ name: `S${index}`, rows: [] }))),
      'a.xlsx',
      422,
      'import_too_many_sheets',
    ],
    [
      'too many merged cells',
      () =>
        xlsxFile([
          {
            name: 'A',
            rows: [['a']],
            merges: Array.from({ length: 5001 }, (_, index) => `A${index + 1}:B${index + 1}`),
          },
        ]),
      'a.xlsx',
      422,
      'import_too_many_merges',
    ],
    ['nothing', () => new Uint8Array(), 'a.csv', 422, 'file_empty'],
  ])('refuses %s by name', async (_, bytes, name, status, code) => {
    const before = await stored();
    const content = bytes();
    const answer = await clerk.upload(content, name);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await stored()).toEqual(before);
    expect(sha256(content)).toHaveLength(64);
  });
});
