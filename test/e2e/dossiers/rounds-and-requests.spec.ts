import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, civilDateOf } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import {
  aDossier,
  conclude,
  conclusion,
  ITEM,
  OLD_MACHINE_FACTS,
  supplementRequest,
} from '../../support/dossier-builder.js';
import { PDF } from '../../support/determination.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'rounds_and_requests' });
}, 60_000);
afterAll(() => api?.close());

const inDays = (days: number) => addDays(civilDateOf(api.clock.now()), days);
const breachedKeys = async (dossier: DossierDriver) =>
  (await dossier.findings()).findings.filter(({ verdict }) => verdict === 'breached').map(({ key }) => key);

describe('what the house concluded and decided', () => {
  test('is read by the head before endorsing, with a send-back and its reason kept beside it', async () => {
    const dossier = await aDossier(api).concluded().open();
    await dossier.command('truongphong1', 'send_back', { reason: 'Thiếu căn cứ về công suất.' });
    await conclude(dossier);
    const { status, body } = await dossier.get('truongphong1', '/rounds');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          round: 1,
          conclusions: [
            {
              outcome: 'agree',
              content: { summary: 'Công nghệ phù hợp.', reasons: ['Thiết bị mới.'] },
              concludedBy: 'Trịnh Hải Yến',
              concludedAt: '2026-07-15T02:00:00.000Z',
              endorsedBy: null,
              sentBackReason: null,
            },
            { sentBackBy: 'Tô Minh Tuấn', sentBackReason: 'Thiếu căn cứ về công suất.' },
          ],
          decision: null,
          conditions: [],
        },
      ],
    });
  });

  test('shows the conditions, the decision and who decided, of each round', async () => {
    const dossier = await aDossier(api).withFacts(OLD_MACHINE_FACTS).examined().open();
    const cures = await breachedKeys(dossier);
    const condition = {
      what: 'Thay máy ép',
      deadlineOn: inDays(90),
      proof: 'Chứng thư giám định',
      responsible: 'Chủ đầu tư',
      cures,
    };
    const usual = await conclusion(dossier);
    const conditions = [condition];
    await dossier.command('chuyenvien1', 'conclude', {
      ...usual,
      outcome: 'agree_with_conditions',
      conditions,
    });
    await dossier.command('truongphong1', 'endorse', { note: 'Đồng ý với đề xuất.' });
    await dossier.command('giamdoc', 'approve_with_conditions', { conditions, note: 'Theo dõi sát.' });
    expect((await dossier.issue('decision')).status).toBe(200);
    await dossier.command('giamdoc', 'reopen', { complaintDecision: 'QĐ 12', decidedOn: inDays(0) });
    const { body } = await dossier.get('thanhtra', '/rounds');
    expect(body).toMatchObject({
      items: [
        {
          round: 2,
          reopening: { complaintDecision: 'QĐ 12', reopenedBy: 'Võ Hữu Nghĩa', replyBy: null },
          conclusions: [],
          decision: null,
          conditions: [],
        },
        {
          round: 1,
          conclusions: [{ endorsedBy: 'Tô Minh Tuấn', endorsementNote: 'Đồng ý với đề xuất.' }],
          decision: {
            kind: 'approved_with_conditions',
            content: { note: 'Theo dõi sát.' },
            decidedBy: 'Võ Hữu Nghĩa',
            afterDeadline: false,
          },
          conditions: [{ number: 1, ...condition, state: 'suspended' }],
        },
      ],
    });
  });

  test('is not for the owner, and no dossier for another organisation', async () => {
    const dossier = await aDossier(api).concluded().open();
    const refused = await dossier.get('gom', '/rounds');
    expect([refused.status, refused.body['code']]).toEqual([403, 'forbidden']);
    expect((await dossier.get('chuyengia1', '/rounds')).status).toBe(403);
    expect((await dossier.get('giay', '/rounds')).status).toBe(403);
    expect((await dossier.get('giay', '/requests')).status).toBe(404);
  });
});

describe('what was asked of the owner', () => {
  test('is read by both sides with the answer; consent and technical check by the house only', async () => {
    const dossier = await aDossier(api).submitted().open();
    await dossier.command('motcua1', 'request_supplement', supplementRequest(inDays(7)));
    await dossier.command('gom', 'resubmit', { answers: ['Đã gửi sơ đồ.'] });
    const shared = {
      kind: 'supplement',
      replyBy: inDays(7),
      askedAt: '2026-07-15T02:00:00.000Z',
      answer: { answers: ['Đã gửi sơ đồ.'] },
      answeredAt: '2026-07-15T02:00:00.000Z',
      answeredBy: 'Đỗ Văn Khải',
      closedAt: '2026-07-15T02:00:00.000Z',
    };
    const owner = (await dossier.get<{ items: object[] }>('gom', '/requests')).body;
    expect(owner.items).toEqual([
      expect.objectContaining({
        ...shared,
        askedBy: null,
        content: { items: [ITEM], replyBy: inDays(7) },
      }),
    ]);
    const house = (await dossier.get<{ items: object[] }>('chuyenvien1', '/requests')).body;
    expect(house.items).toMatchObject([
      {
        ...shared,
        askedBy: 'Đinh Thị Lan',
        content: { headConsent: { headId: personId('truongphong1') }, technicalCheck: {} },
      },
    ]);
  });

  test('keeps the answer while it is being written: for the side of the owner alone, and never over what was not seen', async () => {
    const dossier = await aDossier(api).submitted().open();
    await dossier.command('motcua1', 'request_supplement', supplementRequest(inDays(7)));
    type Seen = { id: string; draft: object | null; answer: object | null };
    const seenBy = async (who: string) =>
      (await dossier.get<{ items: Seen[] }>(who, '/requests')).body.items[0] as Seen;
    const { id } = await seenBy('gom');
    const file = { item: 0, id: await dossier.upload('gom', PDF, 'so-do.pdf'), name: 'so-do.pdf' };
    const save = async (who: string, revision: number, texts: string[]) =>
      (await dossier.person(who)).put<{ code?: string; revision: number }>(
        dossier.url(`/requests/${id}/draft`),
        { revision, texts, files: [file] },
      );
    expect((await save('gom', 0, ['Đang viết.'])).body).toMatchObject({ revision: 1 });
    expect((await save('gom', 0, ['Ở máy khác.'])).body).toMatchObject({ code: 'stale_revision' });
    expect((await save('motcua1', 1, ['Không phải của tôi.'])).body.code).toBe('command_not_for_you');
    expect((await save('than', 1, [])).body.code).toBe('not_found');
    expect(await seenBy('gom')).toMatchObject({
      draft: { revision: 1, texts: ['Đang viết.'], files: [file] },
      answer: null,
    });
    expect(await seenBy('motcua1')).toMatchObject({ draft: null, answer: null });
    const acts = await runAs(
      api.db.superuser,
      `SELECT 1 FROM audit_entry WHERE chain_id = $1 AND facts::text LIKE '%save_answer_draft%' AND outcome = 'done'`,
      [dossier.id],
    );
    expect(acts).toEqual([]);
    await dossier.command('gom', 'resubmit', { answers: ['Đã viết xong.'] });
    expect(await seenBy('gom')).toMatchObject({ draft: null, answer: { answers: ['Đã viết xong.'] } });
    expect((await save('gom', 1, ['Muộn.'])).body.code).toBe('command_not_permitted_now');
  });

  test('lets the lead appraiser read the reply to the intended refusal', async () => {
    const dossier = await aDossier(api).withFacts(OLD_MACHINE_FACTS).examined().open();
    const findingKeys = await breachedKeys(dossier);
    const notice = { grounds: 'Máy quá cũ.', replyBy: inDays(2), findingKeys };
    await dossier.command('truongphong1', 'notify_refusal', notice);
    const asked = await dossier.get('gom', '/requests');
    expect(asked.body).toMatchObject({ items: [{ content: notice, answer: null, closedAt: null }] });
    await dossier.command('gom', 'respond_to_refusal', { response: 'Máy đã được cải tạo.' });
    const { body } = await dossier.get('chuyenvien1', '/requests');
    expect(body).toMatchObject({
      items: [{ kind: 'refusal_notice', answer: { response: 'Máy đã được cải tạo.' } }],
    });
  });

  test('tells the owner why the dossier was returned', async () => {
    const dossier = await aDossier(api).submitted().open();
    const explanation = 'Dự án không thuộc đối tượng lấy ý kiến.';
    await dossier.command('motcua1', 'return', { reason: 'not_subject', explanation });
    const { body } = await dossier.get('gom', '/requests');
    expect(body).toMatchObject({
      items: [],
      returns: [{ round: 1, reason: 'not_subject', explanation, competentAuthority: null }],
    });
  });
});
