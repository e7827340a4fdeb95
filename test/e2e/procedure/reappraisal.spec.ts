import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoOrganisation } from '#identity';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import {
  aDossier,
  CHANGED_FACTS,
  CLEAN_FACTS,
  conclude,
  declared,
  examine,
  OLD_MACHINE_FACTS,
} from '../../support/dossier-builder.js';
import { type DossierBody, DossierDriver, emailOf, personId } from '../../support/dossier-driver.js';
import { takeStep } from '../../support/procedure-steps.js';
import { tableCounts } from '../../support/table-counts.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'reappraisal' });
}, 60_000);
afterAll(() => api?.close());

interface Related {
  first: { id: string; status: string } | null;
  changes: { id: string; status: string }[];
}
const create = async (who: string, body: Record<string, unknown>, key?: string) =>
  (await api.login(emailOf(who))).post<DossierBody & { code: string; related: Related }>(
    '/api/v1/dossiers',
    { procedureId: 'reappraisal', ...body },
    key ? { 'idempotency-key': key } : {},
  );
const opened = async (who: string, body: Record<string, unknown>): Promise<DossierDriver> => {
  const { status, body: made } = await create(who, body);
  expect([status, made.code]).toEqual([201, undefined]);
  return new DossierDriver(api, made.id, who);
};
const relatedOf = async (dossier: DossierDriver, who: string): Promise<Related> =>
  (await dossier.get<{ related: Related }>(who)).body.related;
const paper = { number: '7/CV', on: '2026-07-13', receivedOn: '2026-07-14' };
const first = () => aDossier(api).by('gom', { projectAuthority: 'province_chair' }).issued().open();
const submitFaults = async (dossier: DossierDriver) =>
  (await dossier.send(dossier.owner, 'submit')).body['faults'];

describe('a change of technology begins with what was approved', () => {
  test('project, lines, machines, parties and authority are there; papers and confirmations are not', async () => {
    const parties = [{ organisationId: demoOrganisation('finance').id, party: 'consultant' }];
    const before = await aDossier(api).by('gom', { projectAuthority: 'zone_board', parties }).issued().open();
    const change = await opened('gom', { firstDossierId: before.id });
    const shown = await change.seen();
    expect(shown).toMatchObject({
      status: 'draft',
      procedureId: 'reappraisal',
      trigger: 'technology_change',
      projectAuthority: 'zone_board',
      projectName: CLEAN_FACTS.project?.name,
      stage: 'policy',
      firstDossierId: before.id,
      firstProcedureId: 'opinion',
    });
    expect(shown.facts).toEqual({ project: CLEAN_FACTS.project, lines: CLEAN_FACTS.lines });
    expect(shown['parties']).toEqual(
      expect.arrayContaining([expect.objectContaining({ party: 'consultant' })]),
    );
  });

  test('evidence comes along with a document of its own while it stands, and is to be accepted anew', async () => {
    const before = await aDossier(api).open();
    const [kept, gone] = [
      await before.upload('gom', Buffer.from(PDF)),
      await before.upload('gom', Buffer.from(`${PDF}%2`)),
    ];
    const covers = ['lines[line].standards'];
    const evidence = [kept, gone].map((documentId) => ({
      kind: 'inspection_certificate',
      documentId,
      page: 2,
      issuedOn: '2026-05-05',
      covers,
    }));
    await before.saveFacts('gom', { evidence });
    await before.command('gom', 'submit', {});
    await finish(before);
    const clerk = await api.login(emailOf('motcua1'));
    const withdrawn = await clerk.post(
      `/api/v1/documents/${gone}/withdraw`,
      { reason: 'Nộp nhầm.' },
      { 'if-match': '"1"' },
    );
    expect(withdrawn.status).toBe(200);
    const change = await opened('gom', { firstDossierId: before.id });
    const copied = (await change.seen()).facts.evidence ?? [];
    expect(copied).toEqual([
      expect.objectContaining({ kind: 'inspection_certificate', page: 2, covers, issuedOn: '2026-05-05' }),
    ]);
    expect(copied[0]?.documentId).not.toBe(kept);
    const bytes = await (
      await api.login(emailOf('gom'))
    ).get(`/api/v1/documents/${copied[0]?.documentId ?? ''}/content`);
    expect(bytes.status).toBe(200);
    expect((await change.saveFacts('gom', CHANGED_FACTS)).status).toBe(200);
  });

  test('is told apart from the first one, named in Vietnamese and English', async () => {
    const change = await aDossier(api)
      .changing(await first())
      .open();
    const { body } = await change.get('gom', '/difference');
    expect(body).toMatchObject({
      firstFactsVersion: 1,
      items: [
        {
          path: 'lines[line].technologyName',
          kind: 'changed',
          subject: { kind: 'line', id: 'line', name: 'Dây chuyền sấy' },
          field: { vi: 'Tên công nghệ', en: 'Technology' },
          before: 'sấy phun tự động',
          after: 'sấy tầng sôi tự động',
        },
      ],
    });
  });

  test('the same delivery opens one draft', async () => {
    const before = await first();
    const [one, two] = [
      await create('gom', { firstDossierId: before.id }, 'change-1'),
      await create('gom', { firstDossierId: before.id }, 'change-1'),
    ];
    expect(two.body.id).toBe(one.body.id);
  });
});

describe('who may change what', () => {
  test('nobody without naming an approved dossier, and no other procedure with one', async () => {
    const before = await first();
    expect((await create('gom', {})).body).toMatchObject({ status: 422, code: 'first_dossier_missing' });
    const other = await create('gom', { procedureId: 'opinion', firstDossierId: before.id });
    expect(other.body).toMatchObject({ status: 422, code: 'first_dossier_not_wanted' });
    expect((await create('gom', { firstDossierId: 'x' })).body).toMatchObject({
      status: 400,
      errors: [expect.objectContaining({ pointer: '/firstDossierId' })],
    });
  });

  test("a stranger's dossier and one that is not there are the same 404, and nothing is stored", async () => {
    const before = await first();
    const counts = async () => {
      const { dossier, facts_version, document } = await tableCounts(api.db);
      return { dossier, facts_version, document };
    };
    const stored = await counts();
    const theirs = await create('ximang', { firstDossierId: before.id });
    const nobodys = await create('ximang', { firstDossierId: '00000000-0000-4000-8000-00000000dead' });
    expect([theirs.status, theirs.body.code]).toEqual([404, 'not_found']);
    const { instance: _i, requestId: _r, ...answer } = theirs.body as unknown as Record<string, unknown>;
    expect(nobodys.body).toMatchObject(answer);
    expect(await counts()).toEqual(stored);
  });

  test('not before the approval has left the house, and never of a refusal', async () => {
    const drafted = await aDossier(api).approved().open();
    expect((await create('gom', { firstDossierId: drafted.id })).body).toMatchObject({
      status: 409,
      code: 'first_dossier_not_approved',
    });
    await drafted.issue('decision');
    expect((await create('gom', { firstDossierId: drafted.id })).status).toBe(201);
    const open = await aDossier(api).submitted().open();
    expect((await create('gom', { firstDossierId: open.id })).body.code).toBe('first_dossier_not_approved');
  });

  test('a clerk for the investor whose request an agency had sent, with the paper; for nobody else', async () => {
    const before = await aDossier(api).onPaper('2026-07-13').issued().open();
    const body = { firstDossierId: before.id, incoming: paper };
    const change = await opened('motcua1', { ...body, onBehalfOf: demoOrganisation('ceramics').id });
    expect(await change.seen('motcua1')).toMatchObject({ channel: 'investor', onBehalf: true });
    const other = await create('motcua1', { ...body, onBehalfOf: demoOrganisation('cement').id });
    expect(other.body).toMatchObject({ status: 422, code: 'first_dossier_of_another' });
  });
});

describe('one change at a time', () => {
  test('needs a line or machine that differs', async () => {
    const change = await opened('gom', { firstDossierId: (await first()).id });
    await change.saveFacts('gom', {
      papers: CLEAN_FACTS.papers,
      project: { ...CLEAN_FACTS.project, name: 'Tên mới' },
    });
    expect(await submitFaults(change)).toEqual(['nothing_changed']);
    await change.saveFacts('gom', CHANGED_FACTS);
    await change.command('gom', 'submit', {});
  });

  test('while one is dealt with, a second is neither opened nor submitted; once it is approved, it is the first', async () => {
    const before = await first();
    const [one, two] = [
      await aDossier(api).changing(before).open(),
      await aDossier(api).changing(before).open(),
    ];
    await one.command('gom', 'submit', {});
    expect(await submitFaults(two)).toEqual(['change_in_hand']);
    expect((await create('gom', { firstDossierId: before.id })).body).toMatchObject({
      status: 409,
      code: 'change_in_hand',
      dossierId: one.id,
    });
    await finish(one);
    expect(await submitFaults(two)).toEqual(['first_dossier_changed_since']);
    expect((await create('gom', { firstDossierId: before.id })).body).toMatchObject({
      status: 409,
      code: 'first_dossier_changed_since',
      dossierId: one.id,
    });
    const next = await opened('gom', { firstDossierId: one.id });
    expect(await next.seen()).toMatchObject({ firstDossierId: one.id, firstProcedureId: 'opinion' });
  });

  test('one that was refused is in hand for its owner until the letter has left', async () => {
    const before = await first();
    const lines = CHANGED_FACTS.lines ?? [];
    const change = await aDossier(api)
      .changing(before)
      .withFacts({ ...OLD_MACHINE_FACTS, lines })
      .underReview()
      .open();
    const { body: inReview } = await create('gom', { firstDossierId: before.id });
    for (const [from, command] of [
      ['under_review', 'conclude'],
      ['concluded', 'endorse'],
      ['endorsed', 'refuse'],
    ] as const)
      await takeStep(change, from, command, 'refused');
    const { requestId: _one, ...told } = inReview;
    const { requestId: _other, ...now } = (await create('gom', { firstDossierId: before.id })).body;
    expect([now, now.code]).toEqual([told, 'change_in_hand']);
    expect((await change.issue('decision')).status).toBe(200);
    await opened('gom', { firstDossierId: before.id });
  });

  test('both dossiers show each other to who may see them, and to nobody else', async () => {
    const before = await first();
    const change = await aDossier(api).changing(before).open();
    expect(await relatedOf(before, 'gom')).toMatchObject({ first: null, changes: [{ id: change.id }] });
    expect(await relatedOf(before, 'truongphong1')).toEqual({ first: null, changes: [] });
    await change.command('gom', 'submit', {});
    expect(await relatedOf(before, 'truongphong1')).toMatchObject({ changes: [{ id: change.id }] });
    expect(await relatedOf(change, 'truongphong1')).toMatchObject({ first: { id: before.id } });
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at)
       SELECT $1, id, 'recorded', 'x', now() FROM app_user WHERE email = $2`,
      [before.id, emailOf('truongphong2')],
    );
    const shown = await change.get<DossierBody & { related: Related }>('truongphong2');
    expect(shown.body).toMatchObject({ firstDossierId: null, related: { first: null, changes: [] } });
    expect((await change.get('truongphong2', '/difference')).status).toBe(404);
    expect((await before.get('gom', '/difference')).body).toMatchObject({ code: 'no_first_dossier' });
  });

  test('the database keeps the first dossier as it was named', async () => {
    const change = await aDossier(api)
      .changing(await first())
      .open();
    const move = (sql: string) => runAs(api.db.superuser, sql, [change.id]);
    await expect(
      move('UPDATE dossier SET first_dossier_id = NULL, revision = revision + 1 WHERE id = $1'),
    ).rejects.toMatchObject({ constraint: 'dossier_keeps_its_first' });
    await expect(
      move(`UPDATE dossier SET procedure_id = 'opinion', revision = revision + 1 WHERE id = $1`),
    ).rejects.toMatchObject({ constraint: 'dossier_names_its_first' });
  });
});

describe('a change to the end', () => {
  test('by its own day, with a letter that names the one it changes, in the words of the first', async () => {
    const before = await aDossier(api).under('appraisal').issued().open();
    const change = await aDossier(api).changing(before).open();
    await change.command('gom', 'submit', {});
    await finish(change);
    expect(await change.seen()).toMatchObject({ status: 'approved', firstProcedureId: 'appraisal' });
    const [letter] = await runAs(
      api.db.superuser,
      `SELECT draft_data->'dossier' AS dossier FROM letter WHERE dossier_id = $1 AND kind = 'decision'`,
      [change.id],
    );
    const [earlier] = await runAs(
      api.db.superuser,
      `SELECT number, symbol, issued_on::text AS on FROM letter WHERE dossier_id = $1 AND kind = 'decision'`,
      [before.id],
    );
    const number = `${String(earlier?.['number']).padStart(2, '0')}/${String(earlier?.['symbol'])}`;
    expect(letter?.['dossier']).toMatchObject({
      act: 'appraisal',
      procedureName: 'Thẩm định lại khi thay đổi công nghệ',
      changes: { number, on: earlier?.['on'], from: null },
    });
    const listed = await (
      await api.login(emailOf('gom'))
    ).get<{ items: { id: string }[] }>('/api/v1/dossiers?procedure=reappraisal&status=approved');
    expect(listed.body.items.map(({ id }) => id)).toContain(change.id);
  });
});

/** From the submission to the issued approval. */
async function finish(dossier: DossierDriver): Promise<void> {
  await dossier.command('motcua1', 'accept', {});
  await dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' });
  await declared(dossier);
  await dossier.command('chuyenvien1', 'screen', {});
  await examine(dossier);
  await conclude(dossier);
  await dossier.command('truongphong1', 'endorse', {});
  await dossier.command('giamdoc', 'approve', {});
  expect((await dossier.issue('decision')).status).toBe(200);
}
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
