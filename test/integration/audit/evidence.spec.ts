import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DataSource } from 'typeorm';
import {
  appendAudit,
  type CheckpointSigner,
  entryHash,
  type EvidenceFile,
  exportEvidence,
  openFileSigner,
  signedBytes,
  verifyExport,
} from '#audit';
import { type UnitOfWork } from '#database';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { checkpoint, clerk, draftFor, memorySigner, sixEntries, unitOfWorkAs } from './audit-fixture.js';

let database: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
let folder: string;
let signer: CheckpointSigner;
let chainId: string;
let text: string;
beforeAll(async () => {
  database = await cloneDatabase('audit_evidence');
  ({ source, unitOfWork } = await unitOfWorkAs(database.app));
  folder = await mkdtemp(join(tmpdir(), 'techgate-audit-'));
  signer = await openFileSigner(join(folder, 'keys'));
  await sixEntries(unitOfWork);
  await checkpoint(unitOfWork, signer);
  ({ chainId } = await sixEntries(unitOfWork));
  await checkpoint(unitOfWork, signer);
  const document = {
    action: 'document.received',
    subject: { kind: 'document', id: 'd-1' },
    facts: { sha256: 'ab'.repeat(32) },
  };
  const file = await unitOfWork.run(clerk, async (tx) => {
    await appendAudit(tx, draftFor(chainId, document));
    return exportEvidence(tx, chainId, signer);
  });
  text = JSON.stringify(file);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
});

const parsed = () => JSON.parse(text) as EvidenceFile;
const check = (file: unknown, key = signer.publicKeyPem) => verifyExport(file, [key]);
const nth = <Item>(list: Item[], index: number): Item => {
  const item = list.at(index);
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
};

describe('export', () => {
  it('is verified without a database, the document among it, the uncovered end covered on the way', () => {
    expect(check(parsed())).toEqual({
      ok: true,
      chains: 1,
      entries: 7,
      checkpoints: 2,
      uncovered: 0,
      batches: 0,
      uncoveredBatches: 0,
      erased: 0,
      steps: 0,
      files: 0,
      firstBad: null,
      faults: [],
      faultCount: 0,
    });
    expect(parsed().documents).toEqual([{ kind: 'document', id: 'd-1', sha256: 'ab'.repeat(32), seq: 7 }]);
    expect(parsed().checkpoints.map((one) => one.number)).toEqual([2, 3]);
  });

  it.each<[string, (file: EvidenceFile) => void, { seq: number | null; reason: string }]>([
    ['a changed entry', (f) => (nth(f.entries, 2).actorId = 'x'), { seq: 3, reason: 'hash_mismatch' }],
    ['a dropped entry', (f) => f.entries.splice(3, 1), { seq: 4, reason: 'gap' }],
    [
      'a cut-off end',
      (f) => [f.entries.pop(), f.proofs.pop(), f.documents.pop(), f.payloads.pop()],
      { seq: 7, reason: 'tail_missing' },
    ],
    ['a doubled entry', (f) => f.entries.push(nth(f.entries, 4)), { seq: 5, reason: 'fork' }],
    ['a changed payload', (f) => (nth(f.payloads, 1).payload = {}), { seq: 2, reason: 'payload_changed' }],
    [
      'a dropped payload',
      (f) => f.payloads.shift(),
      { seq: 1, reason: 'payload_missing_without_erasure_entry' },
    ],
    [
      'a payload of no entry',
      (f) => f.payloads.push({ ...nth(f.payloads, 0), seq: 99 }),
      { seq: 99, reason: 'payload_unannounced' },
    ],
    ['a dropped proof', (f) => f.proofs.shift(), { seq: 1, reason: 'not_in_checkpoint' }],
    ['a changed proof', (f) => (nth(f.proofs, 3).index = 0), { seq: 4, reason: 'inclusion_not_proven' }],
    [
      'another document',
      (f) => (nth(f.documents, 0).sha256 = 'cd'.repeat(32)),
      { seq: 7, reason: 'document_hash_mismatch' },
    ],
    ['a hidden document', (f) => f.documents.pop(), { seq: 7, reason: 'document_hash_mismatch' }],
    [
      'a changed checkpoint',
      (f) => (nth(f.checkpoints, 0).at = '2026-01-01T00:00:00.000Z'),
      { seq: null, reason: 'signature_invalid' },
    ],
    [
      'a changed seal',
      (f) => (f.seal.at = '2026-01-01T00:00:00.000Z'),
      { seq: null, reason: 'signature_invalid' },
    ],
    [
      'another chain',
      (f) => (f.chainId = '00000000-0000-4000-8000-00000000cccc'),
      { seq: 1, reason: 'wrong_chain' },
    ],
    [
      'an unknown field',
      (f) => Object.assign(nth(f.entries, 0), { note: 'x' }),
      { seq: null, reason: 'file_malformed' },
    ],
    ['another format', (f) => Object.assign(f, { format: 'x' }), { seq: null, reason: 'file_malformed' }],
  ])('names %s', (_what, change, expected) => {
    const file = parsed();
    change(file);
    expect(check(file).firstBad).toMatchObject(expected);
  });

  it('names the last entry when somebody recomputed all hashes from there on', () => {
    const file = parsed();
    const last = nth(file.entries, -1);
    last.actorId = 'x';
    last.hash = entryHash(last);
    file.seal.hash = last.hash;
    expect(check(file).faults.map((fault) => fault.reason)).toEqual([
      'inclusion_not_proven',
      'signature_invalid',
    ]);
  });

  it('is worth nothing under another key, nor as something else', () => {
    expect(check(parsed(), memorySigner().publicKeyPem).faults.map((fault) => fault.reason)).toEqual(
      Array(3).fill('unknown_key'),
    );
    for (const nonsense of [
      null,
      [],
      'x',
      {},
      { format: 'techgate-evidence-1', chainId: 'x', entries: [7] },
    ]) {
      expect(check(nonsense).firstBad).toMatchObject({ reason: 'file_malformed' });
    }
  });

  it('says "not found" for a chain without entries', async () => {
    const attempt = unitOfWork.run(clerk, (tx) =>
      exportEvidence(tx, '00000000-0000-4000-8000-00000000dddd', signer),
    );
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('key folder', () => {
  it('is created once, readable by its owner alone, however many processes start together', async () => {
    const keys = join(folder, 'many');
    const signers = await Promise.all(Array.from({ length: 8 }, () => openFileSigner(keys)));
    expect(new Set(signers.map((one) => one.keyId)).size).toBe(1);
    expect((await stat(join(keys, 'checkpoint-private.pem'))).mode & 0o777).toBe(0o600);
  });

  it('is refused when others can read it, or when it holds another kind of key', async () => {
    const keys = join(folder, 'open');
    await openFileSigner(keys);
    await promisify(execFile)('chmod', ['644', join(keys, 'checkpoint-private.pem')]);
    await expect(openFileSigner(keys)).rejects.toThrow('mode 600');
    await writeFile(join(keys, 'checkpoint-private.pem'), 'nothing');
    await promisify(execFile)('chmod', ['600', join(keys, 'checkpoint-private.pem')]);
    await expect(openFileSigner(keys)).rejects.toThrow();
  });

  it('signs what its own public key verifies', async () => {
    const again = await openFileSigner(join(folder, 'keys'));
    expect(await again.sign(signedBytes({ a: 1 }))).toBe(await signer.sign(signedBytes({ a: 1 })));
  });
});
