import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { CouncilDriver, SEATS } from '../../support/council-driver.js';
import { runAs } from '../../support/database.js';
import { aDossier, declared } from '../../support/dossier-builder.js';
import { personId, signer } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'council_no' });
}, 60_000);
afterAll(() => api?.close());

const VOTERS = Object.keys(SEATS).filter((name) => name !== 'thuky');
const CHAIR = 'PGS. TS. Dương Công Thành';
const aCouncil = async () => new CouncilDriver(await aDossier(api).underReview().open());
const anEstablished = async () => (await aCouncil()).established();

describe('choosing and establishing', () => {
  test('who chooses, with which words, and only a head', async () => {
    const council = await aCouncil();
    expect((await council.choose('council', '   ')).body.code).toBe('reason_missing');
    expect((await council.choose('committee')).body.code).toBe('malformed_request');
    expect(
      (await council.send('truongphong1', '/consultation-form', { form: 'council', reason: 'x', more: 1 }))
        .status,
    ).toBe(400);
    expect((await council.choose('council', 'x', 'chuyenvien1')).status).toBe(403);
    expect(
      (await council.send('truongphong1', '/consultation-form?dryRun=true', { form: 'council', reason: 'x' }))
        .status,
    ).toBe(200);
    expect((await council.dossier.get('truongphong1', '/consultation-form')).body).toMatchObject({
      chosen: false,
      form: 'in_house',
      history: [],
    });
  });

  test('an assignment may choose the form in the same step, and it lands in the history', async () => {
    const dossier = await aDossier(api).accepted().open();
    const consultation = { form: 'experts' as const, reason: 'Cần ý kiến chuyên sâu.' };
    await dossier.command('truongphong1', 'assign', {
      assigneeId: personId('chuyenvien1'),
      kind: 'lead',
      consultation,
    });
    expect((await dossier.get('chuyenvien2', '/consultation-form')).body).toMatchObject({
      form: 'experts',
      chosen: true,
      needs: 'expert_opinion',
    });
    const bad = { assigneeId: personId('chuyengia1'), kind: 'expert', consultation: { form: 'experts' } };
    expect((await dossier.send('truongphong1', 'assign', bad)).body.code).toBe('malformed_request');
  });

  test('council_not_chosen, council_seats_wrong, council_too_small, council_seat_unsuitable change nothing', async () => {
    const council = await aCouncil();
    const members = council.seats();
    const establish = async (given: object) => (await council.send('truongphong1', '/council', given)).body;
    expect(await establish({ members })).toMatchObject({ code: 'council_not_chosen', form: null });
    await council.choose('council');
    const form = await council.dossier.get('truongphong1', '/consultation-form');
    expect(form.body['establishBy']).toMatchObject({ dueOn: '2026-07-24', late: false, analogy: true });
    expect(await establish({ members: members.slice(1) })).toMatchObject({
      code: 'council_seats_wrong',
      faults: ['no_chair'],
    });
    expect(await establish({ members: [...members.slice(0, 4), members[6]] })).toMatchObject({
      code: 'council_too_small',
      members: 4,
    });
    const swapped = members.map((seat) =>
      seat.userId === personId('chuyengia7') ? { ...seat, seat: 'secretary' as const } : seat,
    );
    expect(
      await establish({ members: swapped.filter(({ userId }) => userId !== personId('thuky')) }),
    ).toMatchObject({ code: 'council_seat_unsuitable' });
    const clerk = [...members.slice(0, 5), { userId: personId('motcua1'), seat: 'member' }, members[6]];
    expect(await establish({ members: clerk })).toMatchObject({ code: 'assignee_role_missing' });
    expect(await establish({ members: [] })).toMatchObject({ code: 'malformed_request' });
    expect((await council.send('chuyenvien1', '/council', { members })).status).toBe(403);
    expect((await council.dossier.get<{ items: object[] }>('thanhtra', '/council')).body.items).toEqual([]);
    const rows = await runAs(
      api.db.superuser,
      "SELECT 1 FROM assignment WHERE dossier_id = $1 AND kind = 'council'",
      [council.dossier.id],
    );
    expect(rows).toEqual([]);
  });

  test('a rehearsal tells and leaves nothing; the same delivery acts once', async () => {
    const council = await aCouncil();
    await council.choose('council');
    const body = { members: council.seats() };
    const dry = await council.send<{ remarks: object[] }>('truongphong1', '/council?dryRun=true', body);
    expect(dry.body.remarks).toEqual([
      { code: 'unusual_size', found: 6, usual: 7 },
      { code: 'even_number', found: 6, usual: 7 },
    ]);
    const key = { 'idempotency-key': 'one-council' };
    const first = await council.send<{ councilId: string }>('truongphong1', '/council', body, key);
    const again = await council.send<{ councilId: string }>('truongphong1', '/council', body, key);
    expect([first.status, again.body.councilId]).toEqual([200, first.body.councilId]);
    expect((await council.send('truongphong1', '/council', body)).body.code).toBe('council_still_open');
  });

  test('the decision is signed by a leader, and nobody sits before', async () => {
    const council = await aCouncil();
    await council.choose('council');
    await council.must('phogiamdoc', '/council', {
      members: council.seats(),
      name: 'Hội đồng tư vấn dự án gốm',
    });
    for (const name of Object.keys(SEATS)) await declared(council.dossier, name);
    expect((await council.send('thuky', '/council/sessions', { mode: 'meeting' })).body.code).toBe(
      'council_decision_not_issued',
    );
    expect(
      (await council.dossier.issue('council_decision', { ...signer, name: 'Tô Minh Tuấn' })).body,
    ).toMatchObject({ code: 'signer_is_not_leader' });
    await council.decisionIssued();
    expect(await council.seen()).toMatchObject({ decision: { status: 'issued' }, status: 'established' });
  });
});

describe('sitting and voting', () => {
  test('who runs a session, and what cannot be', async () => {
    const council = await anEstablished();
    const open = async (who: string, body: object) =>
      (await council.send(who, '/council/sessions', body)).body;
    expect(await open('chuyengia6', { mode: 'meeting' })).toMatchObject({
      code: 'command_not_for_you',
      seats: ['chair', 'vice_chair', 'secretary'],
    });
    expect(await open('truongphong1', { mode: 'meeting' })).toMatchObject({ code: 'command_not_for_you' });
    expect(await open('thuky', { mode: 'written' })).toMatchObject({ code: 'session_mode_not_allowed' });
    expect(await open('thuky', { mode: 'meeting', closesOn: '2026-07-20' })).toMatchObject({
      code: 'session_mode_not_allowed',
    });
    expect(await open('thuky', { mode: 'meeting', heldOn: '2026-07-16' })).toMatchObject({
      code: 'impossible_value',
    });
    expect(await open('thuky', { mode: 'written', closesOn: '2026-07-14' })).toMatchObject({
      code: 'impossible_value',
    });
    expect(await open('thuky', { mode: 'meeting', heldOn: 'today' })).toMatchObject({
      code: 'malformed_request',
    });
    expect(await open('chuyengia1', { mode: 'meeting' })).toHaveProperty('sessionId');
  });

  test('presence: unknown, not ready, a proxy without paper', async () => {
    const council = await (await aCouncil()).established(SEATS, VOTERS.slice(0, 5).concat('thuky'));
    const sessionId = await council.meeting([]);
    const record = async (presence: object[]) =>
      (await council.send('thuky', `/council/sessions/${sessionId}/presence`, { presence })).body;
    const memberId = await council.member('chuyengia1');
    expect(await record([{ memberId: personId('gom'), presence: 'present' }])).toMatchObject({
      code: 'council_member_unknown',
    });
    expect(
      await record([{ memberId: await council.member('chuyengia7'), presence: 'present' }]),
    ).toMatchObject({ code: 'council_member_not_ready', state: 'invited' });
    expect(await record([{ memberId, presence: 'proxy', proxyName: 'Ai đó' }])).toMatchObject({
      code: 'proxy_paper_missing',
    });
    expect(await record([{ memberId, presence: 'proxy', documentId: await council.paper() }])).toMatchObject({
      code: 'proxy_paper_missing',
    });
    const foreign = { memberId, presence: 'proxy', proxyName: 'Ai đó', documentId: memberId };
    expect(await record([foreign])).toMatchObject({ code: 'evidence_document_unknown' });
    expect(
      (
        await council.send('thuky', `/council/sessions/${memberId}/presence`, {
          presence: [{ memberId, presence: 'present' }],
        })
      ).status,
    ).toBe(404);
  });

  test('voting twice, for another, recused, absent, after the closing, by strangers', async () => {
    const council = await anEstablished();
    const sessionId = await council.meeting(VOTERS.slice(0, 5));
    const motion = await council.motion(sessionId);
    const code = async (who: string, more: object = {}) =>
      (await council.vote(who, motion, 'for', more)).body.code;
    expect(await code('chuyengia1')).toBeUndefined();
    expect(await code('chuyengia1')).toBe('vote_cast_already');
    const memberId = await council.member('chuyengia2');
    expect(await code('chuyengia1', { memberId })).toBe('vote_not_yours');
    expect(await code('thuky')).toBe('command_not_for_you');
    expect(await code('thuky', { memberId })).toBe('ballot_paper_missing');
    expect(await code('chuyengia7')).toBe('member_absent');
    expect((await council.vote('chuyengia3', motion, 'for')).status).toBe(404);
    expect((await council.vote('gom', motion, 'for')).status).toBe(403);
    expect((await council.vote('chuyengia4', motion, 'maybe' as never)).status).toBe(400);
    const conflicted = await council.dossier.person('chuyengia4');
    await conflicted.post(council.dossier.url('/conflict'), { reason: 'Vợ làm tại nhà cung cấp.' });
    expect((await council.vote('chuyengia4', motion, 'for')).status).toBe(404);
    const recused = { memberId: await council.member('chuyengia4'), documentId: await council.paper() };
    expect(await code('thuky', recused)).toBe('council_member_not_ready');
    const late = { memberId, documentId: recused.documentId, castOn: '2026-07-16' };
    expect(await code('thuky', late)).toBe('impossible_value');
    const absent = { presence: [{ memberId: await council.member('chuyengia1'), presence: 'absent' }] };
    expect((await council.send('thuky', `/council/sessions/${sessionId}/presence`, absent)).body.code).toBe(
      'attendance_contradicts_vote',
    );
    expect((await council.send('thuky', `/council/sessions/${sessionId}/close`)).body.code).toBe(
      'motion_pending',
    );
    expect((await council.closeMotion(motion)).result).toMatchObject({
      denominator: 5,
      for: 1,
      carried: false,
    });
    expect(await code('chuyengia2')).toBe('vote_over');
    expect((await council.send('thuky', `/council/motions/${motion}/close`)).body.code).toBe('vote_over');
  });

  test('motions: incomplete, one conclusion at a time, none after one is carried; dissent only of who lost', async () => {
    const council = await anEstablished();
    await council.opinions(...VOTERS);
    const sessionId = await council.meeting(VOTERS);
    const put = async (body: object) =>
      (await council.send('thuky', `/council/sessions/${sessionId}/motions`, body)).body;
    expect(await put({ kind: 'conclusion', text: 'x' })).toMatchObject({ code: 'motion_incomplete' });
    expect(await put({ kind: 'procedural', text: 'x', outcome: 'agree' })).toMatchObject({
      code: 'motion_incomplete',
    });
    expect(await put({ kind: 'conclusion', text: 'x', outcome: 'agree_with_conditions' })).toMatchObject({
      code: 'motion_incomplete',
    });
    expect(await put({ kind: 'procedural', text: '  ' })).toMatchObject({ code: 'reason_missing' });
    const motion = await council.motion(sessionId, 'Kết luận', 'agree_with_conditions');
    expect(await put({ kind: 'conclusion', text: 'y', outcome: 'agree' })).toMatchObject({
      code: 'motion_pending',
    });
    await council.votes(motion, {
      chuyengia1: 'for',
      chuyengia2: 'for',
      chuyengia4: 'for',
      chuyengia5: 'for',
      chuyengia6: 'against',
    });
    const dissent = async (who: string) =>
      (await council.send(who, `/council/motions/${motion}/dissent`, { text: 'Không đồng ý.' })).body.code;
    expect(await dissent('chuyengia6')).toBe('vote_not_over');
    await council.closeMotion(motion);
    expect(await put({ kind: 'conclusion', text: 'y', outcome: 'agree' })).toMatchObject({
      code: 'conclusion_carried_already',
    });
    expect(await dissent('chuyengia1')).toBe('dissent_not_possible');
    expect(await dissent('chuyengia7')).toBe('dissent_not_possible');
    expect(await dissent('truongphong1')).toBe('command_not_for_you');
    expect(await dissent('chuyengia6')).toBeUndefined();
    expect(await dissent('chuyengia6')).toBe('dissent_recorded_already');
    expect((await council.send('thuky', `/council/sessions/${sessionId}/minutes`)).body.code).toBe(
      'session_still_open',
    );
  });

  test('a council concludes once, unless somebody whose vote counted is found in conflict', async () => {
    const council = await anEstablished();
    await council.opinions(...VOTERS);
    const first = await council.meeting(VOTERS);
    const motion = await council.motion(first, 'Kết luận', 'disagree_other');
    for (const who of VOTERS) await council.votes(motion, { [who]: 'for' });
    await council.closeMotion(motion);
    await council.closeSession(first);
    const second = await council.meeting(VOTERS);
    const again = { kind: 'conclusion', text: 'Kết luận khác', outcome: 'agree' };
    const put = async () => (await council.send('thuky', `/council/sessions/${second}/motions`, again)).body;
    expect(await put()).toMatchObject({ code: 'conclusion_carried_already', motionId: motion });
    const voter = await council.dossier.person('chuyengia7');
    await voter.post(council.dossier.url('/conflict'), { reason: 'Cổ đông.' });
    expect(await put()).toHaveProperty('motionId');
    await council.must('truongphong1', '/council/dissolve', { reason: 'Lập hội đồng khác.' });
    expect((await council.seen()).sessions.map(({ valid }) => valid)).toEqual([true, false]);
  });

  test('a draft of the minutes that no longer agrees is not numbered; one of somebody found in conflict never', async () => {
    const council = await anEstablished();
    await council.opinions(...VOTERS);
    const sessionId = await council.meeting(VOTERS);
    const motion = await council.motion(sessionId, 'Kết luận', 'agree');
    await council.votes(motion, {
      chuyengia1: 'for',
      chuyengia2: 'for',
      chuyengia4: 'for',
      chuyengia5: 'for',
      chuyengia6: 'against',
    });
    await council.closeMotion(motion);
    await council.closeSession(sessionId);
    await council.must('thuky', `/council/sessions/${sessionId}/minutes`);
    await council.must('chuyengia6', `/council/motions/${motion}/dissent`, { text: 'Thiếu số liệu.' });
    const issue = () => council.dossier.issue('council_minutes', { ...signer, name: CHAIR });
    expect((await issue()).body).toMatchObject({ code: 'minutes_out_of_date', faults: ['content'] });
    await council.must('thuky', `/council/sessions/${sessionId}/minutes`);
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'x', now())`,
      [council.dossier.id, personId('chuyengia5')],
    );
    expect((await issue()).body).toMatchObject({ code: 'minutes_out_of_date', faults: ['vote_in_conflict'] });
    expect((await council.seen()).status).toBe('established');
  });
});

describe('without rules, last since the cache of laws remembers', () => {
  test('council_rules_not_loaded where the pinned law was stored without them', async () => {
    const council = await aCouncil();
    await council.choose('council');
    await runAs(
      api.db.superuser,
      `WITH bare AS (INSERT INTO law_set SELECT 'bare', content - 'councils', stored_at FROM law_set LIMIT 1 RETURNING digest)
       SELECT * FROM bare`,
    );
    await runAs(
      api.db.superuser,
      "UPDATE dossier SET law_set_digest = 'bare', revision = revision + 1 WHERE id = $1",
      [council.dossier.id],
    );
    expect((await council.send('truongphong1', '/council', { members: council.seats() })).body.code).toBe(
      'council_rules_not_loaded',
    );
  });
});
