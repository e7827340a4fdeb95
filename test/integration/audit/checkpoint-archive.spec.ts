import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CHECKPOINTS_FILE,
  Checkpoints,
  readKnownCheckpoints,
  type SignedCheckpoint,
  verifyDatabase,
} from '#audit';
import { UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';

const SYSTEM = systemActor(DEMO_AUTHORITY.id);
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'checkpoint_archive' });
}, 60_000);
afterAll(() => api?.close());

const file = () => join(api.config.keyFolder, CHECKPOINTS_FILE);
const known = async (): Promise<SignedCheckpoint[]> =>
  readKnownCheckpoints(await readFile(file(), 'utf8')).known;
const take = (): Promise<SignedCheckpoint> =>
  api.app.get(UnitOfWork).run(SYSTEM, (tx) => api.app.get(Checkpoints).take(tx));
const numbers = async () => (await known()).map(({ number }) => number);

it('holds every checkpoint after the commit, as it was signed, and none of a transaction that failed', async () => {
  const [first, second] = [await take(), await take()];
  const failed = api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
    await api.app.get(Checkpoints).take(tx);
    throw new Error('no commit');
  });
  await expect(failed).rejects.toThrow('no commit');
  expect(await known()).toEqual([first, second]);
});

it('holds the one that an export took', async () => {
  const dossier = await aDossier(api).submitted().open();
  await api.app.get(UnitOfWork).run(SYSTEM, (tx) => api.app.get(Checkpoints).exportEvidence(tx, dossier.id));
  expect(await numbers()).toEqual([1, 2, 3]);
});

it('is made whole by the next one after it was cut off or lost', async () => {
  await appendFile(file(), '{"number":');
  await take();
  expect(await numbers()).toEqual([1, 2, 3, 4]);
  await rm(file());
  await take();
  expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
});

it('finds out a database whose newest checkpoint was cut together with what it covers', async () => {
  await aDossier(api).submitted().open();
  await take();
  const knownCheckpoints = await known();
  const report = (from: readonly SignedCheckpoint[]) =>
    verifyDatabase(api.db.app, () => undefined, [], { knownCheckpoints: from });
  expect(await report(knownCheckpoints)).toMatchObject({ ok: true, checkpoints: 6 });

  const tables = [
    'checkpoint',
    'checkpoint_leaf',
    'audit_entry',
    'audit_payload',
    'audit_chain_head',
    'facts_version',
    'dossier_party',
    'dossier_transition',
    'dossier',
    'letter',
    'access_batch',
    'access_log',
  ];
  const newest =
    '(SELECT chain_id FROM checkpoint_leaf WHERE checkpoint_number = 6 AND chain_id IS NOT NULL)';
  await runAs(
    api.db.superuser,
    [
      'BEGIN',
      ...tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`),
      'DELETE FROM audit_payload p USING audit_entry e, checkpoint_leaf l WHERE p.entry_id = e.id AND l.entry_id = e.id AND l.checkpoint_number = 6',
      `DELETE FROM audit_chain_head WHERE chain_id IN ${newest}`,
      `DELETE FROM dossier_transition WHERE dossier_id IN ${newest}`,
      `DELETE FROM letter WHERE dossier_id IN ${newest}`,
      `DELETE FROM dossier WHERE id IN ${newest}`,
      'DELETE FROM audit_entry e USING checkpoint_leaf l WHERE l.entry_id = e.id AND l.checkpoint_number = 6',
      'SELECT recount_dossiers()',
      'DELETE FROM access_log a USING checkpoint_leaf l WHERE l.access_batch_id = a.batch_id AND l.checkpoint_number = 6',
      'DELETE FROM access_batch b USING checkpoint_leaf l WHERE l.access_batch_id = b.id AND l.checkpoint_number = 6',
      'DELETE FROM checkpoint_leaf WHERE checkpoint_number = 6',
      'DELETE FROM checkpoint WHERE number = 6',
      ...tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER ALL`),
      'COMMIT',
    ].join(';\n'),
  );
  expect((await report([])).faults).toEqual([]);
  expect(await report(knownCheckpoints)).toMatchObject({
    ok: false,
    firstBad: { reason: 'checkpoint_missing', checkpoint: 6 },
    faultCount: 1,
  });

  await take();
  expect(await report(knownCheckpoints)).toMatchObject({
    firstBad: { reason: 'checkpoint_differs', checkpoint: 6 },
  });
});
