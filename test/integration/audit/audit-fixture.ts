import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { DataSource } from 'typeorm';
import {
  type AuditDraft,
  appendAudit,
  type CheckpointSigner,
  keyIdOf,
  type StoredEntry,
  takeCheckpoint,
  verifyDatabase,
} from '#audit';
import { type DatabaseConfig, dataSourceOptions, UnitOfWork } from '#database';
import { type Actor, AdjustableClock } from '#kernel';
import { runAs, type TestDatabase } from '../../support/database.js';

export const clerk: Actor = {
  id: 'c0a80101-0000-4000-8000-000000000001',
  kind: 'person',
  name: 'Trần Thị Bình',
  roles: ['clerk'],
  organisationId: null,
  authorityId: 'a0a80101-0000-4000-8000-000000000001',
};

/** A unit of work of one role, with the source to close at the end. */
export async function unitOfWorkAs(
  config: DatabaseConfig,
  clock = new AdjustableClock(new Date('2026-07-01T02:03:04.005Z')),
) {
  const source = await new DataSource({ ...dataSourceOptions(config) }).initialize();
  return { source, clock, unitOfWork: new UnitOfWork(source, clock) };
}

/** A key pair that lives in memory. */
export function memorySigner(): CheckpointSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    keyId: keyIdOf(publicKeyPem),
    publicKeyPem,
    sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey).toString('base64')),
  };
}

export const draftFor = (chainId: string, change: Partial<AuditDraft> = {}): AuditDraft => ({
  chainId,
  action: 'dossier.noted',
  subject: { kind: 'dossier', id: chainId },
  facts: { receivedOn: '2026-07-01', share: 12.5, number: '12/QĐ-UBND', missing: null, onPaper: true },
  payload: {
    note: 'Hồ sơ thiếu bản vẽ "dây chuyền 2" \u2028',
    amounts: [0.1, 1e21, -0],
    nested: { b: 1, a: null },
  },
  actorRole: 'clerk',
  ...change,
});

/** Six entries of one new chain, each with a payload. */
export async function sixEntries(
  unitOfWork: UnitOfWork,
): Promise<{ chainId: string; entries: StoredEntry[] }> {
  const chainId = randomUUID();
  const entries: StoredEntry[] = [];
  for (let i = 0; i < 6; i += 1)
    entries.push(await unitOfWork.run(clerk, (tx) => appendAudit(tx, draftFor(chainId))));
  return { chainId, entries };
}

export const checkpoint = (unitOfWork: UnitOfWork, signer: CheckpointSigner) =>
  unitOfWork.run(clerk, (tx) => takeCheckpoint(tx, signer));

/** What a person with every right could do: triggers off, statements, triggers on. */
export async function tamper(database: TestDatabase, ...statements: string[]): Promise<void> {
  const tables = [
    'audit_entry',
    'audit_payload',
    'audit_chain_head',
    'checkpoint',
    'checkpoint_leaf',
    'access_log',
    'access_batch',
  ];
  const toggle = (verb: string) =>
    tables.map((table) => `ALTER TABLE ${table} ${verb} TRIGGER ALL;`).join('\n');
  await runAs(
    database.superuser,
    ['BEGIN;', toggle('DISABLE'), ...statements.map((it) => `${it};`), toggle('ENABLE'), 'COMMIT'].join('\n'),
  );
}

/** The first fault of a database, in short. */
export async function firstBad(database: TestDatabase) {
  const report = await verifyDatabase(database.app, () => undefined);
  const bad = report.firstBad;
  return bad && { chainId: bad.chainId, seq: bad.seq, reason: bad.reason };
}
