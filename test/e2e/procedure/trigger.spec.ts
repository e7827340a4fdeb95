import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'trigger', now: new Date('2026-07-15T02:00:00.000Z') });
}, 60_000);
afterAll(() => api?.close());

const inGroup = (environmentalGroup: 'I' | 'III') => ({
  ...CLEAN_FACTS,
  project: { ...CLEAN_FACTS.project, environmentalGroup },
  papers: (CLEAN_FACTS.papers ?? []).filter(({ item }) => item !== 'D16'),
});
const missing = async (
  dossier: { get: (who: string, path: string) => Promise<{ body: unknown }> },
  who: string,
) => ((await dossier.get(who, '/checklist')).body as { missing: string[] }).missing;

describe('why the technology of a project is looked at', () => {
  it('is known before the first screening, so that the checklist asks for the explanation of an environmental project', async () => {
    const risky = await aDossier(api).withFacts(inGroup('I')).open();
    expect((await risky.get('gom')).body).toMatchObject({ status: 'draft', trigger: 'environment' });
    expect(await missing(risky, 'gom')).toEqual(['D16']);
    const plain = await aDossier(api).withFacts(inGroup('III')).open();
    expect((await plain.get('gom')).body).toMatchObject({ trigger: 'local_full_coverage' });
    expect(await missing(plain, 'gom')).toEqual([]);
  });

  it('refuses acceptance by name while that paper is missing', async () => {
    const dossier = await aDossier(api).withFacts(inGroup('I')).submitted().open();
    const answer = await dossier.send('motcua1', 'accept', {});
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'checklist_incomplete', missing: ['D16'] });
  });

  it("lets the statutory date of an agency's request stand in the list, never an earlier target of our own", async () => {
    const dossier = await aDossier(api).asRequest({ projectAuthority: 'prime_minister' }).accepted().open();
    const clocks = (
      (await dossier.get('chuyenvien1', '/clocks')).body as { items: { purpose: string; dueOn: string }[] }
    ).items;
    const reply = clocks.find(({ purpose }) => purpose === 'reply');
    expect((await dossier.seen()).dueOn).toBe(reply?.dueOn);
    expect(reply?.dueOn).toBe('2026-07-29');
  });
});
