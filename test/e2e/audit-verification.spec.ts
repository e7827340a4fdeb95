import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Checkpoints, VerificationRuns } from '#audit';
import { UnitOfWork } from '#database';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY } from '#identity';
import { canonicalJson, digestOf, systemActor } from '#kernel';
import { tamper } from '../integration/audit/audit-fixture.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { runAs } from '../support/database.js';
import { aDossier } from '../support/dossier-builder.js';

interface Seen {
  id: string;
  state: string;
  tries: number;
  part: string | null;
  done: number;
  total: number;
  ok: boolean | null;
  faultCount: number | null;
  lastError: string | null;
  reportSha256: string | null;
  requestedByName: string;
  findings: {
    files: number;
    faults: {
      reason: string;
      chain: { id: string; kind: string; name: string | null } | null;
      hidden: boolean;
      seq: number | null;
    }[];
    newest: { number: number } | null;
  } | null;
}
type Body = Seen & Record<string, unknown>;

const PATH = '/api/v1/audit/verifications';
const SYSTEM = systemActor(DEMO_AUTHORITY.id);
let api: TestApi;
let dossier: { id: string; fileCode: string };
beforeAll(async () => {
  api = await startTestApi({ label: 'audit_verification' });
  const opened = await aDossier(api).accepted().open();
  for (const page of ['1', '2'])
    await opened.upload('motcua1', Buffer.from(`%PDF-1.4\n% ${page}\n%%EOF\n`), `${page}.pdf`);
  dossier = { id: opened.id, fileCode: (await opened.seen()).fileCode ?? '' };
}, 60_000);
afterAll(() => api?.close());
beforeEach(async () => {
  api.clock.advance(1000);
  await runAs(
    api.db.superuser,
    `UPDATE audit_verification SET state = 'failed', ended_at = requested_at, last_error = 'test' WHERE ended_at IS NULL`,
  );
});

const auditor = () => api.login('thanhtra@demo.techgate.vn');
const request = async (key: string) => (await auditor()).post<Body>(PATH, {}, { 'idempotency-key': key });
const requested = async (key: string): Promise<string> => {
  const { status, body } = await request(key);
  expect({ status, state: body.state }).toEqual({ status: 202, state: 'queued' });
  return body.id;
};
const read = async (id: string, more = '') => (await auditor()).get<Body>(`${PATH}/${id}${more}`);
const seen = async (id: string): Promise<Seen> => (await read(id)).body;
const hashOf = (key: string) => storedHash(api.config.storageFolder, key);
const worker = (hash: typeof hashOf = hashOf) =>
  new VerificationRuns(api.app.get(UnitOfWork), {
    database: api.db.app,
    checkpoints: api.app.get(Checkpoints),
    hashOf: hash,
  });
const told = (id: string) =>
  runAs(
    api.db.superuser,
    `SELECT action, actor_role, facts FROM audit_entry WHERE subject_kind = 'audit_verification' AND subject_id = $1 ORDER BY seq`,
    [id],
  );
/** A reader of files that says when it was asked first, and answers once it is let go. */
function gate() {
  const open = Promise.withResolvers<undefined>();
  const asked = Promise.withResolvers<undefined>();
  const hash = async (key: string) => {
    asked.resolve(undefined);
    await open.promise;
    return hashOf(key);
  };
  return { hash, asked: asked.promise, open: () => open.resolve(undefined) };
}
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('the verification of the whole log', () => {
  test.each(['truongphong1', 'giamdoc', 'motcua1', 'quantri', 'ximang'])(
    'is no act of %s',
    async (person) => {
      const client = await api.login(`${person}@demo.techgate.vn`);
      expect((await client.post(PATH, {})).body).toMatchObject({ status: 403, code: 'forbidden' });
      expect((await client.get(PATH)).status).toBe(403);
    },
  );

  test('is asked for once, done by the worker, found sound, and told by the log', async () => {
    await (await auditor()).post('/api/v1/audit/checkpoints');
    const id = await requested('sound');
    expect((await request('sound')).body.id).toBe(id);
    expect((await request('another')).body).toMatchObject({ status: 409, code: 'verification_running' });
    expect((await read(id, '/evidence')).body).toMatchObject({ code: 'verification_not_finished' });
    api.clock.advance(1000);
    expect(await worker().turn(SYSTEM)).toBe(true);
    expect(await worker().turn(SYSTEM)).toBe(false);
    const { body } = await read(id);
    expect(body).toMatchObject({ state: 'finished', ok: true, tries: 1, faultCount: 0, knownCheckpoints: 1 });
    expect(body.findings?.files).toBe(2);
    expect(body.findings?.newest?.number).toBe(1);
    const list = (await (await auditor()).get<{ items: Seen[] }>(PATH)).body.items;
    expect(list[0]).toMatchObject({ id, ok: true, requestedByName: 'Nghiêm Thị Mai' });
    const { entries, chains, reportSha256 } = body;
    const facts = expect.objectContaining({ ok: true, entries, chains, faults: 0, reportSha256 });
    expect(await told(id)).toEqual([
      { action: 'verification.requested', actor_role: 'auditor', facts: {} },
      { action: 'verification.finished', actor_role: 'system', facts },
    ]);
  });

  test('gives evidence that the public key proves, and of which the log speaks', async () => {
    const id = (await (await auditor()).get<{ items: Seen[] }>(PATH)).body.items.find(
      ({ state }) => state === 'finished',
    )?.id;
    const { body } = await read(id ?? '', '/evidence');
    const { signature, ...said } = body;
    const { pem } = (await api.anonymous.get<{ pem: string }>('/api/v1/audit/public-key')).body;
    const isSigned = (statement: object) =>
      verify(
        null,
        Buffer.from(canonicalJson(statement)),
        createPublicKey(pem),
        Buffer.from(String(signature), 'base64'),
      );
    expect(isSigned(said)).toBe(true);
    expect(isSigned({ ...said, ok: false })).toBe(false);
    expect(said).toMatchObject({ format: 'techgate-verification-1', verificationId: id, ok: true });
    const [entry] = await runAs(
      api.db.superuser,
      `SELECT seq, hash, facts->>'reportSha256' AS digest FROM audit_entry WHERE action = 'verification.finished' AND subject_id = $1`,
      [id],
    );
    expect(said['entry']).toEqual({ seq: entry?.['seq'], hash: entry?.['hash'] });
    expect(said.reportSha256).toBe(entry?.['digest']);
    const { faults, ...counts } = said.findings ?? { faults: [] };
    expect(digestOf({ ...counts, faults, firstBad: null })).toBe(said.reportSha256);
    expect((await told(id ?? '')).at(-1)).toMatchObject({
      action: 'evidence.exported',
      actor_role: 'auditor',
    });
  });

  test('shows how far it is, is done by one worker alone, and is taken up again when that one is killed', async () => {
    const id = await requested('killed');
    const { hash, asked, open } = gate();
    const first = worker(hash).turn(SYSTEM);
    await asked;
    await until(async () => (await seen(id)).part === 'files');
    const running = await seen(id);
    expect(running).toMatchObject({ state: 'running', tries: 1, done: 0 });
    expect(running.total).toBe(2);
    expect(await worker().turn(SYSTEM)).toBe(false);
    await runAs(
      api.db.superuser,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'techgate veri%'`,
    );
    await until(async () => worker().turn(SYSTEM));
    const found = await seen(id);
    expect(found).toMatchObject({ state: 'finished', ok: true, tries: 2 });
    open();
    expect(await first).toBe(false);
    expect(await seen(id)).toEqual(found);
  });

  test('is left to the next worker by one that is told to stop', async () => {
    const id = await requested('stopped');
    const { hash, asked, open } = gate();
    const looked = Promise.withResolvers<undefined>();
    let stopping = false;
    const first = worker(hash).turn(SYSTEM, () => {
      if (stopping) looked.resolve(undefined);
      return stopping;
    });
    await asked;
    stopping = true;
    await looked.promise;
    open();
    expect(await first).toBe(false);
    expect(await seen(id)).toMatchObject({ state: 'queued', tries: 0, lastError: null });
    expect(await worker().turn(SYSTEM)).toBe(true);
    expect(await seen(id)).toMatchObject({ state: 'finished', tries: 1 });
  });

  test('is given up, and says so, after three attempts that failed or were cut off', async () => {
    const id = await requested('failing');
    const failing = worker(() => Promise.reject(new RangeError('the disk')));
    for (const tries of [1, 2]) {
      expect(await failing.turn(SYSTEM)).toBe(false);
      expect(await seen(id)).toMatchObject({ state: 'queued', tries, lastError: 'RangeError' });
    }
    await failing.turn(SYSTEM);
    expect(await seen(id)).toMatchObject({ state: 'failed', ok: null, lastError: 'RangeError' });
    expect((await told(id)).at(-1)).toMatchObject({
      action: 'verification.failed',
      facts: { code: 'RangeError' },
    });
    const next = await requested('next');
    await runAs(
      api.db.superuser,
      `UPDATE audit_verification SET state = 'running', part = 'chains', started_at = requested_at, tries = 3 WHERE id = $1`,
      [next],
    );
    expect(await worker().turn(SYSTEM)).toBe(false);
    expect(await seen(next)).toMatchObject({ state: 'failed', lastError: 'broken_off' });
  });

  test('names what is wrong, and of a dossier that the auditor may not see only that something is', async () => {
    const draft = await aDossier(api).open();
    const change = (chain: string, seq: number) =>
      `UPDATE audit_entry SET actor_role = 'admin' WHERE chain_id = '${chain}' AND seq = ${seq}`;
    await tamper(api.db, change(dossier.id, 2), change(draft.id, 1));
    const id = await requested('corrupted');
    await worker().turn(SYSTEM);
    const { body } = await read(id);
    expect(body).toMatchObject({ state: 'finished', ok: false });
    const faults = (body.findings?.faults ?? []).filter(({ reason }) => reason === 'hash_mismatch');
    const place = { checkpoint: null, detail: null };
    const chain = { id: dossier.id, kind: 'dossier', name: dossier.fileCode };
    expect(faults).toHaveLength(2);
    expect(faults).toContainEqual({ reason: 'hash_mismatch', chain, hidden: false, seq: 2, ...place });
    expect(faults).toContainEqual({
      reason: 'hash_mismatch',
      chain: null,
      hidden: true,
      seq: null,
      ...place,
    });
    expect(JSON.stringify(body)).not.toContain(draft.id);
    expect((await told(id)).at(-1)).toMatchObject({ facts: { ok: false, faults: body.faultCount } });
    await expect(
      runAs(api.db.superuser, `UPDATE audit_verification SET report = '{}' WHERE id = $1`, [id]),
    ).rejects.toThrow('stays as it is');
  });
});
