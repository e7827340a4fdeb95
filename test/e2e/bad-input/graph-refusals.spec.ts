import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, ITEM, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';
import { payloadFor } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'graph_refusals' });
}, 60_000);
afterAll(() => api?.close());

const codeOf = async (dossier: DossierDriver, who: string, command: string, payload: unknown = {}) =>
  (await dossier.send(who, command, payload)).body.code;

describe('refusals of the graph', () => {
  test('an intended refusal leaves two working days before the reply is due', async () => {
    const dossier = await aDossier(api).asRequest().withFacts(OLD_MACHINE_FACTS).underReview().open();
    const notice = (await payloadFor(dossier, 'notify_refusal', 'refused')) as Record<string, unknown>;
    expect(
      await codeOf(dossier, 'truongphong1', 'notify_refusal', { ...notice, replyBy: '2026-07-23' }),
    ).toBe('no_time_for_reply');
    await dossier.command('truongphong1', 'notify_refusal', { ...notice, replyBy: '2026-07-20' } as never);
    expect(await dossier.clock('T-26-2')).toMatchObject({ state: 'running', dueOn: '2026-07-24' });
    await dossier.command('taichinh', 'withdraw', { reason: 'Chủ đầu tư thay thiết bị.' });
    expect((await dossier.seen())['withdrawnAfterNotice']).toBe(true);
    expect((await dossier.clocks()).filter(({ state }) => state !== 'closed')).toEqual([]);
  });
  test.each<[string, string, unknown, string]>([
    ['return', 'truongphong1', { reason: 'not_competent', explanation: 'x' }, 'competent_authority_missing'],
    ['return', 'truongphong1', { reason: 'incomplete', explanation: 'x' }, 'return_reason_not_allowed'],
    ['return', 'truongphong1', { reason: 'not_subject', explanation: '  ' }, 'reason_missing'],
    [
      'notify_refusal',
      'truongphong1',
      { grounds: 'x', replyBy: '2026-07-20', findingKeys: ['U-1:none'] },
      'no_confirmed_blocking_finding',
    ],
    [
      'request_clarification',
      'chuyenvien1',
      { items: [ITEM], replyBy: '2026-07-20', headConsent: { headId: personId('giamdoc') } },
      'head_consent_missing',
    ],
    ['assign', 'truongphong1', { assigneeId: personId('chuyengia1'), kind: 'lead' }, 'assignee_role_missing'],
    [
      'assign',
      'truongphong1',
      { assigneeId: personId('chuyenvien2'), kind: 'lead' },
      'reassignment_reason_missing',
    ],
    [
      'conclude',
      'chuyenvien2',
      { outcome: 'agree', summary: 'x', reasons: [], inconclusive: [], conditions: [] },
      'command_not_for_you',
    ],
  ])('%s by %s %j: %s', async (command, who, payload, code) => {
    const dossier = await aDossier(api).underReview().open();
    expect(await codeOf(dossier, who, command, payload)).toBe(code);
    expect((await dossier.seen()).status).toBe('under_review');
  });
  test('no extension where the law gives none', async () => {
    const dossier = await aDossier(api).asRequest().underReview().open();
    const { id } = await dossier.clock('T-26-2');
    expect(
      await codeOf(dossier, 'truongphong1', 'extend_deadline', { clockId: id, days: 3, reason: 'x' }),
    ).toBe('extension_unavailable');
  });
  test('an incomplete checklist is not accepted, and says what is missing', async () => {
    const dossier = await aDossier(api)
      .withFacts({
        project: { name: 'Thiếu giấy', stage: 'policy' },
        lines: [{ name: 'Dây chuyền', technologyName: 'sấy' }],
      })
      .submitted()
      .open();
    const answer = await dossier.send('motcua1', 'accept');
    expect(answer.body).toMatchObject({
      code: 'checklist_incomplete',
      missing: expect.arrayContaining(['D2']),
    });
  });
  test('an empty draft is not submitted', async () => {
    const dossier = await aDossier(api).withFacts({ papers: [] }).open();
    expect((await dossier.send('gom', 'submit')).body).toMatchObject({
      code: 'formal_faults',
      faults: expect.arrayContaining(['project_name_missing', 'technology_missing']),
    });
  });
});

describe('paper from days for which little is loaded', () => {
  test.each(['2017-01-05', '2018-07-02', '2019-05-06', '2024-12-30'])(
    'received on %s: refused by name or governed, never a fault',
    async (day) => {
      const clerk = await api.login('motcua1@demo.techgate.vn');
      const before = (await runAs(api.db.superuser, 'SELECT count(*)::int AS n FROM dossier'))[0]?.['n'];
      const body = {
        procedureId: 'opinion',
        onBehalfOf: '00000002-0000-4000-8000-000000000002',
        investorOrgId: '00000002-0000-4000-8000-000000000007',
        incoming: { number: '1', on: day, receivedOn: day },
      };
      const made = await clerk.post<{ code?: string }>('/api/v1/dossiers', body);
      if (made.status !== 201) {
        expect({ status: made.status, code: made.body.code }).toEqual({
          status: 422,
          code: expect.any(String),
        });
        expect((await runAs(api.db.superuser, 'SELECT count(*)::int AS n FROM dossier'))[0]?.['n']).toBe(
          before,
        );
        return;
      }
      const dossier = await aDossier(api).onPaper(day).open();
      expect([200, 409, 422]).toContain((await dossier.send('motcua1', 'submit')).status);
      expect([200, 409, 422]).toContain((await dossier.send('motcua1', 'accept')).status);
      expect([200, 409, 422]).toContain((await dossier.get('thanhtra', '/clocks')).status);
    },
  );
});

describe('bodies that are no payload', () => {
  test.each(['[]', 'null', '"x"', '7', '{"a":', ''])('%s', async (body) => {
    const dossier = await aDossier(api).submitted().open();
    const clerk = await dossier.person('motcua1');
    const answer = await clerk.raw<{ code?: string }>('POST', dossier.url('/commands/return'), body, {
      'content-type': 'application/json',
      'if-match': '"3"',
    });
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: 400,
      code: 'malformed_request',
    });
  });
  test('dryRun that is neither true nor false', async () => {
    const dossier = await aDossier(api).submitted().open();
    const clerk = await dossier.person('motcua1');
    expect(
      (await clerk.post(dossier.url('/commands/accept?dryRun=yes'), {}, { 'if-match': '"3"' })).status,
    ).toBe(400);
  });
});
