import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UnitOfWork } from '#database';
import { demoOrganisation } from '#identity';
import { proposeMatchesEverywhere } from '#projects';
import { startTestApi, type TestApi } from '../../support/api.js';
import { type ApiClient } from '../../support/api-client.js';
import { runAs } from '../../support/database.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId, type Problem } from '../../support/dossier-driver.js';

interface Match {
  id: string;
  dossierId: string;
  state: string;
  score: number | null;
  reasons: string[];
}
interface Project {
  id: string;
  name: string;
  standing: string;
  late: boolean;
  inHand: boolean;
  source: string;
  matches: Match[];
  history: { kind: string }[];
  [more: string]: unknown;
}
type Answered = Project & Problem;
const URL = '/api/v1/projects';
const ceramics = demoOrganisation('ceramics');

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'projects_matches_e2e' });
});
afterAll(() => api.close());

const as = (name: string): Promise<ApiClient> => api.login(emailOf(name));
const act = async (who: string, path: string, body: unknown = {}) => {
  const client = await as(who);
  return client.post<Answered>(path === '' ? URL : `${URL}/${path}`, body);
};
const see = async (id: string, who = 'thanhtra') => (await as(who)).get<Answered>(`${URL}/${id}`);
const named = (name: string) => ({
  ...CLEAN_FACTS,
  project: { ...CLEAN_FACTS.project, name, capitalVnd: 120_000_000_000 },
});
/** A project of the ceramics company. */
async function enter(name: string, changes: Record<string, unknown> = {}): Promise<Project> {
  const body = {
    name,
    investorName: ceramics.name,
    investorTaxCode: ceramics.taxCode,
    isAnother: true,
    ...changes,
  };
  const answer = await act('motcua1', '', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const matchOf = (project: Project, dossier: DossierDriver) =>
  project.matches.find(({ dossierId }) => dossierId === dossier.id);
const decide = (project: Project, match: Match | undefined, decision: string, who = 'chuyenvien1') =>
  act(who, `${project.id}/matches/${match?.id}/decision`, { decision });

describe('a match', () => {
  test('is proposed with the project, confirmed by a person, and carries the project from nothing to its answer', async () => {
    const dossier = await aDossier(api).withFacts(named('Nhà máy gốm sứ Hồng Lam 1')).endorsed().open();
    const project = await enter('Dự án Nhà máy gốm sứ Hồng Lam 1', { capitalVnd: 119_000_000_000 });
    const match = matchOf(project, dossier);
    expect(match).toMatchObject({
      state: 'proposed',
      reasons: ['same_organisation', 'same_name', 'same_capital'],
      score: 0.95,
    });
    expect(project.standing).toBe('none');
    expect((await decide(project, match, 'confirmed')).body).toMatchObject({
      standing: 'in_hand',
      inHand: true,
    });
    await dossier.command('giamdoc', 'approve', {});
    expect((await see(project.id)).body.standing).toBe('in_hand');
    await dossier.issue('decision');
    expect((await see(project.id)).body).toMatchObject({
      standing: 'answered',
      inHand: false,
      followed: 'not_applicable',
    });
    const decided = {
      kind: 'approved',
      number: '9/QĐ-UBND',
      decidedOn: '2026-07-15',
      decidedBy: 'Chủ tịch UBND tỉnh',
    };
    expect((await act('ubnd', `${project.id}/final-decision`, decided)).body.standing).toBe('answered');
    const corrected = { ...decided, decidedOn: '2026-07-14', corrects: undefined as string | undefined };
    const { decisions } = (await see(project.id)).body as unknown as { decisions: { id: string }[] };
    corrected.corrects = decisions[0]?.id;
    expect((await act('motcua1', `${project.id}/final-decision`, corrected)).body.standing).toBe('missed');
  });

  test('is undone with a reason, rejected, and never proposed again', async () => {
    const dossier = await aDossier(api).withFacts(named('Lò nung tuynel Hồng Lam')).submitted().open();
    const project = await enter('Lò nung tuynel Hồng Lam');
    const match = matchOf(project, dossier);
    expect((await decide(project, match, 'confirmed', 'truongphong1')).body.standing).toBe('in_hand');
    expect(await decide(project, match, 'confirmed')).toMatchObject({
      status: 409,
      body: { code: 'match_not_open', state: 'confirmed' },
    });
    const undone = await act('chuyenvien1', `${project.id}/matches/${match?.id}/undo`, {
      reason: 'Nhầm giai đoạn dự án.',
    });
    expect(undone.body).toMatchObject({
      standing: 'none',
      matches: expect.arrayContaining([
        expect.objectContaining({ id: match?.id, state: 'proposed' }),
      ]) as unknown,
    });
    expect((await decide(project, match, 'rejected')).body.standing).toBe('none');
    await act('motcua1', 'matches/propose');
    expect(matchOf((await see(project.id)).body, dossier)?.state).toBe('rejected');
    expect((await see(project.id)).body.history.map(({ kind }) => kind)).toEqual([
      'match_rejected',
      'match_undone',
      'match_confirmed',
      'entered',
    ]);
    const missing = await act('chuyenvien1', `${project.id}/matches/${personId('gom')}/decision`, {
      decision: 'confirmed',
    });
    expect(missing.status).toBe(404);
  });

  test('is one project for a dossier, by hand too, and never with a draft', async () => {
    const dossier = await aDossier(api).withFacts(named('Xưởng men gốm')).submitted().open();
    const [one, other] = [await enter('Xưởng men gốm'), await enter('Bến xe khách')];
    const byHand = { dossierId: dossier.id, reason: 'Chủ đầu tư xác nhận bằng văn bản.' };
    expect((await act('motcua2', `${other.id}/matches`, byHand)).body).toMatchObject({
      standing: 'in_hand',
      matches: [{ state: 'confirmed', score: null }],
    });
    expect(await decide(one, matchOf(one, dossier), 'confirmed')).toMatchObject({
      status: 409,
      body: { code: 'dossier_matched_elsewhere' },
    });
    expect(await act('motcua2', 'from-dossier', { dossierId: dossier.id })).toMatchObject({
      status: 409,
      body: { code: 'dossier_matched_elsewhere' },
    });
    const draft = await aDossier(api).onPaper('2026-07-10').open();
    expect(await act('motcua1', `${one.id}/matches`, { ...byHand, dossierId: draft.id })).toMatchObject({
      status: 409,
      body: { code: 'dossier_not_submitted' },
    });
    expect((await act('motcua2', `${one.id}/matches`, { ...byHand, dossierId: draft.id })).status).toBe(404);
    expect(
      (await act('motcua2', `${one.id}/matches`, { ...byHand, dossierId: personId('gom') })).status,
    ).toBe(404);
  });

  test('moves with a merge and comes back with its undoing', async () => {
    const dossier = await aDossier(api).withFacts(named('Kho nguyên liệu đất sét')).submitted().open();
    const [twin, kept] = [await enter('Kho nguyên liệu đất sét'), await enter('Kho đất sét nguyên liệu')];
    await decide(twin, matchOf(twin, dossier), 'confirmed');
    await decide(kept, matchOf(kept, dossier), 'rejected');
    expect(
      (await act('motcua1', `${twin.id}/merge`, { into: kept.id, reason: 'Trùng dự án.' })).body,
    ).toMatchObject({ because: 'same_dossier_on_both' });
    const [free] = [await enter('Cảng cạn nội địa')];
    expect(
      (await act('motcua1', `${twin.id}/merge`, { into: free.id, reason: 'Trùng dự án.' })).body,
    ).toMatchObject({ movedMatches: expect.any(Number) as unknown });
    expect((await see(free.id)).body.standing).toBe('in_hand');
    await act('motcua1', `${twin.id}/unmerge`, { reason: 'Không trùng.' });
    expect((await see(free.id)).body.standing).toBe('none');
    expect((await see(twin.id)).body.standing).toBe('in_hand');
  });
});

describe('a dossier', () => {
  test('without a project in the register makes one from its facts', async () => {
    const dossier = await aDossier(api).withFacts(named('Dây chuyền tráng men tự động')).submitted().open();
    const { body } = await act('chuyenvien1', 'from-dossier', { dossierId: dossier.id, isAnother: true });
    expect(body).toMatchObject({
      name: 'Dây chuyền tráng men tự động',
      investorName: ceramics.name,
      investorTaxCode: ceramics.taxCode,
      capitalVnd: 120_000_000_000,
      source: 'dossier',
      standing: 'in_hand',
      matches: [{ dossierId: dossier.id, state: 'confirmed' }],
    });
  });

  test('that names no project makes none', async () => {
    const dossier = await aDossier(api).submitted().open();
    await runAs(
      api.db.superuser,
      `UPDATE dossier SET project_name = '', revision = revision + 1 WHERE id = $1`,
      [dossier.id],
    );
    expect(await act('chuyenvien1', 'from-dossier', { dossierId: dossier.id })).toMatchObject({
      status: 422,
      body: { code: 'dossier_lacks_project' },
    });
  });

  test('returned as not subject covers its project once the notice has left', async () => {
    const dossier = await aDossier(api).withFacts(named('Nhà trưng bày gốm')).submitted().open();
    const project = await enter('Nhà trưng bày gốm');
    await decide(project, matchOf(project, dossier), 'confirmed');
    await dossier.command('motcua1', 'return', {
      reason: 'not_subject',
      explanation: 'Không có công nghệ phải lấy ý kiến.',
    });
    expect((await see(project.id)).body.standing).toBe('in_hand');
    const issued = await dossier.issue('return_notice');
    expect(issued.status).toBe(200);
    expect((await see(project.id)).body.standing).toBe('not_subject');
  });

  test('that came while nobody looked is proposed on demand, once; a rehearsal proposes nothing', async () => {
    const project = await enter('Trạm trộn phối liệu');
    await aDossier(api).withFacts(named('Trạm trộn phối liệu')).submitted().open();
    const clerk = await as('motcua1');
    const dry = await clerk.post<{ proposed: number }>(`${URL}/matches/propose?dryRun=true`);
    expect(dry.body.proposed).toBeGreaterThan(0);
    expect((await see(project.id)).body.matches).toEqual([]);
    expect((await act('motcua1', 'matches/propose')).body).toMatchObject({ proposed: dry.body.proposed });
    expect((await act('motcua1', 'matches/propose')).body).toMatchObject({ proposed: 0 });
    const waiting = await clerk.get<{ items: Project[] }>(`${URL}?awaiting=match`);
    expect(waiting.body.items.map(({ id }) => id)).toContain(project.id);
  });

  test('is compared by the worker too, as the system', async () => {
    const project = await enter('Trạm khí hóa than cấp gốm');
    const dossier = await aDossier(api).withFacts(named('Trạm khí hóa than cấp gốm')).submitted().open();
    await proposeMatchesEverywhere(api.app.get(UnitOfWork));
    expect(matchOf((await see(project.id)).body, dossier)?.state).toBe('proposed');
    const log = await runAs(
      api.db.superuser,
      `SELECT actor_role FROM audit_entry WHERE action = 'project.matches_proposed' ORDER BY seq DESC LIMIT 1`,
    );
    expect(log).toEqual([{ actor_role: 'system' }]);
  });

  test('hides its project from whoever is in conflict with it', async () => {
    const dossier = await aDossier(api).withFacts(named('Nhà máy ngói màu')).submitted().open();
    const project = await enter('Nhà máy ngói màu');
    expect((await see(project.id, 'chuyenvien2')).status).toBe(200);
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'declared', 'Người thân', now())`,
      [dossier.id, personId('chuyenvien2')],
    );
    expect((await see(project.id, 'chuyenvien2')).status).toBe(404);
    expect((await decide(project, matchOf(project, dossier), 'confirmed', 'chuyenvien2')).status).toBe(404);
    expect((await act('chuyenvien2', 'from-dossier', { dossierId: dossier.id })).status).toBe(404);
    // Once the match is rejected the project has nothing to do with the dossier, which stays hidden.
    expect((await decide(project, matchOf(project, dossier), 'rejected')).status).toBe(200);
    const seen = await see(project.id, 'chuyenvien2');
    expect(seen.status).toBe(200);
    expect(matchOf(seen.body, dossier)).toBeUndefined();
    expect(JSON.stringify(seen.body)).not.toContain(dossier.id);
    expect(JSON.stringify((await see(project.id)).body)).toContain(dossier.id);
  });
});
