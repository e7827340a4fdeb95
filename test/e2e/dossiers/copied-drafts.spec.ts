import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoOrganisation } from '#identity';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, CLEAN_FACTS, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import { type DossierBody, emailOf } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'copied_drafts' });
}, 60_000);
afterAll(() => api?.close());

type Opened = DossierBody & { projectName: string; code?: string };
const copy = async (who: string, copyOf: string, body: Record<string, unknown> = {}, key?: string) =>
  (await api.login(emailOf(who))).post<Opened>(
    '/api/v1/dossiers',
    { procedureId: 'opinion', copyOf, ...body },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const refusedOpinion = () =>
  aDossier(api).withFacts({
    ...OLD_MACHINE_FACTS,
    evidence: [{ id: 'ev', kind: 'other', number: '7/CT', covers: ['equipment[m].yearMade'] }],
  });

describe('a draft that begins with an earlier dossier', () => {
  test('takes project, lines and machines along, and neither papers nor evidence nor anything decided', async () => {
    const source = await refusedOpinion().submitted().open();
    await source.command('gom', 'withdraw', {});
    const { status, body } = await copy('gom', source.id, { projectName: 'Nhà máy gốm số 2' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'draft',
      projectName: 'Nhà máy gốm số 2',
      fileCode: null,
      firstDossierId: null,
    });
    expect(body.facts).toEqual({
      project: { ...OLD_MACHINE_FACTS.project, name: 'Nhà máy gốm số 2' },
      lines: OLD_MACHINE_FACTS.lines,
      equipment: OLD_MACHINE_FACTS.equipment,
    });
    const log = await runAs(
      api.db.superuser,
      `SELECT facts FROM audit_entry WHERE chain_id = $1 AND action = 'facts.prefilled'`,
      [body.id],
    );
    expect(log).toMatchObject([{ facts: { copyOf: source.id } }]);
    const before = (await source.seen()).facts;
    await (
      await api.login(emailOf('gom'))
    ).patch(`/api/v1/dossiers/${body.id}`, { facts: { lines: [] } }, { 'if-match': `"${body.revision}"` });
    expect((await source.seen()).facts).toEqual(before);
  });

  test('names its source and the values of its day, while they may be changed, to whoever may see the source', async () => {
    const measured = { efficiencyPct: { value: 84.9, uncertainty: 1 } };
    const [line] = CLEAN_FACTS.lines ?? [];
    const facts = { ...CLEAN_FACTS, lines: [{ ...line, ...measured }] };
    const source = await aDossier(api).withFacts(facts).submitted().open();
    const { body } = await copy('gom', source.id, { projectName: 'Nhà máy gốm số 4' });
    const client = await api.login(emailOf('gom'));
    const seen = async () =>
      (await client.get<{ revision: number; copiedFrom: object | null }>(`/api/v1/dossiers/${body.id}`)).body;
    const copied = {
      ...{ id: source.id, projectName: 'Nhà máy gốm Hồng Lam', status: 'submitted', procedureId: 'opinion' },
      values: { 'lines[line].efficiencyPct': measured.efficiencyPct },
    };
    expect((await seen()).copiedFrom).toMatchObject(copied);
    const changed = { facts: { lines: [{ ...line, efficiencyPct: { value: 91 } }] } };
    await client.patch(`/api/v1/dossiers/${body.id}`, changed, { 'if-match': `"${body.revision}"` });
    expect((await seen()).copiedFrom).toMatchObject(copied);
    expect((await source.seen()) as object).toMatchObject({ copiedFrom: null });
    const [owner, investor] = [demoOrganisation('ceramics').id, demoOrganisation('coal').id];
    const give = (to: string) =>
      runAs(
        api.db.superuser,
        'UPDATE dossier SET owner_org_id = $2, investor_org_id = $2, revision = revision + 1 WHERE id = $1',
        [source.id, to],
      );
    await give(investor);
    await runAs(api.db.superuser, 'DELETE FROM dossier_party WHERE dossier_id = $1', [source.id]);
    expect((await seen()).copiedFrom).toBeNull();
    await give(owner);
    await client.post(
      `/api/v1/dossiers/${body.id}/commands/submit`,
      {},
      { 'if-match': `"${(await seen()).revision}"` },
    );
    expect((await seen()).copiedFrom).toBeNull();
  });

  test('is opened once, however often it is asked for under one key', async () => {
    const source = await aDossier(api).open();
    const [first, again] = [await copy('gom', source.id, {}, 'k1'), await copy('gom', source.id, {}, 'k1')];
    expect(again.body.id).toBe(first.body.id);
    expect(first.body.projectName).toBe('Nhà máy gốm Hồng Lam');
  });

  test('cannot begin with what its owner does not see, and a draft of others is as if it were not there', async () => {
    const source = await aDossier(api).open();
    expect((await copy('than', source.id)).body).toMatchObject({ code: 'not_found', status: 404 });
    expect((await copy('taichinh', source.id)).body).toMatchObject({ code: 'not_found', status: 404 });
  });

  test('stays with the owner and the investor: a clerk cannot hand the facts of one to another', async () => {
    const source = await aDossier(api).asRequest().submitted().open();
    const incoming = { number: '9/CV', on: '2026-07-13', receivedOn: '2026-07-13' };
    const forAnother = { onBehalfOf: demoOrganisation('coal').id, incoming };
    expect((await copy('motcua1', source.id, forAnother)).body).toMatchObject({ code: 'copy_of_another' });
    const another = await copy('taichinh', source.id, { investorOrgId: demoOrganisation('coal').id });
    expect(another.body).toMatchObject({ code: 'copy_of_another', status: 422 });
    const own = await copy('taichinh', source.id);
    expect(own.body).toMatchObject({
      investorOrgId: demoOrganisation('ceramics').id,
      projectAuthority: 'province_chair',
    });
  });

  test('is no change of technology: that begins with what was approved', async () => {
    const source = await aDossier(api).open();
    const { body } = await copy('gom', source.id, { procedureId: 'reappraisal' });
    expect(body).toMatchObject({ code: 'copy_not_wanted', status: 422 });
  });
});

describe('a draft that is opened with the name of its project', () => {
  const open = async (projectName: string) =>
    (await api.login(emailOf('gom'))).post<Opened & { errors?: object[] }>('/api/v1/dossiers', {
      procedureId: 'opinion',
      projectName,
    });

  test('begins with it as a fact, which the log knows; blanks are no name', async () => {
    const { body } = await open('Nhà máy gốm số 3');
    expect(body.facts).toEqual({ project: { name: 'Nhà máy gốm số 3' } });
    expect(body).toMatchObject({ projectName: 'Nhà máy gốm số 3', factsVersion: 1 });
    const log = await runAs(
      api.db.superuser,
      `SELECT facts FROM audit_entry WHERE chain_id = $1 AND action = 'facts.prefilled'`,
      [body.id],
    );
    expect(log).toMatchObject([{ facts: { projectName: 1 } }]);
    expect((await open('  ')).body.facts).toEqual({});
  });

  test('takes no name that no fact could be', async () => {
    expect((await open('Nhà máy\u0000')).body).toMatchObject({
      code: 'malformed_request',
      errors: [{ pointer: '/projectName' }],
    });
  });
});
