import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_PEOPLE, demoOrganisation } from '#identity';
import { startTestApi, type TestApi } from '../../support/api.js';
import { type ApiClient } from '../../support/api-client.js';
import { runAs } from '../../support/database.js';
import { emailOf, personId, type Problem } from '../../support/dossier-driver.js';
import { tableCounts } from '../../support/table-counts.js';

interface Project {
  id: string;
  name: string;
  standing: string;
  revision: number;
  history: { kind: string; seq: number; facts: Record<string, unknown>; actorName: string }[];
  exemptions: { state: string }[];
  decisions: { id: string; number: string; stands: boolean; corrects: string | null }[];
  duplicates: { id: string }[];
  mergedInto: string | null;
  [more: string]: unknown;
}
type Answered = Project & Problem;
interface Page {
  items: Project[];
  nextCursor: string | null;
  total: number;
}
const URL = '/api/v1/projects';
const DRAFT = {
  name: 'Dự án đầu tư Nhà máy gạch không nung Bình Minh',
  investorName: 'Công ty Cổ phần Gạch Bình Minh',
  investorTaxCode: '5709911100',
  sectorVsic: 'C2395',
  capitalVnd: 95_000_000_000,
  capitalOrigin: 'domestic_private',
  communeCode: '06733',
  projectAuthority: 'province_chair',
  registeredOn: '2026-03-02',
};

let api: TestApi;
const as = (name: string): Promise<ApiClient> => api.login(emailOf(name));
const etag = (revision: number) => ({ 'if-match': `"${revision}"` });
let made = 0;
/** A new project that looks like no other. */
async function enter(changes: Record<string, unknown> = {}, who = 'motcua1'): Promise<Project> {
  made += 1;
  const body = {
    ...DRAFT,
    name: `Xưởng ${made} lô ${made * 37} khu ${made * 101}`,
    investorTaxCode: null,
    investorName: `Nhà đầu tư thứ ${made}`,
    ...changes,
  };
  const answer = await (await as(who)).post<Answered>(URL, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const act = async (who: string, path: string, body: unknown, headers = {}) =>
  (await as(who)).post<Answered>(path === '' ? URL : `${URL}/${path}`, body, headers);

beforeAll(async () => {
  api = await startTestApi({ label: 'projects_register_e2e' });
});
afterAll(() => api.close());

describe('entering and correcting', () => {
  test('a clerk enters a project; it is in the register with its history', async () => {
    const clerk = await as('motcua1');
    const answer = await clerk.post<Project>(URL, DRAFT);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...DRAFT,
      standing: 'none',
      late: false,
      followed: 'not_applicable',
      source: 'manual',
      revision: 1,
    });
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body.history).toMatchObject([{ kind: 'entered', seq: 1, actorName: 'Đinh Thị Lan' }]);
    const listed = await clerk.get<Page>(`${URL}?q=gach khong nung&count=true`);
    expect(listed.body).toMatchObject({ total: 1, items: [{ id: answer.body.id }] });
  });

  test('the same project again is refused with what it looks like, and taken when somebody says that it is another', async () => {
    const twin = { ...DRAFT, name: 'Nha may gach khong nung Binh Minh', investorName: 'CTCP Gạch Bình Minh' };
    const before = await tableCounts(api.db);
    const refused = await act('chuyenvien1', '', twin);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'project_looks_like_another',
        candidates: [{ name: DRAFT.name, reasons: expect.arrayContaining(['same_name']) as unknown }],
      },
    });
    expect(await tableCounts(api.db)).toEqual(before);
    const found = await act('chuyenvien1', 'duplicates', {
      name: twin.name,
      investorName: twin.investorName,
    });
    expect(found.body).toMatchObject({ items: [{ name: DRAFT.name }] });
    expect((await act('chuyenvien1', '', { ...twin, isAnother: true })).status).toBe(201);
    const duplicates = await (await as('thanhtra')).get<Page>(`${URL}?duplicates=true&count=true`);
    expect(duplicates.body.total).toBe(2);
    const one = await (await as('thanhtra')).get<Page>(`${URL}/${duplicates.body.items[0]?.id}/duplicates`);
    expect(one.body.items).toMatchObject([{ projectId: duplicates.body.items[1]?.id }]);
  });

  test('the same delivery enters once; the same key with another body is refused', async () => {
    const body = {
      ...DRAFT,
      name: 'Kho lạnh thủy sản Cảng Mới',
      investorTaxCode: null,
      investorName: 'Bà Tư',
    };
    const key = { 'idempotency-key': 'kho-lanh' };
    const [first, again] = [await act('motcua1', '', body, key), await act('motcua1', '', body, key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(await act('motcua1', '', { ...body, capitalVnd: 1 }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  test.each<[string, Record<string, unknown>, number, string, string]>([
    ['a name that is none', { name: 'ab' }, 400, 'malformed_request', '/name'],
    ['an unknown field', { colour: 'red' }, 400, 'malformed_request', '/colour'],
    ['a text for an amount', { capitalVnd: '95 tỷ' }, 400, 'malformed_request', '/capitalVnd'],
    ['an amount beyond all', { capitalVnd: 1e16 }, 400, 'malformed_request', '/capitalVnd'],
    ['a day that does not exist', { registeredOn: '2026-02-30' }, 400, 'malformed_request', '/registeredOn'],
    ['a day after today', { registeredOn: '2026-07-16' }, 422, 'project_invalid', '/registeredOn'],
    ['a tax code that is none', { investorTaxCode: '123' }, 422, 'project_invalid', '/investorTaxCode'],
    ['a sector that is none', { sectorVsic: 'Z9' }, 422, 'project_invalid', '/sectorVsic'],
    ['blanks for a name', { name: '      ' }, 422, 'project_invalid', '/name'],
    [
      'a certificate without its day',
      { certificateNumber: '57/GCN' },
      422,
      'project_invalid',
      '/certificateOn',
    ],
  ])('%s is refused and changes nothing', async (_what, change, status, code, pointer) => {
    const before = await tableCounts(api.db);
    const answer = await act('motcua1', '', { ...DRAFT, isAnother: true, ...change });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(new Set(answer.body.errors?.map((fault) => fault.pointer))).toEqual(new Set([pointer]));
    expect(await tableCounts(api.db)).toEqual(before);
  });

  test('a correction needs the revision, keeps what was before, and leaves the rest alone', async () => {
    const project = await enter();
    const clerk = await as('motcua2');
    const url = `${URL}/${project.id}`;
    expect(await clerk.patch(url, { name: 'Tên mới' })).toMatchObject({
      status: 428,
      body: { code: 'precondition_required' },
    });
    const changed = await clerk.patch<Project>(url, { name: 'Nhà máy tên mới', communeCode: null }, etag(1));
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: 'Nhà máy tên mới',
        communeCode: null,
        capitalVnd: DRAFT.capitalVnd,
        registeredOn: DRAFT.registeredOn,
        revision: 2,
      },
    });
    expect(changed.body.history[0]).toMatchObject({
      kind: 'changed',
      facts: {
        changes: [
          { field: 'name', from: project.name, to: 'Nhà máy tên mới' },
          { field: 'communeCode', from: '06733', to: null },
        ],
      },
    });
    expect(await clerk.patch(url, { name: 'Tên khác nữa' }, etag(1))).toMatchObject({
      status: 412,
      body: { code: 'stale_revision', changedBy: 'Phan Văn Nam' },
    });
    expect((await clerk.patch<Project>(url, { name: 'Nhà máy tên mới' }, etag(2))).body.revision).toBe(2);
    expect(await clerk.patch(url, { registeredOn: '2030-01-01' }, etag(2))).toMatchObject({
      status: 422,
      body: { code: 'project_invalid' },
    });
    const dry = await clerk.patch<Project>(`${url}?dryRun=true`, { name: 'Chỉ thử thôi' }, etag(2));
    expect(dry.body).toMatchObject({ name: 'Chỉ thử thôi', revision: 3 });
    expect((await clerk.get<Project>(url)).body).toMatchObject({ name: 'Nhà máy tên mới', revision: 2 });
  });
});

describe('projects that need no opinion', () => {
  const PROPOSAL = {
    reasonCode: 'no_technology',
    reason: 'Dự án chỉ xây văn phòng cho thuê, không có dây chuyền công nghệ.',
  };

  test('one proposes, a head who is another confirms; revoked, it counts again', async () => {
    const { id } = await enter();
    expect((await act('truongphong1', `${id}/exemption`, PROPOSAL)).body).toMatchObject({
      standing: 'none',
      exemptions: [{ state: 'proposed' }],
    });
    expect(await act('motcua1', `${id}/exemption`, PROPOSAL)).toMatchObject({
      status: 409,
      body: { code: 'exemption_exists' },
    });
    const waiting = await (await as('truongphong2')).get<Page>(`${URL}?awaiting=exemption`);
    expect(waiting.body.items.map((item) => item.id)).toEqual([id]);
    expect(await act('truongphong1', `${id}/exemption/decision`, { decision: 'confirmed' })).toMatchObject({
      status: 409,
      body: { code: 'exemption_same_person' },
    });
    expect(await act('chuyenvien1', `${id}/exemption/decision`, { decision: 'confirmed' })).toMatchObject({
      status: 403,
    });
    const confirmed = await act('truongphong2', `${id}/exemption/decision`, {
      decision: 'confirmed',
      note: 'Đồng ý.',
    });
    expect(confirmed.body).toMatchObject({
      standing: 'not_subject',
      exemptions: [{ state: 'confirmed', decidedByName: 'Quách Thị Liên' }],
    });
    expect(await act('truongphong2', `${id}/exemption/decision`, { decision: 'rejected' })).toMatchObject({
      status: 409,
      body: { code: 'exemption_not_open' },
    });
    const revoked = await act('truongphong1', `${id}/exemption/revocation`, {
      reason: 'Chủ đầu tư bổ sung xưởng lắp ráp.',
    });
    expect(revoked.body).toMatchObject({ standing: 'none', exemptions: [{ state: 'revoked' }] });
    expect(revoked.body.history.map(({ kind }) => kind)).toEqual([
      'exemption_revoked',
      'exemption_confirmed',
      'exemption_proposed',
      'entered',
    ]);
  });

  test('a rejected proposal changes nothing and may be made again; a refused act stands in the log of the project', async () => {
    const { id } = await enter();
    await act('chuyenvien1', `${id}/exemption`, PROPOSAL);
    expect(
      (
        await act('truongphong1', `${id}/exemption/decision`, {
          decision: 'rejected',
          note: 'Có dây chuyền.',
        })
      ).body,
    ).toMatchObject({ standing: 'none' });
    expect((await act('chuyenvien1', `${id}/exemption`, PROPOSAL)).status).toBe(200);
    expect(await act('chuyenvien2', `${id}/exemption`, PROPOSAL)).toMatchObject({ status: 409 });
    const log = await runAs(
      api.db.superuser,
      'SELECT action, outcome, facts FROM audit_entry WHERE chain_id = $1 ORDER BY seq',
      [id],
    );
    expect(log.map(({ action }) => action)).toEqual([
      'project.entered',
      'project.exemption_proposed',
      'project.exemption_rejected',
      'project.exemption_proposed',
      'command.refused',
    ]);
    expect(log.at(-1)).toMatchObject({
      outcome: 'refused',
      facts: { command: 'propose_exemption', code: 'exemption_exists' },
    });
  });
});

describe('the final decision of the authority', () => {
  const DECISION = {
    kind: 'approved',
    number: '57/QĐ-UBND',
    decidedOn: '2026-06-01',
    decidedBy: 'Chủ tịch UBND tỉnh',
  };

  test('the province records it, and the project without our answer is missed; a correction keeps the first', async () => {
    const { id } = await enter();
    const recorded = await act('ubnd', `${id}/final-decision`, DECISION);
    expect(recorded.body).toMatchObject({
      standing: 'missed',
      decidedOn: '2026-06-01',
      decisions: [{ number: '57/QĐ-UBND', stands: true }],
    });
    expect(await act('motcua1', `${id}/final-decision`, DECISION)).toMatchObject({
      status: 409,
      body: { code: 'final_decision_exists' },
    });
    const corrects = recorded.body.decisions[0]?.id;
    const corrected = await act('motcua1', `${id}/final-decision`, {
      ...DECISION,
      number: '58/QĐ-UBND',
      corrects,
    });
    expect(corrected.body.decisions).toMatchObject([
      { number: '58/QĐ-UBND', stands: true, corrects },
      { number: '57/QĐ-UBND', stands: false },
    ]);
    expect(await act('motcua1', `${id}/final-decision`, { ...DECISION, corrects })).toMatchObject({
      status: 409,
      body: { code: 'final_decision_exists' },
    });
    expect(corrected.body.history.map(({ kind }) => kind)).toEqual([
      'decision_corrected',
      'decision_recorded',
      'entered',
    ]);
  });

  test('one that was entered for the wrong project is taken back: nothing is counted by it, and it stays readable', async () => {
    const { id } = await enter();
    const withdraw = (body = { reason: 'Ghi nhầm sang dự án khác.' }) =>
      act('motcua1', `${id}/final-decision/withdrawal`, body);
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'final_decision_absent' } });
    await act('motcua1', `${id}/final-decision`, DECISION);
    const rehearsed = await act('motcua1', `${id}/final-decision/withdrawal?dryRun=true`, {
      reason: 'Ghi nhầm sang dự án khác.',
    });
    expect(rehearsed.body.standing).toBe('none');
    expect((await (await as('motcua1')).get<Project>(`${URL}/${id}`)).body.standing).toBe('missed');
    expect(
      (await act('chuyenvien1', `${id}/final-decision/withdrawal`, { reason: 'Không được.' })).status,
    ).toBe(403);
    const withdrawn = await withdraw();
    expect(withdrawn).toMatchObject({
      status: 200,
      body: { standing: 'none', decidedOn: null, decisions: [{ number: '57/QĐ-UBND', stands: false }] },
    });
    expect(withdrawn.body.history[0]).toMatchObject({
      kind: 'decision_withdrawn',
      facts: { reason: 'Ghi nhầm sang dự án khác.' },
    });
    const again = await act('ubnd', `${id}/final-decision`, { ...DECISION, number: '60/QĐ-UBND' });
    expect(again.body.decisions).toMatchObject([
      { number: '60/QĐ-UBND', stands: true, corrects: null },
      { number: '57/QĐ-UBND', stands: false },
    ]);
  });

  test('not in the future nor before there were such projects, and only by the province or a clerk', async () => {
    const { id } = await enter();
    expect(await act('ubnd', `${id}/final-decision`, { ...DECISION, decidedOn: '2026-07-16' })).toMatchObject(
      {
        status: 422,
        body: { code: 'project_invalid', errors: [{ pointer: '/decidedOn', code: 'in_future' }] },
      },
    );
    expect(await act('ubnd', `${id}/final-decision`, { ...DECISION, decidedOn: '1200-01-01' })).toMatchObject(
      {
        status: 422,
        body: { errors: [{ pointer: '/decidedOn', code: 'too_early' }] },
      },
    );
    for (const who of ['chuyenvien1', 'truongphong1', 'giamdoc', 'thanhtra'])
      expect((await act(who, `${id}/final-decision`, DECISION)).status).toBe(403);
  });
});

describe('duplicates', () => {
  test('one is merged into the other, is in no list, and can be taken apart again', async () => {
    const [kept, twin] = [await enter(), await enter({ certificateOn: '2026-05-05' })];
    const merged = await act('motcua1', `${twin.id}/merge`, { into: kept.id, reason: 'Nhập hai lần.' });
    expect(merged.body).toMatchObject({
      projectId: kept.id,
      mergedId: twin.id,
      leftBehind: ['certificateOn'],
      movedMatches: 0,
    });
    const auditor = await as('thanhtra');
    expect(
      (await auditor.get<Page>(`${URL}?q=${encodeURIComponent(twin.name)}`)).body.items.map(({ id }) => id),
    ).not.toContain(twin.id);
    expect((await auditor.get<Project>(`${URL}/${twin.id}`)).body.mergedInto).toBe(kept.id);
    expect((await auditor.get<Project>(`${URL}/${kept.id}`)).body.duplicates).toMatchObject([
      { id: twin.id },
    ]);
    const clerk = await as('motcua1');
    expect(await clerk.patch(`${URL}/${twin.id}`, { name: 'Đổi tên' }, etag(2))).toMatchObject({
      status: 409,
      body: { code: 'project_is_merged' },
    });
    expect(await act('motcua1', `${kept.id}/merge`, { into: twin.id, reason: 'Ngược lại.' })).toMatchObject({
      status: 409,
      body: { code: 'project_merge_impossible', because: 'target_is_merged' },
    });
    const apart = await act('motcua1', `${twin.id}/unmerge`, { reason: 'Là hai giai đoạn khác nhau.' });
    expect(apart.body).toMatchObject({ mergedInto: null });
    expect(await act('motcua1', `${twin.id}/unmerge`, { reason: 'Lần nữa.' })).toMatchObject({
      status: 409,
      body: { code: 'project_not_merged' },
    });
  });

  test('never with itself, nor so that a decision or an exemption would be lost', async () => {
    const [a, b] = [await enter(), await enter()];
    const merge = (from: Project, into: Project) =>
      act('motcua1', `${from.id}/merge`, { into: into.id, reason: 'Trùng lặp.' });
    expect((await merge(a, a)).body).toMatchObject({ code: 'project_merge_impossible', because: 'itself' });
    await act('ubnd', `${a.id}/final-decision`, {
      kind: 'refused',
      number: '1',
      decidedOn: '2026-06-01',
      decidedBy: 'UBND tỉnh',
    });
    expect((await merge(a, b)).body).toMatchObject({ because: 'has_final_decision' });
    expect((await merge(b, a)).status).toBe(200);
    const tax = await enter({ investorTaxCode: '5709922200' });
    expect((await merge(tax, await enter())).body).toMatchObject({ because: 'other_investor' });
    const c = await enter();
    expect((await merge(a, c)).body).toMatchObject({ because: 'has_duplicates' });
  });
});

describe('who sees the register', () => {
  test.each(DEMO_PEOPLE.map(({ email, roles }) => [email.split('@')[0] ?? '', roles.join()]))(
    '%s (%s)',
    async (who, roles) => {
      const house = ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'];
      const client = await as(who);
      for (const path of ['', '/coverage', '/coverage/refusals', '/export.csv'])
        expect({ path, status: (await client.get(`${URL}${path}`)).status }).toEqual({
          path,
          status: house.includes(roles) ? 200 : 403,
        });
    },
  );

  test('a person tied to the investor sees nothing of its projects, by organisation, tax code or branch', async () => {
    const coal = demoOrganisation('coal');
    const project = await enter({
      name: 'Mở rộng mỏ than Đông Sơn',
      investorName: 'Chi nhánh Than',
      investorTaxCode: `${coal.taxCode}-003`,
    });
    await runAs(
      api.db.superuser,
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at) VALUES ($1, $2, '2020-01-01', now())`,
      [personId('chuyenvien3'), coal.id],
    );
    const tied = await as('chuyenvien3');
    const free = await as('chuyenvien2');
    expect((await free.get<Page>(`${URL}?q=mo than dong son`)).body.items).toHaveLength(1);
    expect((await tied.get<Page>(`${URL}?q=mo than dong son&count=true`)).body).toMatchObject({
      items: [],
      total: 0,
    });
    const count = async (client: ApiClient) =>
      (await client.get<{ total: { figures: { all: { count: number } } } }>(`${URL}/coverage`)).body.total
        .figures.all.count;
    expect(await count(tied)).toBe((await count(free)) - 1);
    expect((await tied.get(`${URL}/export.csv`)).bytes.toString()).not.toContain('Mở rộng mỏ than');
    const nobody = '00000009-0000-4000-8000-000000000009';
    for (const path of ['', '/duplicates']) {
      const [hidden, absent] = [
        await tied.get<Problem>(`${URL}/${project.id}${path}`),
        await tied.get<Problem>(`${URL}/${nobody}${path}`),
      ];
      expect([hidden.status, absent.status]).toEqual([404, 404]);
      expect({ ...hidden.body, instance: '', requestId: '' }).toEqual({
        ...absent.body,
        instance: '',
        requestId: '',
      });
    }
    expect((await tied.patch(`${URL}/${project.id}`, { name: 'Tên của tôi' }, etag(1))).status).toBe(404);
    expect(
      (
        await tied.post(`${URL}/${project.id}/exemption`, {
          reasonCode: 'other',
          reason: 'Không cần ý kiến nào cả.',
        })
      ).status,
    ).toBe(404);
    const own = await act('chuyenvien3', '', {
      ...DRAFT,
      name: 'Mỏ than mới Tây Sơn',
      investorTaxCode: coal.taxCode,
      isAnother: true,
    });
    expect(own.status).toBe(404);
    expect((await free.get<Page>(`${URL}?q=tay son`)).body.items).toEqual([]);
  });
});

describe('lists and exports', () => {
  test('filters, sorting and pages; what is unknown is 400 by its name', async () => {
    const auditor = await as('thanhtra');
    const first = await auditor.get<Page>(`${URL}?sort=name&limit=3&count=true`);
    const second = await auditor.get<Page>(`${URL}?sort=name&limit=3&cursor=${first.body.nextCursor}`);
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(6);
    expect((await auditor.get<Problem>(`${URL}?sort=-name&cursor=${first.body.nextCursor}`)).body.code).toBe(
      'cursor_mismatch',
    );
    expect((await auditor.get<Problem>(`${URL}?colour=red`)).body).toMatchObject({
      code: 'list_query_invalid',
      parameter: 'colour',
    });
    expect((await auditor.get<Problem>(`${URL}/coverage?by=mood`)).body).toMatchObject({
      code: 'list_query_invalid',
      parameter: 'by',
    });
    expect((await auditor.get<Problem>(`${URL}/coverage?standing=missed`)).body).toMatchObject({
      code: 'list_query_invalid',
      parameter: 'standing',
    });
    expect((await auditor.get<Problem>(`${URL}?sort=price`)).body).toMatchObject({ parameter: 'sort' });
    for (const [query, parameter] of [
      ['?q=%00', 'q'],
      ['/export.csv?limit=5', 'limit'],
      ['/export.csv?cursor=x', 'cursor'],
      ['/coverage/refusals?by=month', 'by'],
      ['/coverage/refusals?followed=followed', 'followed'],
    ])
      expect({ query, ...(await auditor.get<Problem>(`${URL}${query}`)) }).toMatchObject({
        query,
        status: 400,
        body: { code: 'list_query_invalid', parameter },
      });
  });

  test('the export holds what the list holds, runs no formula, and is logged before it leaves', async () => {
    await enter({ name: '=HYPERLINK("http://x","Bấm")', investorName: '+84 "Sao", Đỏ' });
    const auditor = await as('thanhtra');
    const answer = await auditor.get(`${URL}/export.csv?sort=name`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = answer.bytes.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""Bấm"")"`);
    expect(text).toContain(`"'+84 ""Sao"", Đỏ"`);
    expect(text).toContain('Quyết định khi chưa có ý kiến');
    const { total } = (await auditor.get<Page>(`${URL}?count=true`)).body;
    expect(text.trim().split('\r\n')).toHaveLength(total + 1);
    const missed = await auditor.get(`${URL}/export.csv?standing=missed`);
    const named = (await auditor.get<Page>(`${URL}?standing=missed&count=true`)).body.total;
    expect(missed.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(named + 1);
    const log = await runAs(
      api.db.superuser,
      `SELECT subject_id FROM access_log WHERE action = 'exported' AND actor_id = $1`,
      [personId('thanhtra')],
    );
    expect(log.length).toBeGreaterThanOrEqual(2);
  });
});
