import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoOrganisation } from '#identity';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { type DossierBody, type DossierDriver, type Problem } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'particulars' });
}, 60_000);
afterAll(() => api?.close());

const cement = demoOrganisation('cement').id;
const institute = demoOrganisation('institute').id;
const PARTIES = [{ organisationId: institute, party: 'consultant' }];
const change = async (dossier: DossierDriver, who: string, body: Record<string, unknown>) => {
  const { revision } = (await dossier.get<DossierBody>(who)).body;
  const client = await dossier.person(who);
  return client.patch<DossierBody & Pick<Problem, 'code'>>(dossier.url(), body, {
    'if-match': `"${revision}"`,
  });
};
const codeOf = async (...given: Parameters<typeof change>) => (await change(...given)).body.code;
const partiesOf = async (dossier: DossierDriver) =>
  (
    (await dossier.get<DossierBody>(dossier.owner)).body['parties'] as {
      organisationId: string;
      party: string;
    }[]
  )
    .map(({ organisationId, party }) => ({ organisationId, party }))
    .sort((a, b) => a.party.localeCompare(b.party));

describe('particulars of a draft', () => {
  test('are corrected by its owner, together with facts, in one step that the log knows', async () => {
    const dossier = await aDossier(api).asRequest().open();
    const particulars = { investorOrgId: cement, projectAuthority: 'zone_board', parties: PARTIES };
    const facts = { project: { ...CLEAN_FACTS.project, name: 'Xi măng Đá Bạc' } };
    const saved = await change(dossier, 'taichinh', { facts, particulars });
    expect(saved.status).toBe(200);
    const seen = await dossier.get<DossierBody>('taichinh');
    expect(seen.body).toMatchObject({
      investorOrgId: cement,
      projectAuthority: 'zone_board',
      projectName: 'Xi măng Đá Bạc',
      revision: saved.body.revision,
    });
    expect(await partiesOf(dossier)).toEqual([
      ...PARTIES,
      { organisationId: cement, party: 'investor' },
      { organisationId: demoOrganisation('finance').id, party: 'requester' },
    ]);
    const logged = await runAs(
      api.db.superuser,
      `SELECT facts FROM audit_entry
        WHERE chain_id = $1 AND action = 'dossier.particulars_changed'`,
      [dossier.id],
    );
    expect(logged).toEqual([
      { facts: { investorOrgId: true, projectAuthority: true, parties: true, receivedOn: null } },
    ]);
  });

  test('the clerk corrects the paper and our role; its number is found', async () => {
    const dossier = await aDossier(api).onPaper('2026-07-13').open();
    const incoming = { number: '7788/STC', on: '2026-07-09', receivedOn: '2026-07-10' };
    const saved = await change(dossier, 'motcua1', { particulars: { incoming, ourRole: 'lead' } });
    expect([saved.status, saved.body.factsVersion]).toEqual([200, 1]);
    const [found] = (
      await (
        await dossier.person('motcua1')
      ).get<{ items: { id: string; receivedOn: string }[] }>('/api/v1/dossiers?q=7788')
    ).body.items;
    expect(found).toMatchObject({ id: dossier.id, receivedOn: '2026-07-10' });
    const { ownerOrgId } = (await dossier.get<{ ownerOrgId: string }>('motcua1')).body;
    const ofPaper = async (who: string, number: string, on: string, owner = ownerOrgId) => {
      const asked = new URLSearchParams({ incomingNumber: number, incomingOn: on, owner });
      const answer = await (
        await dossier.person(who)
      ).get<{ items: { id: string }[] }>(`/api/v1/dossiers?${asked.toString()}`);
      return answer.body.items.map(({ id }) => id);
    };
    expect(await ofPaper('motcua1', '7788 / stc', '2026-07-09')).toEqual([dossier.id]);
    // A part of a number, another day and another sender are another letter; who may not see the draft is told nothing.
    expect(await ofPaper('motcua1', '788/STC', '2026-07-09')).toEqual([]);
    expect(await ofPaper('motcua1', '7788/STC', '2026-07-08')).toEqual([]);
    expect(await ofPaper('motcua1', '7788/STC', '2026-07-09', cement)).toEqual([]);
    expect(await ofPaper('chuyenvien1', '7788/STC', '2026-07-09')).toEqual([]);
    const early = { ...incoming, receivedOn: '2026-07-08' };
    expect(await codeOf(dossier, 'motcua1', { particulars: { incoming: early } })).toBe(
      'received_before_written',
    );
  });

  test('what is not the giver\u2019s, not possible or nothing at all is refused, and nothing changes', async () => {
    const own = await aDossier(api).open();
    const request = await aDossier(api).asRequest().open();
    const before = await runAs(api.db.superuser, 'SELECT sum(revision)::int AS n FROM dossier');
    const cases: [DossierDriver, string, Record<string, unknown>, string][] = [
      [own, 'gom', { particulars: { ourRole: 'lead' } }, 'particular_not_yours'],
      [own, 'gom', { particulars: { investorOrgId: cement } }, 'investor_is_owner'],
      [request, 'taichinh', { particulars: { investorOrgId: institute } }, 'not_an_investor'],
      [own, 'gom', {}, 'malformed_request'],
      [own, 'gom', { particulars: {} }, 'malformed_request'],
      [own, 'gom', { particulars: null }, 'malformed_request'],
      [own, 'gom', { facts: {}, particulars: { ourRole: 'boss' } }, 'malformed_request'],
    ];
    for (const [dossier, who, body, code] of cases)
      expect([body, await codeOf(dossier, who, body)]).toEqual([body, code]);
    expect(await runAs(api.db.superuser, 'SELECT sum(revision)::int AS n FROM dossier')).toEqual(before);
  });
});

describe('after the draft', () => {
  test('only the other parties change, while a supplement is asked for', async () => {
    const dossier = await aDossier(api).submitted().supplementRequested().open();
    expect((await change(dossier, 'gom', { particulars: { parties: PARTIES } })).status).toBe(200);
    expect(await partiesOf(dossier)).toContainEqual(PARTIES[0]);
    expect((await change(dossier, 'gom', { particulars: { parties: [] } })).status).toBe(200);
    expect(await partiesOf(dossier)).toEqual([
      { organisationId: demoOrganisation('ceramics').id, party: 'investor' },
    ]);
    const later = { particulars: { projectAuthority: 'zone_board' } };
    expect(await codeOf(dossier, 'gom', later)).toBe('particulars_not_editable');
  });

  test('nothing changes once it is sent, nor by somebody else', async () => {
    const dossier = await aDossier(api).submitted().open();
    const particulars = { parties: PARTIES };
    expect(await codeOf(dossier, 'gom', { particulars })).toBe('particulars_not_editable');
    expect(await codeOf(dossier, 'motcua1', { particulars })).toBe('particulars_not_editable');
  });
});
