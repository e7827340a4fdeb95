import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startTestApi, type TestApi } from '../../support/api.js';
import { CouncilDriver, SEATS } from '../../support/council-driver.js';
import { runAs } from '../../support/database.js';
import { aDossier, declared } from '../../support/dossier-builder.js';
import { PDF } from '../../support/determination.js';
import { personId } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'council_who' });
}, 60_000);
afterAll(() => api?.close());

const VOTERS = Object.keys(SEATS).filter((name) => name !== 'thuky');
const aCouncil = async () => new CouncilDriver(await aDossier(api).underReview().open());
interface Mine {
  items: { dossierId: string; state: string; seat: string; name: string | null; fileCode: string | null }[];
}
const mineOf = async (council: CouncilDriver, who: string) =>
  (await (await council.dossier.person(who)).get<Mine>('/api/v1/councils')).body.items.find(
    ({ dossierId }) => dossierId === council.dossier.id,
  );
const listed = async (council: CouncilDriver, who: string) => {
  const answer = await (
    await council.dossier.person(who)
  ).get<{ items: { id: string }[]; total: number }>('/api/v1/dossiers?count=true&limit=100');
  return { has: answer.body.items.some(({ id }) => id === council.dossier.id), total: answer.body.total };
};

describe('who sees a council', () => {
  test('a member and the secretary from their declaration on, and only that dossier', async () => {
    const council = await (await aCouncil()).established(SEATS, VOTERS.slice(1));
    expect(await mineOf(council, 'thuky')).toMatchObject({
      state: 'invited',
      seat: 'secretary',
      name: null,
      fileCode: null,
    });
    expect((await council.dossier.get('thuky', '/council')).status).toBe(404);
    expect((await council.dossier.get('chuyengia1')).status).toBe(404);
    expect((await council.dossier.get('chuyengia2', '/council')).status).toBe(200);
    expect((await mineOf(council, 'chuyengia2'))?.name).toBe('Hội đồng tư vấn khoa học và công nghệ');
    const other = await aDossier(api).underReview().open();
    expect((await other.get('chuyengia2')).status).toBe(404);
  });

  test('the owner reads neither council nor its papers, nor the requester', async () => {
    const council = await (await aCouncil()).established();
    expect((await council.dossier.get('gom', '/council')).status).toBe(403);
    const kinds = async (who: string) =>
      (await council.dossier.get<{ items: { kind: string }[] }>(who, '/letters')).body.items.map(
        ({ kind }) => kind,
      );
    expect(await kinds('gom')).not.toContain('council_decision');
    expect(await kinds('chuyengia6')).toContain('council_decision');
    const letterId = (await council.seen()).decision?.letterId ?? '';
    expect((await council.dossier.get('gom', `/letters/${letterId}/content`)).status).toBe(404);
    expect((await council.dossier.get('chuyengia6', `/letters/${letterId}/content`)).status).toBe(200);
    const timeline = await council.dossier.get<{ items: { code: string }[] }>('gom', '/timeline');
    expect(JSON.stringify(timeline.body)).not.toContain('council_decision');
  });

  test('an expert who is asked for an opinion but has no seat is not told of the council', async () => {
    const council = await aCouncil();
    await council.dossier.command('truongphong1', 'assign', {
      assigneeId: personId('chuyengia3'),
      kind: 'expert',
    });
    await declared(council.dossier, 'chuyengia3');
    await council.established();
    expect((await council.dossier.get('chuyengia3')).status).toBe(200);
    expect((await council.dossier.get('chuyengia3', '/council')).body['code']).toBe('forbidden');
  });

  test('a conflict declared later hides everything: dossier, lists, counts, council, opinions', async () => {
    const council = await (await aCouncil()).established();
    const before = await listed(council, 'chuyengia6');
    expect(before.has).toBe(true);
    const member = await council.dossier.person('chuyengia6');
    expect((await member.post(council.dossier.url('/conflict'), { reason: 'Cổ đông.' })).status).toBe(200);
    const after = await listed(council, 'chuyengia6');
    expect(after).toEqual({ has: false, total: before.total - 1 });
    expect(await mineOf(council, 'chuyengia6')).toBeUndefined();
    for (const path of ['', '/council', '/opinions', '/letters', '/documents'])
      expect((await council.dossier.get('chuyengia6', path)).status).toBe(404);
    expect(
      (await council.seen()).members.find(({ userId }) => userId === personId('chuyengia6'))?.state,
    ).toBe('recused');
  });

  test('a member reads the opinions of others only after recording the own one; the secretary gives none', async () => {
    const council = await (await aCouncil()).established();
    await council.opinions('chuyengia1');
    const read = async (who: string) =>
      (await council.dossier.get<{ items: object[] }>(who, '/opinions')).body.items.length;
    expect(await read('chuyengia2')).toBe(0);
    await council.opinions('chuyengia2');
    expect(await read('chuyengia2')).toBe(2);
    const content = { revision: 0, criteria: [], recommendation: null, summary: '' };
    const secretary = await council.dossier.person('thuky');
    expect((await secretary.put(council.dossier.url('/opinions/mine'), content)).status).toBe(403);
    const head = await council.dossier.person('truongphong1');
    expect((await head.put<{ code: string }>(council.dossier.url('/opinions/mine'), content)).body.code).toBe(
      'command_not_for_you',
    );
  });

  test('votes stay out of the log until their motion is closed, then stand in it by name', async () => {
    const council = await (await aCouncil()).established();
    const sessionId = await council.meeting(VOTERS);
    const motion = await council.motion(sessionId);
    await council.votes(motion, { chuyengia1: 'abstain' });
    const log = async () => JSON.stringify((await council.dossier.get('thanhtra', '/audit?limit=100')).body);
    expect(await log()).toContain('council.vote_cast');
    expect(await log()).not.toContain('abstain');
    await council.closeMotion(motion);
    expect(await log()).toContain('abstain');
  });
});

describe('rivals', () => {
  test('two last votes and a closing at once: every counted vote is in the result, none comes after it', async () => {
    const council = await (await aCouncil()).established();
    const sessionId = await council.meeting(VOTERS);
    const motion = await council.motion(sessionId);
    await council.votes(motion, { chuyengia1: 'for', chuyengia2: 'for' });
    const [one, two, closing] = await Promise.all([
      council.vote('chuyengia4', motion, 'for'),
      council.vote('chuyengia5', motion, 'for'),
      council.send<{ result: { for: number; missing: number } }>('thuky', `/council/motions/${motion}/close`),
    ]);
    const voted = [one, two].filter(({ status }) => status === 200).length;
    expect([one, two].every(({ status, body }) => status === 200 || body.code === 'vote_over')).toBe(true);
    expect(closing.status).toBe(200);
    const shown = (await council.seen()).sessions[0]?.motions[0];
    expect(shown?.votes).toHaveLength(2 + voted);
    expect(closing.body.result).toMatchObject({ for: 2 + voted, missing: 4 - voted });
  });

  test('the same vote ten times at once is one vote', async () => {
    const council = await (await aCouncil()).established();
    const sessionId = await council.meeting(VOTERS);
    const motion = await council.motion(sessionId);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => council.vote('chuyengia1', motion, 'for')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'vote_cast_already')).toHaveLength(9);
  });
});

describe('what the database itself refuses', () => {
  test('votes of the recused, after the closing, twice, for another; changes of what only grows', async () => {
    const council = await (await aCouncil()).established();
    const sessionId = await council.meeting(VOTERS);
    const [motion, open] = [await council.motion(sessionId), await council.motion(sessionId, 'Khác')];
    await council.votes(motion, { chuyengia1: 'for' });
    await council.closeMotion(motion);
    const chair = await council.member('chuyengia1');
    const recused = await council.member('chuyengia6');
    const secretary = await council.member('thuky');
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'x', now())`,
      [council.dossier.id, personId('chuyengia6')],
    );
    const { host, port, user, password, database } = api.db.app;
    const client = new pg.Client({ host, port, user, password, database });
    await client.connect();
    const outcome = async (sql: string, values: unknown[] = []) =>
      client.query(sql, values).then(
        () => 'done',
        (error: pg.DatabaseError) => error.constraint ?? error.code,
      );
    const cast = (motionId: string, memberId: string, by: string) =>
      outcome(
        `INSERT INTO council_vote (motion_id, member_id, vote, cast_on, cast_by, cast_at) VALUES ($1, $2, 'for', '2026-07-15', $3, now())`,
        [motionId, memberId, by],
      );
    try {
      expect(await cast(open, recused, personId('chuyengia6'))).toBe('council_vote_by_member');
      expect(await cast(open, secretary, personId('thuky'))).toBe('council_vote_by_member');
      expect(await cast(motion, await council.member('chuyengia2'), personId('chuyengia2'))).toBe(
        'council_vote_in_time',
      );
      expect(await cast(open, chair, personId('thuky'))).toBe('council_vote_is_own');
      expect(await cast(open, chair, personId('chuyengia1'))).toBe('done');
      expect(await cast(open, chair, personId('chuyengia1'))).toBe('council_vote_pkey');
      expect(await outcome(`UPDATE council_motion SET result = '{}' WHERE id = $1`, [motion])).toBe(
        'council_keeps_closed',
      );
      for (const table of ['council_vote', 'council_dissent', 'council_member', 'consultation_choice'])
        expect(await outcome(`DELETE FROM ${table}`)).toBe('42501');
      const second = `INSERT INTO council (dossier_id, round, name, rules, status, established_on, established_by, established_at)
        SELECT dossier_id, round, name, rules, status, established_on, established_by, established_at FROM council WHERE dossier_id = $1`;
      expect(await outcome(second, [council.dossier.id])).toBe('council_open');
    } finally {
      await client.end();
    }
    await expect(runAs(api.db.owner, 'DELETE FROM council_vote')).rejects.toMatchObject({
      constraint: 'insert_only',
    });
    await council.must('truongphong1', '/council/dissolve', { reason: 'x' });
    await expect(
      runAs(api.db.owner, "UPDATE council SET status = 'established' WHERE dossier_id = $1", [
        council.dossier.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'council_keeps_ended' });
  });

  test("a ballot on paper is the council's own: secret until the vote is closed, one member's, and never taken back", async () => {
    const council = await (await aCouncil()).established();
    const { dossier } = council;
    const sessionId = await council.meeting(VOTERS.slice(0, 4), ['chuyengia6', 'chuyengia7']);
    const motion = await council.motion(sessionId);
    const documentId = await council.paper();
    const memberId = await council.member('chuyengia6');
    const wrongKind = { memberId, documentId: await dossier.upload('chuyenvien1', PDF) };
    const takenBy = async (who: string, id: string) =>
      (
        await (
          await dossier.person(who)
        ).post<{ code: string }>(
          `/api/v1/documents/${id}/withdraw`,
          { reason: 'Nhầm tệp.' },
          { 'if-match': '"1"' },
        )
      ).body.code;
    expect(await takenBy('chuyengia1', wrongKind.documentId)).toBe('forbidden');
    expect(await takenBy('chuyengia1', documentId)).toBe('not_found');
    expect((await council.vote('thuky', motion, 'for', wrongKind)).body).toMatchObject({
      code: 'ballot_paper_missing',
      reason: 'kind',
    });
    expect((await council.vote('thuky', motion, 'against', { memberId, documentId })).status).toBe(200);
    const another = { memberId: await council.member('chuyengia7'), documentId };
    expect((await council.vote('thuky', motion, 'for', another)).body).toMatchObject({
      code: 'ballot_paper_missing',
      reason: 'used',
    });
    const sees = async (who: string) => {
      const listed = await dossier.get<{ items: { id: string }[] }>(who, '/documents');
      const client = await dossier.person(who);
      const content = await client.get(`/api/v1/documents/${documentId}/content`);
      return [listed.body.items.some(({ id }) => id === documentId), content.status === 200];
    };
    for (const who of ['gom', 'chuyengia1', 'truongphong1', 'thanhtra'])
      expect([who, ...(await sees(who))]).toEqual([who, false, false]);
    expect(await sees('thuky')).toEqual([true, true]);
    await council.closeMotion(motion);
    for (const who of ['chuyengia1', 'truongphong1', 'thanhtra'])
      expect([who, ...(await sees(who))]).toEqual([who, true, true]);
    expect(await sees('gom')).toEqual([false, false]);
    expect(await takenBy('motcua1', documentId)).toBe('document_proves_facts');
  });

  test('who voted in person is not represented afterwards', async () => {
    const council = await (await aCouncil()).established();
    const sessionId = await council.meeting(VOTERS);
    await council.votes(await council.motion(sessionId), { chuyengia2: 'for' });
    const memberId = await council.member('chuyengia2');
    const proxy = { memberId, presence: 'proxy', proxyName: 'Ai đó', documentId: await council.paper() };
    const answer = await council.send('thuky', `/council/sessions/${sessionId}/presence`, {
      presence: [proxy],
    });
    expect(answer.body).toMatchObject({ code: 'attendance_contradicts_vote', memberId });
  });
});
