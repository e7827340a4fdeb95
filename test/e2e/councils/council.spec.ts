import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CouncilVote } from '#contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { CouncilDriver, SEATS } from '../../support/council-driver.js';
import { aDossier, conclude, conclusion, examine } from '../../support/dossier-builder.js';
import { personId } from '../../support/dossier-driver.js';
import { runAs } from '../../support/database.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'councils' });
}, 60_000);
afterAll(() => api?.close());

const VOTERS = Object.keys(SEATS).filter((name) => name !== 'thuky');
const CHAIR = 'PGS. TS. Dương Công Thành';
const aCouncil = async () => new CouncilDriver(await aDossier(api).underReview().open());
const all = (vote: CouncilVote, names = VOTERS) => Object.fromEntries(names.map((name) => [name, vote]));
const assignmentOf = async (council: CouncilDriver, who: string) => {
  const mine = await (
    await council.dossier.person(who)
  ).get<{ items: { id: string; dossierId: string; kind: string; projectName: string; parties: object[] }[] }>(
    '/api/v1/assignments',
  );
  return mine.body.items.find(({ dossierId }) => dossierId === council.dossier.id);
};
const conclusionCode = async (council: CouncilDriver) =>
  (await council.dossier.send('chuyenvien1', 'conclude', await conclusion(council.dossier))).body.code;

describe('a council from its decision to its minutes', () => {
  test('with a recusal and a tie that the chair decides', async () => {
    const council = await aCouncil();
    const seats = { ...SEATS, chuyengia3: 'member' as const };
    await council.established(seats, Object.keys(SEATS));
    const invitation = await assignmentOf(council, 'chuyengia3');
    expect(invitation).toMatchObject({ kind: 'council', projectName: 'Nhà máy gốm Hồng Lam' });
    expect((await council.dossier.get('chuyengia3')).status).toBe(404);
    const expert = await council.dossier.person('chuyengia3');
    await expert.post(`/api/v1/assignments/${invitation?.id ?? ''}/declaration`, {
      conflict: true,
      reason: 'Em ruột làm tại công ty.',
    });
    expect((await council.seen()).counting).toBe(6);

    const sessionId = await council.meeting(VOTERS);
    const procedural = await council.motion(sessionId);
    await council.votes(procedural, {
      ...all('for', VOTERS.slice(0, 3)),
      ...all('against', VOTERS.slice(3)),
    });
    expect((await council.seen('chuyengia6')).sessions[0]?.motions[0]).toMatchObject({
      ballots: 6,
      ownVote: 'against',
      votes: null,
      result: null,
    });
    const early = await council.send('thuky', `/council/motions/${procedural}/close?dryRun=true`);
    expect([early.status, early.body.code]).toEqual([400, 'malformed_request']);
    const tied = await council.closeMotion(procedural);
    expect(tied.result).toMatchObject({
      for: 3,
      against: 3,
      denominator: 6,
      tie: true,
      carried: true,
      tieBrokenBy: { by: 'chair' },
      analogy: true,
      verification: 'text_read',
    });

    const motion = await council.motion(sessionId, 'Kết luận của hội đồng', 'agree');
    expect((await council.vote('chuyengia1', motion, 'for')).body.code).toBe('own_opinion_first');
    await council.opinions(...VOTERS);
    await council.votes(motion, { ...all('for', VOTERS.slice(0, 4)), ...all('against', VOTERS.slice(4)) });
    expect((await council.closeMotion(motion)).result).toMatchObject({
      for: 4,
      denominator: 6,
      needed: { numerator: 2, denominator: 3 },
      carried: true,
    });
    const dissent = await council.send('chuyengia6', `/council/motions/${motion}/dissent`, {
      text: 'Chưa đủ số liệu tiêu hao.',
    });
    expect(dissent.status).toBe(200);
    expect(await council.closeSession(sessionId)).toEqual({
      sessionId,
      valid: true,
      numerator: 6,
      denominator: 6,
    });

    await examine(council.dossier);
    expect(await conclusionCode(council)).toBe('council_open');
    expect((await council.minutes(sessionId, 'TS. Tạ Bích Ngọc')).body).toMatchObject({
      code: 'signer_is_not_decider',
      decider: CHAIR,
    });
    const issued = await council.dossier.issue('council_minutes', {
      name: CHAIR,
      title: 'Chủ tịch Hội đồng',
      capacity: 'own',
      principal: null,
    });
    expect(issued.status).toBe(200);
    expect((await council.seen()).status).toBe('concluded');
    expect((await council.seen('chuyengia6')).sessions[0]?.motions[1]?.dissents).toHaveLength(1);
    expect((await conclude(council.dossier)).status).toBe('concluded');
  }, 60_000);

  test('without quorum a session ends not valid and another is held; a proxy counts, but votes by paper only', async () => {
    const council = await aCouncil();
    await council.established();
    const first = await council.meeting(['chuyengia1', 'chuyengia2']);
    const motion = { kind: 'procedural', text: 'Thử' };
    expect((await council.send('thuky', `/council/sessions/${first}/motions`, motion)).body).toMatchObject({
      code: 'session_not_quorate',
      numerator: 2,
      denominator: 6,
    });
    expect(await council.closeSession(first)).toMatchObject({ valid: false, numerator: 2 });
    expect((await council.send('thuky', `/council/sessions/${first}/close`)).body.code).toBe('session_over');
    const second = await council.meeting(['chuyengia2', 'chuyengia4'], ['chuyengia5']);
    const put = await council.motion(second);
    expect((await council.vote('chuyengia5', put, 'for')).body.code).toBe('member_absent');
    const ballot = { memberId: await council.member('chuyengia5'), documentId: await council.paper() };
    expect((await council.vote('thuky', put, 'for', ballot)).status).toBe(200);
    await council.closeMotion(put);
    expect(await council.closeSession(second)).toMatchObject({ valid: true, numerator: 3, denominator: 6 });
    expect((await council.seen()).sessions.map(({ valid }) => valid)).toEqual([false, true]);
  }, 60_000);

  test('a minimum lost by recusals is refused until a member is added and decided on', async () => {
    const council = await aCouncil();
    const { chuyengia7: _left, ...seats } = SEATS;
    await council.established(seats);
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'x', now())`,
      [council.dossier.id, personId('chuyengia6')],
    );
    expect((await council.send('thuky', '/council/sessions', { mode: 'meeting' })).body).toMatchObject({
      code: 'council_too_small',
      members: 4,
      minimum: 5,
      verification: 'inference',
    });
    const replacesMemberId = await council.member('chuyengia6');
    const added = {
      userId: personId('chuyengia7'),
      seat: 'member',
      reason: 'Thay người rút lui.',
      replacesMemberId,
    };
    expect(
      (
        await council.send('truongphong1', '/council/members', {
          ...added,
          seat: 'chair',
          replacesMemberId: undefined,
        })
      ).body.code,
    ).toBe('council_seats_wrong');
    await council.must('truongphong1', '/council/members', added);
    expect((await council.send('thuky', '/council/sessions', { mode: 'meeting' })).body.code).toBe(
      'council_decision_not_issued',
    );
    await council.decisionIssued();
    expect((await council.send('thuky', '/council/sessions', { mode: 'meeting' })).status).toBe(200);
    expect((await council.send('truongphong1', '/council/members', added)).body.code).toBe(
      'session_already_open',
    );
    expect((await council.send('thuky', '/council/sessions', { mode: 'meeting' })).body.code).toBe(
      'session_already_open',
    );
  }, 60_000);

  test('dissolved, it frees the way only with another form; the members see nothing any more', async () => {
    const council = await aCouncil();
    await council.established();
    await examine(council.dossier);
    expect((await council.choose('in_house')).body.code).toBe('council_still_open');
    expect((await council.send('chuyengia1', '/council/dissolve', { reason: 'x' })).status).toBe(403);
    await council.must('giamdoc', '/council/dissolve', { reason: 'Không mời được phản biện.' });
    expect((await council.dossier.get('chuyengia1')).status).toBe(404);
    expect((await council.send('giamdoc', '/council/dissolve', { reason: 'x' })).body.code).toBe(
      'council_missing',
    );
    expect(await conclusionCode(council)).toBe('consultation_council_missing');
    await council.choose('experts');
    expect(await conclusionCode(council)).toBe('consultation_experts_missing');
    await council.choose('independent_body');
    expect(await conclusionCode(council)).toBe('consultation_body_missing');
    await council.choose('in_house', 'Đã đủ căn cứ.');
    expect(await conclusionCode(council)).toBeUndefined();
    expect((await council.choose('experts')).body.code).toBe('command_not_permitted_now');
    const form = await council.dossier.get<{ form: string; chosen: boolean; history: object[] }>(
      'truongphong1',
      '/consultation-form',
    );
    expect(form.body).toMatchObject({ form: 'in_house', chosen: true, needs: null, council: 'dissolved' });
    expect(form.body.history).toHaveLength(4);
  }, 60_000);

  test('a withdrawn dossier takes its council with it', async () => {
    const withdrawn = await aCouncil();
    await withdrawn.established();
    await withdrawn.dossier.command('gom', 'withdraw', {});
    expect(await withdrawn.seen()).toMatchObject({
      status: 'dissolved',
      dissolvedReason: 'Hồ sơ kết thúc: withdrawn.',
    });
    expect((await withdrawn.dossier.get('chuyengia1')).status).toBe(404);
  }, 60_000);

  test('a reopened dossier begins without a form and without a council; seats of the round before end with it', async () => {
    const council = await aCouncil();
    await council.concludedAs('agree', VOTERS, CHAIR);
    await examine(council.dossier);
    await conclude(council.dossier);
    await council.dossier.command('truongphong1', 'endorse', {});
    await council.dossier.command('giamdoc', 'approve', {});
    expect((await council.dossier.issue('decision')).status).toBe(200);
    expect((await council.dossier.get('chuyengia2')).status).toBe(200);
    await council.dossier.command('giamdoc', 'reopen', {
      complaintDecision: 'QĐ 12',
      decidedOn: '2026-07-15',
    });
    expect((await council.dossier.get('chuyengia2')).status).toBe(404);
    const form = await council.dossier.get('truongphong1', '/consultation-form');
    expect(form.body).toMatchObject({ round: 2, form: 'in_house', chosen: false, council: 'none' });
    expect((await council.send('truongphong1', '/council', { members: council.seats() })).body.code).toBe(
      'council_not_chosen',
    );
    await council.established();
    expect(await council.seen()).toMatchObject({ round: 2, status: 'established' });
    expect(await conclusionCode(council)).not.toBeUndefined();
  }, 60_000);

  test('a conflict found after the minutes stops the conclusion until that council is dissolved', async () => {
    const council = await aCouncil();
    await council.concludedAs('agree', VOTERS, CHAIR);
    await examine(council.dossier);
    const dissolve = () =>
      council.send('truongphong1', '/council/dissolve', { reason: 'Có xung đột lợi ích.' });
    expect((await dissolve()).body.code).toBe('council_over');
    const voter = await council.dossier.person('chuyengia7');
    expect((await voter.post(council.dossier.url('/conflict'), { reason: 'Cổ đông.' })).status).toBe(200);
    expect(await conclusionCode(council)).toBe('conflict_of_interest');
    expect((await dissolve()).status).toBe(200);
    expect(await council.seen()).toMatchObject({ status: 'dissolved' });
    const { chuyengia7: _left, ...seats } = SEATS;
    await council.established(seats);
    expect((await council.seen()).members).toHaveLength(6);
    expect(await conclusionCode(council)).toBe('council_open');
  }, 60_000);

  test('what a council concluded binds whoever rests on it', async () => {
    const council = await aCouncil();
    await council.concludedAs('agree', VOTERS, CHAIR);
    await examine(council.dossier);
    const against = { ...(await conclusion(council.dossier)), outcome: 'disagree_other' };
    expect((await council.dossier.send('chuyenvien1', 'conclude', against)).body).toMatchObject({
      code: 'council_concluded_otherwise',
      councilOutcome: 'agree',
    });
    expect((await council.send('truongphong1', '/council', { members: council.seats() })).body.code).toBe(
      'council_over',
    );
    expect((await council.send('thuky', '/council/sessions', { mode: 'meeting' })).body.code).toBe(
      'council_over',
    );
  }, 60_000);

  test('by a written ballot: presence is the ballots that came back, and it runs to its last day', async () => {
    const council = await aCouncil();
    await council.established();
    const { sessionId } = await council.must<{ sessionId: string }>('thuky', '/council/sessions', {
      mode: 'written',
      closesOn: '2026-07-17',
    });
    const attendance = { presence: [{ memberId: await council.member('chuyengia1'), presence: 'present' }] };
    expect(
      (await council.send('thuky', `/council/sessions/${sessionId}/presence`, attendance)).body.code,
    ).toBe('session_mode_not_allowed');
    const motion = await council.motion(sessionId, 'Kết luận', 'disagree_other');
    await council.opinions(...VOTERS.slice(0, 4));
    await council.votes(motion, all('for', VOTERS.slice(0, 3)));
    expect((await council.send('thuky', `/council/motions/${motion}/close`)).body).toMatchObject({
      code: 'vote_not_over',
      missing: 3,
    });
    const memberId = await council.member(VOTERS[3] ?? '');
    expect((await council.vote('thuky', motion, 'for', { memberId })).body.code).toBe('ballot_paper_missing');
    const paper = { memberId, documentId: await council.paper(), castOn: '2026-07-15' };
    expect((await council.vote('thuky', motion, 'for', paper)).status).toBe(200);
    api.clock.set(new Date('2026-07-18T02:00:00.000Z'));
    try {
      expect((await council.vote('chuyengia6', motion, 'for')).body.code).toBe('vote_over');
      expect((await council.closeMotion(motion)).result).toMatchObject({
        for: 4,
        missing: 2,
        denominator: 6,
        carried: true,
      });
      expect(await council.closeSession(sessionId)).toMatchObject({
        valid: true,
        numerator: 4,
        denominator: 6,
      });
      await council.minutes(sessionId, CHAIR);
      expect((await council.seen()).status).toBe('concluded');
      await examine(council.dossier);
      const against = {
        ...(await conclusion(council.dossier)),
        outcome: 'disagree_other',
        summary: 'Theo kết luận của hội đồng.',
      };
      expect((await council.dossier.send('chuyenvien1', 'conclude', against)).body.status).toBe('concluded');
    } finally {
      api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
    }
  }, 60_000);
});
