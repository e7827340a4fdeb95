import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  AccessLog,
  appendAudit,
  entryHash,
  erasePayload,
  keyIdOf,
  type AuditEntry,
  type EvidenceFile,
  SYSTEM_CHAIN_ID,
  systemEntries,
  verifyExport,
} from '#audit';
import { dataSourceOptions, UnitOfWork } from '#database';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from '#identity';
import { type Actor, CLOCK, type Clock, systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../support/api.js';

interface Entry extends AuditEntry {
  payload: unknown;
  payloadState: string;
  checkpoint: number | null;
  actorName: string | null;
  refusal: unknown;
}
interface Page<Item> {
  items: Item[];
  next: number | null;
}
interface Checkpoint {
  number: number;
  keyId: string;
  previousCheckpointHash: string;
}
interface Proof {
  chainId: string;
  entries: { seq: number; hash: string }[];
  proofs: { seq: number; checkpoint: number; path: string[] }[];
  checkpoints: Checkpoint[];
  uncovered: number[];
}

let api: TestApi;
let dossierId: string;
let draftId: string;
const FACTS = {
  project: { name: 'Dây chuyền xi măng', stage: 'policy', environmentalGroup: 'I' },
  lines: [{ name: 'Lò nung', technologyName: 'sản xuất gạch men', condition: 'new' }],
};
beforeAll(async () => {
  api = await startTestApi({ label: 'audit_api' });
  dossierId = await draft();
  draftId = await draft();
  const submitted = await (
    await api.login('ximang@demo.techgate.vn')
  ).post(`/api/v1/dossiers/${dossierId}/commands/submit`, {}, { 'if-match': '"2"' });
  if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body));
}, 60_000);
afterAll(() => api.close());

async function draft(): Promise<string> {
  const investor = await api.login('ximang@demo.techgate.vn');
  const created = await investor.post<{ id: string }>('/api/v1/dossiers', { procedureId: 'opinion' });
  const changed = await investor.patch(
    `/api/v1/dossiers/${created.body.id}`,
    { facts: FACTS },
    { 'if-match': '"1"' },
  );
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
  return created.body.id;
}
const as = async <Body = Record<string, unknown>>(person: string, path: string) =>
  (await api.login(`${person}@demo.techgate.vn`)).get<Body>(`/api/v1/${path}`);
const entriesFor = async (person: string, query = '') =>
  (await as<Page<Entry>>(person, `dossiers/${dossierId}/audit${query}`)).body;
const idOf = (person: string) => DEMO_PEOPLE.find(({ email }) => email === `${person}@demo.techgate.vn`)?.id;
const rows = <Row extends object>(sql: string, values: unknown[]) =>
  api.app.get(UnitOfWork).read(systemActor(DEMO_AUTHORITY.id), (tx) => tx.query<Row>(sql, values));
const PATHS = ['audit', 'audit/proof', 'audit/export'];

describe('the log of a dossier', () => {
  it.each(['thanhtra', 'truongphong1', 'giamdoc'])('is read by %s, link by link', async (person) => {
    const { items, next } = await entriesFor(person);
    expect(next).toBeNull();
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    for (const [
      index,
      { payload: _p, payloadState: _s, checkpoint: _c, actorName: _n, refusal: _r, ...entry },
    ] of items.entries()) {
      expect(entryHash(entry)).toBe(entry.hash);
      if (index > 0) expect(entry.prevHash).toBe(items[index - 1]?.hash);
    }
    expect(items[0]?.actorName).toBe('Phạm Thị Hòa');
    expect(
      items
        .filter(({ payloadHash }) => payloadHash !== null)
        .every(({ payload, payloadState }) => payload !== null && payloadState === 'stored'),
    ).toBe(true);
    expect(
      items
        .filter(({ payloadHash }) => payloadHash === null)
        .every(({ payloadState }) => payloadState === 'none'),
    ).toBe(true);
  });

  it('comes page by page', async () => {
    const whole = await entriesFor('thanhtra');
    const first = await entriesFor('thanhtra', '?limit=2');
    const rest = await entriesFor('thanhtra', `?after=${first.next}`);
    expect(first.next).toBe(2);
    expect([...first.items, ...rest.items]).toEqual(whole.items);
  });

  it.each(PATHS)(
    'is not found by the investor of another organisation, nor is what does not exist: %s',
    async (path) => {
      const foreign = await as('gom', `dossiers/${dossierId}/${path}`);
      const absent = await as('gom', `dossiers/00000009-0000-4000-8000-000000000009/${path}`);
      expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
      const { requestId: _r, instance: _i, ...told } = foreign.body;
      expect(absent.body).toMatchObject(told);
    },
  );

  it.each(PATHS)('is refused to those who see the dossier but do not oversee: %s', async (path) => {
    for (const person of ['ximang', 'motcua1', 'chuyenvien1', 'ubnd']) {
      expect((await as(person, `dossiers/${dossierId}/${path}`)).body).toMatchObject({
        status: 403,
        code: 'forbidden',
      });
    }
  });

  it("of a draft is nobody's business", async () => {
    for (const path of PATHS) expect((await as('thanhtra', `dossiers/${draftId}/${path}`)).status).toBe(404);
  });

  it('is hidden from a head in conflict', async () => {
    await api.app
      .get(UnitOfWork)
      .run(systemActor(DEMO_AUTHORITY.id), (tx) =>
        tx.query(
          "INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'declared', 'test', $3)",
          [dossierId, idOf('truongphong2'), tx.at],
        ),
      );
    for (const path of PATHS)
      expect((await as('truongphong2', `dossiers/${dossierId}/${path}`)).status).toBe(404);
  });

  it('notes who read it', async () => {
    await entriesFor('giamdoc');
    await api.app.get(AccessLog).flush();
    const found = await rows<{ action: string; actor_role: string }>(
      "SELECT DISTINCT action, actor_role FROM access_log WHERE dossier_id = $1 AND actor_id = $2 AND subject_kind = 'audit_chain'",
      [dossierId, idOf('giamdoc')],
    );
    expect(found).toEqual([{ action: 'read', actor_role: 'leader' }]);
  });
});

describe('checkpoints', () => {
  it('are taken by an auditor at any time, and cover that they were asked for', async () => {
    const auditor = await api.login('thanhtra@demo.techgate.vn');
    const taken = await auditor.post<Checkpoint>('/api/v1/audit/checkpoints');
    expect(taken.status).toBe(201);
    const system = await as<Page<Entry>>('thanhtra', 'audit/entries?action=checkpoint.requested');
    expect(system.body.items[0]).toMatchObject({
      chainId: SYSTEM_CHAIN_ID,
      actorId: idOf('thanhtra'),
      checkpoint: taken.body.number,
    });
    expect((await entriesFor('thanhtra')).items.every(({ checkpoint }) => checkpoint !== null)).toBe(true);
  });

  it('are listed newest first, with the key that is published', async () => {
    await (await api.login('thanhtra@demo.techgate.vn')).post('/api/v1/audit/checkpoints');
    const { items, next } = (await as<Page<Checkpoint>>('gom', 'audit/checkpoints?limit=1')).body;
    const older = (await as<Page<Checkpoint>>('gom', `audit/checkpoints?before=${next}`)).body;
    expect(older.items[0]?.number).toBe((items[0]?.number ?? 0) - 1);
    const key = (await api.anonymous.get<{ keyId: string; pem: string }>('/api/v1/audit/public-key')).body;
    expect(createPublicKey(key.pem).asymmetricKeyType).toBe('ed25519');
    expect([keyIdOf(key.pem), items[0]?.keyId]).toEqual([key.keyId, key.keyId]);
  });

  it.each(['truongphong1', 'giamdoc', 'quantri', 'gom'])(
    'are not taken by %s, who does not read the system chain either',
    async (person) => {
      const client = await api.login(`${person}@demo.techgate.vn`);
      expect((await client.post('/api/v1/audit/checkpoints')).body).toMatchObject({ status: 403 });
      expect((await client.get('/api/v1/audit/entries')).body).toMatchObject({ status: 403 });
    },
  );
});

describe('the system chain', () => {
  it('is filtered by day, outcome and person, newest first', async () => {
    const auditor = await api.login('thanhtra@demo.techgate.vn');
    for (let i = 0; i < 3; i += 1) await auditor.post('/api/v1/audit/checkpoints');
    const first = (
      await as<Page<Entry>>(
        'thanhtra',
        `audit/entries?limit=2&actorId=${idOf('thanhtra')}&from=2026-07-15&to=2026-07-15`,
      )
    ).body;
    expect(first.items).toHaveLength(2);
    expect((first.items[0]?.seq ?? 0) > (first.items[1]?.seq ?? 0)).toBe(true);
    const second = (await as<Page<Entry>>('thanhtra', `audit/entries?limit=2&before=${first.next}`)).body;
    expect((second.items[0]?.seq ?? Infinity) < (first.items[1]?.seq ?? 0)).toBe(true);
    for (const query of [
      'to=2026-07-14',
      'from=2026-07-16',
      `actorId=${idOf('gom')}`,
      'outcome=refused&action=checkpoint.requested',
    ]) {
      expect((await as<Page<Entry>>('thanhtra', `audit/entries?${query}`)).body.items).toEqual([]);
    }
    expect((await as('thanhtra', 'audit/entries?from=2026-02-30')).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/query/from' }],
    });
  });
});

describe('the log across all chains', () => {
  const log = async (query = '') => (await as<LogPage>('thanhtra', `audit/log${query}`)).body;
  interface LogPage {
    items: (Entry & { id: string; chain: string; chainName: string | null })[];
    nextCursor: string | null;
  }

  it('tells of dossiers and of the system together, newest first, page by page without a gap', async () => {
    const whole = await log('?limit=500');
    expect(new Set(whole.items.map(({ chain }) => chain))).toEqual(new Set(['system', 'dossier']));
    const instants = whole.items.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort().reverse());
    const first = await log('?limit=3');
    const rest = await log(`?limit=500&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
  });

  it('is narrowed by person, act, outcome, day and what it belongs to', async () => {
    const submitted = await log('?action=dossier.submit&actor=pham%20thi%20hoa');
    expect(submitted.items.map(({ chainId, actorName }) => [chainId, actorName])).toEqual([
      [dossierId, 'Phạm Thị Hòa'],
    ]);
    expect((await log('?chain=system')).items.every(({ chainId }) => chainId === SYSTEM_CHAIN_ID)).toBe(true);
    for (const query of [
      '?to=2026-07-14',
      '?actor=%25',
      '?action=dossier.submit&outcome=refused',
      '?chain=project',
    ])
      expect((await log(query)).items).toEqual([]);
  });

  it("goes through the access policy: a draft is nobody's business", async () => {
    const ids = new Set((await log('?limit=500')).items.map(({ chainId }) => chainId));
    expect([ids.has(dossierId), ids.has(draftId)]).toEqual([true, false]);
  });

  it('is exported as it is filtered; reading and exporting stand in the log of reads', async () => {
    const auditor = await api.login('thanhtra@demo.techgate.vn');
    const { status, headers, body } = await auditor.get<string>(
      '/api/v1/audit/log/export.csv?action=dossier.submit',
    );
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = String(body).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(dossierId);
    await api.app.get(AccessLog).flush();
    const noted = await rows<{ action: string }>(
      "SELECT DISTINCT action FROM access_log WHERE actor_id = $1 AND subject_id = 'audit_log' ORDER BY 1",
      [idOf('thanhtra')],
    );
    expect(noted.map(({ action }) => action)).toEqual(['exported', 'searched']);
  });

  it('is exported whole: an export has no page to begin at', async () => {
    const answer = await as<{ code: string }>('thanhtra', 'audit/log/export.csv?cursor=WyJ4Il0');
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_request']);
  });

  it('of the system is evidence that verifies offline', async () => {
    const { status, body } = await as<EvidenceFile>('thanhtra', 'audit/export');
    const { pem } = (await api.anonymous.get<{ pem: string }>('/api/v1/audit/public-key')).body;
    expect(status).toBe(200);
    expect(verifyExport(body, [pem])).toMatchObject({ ok: true, uncovered: 0 });
    expect(body.entries.at(-1)).toMatchObject({ action: 'evidence.exported', actorId: idOf('thanhtra') });
  });

  it.each(['audit/log', 'audit/log/export.csv', 'audit/export'])(
    "is the auditor's alone: %s",
    async (path) => {
      for (const person of ['truongphong1', 'giamdoc', 'quantri', 'gom'])
        expect((await as(person, path)).status).toBe(403);
    },
  );
});

describe('another authority', () => {
  it('keeps its acts to itself', async () => {
    const elsewhere = '00000001-0000-4000-8000-000000000077';
    const person = '00000003-0000-4000-8000-000000000077';
    const actor: Actor = {
      id: person,
      kind: 'person',
      name: 'Người nơi khác',
      roles: ['admin'],
      organisationId: null,
      authorityId: elsewhere,
    };
    await api.app.get(UnitOfWork).run(actor, async (tx) => {
      await tx.query(
        "INSERT INTO authority (id, code, name, province, created_at) VALUES ($1, 'H99.01', 'Sở khác', 'Nơi khác', $2)",
        [elsewhere, tx.at],
      );
      await tx.query(
        `INSERT INTO app_user (id, authority_id, email, display_name, password_hash, created_at, updated_at)
         VALUES ($1, $2, 'khac@demo.techgate.vn', 'Người nơi khác', 'x', $3, $3)`,
        [person, elsewhere, tx.at],
      );
      await appendAudit(tx, {
        chainId: SYSTEM_CHAIN_ID,
        action: 'user.changed',
        subject: { kind: 'user', id: person },
        facts: {},
        actorRole: 'admin',
      });
    });
    expect((await as<Page<Entry>>('thanhtra', 'audit/entries?action=user.changed')).body.items).toEqual([]);
    const own = await api.app
      .get(UnitOfWork)
      .read(actor, (tx) => systemEntries(tx, { action: 'user.changed' }, 10));
    expect(own.map(({ actorId }) => actorId)).toEqual([person]);
    expect((await as('thanhtra', 'audit/log?action=user.changed')).body['items']).toEqual([]);
    expect((await as('thanhtra', 'audit/export')).body).toMatchObject({ code: 'system_chain_shared' });
  });
});

describe('proof and evidence', () => {
  it('proves what is covered and names what is not yet', async () => {
    await (await api.login('thanhtra@demo.techgate.vn')).post('/api/v1/audit/checkpoints');
    const { body } = await as<Proof>('truongphong1', `dossiers/${dossierId}/audit/proof`);
    expect(body.uncovered).toEqual([]);
    expect(body.proofs.map(({ seq }) => seq)).toEqual(body.entries.map(({ seq }) => seq));
    const numbers = body.checkpoints.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    const another = await submittedDossier();
    const fresh = (await as<Proof>('truongphong1', `dossiers/${another}/audit/proof`)).body;
    expect(fresh).toMatchObject({
      proofs: [],
      checkpoints: [],
      uncovered: fresh.entries.map(({ seq }) => seq),
    });
  });

  it('verifies offline, is logged before it leaves, and names its exporter', async () => {
    const answer = await as<EvidenceFile>('thanhtra', `dossiers/${dossierId}/audit/export`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment; filename="techgate-evidence-');
    const { pem } = (await api.anonymous.get<{ pem: string }>('/api/v1/audit/public-key')).body;
    expect(verifyExport(answer.body, [pem])).toMatchObject({ ok: true, uncovered: 0, firstBad: null });
    expect(answer.body.entries.at(-1)).toMatchObject({
      action: 'evidence.exported',
      actorId: idOf('thanhtra'),
    });
    const logged = await rows(
      "SELECT 1 FROM access_log WHERE action = 'exported' AND dossier_id = $1 AND actor_id = $2",
      [dossierId, idOf('thanhtra')],
    );
    expect(logged).toHaveLength(1);
    const forged = structuredClone(answer.body);
    if (forged.entries[0]) forged.entries[0].facts = { ...forged.entries[0].facts, round: 9 };
    expect(verifyExport(forged, [pem])).toMatchObject({
      ok: false,
      firstBad: { seq: 1, reason: 'hash_mismatch' },
    });
  });

  it('still verifies when a payload was lawfully erased, and shows it as erased', async () => {
    const target = (await entriesFor('thanhtra')).items.find(({ payloadState }) => payloadState === 'stored');
    const source = await new DataSource(dataSourceOptions(api.db.eraser)).initialize();
    const eraser = new UnitOfWork(source, api.app.get<Clock>(CLOCK));
    try {
      await eraser.run(systemActor(DEMO_AUTHORITY.id), (tx) =>
        erasePayload(tx, {
          chainId: dossierId,
          seq: target?.seq ?? 0,
          basis: 'nd-13-2023.art-16',
          actorRole: 'system',
        }),
      );
    } finally {
      await source.destroy();
    }
    expect((await entriesFor('thanhtra')).items.find(({ seq }) => seq === target?.seq)).toMatchObject({
      payload: null,
      payloadState: 'erased',
      hash: target?.hash,
    });
    const { body } = await as<EvidenceFile>('giamdoc', `dossiers/${dossierId}/audit/export`);
    const { pem } = (await api.anonymous.get<{ pem: string }>('/api/v1/audit/public-key')).body;
    expect(verifyExport(body, [pem])).toMatchObject({ ok: true, erased: 1 });
  });
});

async function submittedDossier(): Promise<string> {
  const id = await draft();
  const submitted = await (
    await api.login('ximang@demo.techgate.vn')
  ).post(`/api/v1/dossiers/${id}/commands/submit`, {}, { 'if-match': '"2"' });
  if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body));
  return id;
}
