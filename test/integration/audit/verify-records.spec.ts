import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendAudit, Checkpoints, type Fault, verifyDatabase, verifyExport } from '#audit';
import { UnitOfWork } from '#database';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';

const SYSTEM = systemActor(DEMO_AUTHORITY.id);
const TABLES = ['dossier', 'dossier_transition', 'document', 'letter'];
const PDF = join(import.meta.dirname, '../../fixtures/files/letter.pdf');
let api: TestApi;
let dossier: DossierDriver;
let documentId: string;
let letterId: string;

beforeAll(async () => {
  api = await startTestApi({ label: 'verify_records' });
  dossier = await aDossier(api).open();
  documentId = await dossier.upload('gom', await readFile(PDF));
  await dossier.command('gom', 'submit', {});
  await dossier.command('motcua1', 'accept', {});
  expect((await dossier.issue('receipt')).status).toBe(200);
  const [letter] = await runAs(api.db.superuser, "SELECT id FROM letter WHERE status = 'issued'");
  letterId = String(letter?.['id']);
}, 60_000);
afterAll(() => api?.close());

const hashOf = (key: string) => storedHash(api.config.storageFolder, key);
const verified = () => verifyDatabase(api.db.app, () => undefined, [], { hashOf });
const short = ({ chainId, seq, reason, detail }: Fault) => ({ chainId, seq, reason, detail });

/** Runs statements with every trigger of the tables off, as somebody with every right could. */
const withoutTriggers = (...statements: string[]) =>
  runAs(
    api.db.superuser,
    [
      'BEGIN',
      ...TABLES.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`),
      ...statements,
      ...TABLES.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER ALL`),
      'COMMIT',
    ].join(';\n'),
  );

/** What a verification finds after the statement; the rows are put back afterwards. */
async function faultsAfter(sql: string) {
  await withoutTriggers(
    ...TABLES.map((table) => `CREATE TABLE kept_${table} AS TABLE ${table}`),
    sql.replaceAll(':id', `'${dossier.id}'`),
  );
  try {
    const { ok, faults } = await verified();
    // With the triggers off nobody tells the tally: what it says then is looked at in tally.spec.ts.
    return { ok, faults: faults.filter(({ reason }) => reason !== 'tally_differs').map(short) };
  } finally {
    await withoutTriggers(
      ...TABLES.flatMap((table) => [
        `DELETE FROM ${table}`,
        `INSERT INTO ${table} SELECT * FROM kept_${table}`,
        `DROP TABLE kept_${table}`,
      ]),
    );
  }
}
const seqOf = async (action: string): Promise<number> => {
  const rows = await runAs(
    api.db.superuser,
    'SELECT seq FROM audit_entry WHERE chain_id = $1 AND action = $2',
    [dossier.id, action],
  );
  return Number(rows[0]?.['seq']);
};

it('finds nothing wrong with what was done, and says how much it compared', async () => {
  expect(await verified()).toMatchObject({ ok: true, steps: 3, files: 2 });
});

describe('the transition log says what the chain says', () => {
  it.each([
    ['command', "command = 'withdraw'"],
    ['new status', "to_status = 'approved'"],
    ['old status', "from_status = 'accepted'"],
    ['round', 'round = 2'],
    ['person', "actor_id = '00000000-0000-4000-8000-00000000000a'"],
    ['role', "actor_role = 'leader'"],
    ['instant', "at = at - interval '1 day'"],
  ])('a changed %s', async (_what, assignment) => {
    const { faults } = await faultsAfter(
      `UPDATE dossier_transition SET ${assignment} WHERE dossier_id = :id AND step = 1`,
    );
    const seq = await seqOf('dossier.submit');
    expect(faults[0]).toEqual({ chainId: dossier.id, seq, reason: 'transition_differs', detail: 'step 1' });
  });

  it('a changed first one', async () => {
    const { faults } = await faultsAfter(
      "UPDATE dossier_transition SET to_status = 'submitted' WHERE dossier_id = :id AND step = 0",
    );
    expect(faults).toEqual([{ chainId: dossier.id, seq: 1, reason: 'transition_differs', detail: 'step 0' }]);
  });

  it('one that the chain does not know, with the dossier moved along', async () => {
    const { faults } = await faultsAfter(
      `INSERT INTO dossier_transition (dossier_id, step, command, from_status, to_status, actor_id, actor_role, round, at)
       SELECT id, step + 1, 'approve', status, 'approved', created_by, 'leader', 1, updated_at FROM dossier WHERE id = :id;
       UPDATE dossier SET step = step + 1, status = 'approved' WHERE id = :id`,
    );
    expect(faults).toEqual([
      { chainId: dossier.id, seq: null, reason: 'transition_not_logged', detail: 'step 3' },
    ]);
  });

  it('a dropped one, with the dossier moved back', async () => {
    const { faults } = await faultsAfter(
      `DELETE FROM dossier_transition WHERE dossier_id = :id AND step = 2;
       UPDATE dossier SET step = 1, status = 'submitted' WHERE id = :id`,
    );
    const seq = await seqOf('dossier.accept');
    expect(faults).toEqual([{ chainId: dossier.id, seq, reason: 'transition_missing', detail: 'step 2' }]);
  });

  it.each([
    ['another status', "status = 'approved'", 'step 2, approved'],
    ['another step', 'step = 1', 'step 1, accepted'],
  ])('a dossier with %s than its newest transition', async (_what, assignment, detail) => {
    const { faults } = await faultsAfter(`UPDATE dossier SET ${assignment} WHERE id = :id`);
    expect(faults).toEqual([{ chainId: dossier.id, seq: null, reason: 'dossier_differs', detail }]);
  });

  it('a dossier that is gone', async () => {
    const { faults } = await faultsAfter('DELETE FROM dossier WHERE id = :id');
    expect(faults).toContainEqual({
      chainId: dossier.id,
      seq: null,
      reason: 'dossier_differs',
      detail: 'no dossier',
    });
  });
});

describe('documents and letters say what the chain says', () => {
  it('other bytes', async () => {
    const changed = await faultsAfter(`UPDATE document SET sha256 = repeat('a', 64)`);
    const place = { chainId: dossier.id, detail: `document ${documentId}` };
    expect(changed.faults).toEqual([
      { ...place, seq: await seqOf('document.uploaded'), reason: 'document_differs' },
      { ...place, seq: null, reason: 'file_differs' },
    ]);
  });

  it('an issued letter with another hash', async () => {
    const { faults } = await faultsAfter(
      `UPDATE letter SET sha256 = repeat('a', 64) WHERE status = 'issued'`,
    );
    expect(faults[0]).toEqual({
      chainId: dossier.id,
      seq: await seqOf('letter.issued'),
      reason: 'document_differs',
      detail: `letter ${letterId}`,
    });
  });

  it('one that is gone, one that nobody logged', async () => {
    const gone = await faultsAfter('DELETE FROM document');
    expect(gone.faults).toMatchObject([{ reason: 'document_missing', detail: `document ${documentId}` }]);
    const slipped = await faultsAfter(
      `INSERT INTO document (id, dossier_id, kind, content_type, size, sha256, storage_key, uploaded_by, uploaded_at)
       SELECT '00000009-0000-4000-8000-00000000000d', dossier_id, kind, content_type, size, sha256, storage_key, uploaded_by, uploaded_at
         FROM document`,
    );
    expect(slipped.faults).toEqual([
      {
        chainId: dossier.id,
        seq: null,
        reason: 'document_not_logged',
        detail: 'document 00000009-0000-4000-8000-00000000000d',
      },
    ]);
  });
});

describe('stored files', () => {
  const pathOf = async (table: string) => {
    const [row] = await runAs(api.db.superuser, `SELECT storage_key FROM ${table} WHERE sha256 IS NOT NULL`);
    return join(api.config.storageFolder, String(row?.['storage_key']));
  };

  it.each([
    ['document', () => documentId],
    ['letter', () => letterId],
  ])('a %s whose bytes were changed, then lost', async (table, id) => {
    const path = await pathOf(table);
    const bytes = await readFile(path);
    const place = { chainId: dossier.id, seq: null, detail: `${table} ${id()}` };
    await rm(path);
    expect((await verified()).faults.map(short)).toEqual([{ ...place, reason: 'file_missing' }]);
    await writeFile(path, Buffer.concat([bytes, Buffer.from(' ')]));
    expect((await verified()).faults.map(short)).toEqual([{ ...place, reason: 'file_differs' }]);
    await writeFile(path, bytes);
    expect((await verified()).ok).toBe(true);
  });

  it('a row that points at no key of the store, or at other bytes', async () => {
    const outside = await faultsAfter(`UPDATE document SET storage_key = '../../../../../../etc/hostname'`);
    expect(outside.faults).toMatchObject([{ reason: 'file_missing' }]);
    const other = await faultsAfter(
      `UPDATE document SET storage_key = (SELECT storage_key FROM letter WHERE status = 'issued')`,
    );
    expect(other.faults).toMatchObject([{ reason: 'file_differs', detail: `document ${documentId}` }]);
  });
});

it('one step that the chain tells twice, in an export too', async () => {
  const unitOfWork = api.app.get(UnitOfWork);
  const checkpoints = api.app.get(Checkpoints);
  const exported = async () => {
    const evidence = await unitOfWork.run(SYSTEM, (tx) => checkpoints.exportEvidence(tx, dossier.id));
    return verifyExport(JSON.parse(JSON.stringify(evidence)), [checkpoints.publicKey.pem]).faults.map(short);
  };
  expect(await exported()).toEqual([]);
  await unitOfWork.run(SYSTEM, (tx) =>
    appendAudit(tx, {
      chainId: dossier.id,
      action: 'dossier.accept',
      subject: { kind: 'dossier', id: dossier.id },
      facts: { from: 'submitted', to: 'accepted', step: 2, round: 1 },
      actorRole: 'system',
    }),
  );
  expect((await verified()).faults.map(short)).toMatchObject([
    { reason: 'transition_differs', detail: 'step 2' },
    { reason: 'transition_differs', detail: 'step 2' },
  ]);
  expect(await exported()).toMatchObject([{ reason: 'transition_differs', detail: 'step 2' }]);
});
