import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoOrganisation } from '#identity';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, conclusion } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId } from '../../support/dossier-driver.js';

interface Staffing {
  feasible: boolean;
  competent: boolean;
  substituteAuthority: { name: string; verification: string } | null;
  steps: {
    step: string;
    people: { id: string; name: string }[];
    ruledOut: { id: string; reason: string }[] | null;
    ruledOutCounts: Record<string, number>;
    fault: string | null;
  }[];
}
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'who_may_act' });
}, 60_000);
afterAll(() => api?.close());

const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
const staffing = async (dossier: DossierDriver, who: string) =>
  (await dossier.get<Staffing>(who, '/who-may-act')).body;
const peopleOf = (found: Staffing, step: string) =>
  found.steps.find((one) => one.step === step)?.people.map(({ id }) => id);
/** Puts people into conflict with the ceramics company for the time of the work. */
async function inConflict<Result>(names: string[], work: () => Promise<Result>): Promise<Result> {
  const { id } = demoOrganisation('ceramics');
  for (const name of names)
    await sql(
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at, note) VALUES ($1, $2, '2020-01-01', now(), 'test')`,
      personId(name),
      id,
    );
  try {
    return await work();
  } finally {
    await sql(`DELETE FROM user_affiliation WHERE note = 'test'`);
  }
}
async function withRole<Result>(name: string, role: string, work: () => Promise<Result>): Promise<Result> {
  await sql('INSERT INTO user_role (user_id, role, granted_at) VALUES ($1, $2, now())', personId(name), role);
  try {
    return await work();
  } finally {
    await sql('DELETE FROM user_role WHERE user_id = $1 AND role = $2', personId(name), role);
  }
}
const LEADERS = ['giamdoc', 'phogiamdoc'];
const HEADS = ['truongphong1', 'truongphong2'];
const NOT_COMPETENT = { reason: 'not_competent', explanation: 'Không còn ai đủ điều kiện.' };

describe('GET /dossiers/{id}/who-may-act', () => {
  test('names the people of each step, and to heads, leaders and auditors those in conflict', async () => {
    const dossier = await aDossier(api).underReview().open();
    await inConflict(['truongphong2', 'chuyenvien2'], async () => {
      const seen = await staffing(dossier, 'truongphong1');
      expect(seen).toMatchObject({
        feasible: true,
        competent: true,
        substituteAuthority: { verification: 'inference' },
      });
      expect(peopleOf(seen, 'conclude')?.sort()).toEqual(['chuyenvien1', 'chuyenvien3'].map(personId).sort());
      expect(peopleOf(seen, 'endorse')).toEqual([personId('truongphong1')]);
      expect(seen.steps[1]?.ruledOut).toContainEqual(
        expect.objectContaining({ id: personId('truongphong2'), reason: 'conflict' }),
      );
      for (const who of ['chuyenvien1', 'motcua1']) {
        const other = await staffing(dossier, who);
        expect(other.steps.map(({ ruledOut }) => ruledOut)).toEqual([null, null, null]);
        expect(other.steps[1]?.ruledOutCounts).toMatchObject({ conflict: 1 });
        expect(JSON.stringify(other)).not.toContain(personId('truongphong2'));
      }
      expect((await dossier.get('truongphong2', '/who-may-act')).status).toBe(404);
    });
    expect((await dossier.get('gom', '/who-may-act')).status).toBe(403);
    expect((await dossier.get('ximang', '/who-may-act')).status).toBe(403);
    const unknown = await (
      await api.login(emailOf('giamdoc'))
    ).get('/api/v1/dossiers/00000009-0000-4000-8000-000000000009/who-may-act');
    expect(unknown.status).toBe(404);
  });

  test('counts people who are not active any more out', async () => {
    const dossier = await aDossier(api).underReview().open();
    await sql('UPDATE app_user SET active = false WHERE id = $1', personId('phogiamdoc'));
    expect(peopleOf(await staffing(dossier, 'giamdoc'), 'decide')).toEqual([personId('giamdoc')]);
    await sql('UPDATE app_user SET active = true WHERE id = $1', personId('phogiamdoc'));
  });
});

describe('the last possible person', () => {
  const codes = (notices: { code: string; params: Record<string, string> }[]) =>
    notices.map(({ code, params }) => `${code}:${params['step']}`);

  test('is announced when it is about to be used up, in dry runs too', async () => {
    const dossier = await aDossier(api).accepted().open();
    await inConflict(['truongphong2', 'phogiamdoc'], async () => {
      const order = { assigneeId: personId('chuyenvien1'), kind: 'lead' };
      const rehearsed = await dossier.send('truongphong1', 'assign', order, { dryRun: true });
      expect(codes(rehearsed.body.notices)).toEqual([
        'last_person_for_step:endorse',
        'last_person_for_step:decide',
      ]);
      expect(rehearsed.body.notices[1]?.params).toMatchObject({ userId: personId('giamdoc') });
    });
    const free = await dossier.send(
      'truongphong1',
      'assign',
      { assigneeId: personId('chuyenvien1'), kind: 'lead' },
      { dryRun: true },
    );
    expect(free.body.notices).toEqual([]);
  });

  test('a conclusion that leaves nobody to endorse, or nobody to decide, is refused and changes nothing', async () => {
    const dossier = await aDossier(api).examined().open();
    const payload = await conclusion(dossier);
    await inConflict(HEADS, async () => {
      const refused = await dossier.send('chuyenvien1', 'conclude', payload);
      expect(refused.body).toMatchObject({
        code: 'nobody_left_to_endorse',
        status: 409,
        step: 'endorse',
        competent: false,
      });
    });
    await inConflict(LEADERS, async () =>
      expect((await dossier.send('chuyenvien1', 'conclude', payload)).body.code).toBe(
        'nobody_left_to_decide',
      ),
    );
    expect((await dossier.seen()).status).toBe('under_review');
    expect((await dossier.send('chuyenvien1', 'conclude', payload)).status).toBe(200);
  });

  test('when a head concluded, the last leader may not endorse', async () => {
    await withRole('truongphong1', 'appraiser', async () => {
      const dossier = await aDossier(api).accepted().open();
      await dossier.command('truongphong2', 'assign', { assigneeId: personId('truongphong1'), kind: 'lead' });
      const client = await dossier.person('truongphong1');
      const mine = await client.get<{ items: { id: string; dossierId: string }[] }>('/api/v1/assignments');
      const own = mine.body.items.find(({ dossierId }) => dossierId === dossier.id);
      await client.post(`/api/v1/assignments/${own?.id}/declaration`, { conflict: false });
      await dossier.command('truongphong1', 'screen', {});
      await dossier.recordOpinion('truongphong1');
      await dossier.checkAnnexes('truongphong1');
      await dossier.command('truongphong1', 'conclude', await conclusion(dossier));
      await inConflict(['phogiamdoc', 'truongphong2'], async () => {
        const refused = await dossier.send('giamdoc', 'endorse', {});
        expect(refused.body).toMatchObject({ code: 'nobody_left_to_decide', competent: true });
        expect(await staffing(dossier, 'giamdoc')).toMatchObject({ feasible: false, competent: true });
        const back = await dossier.send('giamdoc', 'return', { ...NOT_COMPETENT });
        expect(back.body.code).toBe('command_not_for_you');
      });
      const endorsed = await dossier.send('phogiamdoc', 'endorse', {});
      expect(endorsed.status).toBe(200);
      expect(codes(endorsed.body.notices)).toEqual(['last_person_for_step:decide']);
      expect((await dossier.send('phogiamdoc', 'approve', {})).body.code).toBe('four_eyes');
      expect((await dossier.send('giamdoc', 'approve', {})).status).toBe(200);
    });
  });
});

describe('a dossier that nobody is left to decide', () => {
  test('is returned by the head, naming the substitute authority of the data, before acceptance too', async () => {
    for (const dossier of [
      await aDossier(api).submitted().open(),
      await aDossier(api).underReview().open(),
      await aDossier(api).concluded().open(),
      await aDossier(api).endorsed().open(),
    ])
      await inConflict(LEADERS, async () => {
        const wrong = await dossier.send('truongphong1', 'return', { reason: 'duplicate', explanation: 'x' });
        expect(wrong.body.code).toBe('return_reason_not_allowed');
        const returned = await dossier.send('truongphong1', 'return', NOT_COMPETENT);
        expect(returned.body).toMatchObject({ status: 'returned' });
        const [letter] = await sql(
          `SELECT draft_data->>'competentAuthority' AS named FROM letter WHERE dossier_id = $1 AND kind = 'return_notice'`,
          dossier.id,
        );
        expect(letter).toEqual({ named: 'Bộ Khoa học và Công nghệ' });
      });
  });

  test('by a leader when every head is in conflict, by a clerk when every leader is too', async () => {
    const first = await aDossier(api).underReview().open();
    await inConflict(HEADS, async () => {
      expect((await first.send('motcua1', 'return', NOT_COMPETENT)).body.code).toBe('command_not_for_you');
      const named = { ...NOT_COMPETENT, competentAuthority: 'Sở Khoa học và Công nghệ Hải Phòng' };
      expect((await first.send('giamdoc', 'return', named)).status).toBe(200);
      const [letter] = await sql(
        `SELECT draft_data->>'competentAuthority' AS named FROM letter WHERE dossier_id = $1 AND kind = 'return_notice'`,
        first.id,
      );
      expect(letter).toEqual({ named: named.competentAuthority });
    });
    const second = await aDossier(api).endorsed().open();
    await inConflict([...HEADS, ...LEADERS], async () => {
      const returned = await second.send('motcua1', 'return', NOT_COMPETENT, { key: 'once' });
      expect(returned.body).toMatchObject({ status: 'returned' });
      const again = await second.send('motcua1', 'return', NOT_COMPETENT, { key: 'once', revision: 1 });
      expect(again.status).toBe(200);
    });
    const role = async ({ id }: DossierDriver) =>
      (
        await sql(`SELECT actor_role FROM audit_entry WHERE chain_id = $1 AND action = 'dossier.return'`, id)
      )[0]?.['actor_role'];
    expect([await role(first), await role(second)]).toEqual(['leader', 'clerk']);
  });

  test('is not returned that way while people are left', async () => {
    const dossier = await aDossier(api).concluded().open();
    const refused = await dossier.send('truongphong1', 'return', NOT_COMPETENT);
    expect(refused.body).toMatchObject({ code: 'authority_can_act', status: 409 });
    const early = await aDossier(api).submitted().open();
    expect((await early.send('motcua1', 'return', NOT_COMPETENT)).body.code).toBe(
      'competent_authority_missing',
    );
  });
});

describe('people and organisations', () => {
  const url = (name: string) => `/api/v1/users/${personId(name)}/affiliations`;
  const arisen = (dossier: DossierDriver) =>
    sql(
      `SELECT split_part(u.email, '@', 1) AS who FROM notification n JOIN app_user u ON u.id = n.recipient_id
        WHERE n.dossier_id = $1 AND n.kind = 'conflict.arisen' ORDER BY 1`,
      dossier.id,
    );

  test('a new affiliation hides the dossier, flags what the person did, and tells the heads', async () => {
    const admin = await api.login(emailOf('quantri'));
    const dossier = await aDossier(api).by('ma').examined().open();
    const body = {
      organisationId: demoOrganisation('plating').id,
      validFrom: '2026-01-01',
      note: 'Vợ là kế toán trưởng.',
    };
    const recorded = await admin.post<{ affiliation: { id: string }; conflictsArisen: number }>(
      url('chuyenvien1'),
      body,
      { 'idempotency-key': 'aff' },
    );
    expect(recorded).toMatchObject({ status: 201, body: { conflictsArisen: 1 } });
    const again = await admin.post(url('chuyenvien1'), body, { 'idempotency-key': 'aff' });
    expect(again.body).toEqual(recorded.body);
    expect((await admin.post(url('chuyenvien1'), body)).body).toMatchObject({
      code: 'affiliation_overlaps',
      status: 409,
    });
    expect((await arisen(dossier)).map(({ who }) => who)).toEqual(HEADS);
    expect((await dossier.get('chuyenvien1')).status).toBe(404);
    const read = async (who: string) =>
      (
        await dossier.get<{ items: { authorId: string; authorInConflict: boolean | null }[] }>(
          who,
          '/opinions',
        )
      ).body.items[0];
    expect(await read('truongphong1')).toMatchObject({ authorInConflict: true });
    expect(await read('chuyenvien2')).toMatchObject({ authorInConflict: null });
    const end = `${url('chuyenvien1')}/${recorded.body.affiliation.id}/end`;
    expect((await admin.post(end, { validTo: '2030-01-01' })).body).toMatchObject({
      code: 'impossible_value',
    });
    expect((await admin.post(end, { validTo: '2025-12-31' })).body).toMatchObject({
      code: 'impossible_value',
    });
    expect((await admin.post(end, { validTo: '2026-01-02' })).status).toBe(200);
    expect((await admin.post(end, { validTo: '2026-01-02' })).body).toMatchObject({
      code: 'affiliation_ended_already',
    });
    expect((await dossier.get('chuyenvien1')).status).toBe(404);
    expect((await admin.get<{ items: object[] }>(url('chuyenvien1'))).body.items).toMatchObject([
      { validTo: '2026-01-02' },
    ]);
    const [entry] = await sql(
      `SELECT facts FROM audit_entry WHERE action = 'conflict.arisen' AND chain_id = $1`,
      dossier.id,
    );
    expect(entry?.['facts']).toEqual({ userId: personId('chuyenvien1'), acted: true });
    await sql('DELETE FROM user_affiliation WHERE user_id = $1', personId('chuyenvien1'));
  });

  test('bad input is refused by name and stores nothing', async () => {
    const admin = await api.login(emailOf('quantri'));
    const body = { organisationId: demoOrganisation('plating').id, validFrom: '2026-01-01' };
    const unknown = '00000009-0000-4000-8000-000000000009';
    const answers = [
      await admin.post(url('chuyenvien2'), { ...body, validFrom: '2099-01-01' }),
      await admin.post(url('chuyenvien2'), { ...body, validTo: '2025-01-01' }),
      await admin.post(url('chuyenvien2'), { ...body, organisationId: unknown }),
      await admin.post(`/api/v1/users/${unknown}/affiliations`, body),
      await admin.post(url('chuyenvien2'), { ...body, colour: 'red' }),
      await admin.post(url('chuyenvien2'), { validFrom: 'hôm qua' }),
    ];
    expect(answers.map(({ status, body: answer }) => [status, (answer as { code: string }).code])).toEqual([
      [422, 'impossible_value'],
      [422, 'impossible_value'],
      [422, 'organisation_unknown'],
      [404, 'not_found'],
      [400, 'malformed_request'],
      [400, 'malformed_request'],
    ]);
    expect((await admin.get<{ items: object[] }>(url('chuyenvien2'))).body.items).toEqual([]);
    expect((await (await api.login(emailOf('truongphong1'))).get(url('chuyenvien2'))).status).toBe(403);
  });

  test('parties that are named late put an acting person into conflict, and the heads hear of it', async () => {
    await inConflict([], async () => {
      await sql(
        `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at, note) VALUES ($1, $2, '2020-01-01', now(), 'test')`,
        personId('chuyenvien1'),
        demoOrganisation('solar').id,
      );
      const dossier = await aDossier(api)
        .submitted()
        .and((one) =>
          one.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' }),
        )
        .supplementRequested()
        .open();
      const client = await dossier.person('gom');
      const { revision } = await dossier.seen();
      const changed = await client.patch(
        dossier.url(),
        { particulars: { parties: [{ organisationId: demoOrganisation('solar').id, party: 'consultant' }] } },
        { 'if-match': `"${revision}"` },
      );
      expect(changed.status).toBe(200);
      expect((await arisen(dossier)).map(({ who }) => who)).toEqual(HEADS);
    });
  });

  test('the substitute authority is data of the administrator, kept in order', async () => {
    const admin = await api.login(emailOf('quantri'));
    const body = {
      name: 'Sở Khoa học và Công nghệ Hà Nội',
      legalBasis: 'Quy ước nội bộ',
      verification: 'inference',
    };
    const recorded = await admin.post<{ number: number }>('/api/v1/substitute-authority', body, {
      'idempotency-key': 'sub',
    });
    expect(recorded).toMatchObject({ status: 201, body: { number: 2, address: null } });
    expect(
      (await admin.post('/api/v1/substitute-authority', body, { 'idempotency-key': 'sub' })).body,
    ).toEqual(recorded.body);
    const blank = await admin.post<{ errors: unknown }>('/api/v1/substitute-authority', {
      ...body,
      legalBasis: '\t\n  ',
    });
    expect([blank.status, blank.body.errors]).toEqual([
      400,
      [{ pointer: '/legalBasis', code: 'is_length', message: expect.any(String) }],
    ]);
    const head = await api.login(emailOf('truongphong1'));
    expect((await head.get('/api/v1/substitute-authority')).body).toMatchObject({
      current: { name: body.name },
    });
    expect((await head.post('/api/v1/substitute-authority', body)).status).toBe(403);
    expect((await admin.post('/api/v1/substitute-authority', { ...body, verification: 'sure' })).status).toBe(
      400,
    );
  });
});
