import { type DataSource } from 'typeorm';
import { erasePayload, exportEvidence, verifyDatabase, verifyExport } from '#audit';
import { type UnitOfWork, violatedConstraint } from '#database';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { clerk, firstBad, memorySigner, sixEntries, tamper, unitOfWorkAs } from './audit-fixture.js';

let database: TestDatabase;
let unitOfWork: UnitOfWork;
let eraser: UnitOfWork;
const sources: DataSource[] = [];
beforeAll(async () => {
  database = await cloneDatabase('audit_erasure');
  const [app, erasing] = [await unitOfWorkAs(database.app), await unitOfWorkAs(database.eraser)];
  sources.push(app.source, erasing.source);
  [unitOfWork, eraser] = [app.unitOfWork, erasing.unitOfWork];
});
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
});

const basis = 'nd-13-2023.art-16';
const erasure = (chainId: string, seq: number) => ({
  chainId,
  seq,
  basis,
  actorRole: 'admin' as const,
  reason: 'Đơn của ông An',
});
const constraintOf = (attempt: Promise<unknown>) => attempt.then(() => 'none', violatedConstraint);

describe('lawful erasure', () => {
  it('leaves who, when and on what basis, and the proof valid in database and export', async () => {
    const { chainId, entries } = await sixEntries(unitOfWork);
    const entry = await eraser.run(clerk, (tx) => erasePayload(tx, erasure(chainId, 3)));
    expect(entry).toMatchObject({
      seq: 7,
      action: 'payload.erased',
      actorId: clerk.id,
      facts: { seq: 3, basis },
    });
    const [row] = await runAs(
      database.app,
      'SELECT salt, payload, erased_by FROM audit_payload WHERE entry_id = $1',
      [entries[2]?.id],
    );
    expect(row).toEqual({ salt: null, payload: null, erased_by: entry.id });
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({ ok: true, erased: 1 });
    const signer = memorySigner();
    const file = await unitOfWork.run(clerk, (tx) => exportEvidence(tx, chainId, signer));
    expect(file.payloads.map((payload) => payload.seq)).toEqual([1, 2, 4, 5, 6, 7]);
    expect(verifyExport(JSON.parse(JSON.stringify(file)), [signer.publicKeyPem])).toMatchObject({
      ok: true,
      erased: 1,
    });
  });

  it('is refused by name: no basis, no such payload, erased before', async () => {
    const { chainId } = await sixEntries(unitOfWork);
    const attempt = (change: object) =>
      eraser.run(clerk, (tx) => erasePayload(tx, { ...erasure(chainId, 2), ...change }));
    await expect(attempt({ basis: ' ' })).rejects.toMatchObject({ code: 'erasure_basis_missing' });
    await expect(attempt({ seq: 99 })).rejects.toMatchObject({ code: 'not_found' });
    await attempt({});
    await expect(attempt({})).rejects.toMatchObject({ code: 'payload_already_erased' });
  });

  it('lets one of two rivals erase', async () => {
    const { chainId } = await sixEntries(unitOfWork);
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => eraser.run(clerk, (tx) => erasePayload(tx, erasure(chainId, 2)))),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await verifyDatabase(database.app, () => undefined)).toMatchObject({ ok: true });
  });
});

describe('unlawful erasure', () => {
  it('is not in the power of the application', async () => {
    const { chainId } = await sixEntries(unitOfWork);
    await expect(unitOfWork.run(clerk, (tx) => erasePayload(tx, erasure(chainId, 2)))).rejects.toThrow(
      'permission denied',
    );
  });

  it.each([
    'salt = NULL, payload = NULL',
    'salt = NULL, payload = NULL, erased_by = entry_id',
    `payload = '{}'`,
  ])('is refused even to the eraser without its entry: %s', async (assignment) => {
    await sixEntries(unitOfWork);
    const sql = `UPDATE audit_payload SET ${assignment}`;
    expect(await constraintOf(runAs(database.eraser, sql))).toBe('audit_payload_lawful_erasure');
    expect(await constraintOf(runAs(database.superuser, sql))).toBe('audit_payload_lawful_erasure');
  });

  it('is named by verify when somebody did it with every right', async () => {
    const { chainId, entries } = await sixEntries(unitOfWork);
    const id = entries[3]?.id ?? '';
    await tamper(
      database,
      `UPDATE audit_payload SET salt = NULL, payload = NULL, erased_by = '${id}' WHERE entry_id = '${id}'`,
    );
    expect(await firstBad(database)).toEqual({
      chainId,
      seq: 4,
      reason: 'payload_missing_without_erasure_entry',
    });
    await tamper(database, `DELETE FROM audit_payload WHERE entry_id = '${id}'`);
    expect(await firstBad(database)).toEqual({
      chainId,
      seq: 4,
      reason: 'payload_missing_without_erasure_entry',
    });
  });

  it('is named by verify when a text was replaced', async () => {
    await tamper(database, 'DELETE FROM audit_payload WHERE payload IS NULL');
    const { chainId, entries } = await sixEntries(unitOfWork);
    const before = await firstBad(database);
    await tamper(
      database,
      `UPDATE audit_payload SET payload = '{"note":"other"}' WHERE entry_id = '${entries[4]?.id ?? ''}'`,
    );
    const report = await verifyDatabase(database.app, () => undefined);
    expect(before?.chainId).not.toBe(chainId);
    expect(report.faults).toContainEqual({ chainId, seq: 5, checkpoint: null, reason: 'payload_changed' });
  });
});
