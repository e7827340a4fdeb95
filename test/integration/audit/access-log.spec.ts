import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { AccessLog, verifyDatabase } from '#audit';
import { dataSourceOptions, UnitOfWork } from '#database';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { checkpoint, clerk, memorySigner, tamper, unitOfWorkAs } from './audit-fixture.js';

let database: TestDatabase;
let opened: Awaited<ReturnType<typeof unitOfWorkAs>>;
let log: AccessLog;
beforeEach(async () => {
  database = await cloneDatabase('audit_access');
  opened = await unitOfWorkAs(database.app);
  log = new AccessLog(opened.unitOfWork, opened.clock);
});
afterEach(async () => {
  await log.beforeApplicationShutdown();
  await opened.source.destroy();
  await database.drop();
});

const rows = () =>
  runAs(
    database.app,
    'SELECT action, subject_id, dossier_id FROM access_log ORDER BY at, batch_id, position',
  );
const look = (id: string, dossierId?: string) => ({
  subject: { kind: 'dossier', id },
  actorRole: 'clerk' as const,
  ...(dossierId ? { dossierId } : {}),
});

describe('access log', () => {
  it('writes reads in one batch within a second, without holding up the reader', async () => {
    const dossierId = randomUUID();
    for (const id of ['a', 'b', 'c']) log.note(clerk, 'read', look(id, dossierId));
    expect(await rows()).toEqual([]);
    await sleep(1500);
    expect(await rows()).toEqual(
      ['a', 'b', 'c'].map((id) => ({ action: 'read', subject_id: id, dossier_id: dossierId })),
    );
    expect(await runAs(database.app, 'SELECT size FROM access_batch')).toEqual([{ size: 3 }]);
  });

  it('writes a download with its own transaction, or not at all', async () => {
    await opened.unitOfWork.run(clerk, (tx) => log.write(tx, 'downloaded', look('file')));
    expect(await rows()).toMatchObject([{ action: 'downloaded', subject_id: 'file' }]);
    const failed = opened.unitOfWork.run(clerk, async (tx) => {
      await log.write(tx, 'exported', look('all'));
      throw new Error('later');
    });
    await expect(failed).rejects.toThrow('later');
    expect(await rows()).toHaveLength(1);
  });

  it('loses nothing at shutdown, however much waits', async () => {
    for (let i = 0; i < 1200; i += 1) log.note(clerk, 'listed', look(String(i)));
    await log.beforeApplicationShutdown();
    expect(await rows()).toHaveLength(1200);
  });

  it('keeps what could not be written, and refuses reading without a trace when too much waits', async () => {
    const away = new DataSource(dataSourceOptions(database.app));
    const blind = new AccessLog(new UnitOfWork(away, opened.clock), opened.clock);
    for (let i = 0; i < 20_000; i += 1) blind.note(clerk, 'read', look(String(i)));
    await expect(blind.flush()).rejects.toThrow();
    expect(() => blind.note(clerk, 'read', look('x'))).toThrow(
      expect.objectContaining({ code: 'access_log_unavailable' }),
    );
    await away.initialize();
    await blind.beforeApplicationShutdown();
    await away.destroy();
    expect(await runAs(database.app, 'SELECT count(*)::int AS n FROM access_log')).toEqual([{ n: 20_000 }]);
  });

  it.each([
    ['a control character', look('a\u0000b')],
    ['an empty id', look('')],
    ['a dossier that is no uuid', look('a', 'no-uuid')],
  ])('refuses at once what would hold up its batch: %s', (_what, access) => {
    expect(() => log.note(clerk, 'read', access)).toThrow(TypeError);
  });

  it('is covered by checkpoints and by verify', async () => {
    log.note(clerk, 'read', look('a'));
    log.note(clerk, 'read', look('b'));
    await log.flush();
    expect(await checkpoint(opened.unitOfWork, memorySigner())).toMatchObject({ size: 1 });
    log.note(clerk, 'read', look('c'));
    await log.flush();
    // The one that is covered is what the running total holds beside the entries.
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({
      ...{ ok: true, entries: 0, batches: 2, uncoveredBatches: 1, newest: { totalSize: 1 } },
    });
    const [batch] = await runAs(database.app, 'SELECT id FROM access_batch WHERE size = 2');
    await tamper(database, "DELETE FROM access_log WHERE subject_id = 'b'");
    const { firstBad } = await verifyDatabase(database.app, () => undefined);
    expect(firstBad).toMatchObject({ reason: 'access_batch_changed', detail: batch?.['id'] });
  });
});
