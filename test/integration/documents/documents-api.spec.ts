import { readFileSync } from 'node:fs';
import { chmod, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnitOfWork } from '#database';
import { DEMO_PASSWORD } from '#identity';
import { sha256 } from '#kernel';
import { type ApiClient } from '../../support/api-client.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { demoActor, storeDossier } from '../../support/stored-dossier.js';

const file = (name: string) => readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url));
const PDF = file('letter.pdf');
const LIMIT = 64 * 1024;
/** Every file below a folder, also half-received ones. */
const filesIn = async (folder: string): Promise<string[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
};
interface DocumentBody {
  id: string;
  fileName: string;
  sha256: string;
  revision: number;
  [field: string]: unknown;
}

describe('documents over HTTP', () => {
  let api: TestApi;
  let unitOfWork: UnitOfWork;
  let owner: ApiClient;
  let clerk: ApiClient;
  let stranger: ApiClient;

  beforeAll(async () => {
    api = await startTestApi({ label: 'documents_api', listen: true, config: { uploadMaxBytes: LIMIT } });
    unitOfWork = api.app.get(UnitOfWork);
    [owner, clerk, stranger] = (await Promise.all(
      ['gom', 'motcua1', 'giay'].map((name) => api.login(`${name}@demo.techgate.vn`)),
    )) as [ApiClient, ApiClient, ApiClient];
  });
  afterAll(() => api.close(), 120_000);

  const dossier = (status: Parameters<typeof storeDossier>[1] = 'draft') => storeDossier(unitOfWork, status);
  const part = (
    content: Uint8Array,
    fileName: string,
    contentType = 'application/octet-stream',
    field = 'file',
  ) => ({ field, fileName, contentType, content });
  const send = (
    client: ApiClient,
    dossierId: string,
    content: Uint8Array,
    fileName: string,
    contentType?: string,
    headers = {},
  ) =>
    client.upload<DocumentBody>(
      `/api/v1/dossiers/${dossierId}/documents`,
      { kind: 'paper', checklistItem: 'D3' },
      [part(content, fileName, contentType)],
      headers,
    );
  const storedFiles = async () =>
    (await readdir(api.config.storageFolder, { recursive: true })).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    );
  const entriesOf = (dossierId: string) =>
    runAs(
      api.db.superuser,
      'SELECT action, outcome, facts FROM audit_entry WHERE chain_id = $1 ORDER BY seq',
      [dossierId],
    );

  it('takes a file in and gives back the same bytes, as an attachment under its own name', async () => {
    const id = await dossier();
    const sent = await send(owner, id, PDF, 'Giải trình công nghệ (lần 1).pdf', 'application/pdf');
    expect(sent.status).toBe(201);
    expect(sent.headers['etag']).toBe('"1"');
    expect(sent.body).toMatchObject({
      dossierId: id,
      kind: 'paper',
      checklistItem: 'D3',
      fileName: 'Giải trình công nghệ (lần 1).pdf',
      contentType: 'application/pdf',
      size: PDF.length,
      sha256: sha256(PDF),
    });
    expect(sent.body).not.toHaveProperty('storageKey');
    const got = await owner.get(`/api/v1/documents/${sent.body.id}/content`);
    expect(got.status).toBe(200);
    expect(got.bytes.equals(PDF)).toBe(true);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-length': String(PDF.length),
    });
    expect(got.headers['content-security-policy']).toContain('sandbox');
    expect(got.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''Gi%E1%BA%A3i/);
  });

  it('lists what is there, and logs upload with its hash and download before the first byte', async () => {
    const id = await dossier();
    const { body } = await send(owner, id, PDF, 'a.pdf');
    const list = await owner.get<{ items: DocumentBody[] }>(`/api/v1/dossiers/${id}/documents`);
    expect(list.body.items.map((item) => item.id)).toEqual([body.id]);
    await owner.get(`/api/v1/documents/${body.id}/content`);
    expect(await entriesOf(id)).toMatchObject([
      { action: 'document.uploaded', facts: { sha256: sha256(PDF) } },
    ]);
    const reads = await runAs(
      api.db.superuser,
      `SELECT actor_id, action, dossier_id FROM access_log WHERE subject_id = $1`,
      [body.id],
    );
    expect(reads).toEqual([{ actor_id: demoActor('gom').id, action: 'downloaded', dossier_id: id }]);
  });

  it('answers a stranger as if nothing were there', async () => {
    const id = await dossier();
    const { body } = await send(owner, id, PDF, 'a.pdf');
    const absent = '00000000-0000-4000-8000-00000000dead';
    const same = async (
      ask: (
        document: string,
        dossierId: string,
      ) => Promise<{ status: number; body: Record<string, unknown> }>,
    ) => {
      const [there, nowhere] = await Promise.all([ask(body.id, id), ask(absent, absent)]);
      const bare = ({ requestId: _id, instance: _path, ...rest }: Record<string, unknown>) => rest;
      expect(there.status).toBe(404);
      expect(bare(there.body)).toEqual(bare(nowhere.body));
    };
    await same((document) => stranger.get(`/api/v1/documents/${document}/content`));
    await same((_, dossierId) => stranger.get(`/api/v1/dossiers/${dossierId}/documents`));
    await same((_, dossierId) => send(stranger, dossierId, PDF, 'a.pdf'));
    await same((document) =>
      stranger.post(`/api/v1/documents/${document}/withdraw`, { reason: 'because' }, { 'if-match': '"1"' }),
    );
    expect((await api.anonymous.get(`/api/v1/documents/${body.id}/content`)).status).toBe(401);
    expect((await entriesOf(id)).length).toBe(1);
  });

  it.each([
    ['empty.pdf', 'a.pdf', 'application/pdf', 422, 'file_empty'],
    ['plain.zip', 'a.zip', 'application/zip', 422, 'archive_refused'],
    ['page.html', 'a.pdf', 'application/pdf', 415, 'file_type_mismatch'],
    ['letter.pdf', 'a.png', 'image/png', 415, 'file_type_mismatch'],
    ['letter.pdf', 'hoa\u202Efdp.exe', 'application/pdf', 415, 'file_type_mismatch'],
    ['page.html', 'a.html', 'text/html', 415, 'file_type_not_allowed'],
    ['cut-off.pdf', 'a.pdf', 'application/pdf', 422, 'file_damaged'],
    ['macro-enabled.xlsx', 'a.xlsx', '', 422, 'file_macros_refused'],
  ])(
    'refuses %s as %j (%s) with %i %s; only the log entry stays',
    async (name, called, type, status, code) => {
      const id = await dossier();
      const before = await storedFiles();
      const answer = await send(owner, id, file(name), called, type);
      expect([answer.status, answer.body['code']]).toEqual([status, code]);
      expect(await storedFiles()).toEqual(before);
      expect(await entriesOf(id)).toMatchObject([
        { action: 'command.refused', outcome: 'refused', facts: { code } },
      ]);
    },
  );

  it('stops at the limit, names it, and stays usable over a real connection', async () => {
    const id = await dossier();
    const whole = (size: number) =>
      Buffer.concat([PDF, Buffer.alloc(size - PDF.length - 6, ' '), Buffer.from('\n%%EOF')]);
    expect((await send(owner, id, whole(LIMIT), 'a.pdf')).status).toBe(201);
    expect((await send(owner, id, whole(LIMIT + 1), 'a.pdf')).body).toMatchObject({
      code: 'file_too_large',
      status: 413,
      maxBytes: LIMIT,
    });
    const session = await api.anonymous.post<{ accessToken: string }>('/api/v1/auth/login', {
      email: 'gom@demo.techgate.vn',
      password: DEMO_PASSWORD,
    });
    const authorization = `Bearer ${session.body.accessToken}`;
    const post = async (dossierId: string) => {
      const form = new FormData();
      form.set('file', new Blob([whole(8 * 1024 * 1024)]), 'large.pdf');
      const answer = await fetch(`${api.url}/api/v1/dossiers/${dossierId}/documents`, {
        method: 'POST',
        headers: { authorization },
        body: form,
      });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await post(id)).toEqual([413, 'file_too_large']);
    expect(await post('00000000-0000-4000-8000-00000000dead')).toEqual([404, 'not_found']);
    expect(await post(await dossier('submitted'))).toEqual([409, 'documents_not_accepted_now']);
    // Files are flushed, which can wait for what the databases of other tests have not written yet.
  }, 120_000);

  it.each([
    ['no file', { kind: 'paper' }, [], 400, 'file_missing'],
    ['another kind', { kind: 'virus' }, [part(PDF, 'a.pdf')], 400, 'upload_fields_invalid'],
    ['a strange item', { checklistItem: '<b>' }, [part(PDF, 'a.pdf')], 400, 'upload_fields_invalid'],
    ['an unknown field', { colour: 'red' }, [part(PDF, 'a.pdf')], 400, 'upload_fields_invalid'],
    ['the file under another name', {}, [part(PDF, 'a.pdf', '', 'upload')], 400, 'upload_fields_invalid'],
    ['two files', {}, [part(PDF, 'a.pdf'), part(PDF, 'b.pdf')], 400, 'upload_fields_invalid'],
    [
      'three files',
      {},
      [part(PDF, 'a.pdf'), part(PDF, 'b.pdf'), part(PDF, 'c.pdf')],
      400,
      'upload_fields_invalid',
    ],
    [
      'a second file that is refused',
      {},
      [part(PDF, 'a.pdf'), part(file('page.html'), 'b.html')],
      400,
      'upload_fields_invalid',
    ],
  ])('refuses a body with %s, and nothing of it stays', async (_what, fields, files, status, code) => {
    const id = await dossier();
    await rm(join(api.config.storageFolder), { recursive: true, force: true });
    const answer = await owner.upload(`/api/v1/dossiers/${id}/documents`, fields, files);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect((await owner.get(`/api/v1/dossiers/${id}/documents`)).body).toEqual({ items: [] });
    expect(await filesIn(api.config.storageFolder)).toEqual([]);
  });

  it('keeps no byte of what could not be added', async () => {
    const id = await dossier();
    const key = { 'idempotency-key': 'upload-2' };
    const other = Buffer.concat([PDF, Buffer.from('\n% other\n%%EOF\n')]);
    expect((await send(owner, id, PDF, 'a.pdf', undefined, key)).status).toBe(201);
    const before = await filesIn(api.config.storageFolder);
    expect((await send(owner, id, other, 'a.pdf', undefined, key)).body['code']).toBe(
      'idempotency_key_reused',
    );
    expect((await send(owner, id, PDF, 'a.pdf', undefined, key)).status).toBe(201);
    expect(await filesIn(api.config.storageFolder)).toEqual(before);
  });

  it('wants multipart', async () => {
    const answer = await owner.post(`/api/v1/dossiers/${await dossier()}/documents`, { file: 'x' });
    expect([answer.status, answer.body['code']]).toEqual([415, 'unsupported_media_type']);
  });

  it('takes documents only while the owner may change the dossier, at the counter always, from readers never', async () => {
    const id = await dossier('submitted');
    expect((await send(owner, id, PDF, 'a.pdf')).body['code']).toBe('documents_not_accepted_now');
    expect((await send(clerk, id, PDF, 'a.pdf')).status).toBe(201);
    const auditor = await api.login('thanhtra@demo.techgate.vn');
    expect((await send(auditor, id, PDF, 'a.pdf')).body['code']).toBe('forbidden');
  });

  it('acts once for the same key and refuses the key for another file', async () => {
    const id = await dossier();
    const key = { 'idempotency-key': 'upload-1' };
    const [first, again] = [
      await send(owner, id, PDF, 'a.pdf', undefined, key),
      await send(owner, id, PDF, 'a.pdf', undefined, key),
    ];
    expect(again.body.id).toBe(first.body.id);
    expect((await send(owner, id, file('photo.png'), 'a.png', undefined, key)).body['code']).toBe(
      'idempotency_key_reused',
    );
  });

  it('withdraws with If-Match and a reason, and shows it as withdrawn', async () => {
    const id = await dossier();
    const { body } = await send(owner, id, PDF, 'a.pdf');
    const path = `/api/v1/documents/${body.id}/withdraw`;
    expect((await owner.post(path, { reason: 'Nhầm tệp' })).status).toBe(428);
    expect((await owner.post(path, { reason: 'Nhầm tệp' }, { 'if-match': '"9"' })).status).toBe(412);
    const done = await owner.post(path, { reason: 'Nhầm tệp' }, { 'if-match': '"1"' });
    expect(done).toMatchObject({ status: 200, body: { revision: 2, withdrawnReason: 'Nhầm tệp' } });
    expect((await owner.post(path, { reason: 'Nhầm tệp' }, { 'if-match': '"2"' })).body['code']).toBe(
      'document_withdrawn',
    );
  });

  it('says storage_unavailable with Retry-After when the disk is away, and recovers', async () => {
    const id = await dossier();
    const folder = api.config.storageFolder;
    await rename(folder, `${folder}-away`);
    await writeFile(folder, '');
    const answer = await send(owner, id, PDF, 'a.pdf');
    expect([answer.status, answer.body['code'], answer.headers['retry-after']]).toEqual([
      503,
      'storage_unavailable',
      '10',
    ]);
    await rm(folder);
    await rename(`${folder}-away`, folder);
    expect((await send(owner, id, PDF, 'a.pdf')).status).toBe(201);
  });

  it('does not send bytes that were changed behind its back', async () => {
    const id = await dossier();
    const photo = file('photo.jpg');
    const { body } = await send(owner, id, photo, 'a.jpg');
    const [stored] = (await storedFiles()).filter((name) => name.endsWith(body.sha256));
    const path = join(api.config.storageFolder, stored ?? '');
    await chmod(path, 0o600);
    await writeFile(path, 'forged');
    const got = await owner.get(`/api/v1/documents/${body.id}/content`);
    expect([got.status, got.body['code']]).toEqual([500, 'stored_bytes_lost']);
  });
});
