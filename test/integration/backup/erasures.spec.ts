import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { erasePayload, ERASURES_FILE, readKnownErasures } from '#audit';
import { type UnitOfWork } from '#database';
import { replayErasures } from '../../../apps/cli/src/backup/replay-erasures.js';
import { restoreBackup } from '../../../apps/cli/src/backup/restore-backup.js';
import { prove } from '../../../apps/cli/src/backup/restore.command.js';
import { takeBackup } from '../../../apps/cli/src/backup/take-backup.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { emptyDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { takeCheckpoint } from '../../support/release-history.js';
import { clerk, unitOfWorkAs } from '../audit/audit-fixture.js';

const BASIS = 'nd-13-2023.art-16';
let api: TestApi;
let folder: string;
let eraser: UnitOfWork;
let source: DataSource;
beforeAll(async () => {
  api = await startTestApi({ label: 'erasures' });
  folder = await mkdtemp(join(tmpdir(), 'techgate-erasures-'));
  ({ unitOfWork: eraser, source } = await unitOfWorkAs(api.db.eraser));
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await api?.close();
  await rm(folder, { recursive: true, force: true });
});

const payloadsOf = (db: TestDatabase, chain: string) =>
  runAs(
    db.superuser,
    `SELECT e.seq, p.payload IS NOT NULL AS there FROM audit_payload p JOIN audit_entry e ON e.id = p.entry_id
      WHERE e.chain_id = $1 ORDER BY e.seq`,
    [chain],
  );

describe('what was erased after a backup', () => {
  test('is written down with the next checkpoint, and erased again by a restore that is given the list', async () => {
    const { storageFolder, keyFolder } = api.config;
    const dossier = await aDossier(api).submitted().open();
    const before = await payloadsOf(api.db, dossier.id);
    expect(before.length).toBeGreaterThan(0);
    const seq = Number(before[0]?.['seq']);
    const from = { owner: api.db.owner, storageFolder, keyFolder, version: '0.1.0' };
    await takeBackup(from, join(folder, 'backup'), { form: 'left_out' });
    await eraser.run(clerk, (tx) =>
      erasePayload(tx, { chainId: dossier.id, seq, basis: BASIS, actorRole: 'admin' }),
    );
    await takeCheckpoint(api);
    const { known } = readKnownErasures(await readFile(join(keyFolder, ERASURES_FILE), 'utf8'));
    expect(known).toEqual([{ basis: BASIS, chainId: dossier.id, seq }]);

    const db = await emptyDatabase('erasures_restored');
    const target = {
      owner: db.owner,
      storageFolder: join(folder, 'storage'),
      keyFolder: join(folder, 'keys'),
    };
    await restoreBackup(join(folder, 'backup'), target, { passphrase: null, leaveOut: true });
    expect(await payloadsOf(db, dossier.id)).toEqual(before);
    const absent = { basis: BASIS, chainId: '00000009-0000-4000-8000-000000000009', seq: 1 };
    expect(await replayErasures(db.owner, [...known, absent])).toBe(1);
    expect(await payloadsOf(db, dossier.id)).toEqual(
      before.map((one) => (one['seq'] === seq ? { ...one, there: false } : one)),
    );
    expect(await replayErasures(db.owner, known)).toBe(0);
    expect(await prove(target, () => undefined)).toBe(true);
    // The guard is back.
    const nulled = 'UPDATE audit_payload SET salt = NULL, payload = NULL';
    await expect(runAs(db.owner, nulled)).rejects.toThrow('only erased by techgate_eraser');
    await db.drop();
  }, 120_000);
});
