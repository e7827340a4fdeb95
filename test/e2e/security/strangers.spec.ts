import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { SYSTEM_CHAIN_ID } from '#audit';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { PDF } from '../../support/determination.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId } from '../../support/dossier-driver.js';

const MISSING = '00000009-0000-4000-8000-00000000dead';
/** Somebody of each kind who has nothing to do with the dossier of the ceramics company. */
const STRANGERS = ['giay', 'khukinhte', 'phoihop2', 'chuyengia4'];

let api: TestApi;
let dossier: DossierDriver;
beforeAll(async () => {
  api = await startTestApi({
    label: 'strangers',
    config: { timeLimits: { headers: 10, body: 30, upload: 600, statement: 3, request: 6 } },
  });
  dossier = await aDossier(api).underReview().open();
}, 60_000);
afterAll(() => api?.close());

describe('a key that stands for something else', () => {
  const FILES = { right: PDF, wrong: Buffer.from('MZ no document') };
  const chains = async () => [
    ...(await runAs(api.db.superuser, 'SELECT count(*)::int AS n FROM audit_chain_head')),
    ...(await runAs(api.db.superuser, `SELECT count(*)::int AS n FROM audit_entry`)),
  ];

  test('opens no door: a stranger writes nothing into the chain of a dossier, of nothing, or of the system', async () => {
    const stranger = await api.login(emailOf('giay'));
    const draft = { procedureId: 'opinion', projectName: 'Giấy' };
    await stranger.post('/api/v1/dossiers', draft, { 'idempotency-key': 'known' });
    const before = await chains();
    for (const id of [dossier.id, MISSING, SYSTEM_CHAIN_ID])
      for (const content of Object.values(FILES)) {
        const file = { field: 'file', fileName: 'a.pdf', contentType: 'application/pdf', content };
        const path = `/api/v1/dossiers/${id}/documents`;
        const answer = await stranger.upload(path, {}, [file], { 'idempotency-key': 'known' });
        expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
      }
    expect(await chains()).toEqual(before);
  });

  test('opens none to whoever has left either', async () => {
    const left = await aDossier(api)
      .accepted()
      .and((one) =>
        one.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' }),
      )
      .open();
    const lead = await left.person('chuyenvien1');
    const sql = 'SELECT id FROM assignment WHERE dossier_id = $1';
    const id = String((await runAs(api.db.superuser, sql, [left.id]))[0]?.['id']);
    const key = { 'idempotency-key': 'left' };
    const path = `/api/v1/assignments/${id}/declaration`;
    await lead.post(path, { conflict: true, reason: 'Người thân.' }, key);
    const before = await chains();
    const answer = await lead.post(path, { conflict: false }, key);
    expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
    expect(await chains()).toEqual(before);
  });
});

describe('a dossier that somebody is working on', () => {
  /** What `work` takes while a row, the dossier's as a rule, is locked by somebody else, or null when it waits for the lock. */
  async function whileLocked<Result>(
    work: () => Promise<Result>,
    { id = dossier.id, table = 'dossier', patienceMs = 1000 } = {},
  ): Promise<Result | null> {
    const other = new pg.Client({ ...api.db.superuser });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
      const waited = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs).unref());
      return await Promise.race([work(), waited]);
    } finally {
      await other.end();
    }
  }

  test.each(STRANGERS)('does not make %s wait', async (who) => {
    const stranger = await api.login(emailOf(who));
    const path = `/api/v1/dossiers/${dossier.id}/commands/withdraw`;
    const answer = await whileLocked(() => stranger.post(path, { reason: 'Thử' }, { 'if-match': '"1"' }));
    expect(answer?.status).toBe(404);
  });

  test('nor does an import of another clerk, whoever is at work on it', async () => {
    const content = Buffer.from('Tên dự án;Nhà đầu tư\nGạch Hồng Lam;Công ty Gạch\n');
    const file = { field: 'file', fileName: 'a.csv', contentType: 'text/csv', content };
    const uploader = await api.login(emailOf('motcua1'));
    const { body } = await uploader.upload<{ id: string }>('/api/v1/projects/imports', {}, [file]);
    const other = await api.login(emailOf('motcua2'));
    const path = `/api/v1/projects/imports/${body.id}`;
    for (const act of ['cancel', 'undo', 'run']) {
      const send = () => other.post(`${path}/${act}`, act === 'run' ? {} : undefined);
      const answer = await whileLocked(send, { id: body.id, table: 'project_import' });
      expect(answer?.status).toBe(404);
    }
  });

  test('tells those who wait too long to come back, also beside a key and an invitation', async () => {
    const owner = await api.login(emailOf('gom'));
    const file = { field: 'file', fileName: 'a.pdf', contentType: 'application/pdf', content: PDF };
    const draft = await aDossier(api).open();
    const send = () => owner.upload(draft.url('/documents'), {}, [file], { 'idempotency-key': 'late' });
    const answer = await whileLocked(send, { id: draft.id, patienceMs: 10_000 });
    expect(answer?.body).toMatchObject({ status: 503, code: 'dependency_unavailable' });
    expect((await send()).status).toBe(201);
  });

  test('makes those wait who may see it', async () => {
    const owner = await api.login(emailOf('gom'));
    const path = `/api/v1/dossiers/${dossier.id}/commands/withdraw?dryRun=true`;
    let answered: Promise<unknown> = Promise.resolve();
    const waits = await whileLocked(() => (answered = owner.post(path, {}, { 'if-match': '"1"' })));
    expect(waits).toBeNull();
    expect(await answered).toHaveProperty('status');
  });
});
