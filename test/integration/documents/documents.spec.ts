import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import { type UnitOfWork } from '#database';
import {
  documentOf,
  documentsOf,
  LocalDocumentStore,
  receiveUpload,
  registerDocument,
  type StoredDocument,
  sweepOrphans,
  withdrawDocument,
} from '#documents';
import { DEMO_AUTHORITY } from '#identity';
import { type Actor, civilDate, sha256, systemActor } from '#kernel';
import { draftLetter, issueLetter } from '#letters';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { IMPRINT, SAMPLES } from '../../support/letter-samples.js';
import { demoActor, seededUnitOfWork, storeDossier } from '../../support/stored-dossier.js';

const PDF = readFileSync(new URL('../../fixtures/files/letter.pdf', import.meta.url));

describe('documents', () => {
  let db: TestDatabase;
  let source: DataSource;
  let unitOfWork: UnitOfWork;
  let folder: string;
  let store: LocalDocumentStore;
  const owner: Actor = demoActor('gom');

  beforeAll(async () => {
    db = await cloneDatabase('documents');
    ({ source, unitOfWork } = await seededUnitOfWork(db));
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
    store = new LocalDocumentStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(async () => {
    await source.destroy();
    await db.drop();
  });

  const receive = (content: Uint8Array, fileName = 'letter.pdf', maxBytes = 100_000) =>
    receiveUpload(store, Readable.from([content]), { fileName, contentType: null }, maxBytes);
  const register = async (
    dossierId: string,
    file: Awaited<ReturnType<typeof receive>>,
  ): Promise<StoredDocument> =>
    unitOfWork.run(owner, async (tx) =>
      registerDocument(tx, {
        dossierId,
        kind: 'paper',
        checklistItem: 'D3',
        file: { ...file, ...(await file.keep()) },
        actorRole: 'investor',
      }),
    );
  const kept = async () => {
    const keys: string[] = [];
    for await (const key of store.keys()) keys.push(key);
    return keys;
  };
  const age = (key: string, hours: number) => {
    const then = new Date(Date.now() - hours * 3_600_000);
    return utimes(join(folder, key), then, then);
  };
  const sweep = () => sweepOrphans(store, unitOfWork, systemActor(DEMO_AUTHORITY.id), new Date());

  it('registers a file with its hash in the chain and its name only in the payload', async () => {
    const dossierId = await storeDossier(unitOfWork, 'draft');
    const document = await register(dossierId, await receive(PDF, '../Đề án\u202E.pdf'));
    expect(document).toMatchObject({
      fileName: 'Đề án.pdf',
      contentType: 'application/pdf',
      size: PDF.length,
      sha256: sha256(PDF),
      checklistItem: 'D3',
      revision: 1,
    });
    const [entry] = await runAs(
      db.superuser,
      'SELECT id, action, facts FROM audit_entry WHERE subject_id = $1',
      [document.id],
    );
    expect(entry).toMatchObject({
      action: 'document.uploaded',
      facts: { sha256: sha256(PDF), size: PDF.length },
    });
    expect(JSON.stringify(entry?.['facts'])).not.toContain('Đề án');
    const [payload] = await runAs(db.superuser, 'SELECT payload FROM audit_payload WHERE entry_id = $1', [
      entry?.['id'],
    ]);
    expect(payload?.['payload']).toEqual({ fileName: 'Đề án.pdf' });
  });

  it.each([
    ['empty.pdf', 'empty.pdf', 'file_empty'],
    ['plain.zip', 'a.docx', 'archive_refused'],
    ['page.html', 'a.pdf', 'file_type_mismatch'],
    ['notes.txt', 'a.txt', 'file_type_not_allowed'],
    ['cut-off.pdf', 'a.pdf', 'file_damaged'],
    ['macro-carrying.xlsx', 'a.xlsx', 'file_macros_refused'],
  ])('keeps nothing of %s', async (name, called, code) => {
    const content = readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url));
    await expect(receive(content, called)).rejects.toMatchObject({ code });
    expect(await kept()).toEqual([]);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('keeps nothing of what is too large', async () => {
    await expect(receive(PDF, 'a.pdf', PDF.length - 1)).rejects.toMatchObject({
      code: 'file_too_large',
      details: { maxBytes: PDF.length - 1 },
    });
    expect(await kept()).toEqual([]);
    const fitting = await receive(PDF, 'a.pdf', PDF.length);
    expect(fitting.size).toBe(PDF.length);
    await fitting.discard();
    expect(await kept()).toEqual([]);
  });

  it('stores equal content once for many documents that arrive together', async () => {
    const dossiers = await Promise.all(Array.from({ length: 8 }, () => storeDossier(unitOfWork, 'draft')));
    const documents = await Promise.all(
      dossiers.map(async (dossierId) => register(dossierId, await receive(PDF))),
    );
    expect(new Set(documents.map(({ storageKey }) => storageKey)).size).toBe(1);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(8);
    expect(await kept()).toEqual([documents[0]?.storageKey]);
  });

  it('sweeps what was never registered after a day, and nothing that a document or letter stands for', async () => {
    const dossierId = await storeDossier(unitOfWork, 'draft');
    const document = await register(dossierId, await receive(PDF));
    const { letter } = await unitOfWork.run(demoActor('motcua1'), async (tx) => {
      const { id } = await draftLetter(tx, {
        dossierId,
        kind: 'discontinuance',
        round: 1,
        data: SAMPLES.discontinuance,
      });
      return issueLetter(tx, {
        letterId: id,
        signedBy: IMPRINT.signedBy,
        issuedOn: civilDate('2026-07-15'),
        store,
      });
    });
    const old = await store.put(Buffer.from('orphan of yesterday'));
    const young = await store.put(Buffer.from('upload under way'));
    await writeFile(join(folder, 'incoming', 'killed'), 'half');
    for (const key of [document.storageKey, letter.storageKey ?? '', old.key, 'incoming/killed'])
      await age(key, 25);
    expect(await sweep()).toEqual({ removed: 1, abandoned: 1 });
    expect((await kept()).sort()).toEqual([document.storageKey, letter.storageKey, young.key].sort());
    expect(await sweep()).toEqual({ removed: 0, abandoned: 0 });
  });

  it('takes a document back once, in the revision that was seen, and keeps row and bytes', async () => {
    const dossierId = await storeDossier(unitOfWork, 'draft');
    const { id, storageKey } = await register(dossierId, await receive(PDF));
    const withdraw = (revision: number) =>
      unitOfWork.run(owner, (tx) =>
        withdrawDocument(tx, { documentId: id, revision, reason: 'Nhầm tệp', actorRole: 'investor' }),
      );
    await expect(withdraw(7)).rejects.toMatchObject({ code: 'stale_revision', details: { revision: 1 } });
    expect(await withdraw(1)).toMatchObject({ revision: 2, withdrawnReason: 'Nhầm tệp' });
    await expect(withdraw(2)).rejects.toMatchObject({ code: 'document_withdrawn' });
    expect(
      (await unitOfWork.read(owner, (tx) => documentsOf(tx, dossierId))).map((document) => document.id),
    ).toEqual([id]);
    expect(await store.exists(storageKey)).toBe(true);
    await expect(unitOfWork.read(owner, (tx) => documentOf(tx, dossierId))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it.each([
    `UPDATE document SET sha256 = repeat('0', 64)`,
    `UPDATE document SET storage_key = 'x'`,
    `UPDATE document SET file_name = NULL`,
    `UPDATE document SET dossier_id = dossier_id`,
    'DELETE FROM document',
  ])('the application may not: %s', async (sql) => {
    await expect(runAs(db.app, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('lets the eraser null the name of a file and nothing else', async () => {
    const dossierId = await storeDossier(unitOfWork, 'draft');
    const { id } = await register(dossierId, await receive(PDF));
    await runAs(db.eraser, 'UPDATE document SET file_name = NULL WHERE id = $1', [id]);
    expect(await unitOfWork.read(owner, (tx) => documentOf(tx, id))).toMatchObject({
      fileName: null,
      sha256: sha256(PDF),
    });
    await expect(runAs(db.eraser, `UPDATE document SET sha256 = repeat('0', 64)`)).rejects.toMatchObject({
      code: '42501',
    });
  });
});
