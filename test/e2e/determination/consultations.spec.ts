import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ClockAlarms } from '#casework';
import { DEMO_AUTHORITY, demoOrganisation } from '#identity';
import { civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import {
  anAcceptedDetermination,
  ANSWER,
  answered,
  askedOf,
  consult,
  consultation,
  type ConsultationBody,
  consulted,
  examining,
  PDF,
} from '../../support/determination.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId, type Problem, signer } from '../../support/dossier-driver.js';

const MISSING = '00000009-0000-4000-8000-000000000009';
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'consultations', now: instantAt(civilDate('2026-06-01'), 9) });
}, 60_000);
afterAll(() => api?.close());
const on = (date: string) => api.clock.set(instantAt(civilDate(date), 9));
const tick = () => api.app.get(ClockAlarms).tick(DEMO_AUTHORITY.id);
beforeEach(() => {
  const now = api.clock.now();
  api.clock.set(new Date(now.getTime() + 3_600_000));
});

const told = async (dossier: DossierDriver, who: string): Promise<string[]> =>
  (
    await runAs(
      api.db.superuser,
      'SELECT kind FROM notification WHERE dossier_id = $1 AND recipient_id = $2 ORDER BY at, id',
      [dossier.id, personId(who)],
    )
  ).map(({ kind }) => String(kind));
const actions = async (dossier: DossierDriver): Promise<string[]> =>
  (
    await runAs(api.db.superuser, 'SELECT action FROM audit_entry WHERE chain_id = $1 ORDER BY seq', [
      dossier.id,
    ])
  )
    .map(({ action }) => String(action))
    .filter((action) => action.startsWith('consultation.'));

describe('asking', () => {
  let dossier: DossierDriver;
  beforeAll(async () => {
    dossier = await anAcceptedDetermination(api);
  });

  test.each<[string, string, object, number, string]>([
    [
      'an organisation that nobody knows',
      'truongphong1',
      { organisationId: MISSING },
      422,
      'unknown_organisation',
    ],
    [
      'an investor',
      'truongphong1',
      { organisationId: demoOrganisation('coal').id },
      422,
      'organisation_cannot_be_consulted',
    ],
    [
      'an institute as an agency',
      'truongphong1',
      { organisationId: demoOrganisation('institute').id },
      422,
      'organisation_cannot_be_consulted',
    ],
    [
      'an agency as a body',
      'truongphong1',
      { kind: 'independent_body' },
      422,
      'organisation_cannot_be_consulted',
    ],
    [
      'for longer without a reason',
      'truongphong1',
      { term: 'complex' },
      422,
      'consultation_term_unavailable',
    ],
    [
      'with a day of one’s own',
      'truongphong1',
      { replyBy: '2026-06-20' },
      422,
      'consultation_date_impossible',
    ],
    ['without a question', 'truongphong1', { question: '' }, 400, 'malformed_request'],
    ['with a field that nobody knows', 'truongphong1', { urgent: true }, 400, 'malformed_request'],
    ['by an appraiser who does not lead', 'chuyenvien2', {}, 403, 'command_not_for_you'],
    ['by a clerk', 'motcua1', {}, 403, 'forbidden'],
    ['by the owner', 'gom', {}, 403, 'forbidden'],
  ])('%s is refused', async (_what, who, given, status, code) => {
    const answer = await consult(dossier, who, '', askedOf('environment', given));
    expect(answer).toMatchObject({ status, body: { code } });
    expect((await dossier.get<{ items: unknown[] }>('thanhtra', '/consultations')).body.items).toEqual([]);
  });

  test('a party of the dossier is refused', async () => {
    const other = await anAcceptedDetermination(api, {
      body: { parties: [{ organisationId: demoOrganisation('institute').id, party: 'consultant' }] },
    });
    const asked = askedOf('institute', { kind: 'independent_body' });
    expect((await consult(other, 'truongphong1', '', asked)).body).toMatchObject({
      code: 'consultee_is_party',
      party: 'consultant',
    });
  });

  test('before acceptance is too early; a draft letter is asked by nobody yet', async () => {
    const early = await aDossier(api).submitted().open();
    expect((await consult(early, 'truongphong1', '', askedOf('environment'))).body.code).toBe(
      'command_not_permitted_now',
    );
    const dry = await consult(dossier, 'truongphong1', '?dryRun=true', askedOf('environment'));
    expect(dry).toMatchObject({ status: 200, body: { state: 'drafted' } });
    expect((await dossier.get<{ items: unknown[] }>('thanhtra', '/consultations')).body.items).toEqual([]);
    // The letter is read before anything is drafted, by whoever may ask.
    const letterFor = async (who: string, body: object) =>
      (await dossier.person(who)).post<Problem>(dossier.url('/consultation-letter'), body);
    const letter = await letterFor('truongphong1', askedOf('environment'));
    expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await letterFor('chuyenvien2', askedOf('environment'))).body.code).toBe('command_not_for_you');
    const coal = askedOf('environment', { organisationId: demoOrganisation('coal').id });
    expect((await letterFor('truongphong1', coal)).body.code).toBe('organisation_cannot_be_consulted');
    expect((await dossier.get<{ items: unknown[] }>('thanhtra', '/consultations')).body.items).toEqual([]);
    const drafted = await consult(dossier, 'truongphong1', '', askedOf('environment'), {
      'idempotency-key': 'ask-1',
    });
    const again = await consult(dossier, 'truongphong1', '', askedOf('environment'), {
      'idempotency-key': 'ask-1',
    });
    expect(again.body.id).toBe(drafted.body.id);
    expect(drafted.body).toMatchObject({ state: 'drafted', dueOn: null, sentOn: null, clockId: null });
    expect((await dossier.get('phoihop')).status).toBe(404);
    expect(await told(dossier, 'phoihop')).toEqual([]);
    const twice = await consult(dossier, 'truongphong1', '', askedOf('environment'));
    expect(twice.body).toMatchObject({ code: 'consulted_already', consultationId: drafted.body.id });
    const early2 = await consult(dossier, 'motcua1', `/${drafted.body.id}/answer`, {
      ...ANSWER,
      answeredOn: '2026-06-01',
    });
    expect(early2.body).toMatchObject({ code: 'consultation_not_in_state', state: 'drafted' });
    const preview = await dossier.get('truongphong1', `/letters/${drafted.body.letterId}/preview`);
    expect(preview.status).toBe(200);
  });

  test('a complex project gives twenty working days, with the reason in the record', async () => {
    const large = await anAcceptedDetermination(api);
    on('2026-06-02');
    const asked = await consulted(large, 'environment', {
      term: 'complex',
      termReason: 'Tổ hợp ba dây chuyền.',
    });
    expect(asked.dueOn).toBe('2026-06-30');
    const clock = await large.clock('T-23-1-REPLY');
    expect(clock).toMatchObject({ dueOn: '2026-06-30', startOn: '2026-06-02' });
    expect(clock.movements.map(({ reason }) => reason)).toEqual(['clock_started', 'extended']);
  });
});

describe('what the consulted see', () => {
  let dossier: DossierDriver;
  let asked: ConsultationBody;
  beforeAll(async () => {
    dossier = await anAcceptedDetermination(api, {});
    asked = await consulted(dossier);
    await examining(dossier);
  });

  test('is the project, its facts and papers, and their own question', async () => {
    const agency = await dossier.get<Record<string, unknown>>('phoihop');
    expect(agency.status).toBe(200);
    expect(agency.body).toMatchObject({
      projectName: 'Nhà máy gốm Hồng Lam',
      relations: ['consulted_agency'],
    });
    expect(Object.keys(agency.body)).not.toEqual(
      expect.arrayContaining([
        'trigger',
        'dueOn',
        'leadAppraiserId',
        'openRequest',
        'law',
        'refusalNotified',
      ]),
    );
    const facts = await dossier.get<{ items: { changes: unknown[] }[] }>('phoihop', '/facts');
    expect(facts.body.items).toEqual([expect.objectContaining({ changes: [] })]);
    expect((await dossier.get<{ items: unknown[] }>('thanhtra', '/facts')).body.items.length).toBeGreaterThan(
      1,
    );
    expect((await dossier.get<{ items: unknown[] }>('phoihop', '/documents')).body.items).toHaveLength(1);
    const { items } = (await dossier.get<{ items: ConsultationBody[] }>('phoihop', '/consultations')).body;
    expect(items).toEqual([expect.objectContaining({ id: asked.id, askedByName: null })]);
    expect((await dossier.get('phoihop', `/letters/${asked.letterId}/content`)).status).toBe(200);
    expect(await told(dossier, 'phoihop')).toEqual(['consultation.opened']);
  });

  test.each([
    '/commands',
    '/timeline',
    '/clocks',
    '/checklist',
    '/letters',
    '/requests',
    '/opinions',
    '/findings',
    '/screenings',
    '/criteria',
    '/assignments',
    '/rounds',
    '/audit',
    '/audit/proof',
    '/audit/export',
    '/conflicts',
  ])('is not %s', async (path) => {
    expect([403, 404]).toContain((await dossier.get('phoihop', path)).status);
  });

  test('is no command either, and no letter to others', async () => {
    const agency = await dossier.person('phoihop');
    const sent = await agency.post(dossier.url('/commands/withdraw'), {}, { 'if-match': '"1"' });
    expect(sent.status).toBe(404);
    const letters = (await dossier.get<{ items: { id: string; kind: string }[] }>('motcua1', '/letters')).body
      .items;
    const receipt = letters.find(({ kind }) => kind === 'receipt');
    expect((await dossier.get('phoihop', `/letters/${receipt?.id}/content`)).status).toBe(404);
  });

  test('lists what they have to answer; the house lists all, with pages', async () => {
    const list = async (who: string, query = '') =>
      (await api.login(emailOf(who))).get<{
        items: (ConsultationBody & { projectName: string })[];
        nextCursor: string | null;
      }>(`/api/v1/consultations${query}`);
    const own = (await list('phoihop', '?limit=100')).body.items;
    expect(own.map(({ id }) => id)).toContain(asked.id);
    expect(own.every(({ organisationId }) => organisationId === demoOrganisation('environment').id)).toBe(
      true,
    );
    expect((await list('phoihop2')).body.items).toEqual([]);
    const first = (await list('chuyenvien1', '?limit=1')).body;
    const next = (await list('chuyenvien1', `?limit=1&cursor=${first.nextCursor}`)).body;
    expect(first.items[0]?.id).not.toBe(next.items[0]?.id);
    expect((await list('chuyenvien1', '?limit=0')).status).toBe(400);
    expect((await list('chuyenvien1', '?order=asc')).status).toBe(400);
    expect((await list('chuyenvien1', '?state=answered&cursor=' + String(first.nextCursor))).status).toBe(
      400,
    );
    expect((await list('chuyenvien1', '?cursor=abc')).status).toBe(400);
    expect((await list('gom')).status).toBe(403);
  });

  test('the owner sees no question to the consulted, no letter to them, no answer of theirs', async () => {
    expect((await dossier.get('gom', '/consultations')).status).toBe(403);
    const letters = (await dossier.get<{ items: { kind: string }[] }>('gom', '/letters')).body.items;
    expect(letters.map(({ kind }) => kind)).not.toContain('consultation_request');
    expect((await dossier.get('gom', `/letters/${asked.letterId}/content`)).status).toBe(404);
    expect(JSON.stringify((await dossier.get('gom', '/timeline')).body)).not.toContain(
      'consultation_request',
    );
  });

  test.each([
    ['another agency', 'phoihop2'],
    ['another investor', 'ximang'],
    ['an expert', 'chuyengia1'],
  ])('%s finds nothing by any route', async (_who, who) => {
    const body: Record<string, unknown> = {
      answer: ANSWER,
      remind: {},
      withdraw: { because: 'not_needed', reason: 'x' },
      close: { reason: 'x' },
    };
    for (const act of ['answer', 'remind', 'withdraw', 'close']) {
      const theirs = await consult(dossier, who, `/${asked.id}/${act}`, body[act]);
      expect({ act, ok: [403, 404].includes(theirs.status) }).toEqual({ act, ok: true });
    }
    expect([403, 404]).toContain((await dossier.get(who, '/consultations')).status);
  });

  test('a person of the agency in conflict finds nothing, and is not told', async () => {
    const other = await anAcceptedDetermination(api);
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'họ hàng', now())`,
      [other.id, personId('phoihop')],
    );
    const open = await consulted(other);
    expect((await other.get('phoihop')).status).toBe(404);
    expect((await consult(other, 'phoihop', `/${open.id}/answer`, ANSWER)).status).toBe(404);
    expect(await told(other, 'phoihop')).toEqual([]);
    const list = await (
      await api.login(emailOf('phoihop'))
    ).get<{ items: { id: string }[] }>('/api/v1/consultations?limit=100');
    expect(list.body.items.map(({ id }) => id)).not.toContain(open.id);
  });
});

describe('answers', () => {
  test('of two agencies: the last one starts our reply, once; asking again later does not move it', async () => {
    on('2026-06-08');
    const dossier = await anAcceptedDetermination(api);
    const first = await consulted(dossier, 'environment');
    const second = await consulted(dossier, 'industry');
    on('2026-06-10');
    const document = await dossier.upload('motcua1', PDF, 'tra-loi.pdf');
    await answered(dossier, first.id);
    expect((await dossier.clocks()).some(({ ruleId }) => ruleId === 'T-23-1')).toBe(false);
    expect(await told(dossier, 'truongphong1')).toContain('consultation.answered');
    on('2026-06-16');
    await answered(dossier, second.id, 'phoihop2');
    expect(await dossier.clock('T-23-1')).toMatchObject({ startOn: '2026-06-16', dueOn: '2026-06-23' });
    expect((await dossier.get('phoihop')).status).toBe(200);
    const third = await consulted(dossier, 'finance');
    on('2026-06-18');
    const paper = { ...ANSWER, answeredOn: '2026-06-17', documentId: await answerPaper(dossier) };
    expect((await consult(dossier, 'motcua1', `/${third.id}/answer`, paper)).status).toBe(200);
    expect((await dossier.clocks()).filter(({ ruleId }) => ruleId === 'T-23-1')).toEqual([
      expect.objectContaining({ startOn: '2026-06-16', dueOn: '2026-06-23' }),
    ]);
    expect(document).toBeTruthy();
    expect((await actions(dossier)).filter((action) => action === 'consultation.answered')).toHaveLength(3);
  });

  const answerPaper = async (dossier: DossierDriver, who = 'motcua1'): Promise<string> => {
    const file = { field: 'file', fileName: 'tra-loi.pdf', contentType: 'application/pdf', content: PDF };
    const made = await (
      await dossier.person(who)
    ).upload<{ id: string }>(dossier.url('/documents'), { kind: 'consultation_answer' }, [file]);
    expect(made.status).toBe(201);
    return made.body.id;
  };

  test('on paper count from the day on which they arrived, with their document, and from no other day', async () => {
    on('2026-06-22');
    const dossier = await anAcceptedDetermination(api);
    const asked = await consulted(dossier);
    on('2026-06-29');
    const enter = (body: object, who = 'motcua1') =>
      consult(dossier, who, `/${asked.id}/answer`, { ...ANSWER, ...body });
    const documentId = await answerPaper(dossier);
    expect((await enter({ answeredOn: '2026-06-25' })).body).toMatchObject({
      code: 'answer_document_missing',
      reason: 'none',
    });
    const other = await dossier.upload('motcua1', PDF);
    expect((await enter({ answeredOn: '2026-06-25', documentId: other })).body).toMatchObject({
      code: 'answer_document_missing',
      reason: 'kind',
    });
    expect((await enter({ answeredOn: '2026-06-25', documentId: MISSING })).body.code).toBe(
      'evidence_document_unknown',
    );
    for (const answeredOn of ['2026-06-21', '2026-06-30', undefined])
      expect((await enter({ answeredOn, documentId })).body.code).toBe('answer_day_impossible');
    expect((await enter({ answeredOn: '2026-02-30', documentId })).status).toBe(400);
    expect((await enter({ answeredOn: '2026-06-25', documentId }, 'chuyenvien1')).status).toBe(403);
    expect((await enter({ answeredOn: '2026-06-25' }, 'phoihop')).body).toMatchObject({
      code: 'particular_not_yours',
    });
    expect((await enter({ documentId }, 'phoihop')).body).toMatchObject({ code: 'answer_document_missing' });
    const entered = await enter({ answeredOn: '2026-06-25', documentId });
    expect(entered).toMatchObject({
      status: 200,
      body: { state: 'answered', answeredOn: '2026-06-25', onPaper: true },
    });
    expect(await dossier.clock('T-23-1')).toMatchObject({ startOn: '2026-06-25', dueOn: '2026-07-02' });
    const owners = (await dossier.get<{ items: { id: string }[] }>('gom', '/documents')).body.items;
    expect(owners.map(({ id }) => id)).not.toContain(documentId);
    expect((await (await dossier.person('gom')).get(`/api/v1/documents/${documentId}/content`)).status).toBe(
      404,
    );
    expect(
      (await (await dossier.person('phoihop')).get(`/api/v1/documents/${documentId}/content`)).status,
    ).toBe(200);
    expect((await (await dossier.person('phoihop')).get(`/api/v1/documents/${other}/content`)).status).toBe(
      200,
    );
    const again = await enter({ answeredOn: '2026-06-25', documentId });
    expect(again.body).toMatchObject({ code: 'consultation_not_in_state', state: 'answered' });
  });

  test('are given once however often they are delivered, and a rehearsal leaves nothing', async () => {
    const dossier = await anAcceptedDetermination(api);
    const asked = await consulted(dossier);
    const path = `/${asked.id}/answer`;
    expect(await consult(dossier, 'phoihop', `${path}?dryRun=true`, ANSWER)).toMatchObject({
      status: 200,
      body: { state: 'answered' },
    });
    expect((await consultation(dossier, asked.id)).state).toBe('open');
    const documentId = await answerPaper(dossier, 'phoihop');
    const body = { ...ANSWER, documentId };
    const first = await consult(dossier, 'phoihop', path, body, { 'idempotency-key': 'a-1' });
    const second = await consult(dossier, 'phoihop', path, body, { 'idempotency-key': 'a-1' });
    expect(second.body).toEqual(first.body);
    const other = await consult(dossier, 'phoihop', path, ANSWER, { 'idempotency-key': 'a-1' });
    expect(other.body.code).toBe('idempotency_key_reused');
    expect((await dossier.clocks()).filter(({ ruleId }) => ruleId === 'T-23-1')).toHaveLength(1);
    expect((await consult(dossier, 'phoihop', `/${MISSING}/answer`, ANSWER)).status).toBe(404);
  });
});

describe('reminders, silence and taking back', () => {
  test('a reminder goes once a day; the clock reminds too, and when it runs out', async () => {
    on('2026-07-06');
    const dossier = await anAcceptedDetermination(api);
    const asked = await consulted(dossier);
    const remind = (who = 'truongphong1') => consult(dossier, who, `/${asked.id}/remind`);
    expect((await remind()).body).toMatchObject({ reminders: 1, told: 1 });
    expect((await remind()).body.code).toBe('reminded_already_today');
    expect((await remind('chuyenvien2')).body.code).toBe('command_not_for_you');
    on('2026-07-16');
    await tick();
    expect(await consultation(dossier, asked.id)).toMatchObject({ reminders: 2 });
    expect((await remind()).body.code).toBe('reminded_already_today');
    await tick();
    on('2026-07-28');
    await tick();
    expect(await consultation(dossier, asked.id)).toMatchObject({ reminders: 3, state: 'open' });
    expect((await dossier.clock('T-23-1-REPLY')).state).toBe('expired');
    expect((await told(dossier, 'phoihop')).filter((kind) => kind === 'consultation.reminder')).toHaveLength(
      3,
    );
    expect((await told(dossier, 'giamdoc')).filter((kind) => kind.startsWith('clock.'))).toEqual([]);
  });

  test('silence is closed by a head alone, after the day, with a reason; our reply counts from then, as an inference', async () => {
    on('2026-07-29');
    const dossier = await anAcceptedDetermination(api);
    const asked = await consulted(dossier);
    expect(asked.dueOn).toBe('2026-08-19');
    const close = (who: string, body: object = { reason: 'Đã nhắc hai lần, cơ quan không trả lời.' }) =>
      consult(dossier, who, `/${asked.id}/close`, body);
    on('2026-08-19');
    expect((await close('truongphong1')).body).toMatchObject({
      code: 'consultation_not_due',
      dueOn: '2026-08-19',
    });
    on('2026-08-20');
    for (const who of ['chuyenvien1', 'motcua1', 'phoihop', 'giamdoc'])
      expect((await close(who)).status).toBe(403);
    expect((await close('truongphong1', { reason: '   ' })).body.code).toBe('reason_missing');
    expect((await close('truongphong1', {})).status).toBe(400);
    // Looked at before: the day, when our reply is due then, and who is told. Nothing is done by looking.
    const body = { reason: 'Đã nhắc hai lần.' };
    expect(
      (await consult(dossier, 'truongphong1', `/${asked.id}/close?dryRun=true`, body)).body,
    ).toMatchObject({
      ...{ state: 'closed_silent', closedOn: '2026-08-20', told: 1, replyDueOn: '2026-08-26' },
      replyClockId: expect.any(String),
    });
    expect((await consultation(dossier, asked.id)).state).toBe('open');
    expect((await close('truongphong1')).body).toMatchObject({
      state: 'closed_silent',
      closedOn: '2026-08-20',
      closingVerification: 'inference',
    });
    const clock = await dossier.clock('T-23-1');
    expect(clock).toMatchObject({ startOn: '2026-08-20', dueOn: '2026-08-26', verification: 'inference' });
    expect(clock.movements[0]).toMatchObject({ reason: 'counted_from_closing' });
    expect((await dossier.get('phoihop')).status).toBe(404);
    expect((await close('truongphong1')).body.code).toBe('consultation_not_in_state');
    await examining(dossier);
    expect((await actions(dossier)).at(-1)).toBe('consultation.closed');
  });

  test('a question is taken back as replaced only beside another; an unsigned letter is void then', async () => {
    const dossier = await anAcceptedDetermination(api);
    const drafted = await consult(dossier, 'truongphong1', '', askedOf('environment'));
    const back = (id: string, because: string, reason = 'Hỏi nhầm cơ quan.') =>
      consult(dossier, 'truongphong1', `/${id}/withdraw`, { because, reason });
    expect((await back(drafted.body.id, 'replaced')).body.code).toBe('no_other_consultation');
    expect((await back(drafted.body.id, 'mistake')).status).toBe(400);
    expect((await back(drafted.body.id, 'not_needed', ' ')).body.code).toBe('reason_missing');
    const industry = await consult(dossier, 'truongphong1', '', askedOf('industry'));
    expect((await back(drafted.body.id, 'replaced')).body).toMatchObject({ state: 'withdrawn', told: 0 });
    const issue = await (
      await dossier.person('motcua1')
    ).post<Problem>(dossier.url(`/letters/${drafted.body.letterId}/issue`), { signedBy: signer });
    expect(issue.body.code).toBe('letter_void');
    await dossier.issue('consultation_request');
    await answered(dossier, industry.body.id, 'phoihop2');
    expect((await dossier.clock('T-23-1')).startOn).toBe('2026-08-20');
  });

  test('what was asked beside an answer and taken back lets our reply count from that answer', async () => {
    on('2026-08-24');
    const dossier = await anAcceptedDetermination(api);
    const first = await consulted(dossier);
    const second = await consult(dossier, 'truongphong1', '', askedOf('industry'));
    on('2026-08-26');
    await answered(dossier, first.id);
    on('2026-08-28');
    expect((await dossier.clocks()).some(({ ruleId }) => ruleId === 'T-23-1')).toBe(false);
    await consult(dossier, 'truongphong1', `/${second.body.id}/withdraw`, {
      because: 'not_needed',
      reason: 'Đã đủ ý kiến.',
    });
    expect(await dossier.clock('T-23-1')).toMatchObject({ startOn: '2026-08-26', dueOn: '2026-09-07' });
  });

  test('a dossier that is withdrawn asks nobody any more', async () => {
    const dossier = await anAcceptedDetermination(api);
    const asked = await consulted(dossier);
    await dossier.command('gom', 'withdraw', {});
    expect(await consultation(dossier, asked.id)).toMatchObject({ state: 'withdrawn' });
    expect((await consult(dossier, 'truongphong1', '', askedOf('industry'))).body.code).toBe(
      'command_not_permitted_now',
    );
    expect((await dossier.get('phoihop')).status).toBe(404);
  });
});

describe('in a procedure whose law gives the consulted no term', () => {
  test('the asker gives a day before the reply is due, no clock of theirs runs, and a body can be asked too', async () => {
    const dossier = await aDossier(api).asRequest().accepted().open();
    const due = (await dossier.seen()).dueOn ?? '';
    const ask = (given: object) =>
      consult(
        dossier,
        'truongphong1',
        '',
        askedOf('institute', { kind: 'independent_body', legalBasis: 'NĐ 96/2026/NĐ-CP, Điều 6', ...given }),
      );
    expect((await ask({})).body).toMatchObject({ code: 'consultation_date_impossible', reason: 'missing' });
    expect((await ask({ replyBy: due })).body).toMatchObject({
      code: 'consultation_date_impossible',
      reason: 'not_before_reply',
    });
    const past = { code: 'consultation_date_impossible', reason: 'not_in_future' };
    expect((await ask({ replyBy: '2026-08-01' })).body).toMatchObject(past);
    const complex = { replyBy: '2026-08-31', term: 'complex', termReason: 'Lớn' };
    expect((await ask(complex)).body).toMatchObject({
      code: 'consultation_term_unavailable',
      reason: 'none_by_law',
    });
    const drafted = await ask({ replyBy: '2026-08-31' });
    expect(drafted.status).toBe(200);
    expect((await dossier.issue('consultation_request')).status).toBe(200);
    expect(await consultation(dossier, drafted.body.id)).toMatchObject({
      state: 'open',
      dueOn: '2026-08-31',
      clockId: null,
    });
    expect((await dossier.seen()).dueOn).toBe(due);
    expect((await dossier.get('chuyengia1')).status).toBe(200);
    expect((await dossier.get('chuyengia1', '/opinions')).status).toBe(404);
    expect((await consult(dossier, 'chuyengia1', `/${drafted.body.id}/answer`, ANSWER)).body).toMatchObject({
      state: 'answered',
    });
    expect((await dossier.clocks()).some(({ ruleId }) => ruleId === 'T-23-1')).toBe(false);
    expect((await dossier.get('chuyengia3')).status).toBe(200);
  });
});

test('more time for one agency spends neither that of another nor the extension of the dossier', async () => {
  const dossier = await anAcceptedDetermination(api);
  const first = await consulted(dossier);
  const second = await consulted(dossier, 'industry');
  const extend = ({ clockId }: ConsultationBody) =>
    dossier.send('truongphong1', 'extend_deadline', { clockId: clockId ?? '', days: 5, reason: 'Phức tạp.' });
  for (const asked of [first, second]) {
    expect((await extend(asked)).status).toBe(200);
    expect((await consultation(dossier, asked.id)).dueOn).not.toBe(asked.dueOn);
  }
  expect((await extend(first)).body.code).toBe('extension_unavailable');
});
