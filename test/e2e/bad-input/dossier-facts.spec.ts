import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';
import { tableCounts } from '../../support/table-counts.js';

let api: TestApi;
let dossier: DossierDriver;
beforeAll(async () => {
  api = await startTestApi({ label: 'bad_facts' });
  dossier = await aDossier(api).open();
}, 60_000);
afterAll(() => api?.close());

const machine = (changes: Record<string, unknown>) => ({
  equipment: [{ id: 'm', name: 'Máy ép', condition: 'used', ...changes }],
});
const line = (changes: Record<string, unknown>) => ({ lines: [{ id: 'l', name: 'Dây chuyền', ...changes }] });

describe('facts that are refused with a pointer per field; nothing is stored', () => {
  test.each<[string, unknown, number, string, string]>([
    [
      'a year made in the future',
      machine({ yearMade: 2027 }),
      422,
      'impossible_value',
      '/facts/equipment/0/yearMade',
    ],
    [
      'a percentage of 1001',
      line({ actualCapacityPct: { value: 1001 } }),
      422,
      'impossible_value',
      '/facts/lines/0/actualCapacityPct/value',
    ],
    [
      'a percentage below 0',
      machine({ efficiencyPct: { value: -1 } }),
      422,
      'impossible_value',
      '/facts/equipment/0/efficiencyPct/value',
    ],
    [
      'an HS code of chapter 00',
      machine({ hsCode: '0012' }),
      422,
      'impossible_value',
      '/facts/equipment/0/hsCode',
    ],
    [
      'an HS code of chapter 77',
      machine({ hsCode: '7701' }),
      422,
      'impossible_value',
      '/facts/equipment/0/hsCode',
    ],
    [
      'an HS code of chapter 98',
      machine({ hsCode: '9801' }),
      422,
      'impossible_value',
      '/facts/equipment/0/hsCode',
    ],
    [
      'an HS code of 5 digits',
      machine({ hsCode: '84771' }),
      422,
      'impossible_value',
      '/facts/equipment/0/hsCode',
    ],
    [
      'two letters that are the code of no country',
      machine({ country: 'TQ' }),
      422,
      'impossible_value',
      '/facts/equipment/0/country',
    ],
    [
      'a wrong type',
      machine({ yearMade: 'hai nghìn' }),
      400,
      'malformed_request',
      '/facts/equipment/0/yearMade',
    ],
    [
      'an unknown field of a machine',
      machine({ colour: 'red' }),
      400,
      'malformed_request',
      '/facts/equipment/0/colour',
    ],
    ['an unknown section', { machines: [] }, 400, 'malformed_request', '/facts/machines'],
    ['a list instead of an object', { project: [] }, 400, 'malformed_request', '/facts/project'],
    [
      'a text over its length',
      line({ technologyName: 'x'.repeat(5001) }),
      400,
      'malformed_request',
      '/facts/lines/0/technologyName',
    ],
    [
      'control characters',
      line({ technologyName: 'lò\u0007' }),
      400,
      'malformed_request',
      '/facts/lines/0/technologyName',
    ],
    [
      'an unknown condition',
      machine({ condition: 'broken' }),
      400,
      'malformed_request',
      '/facts/equipment/0/condition',
    ],
    [
      'a day that does not exist',
      machine({ certificate: { number: '1', issuedOn: '2026-02-30', body: 'V' } }),
      422,
      'impossible_value',
      '/facts/equipment/0/certificate/issuedOn',
    ],
  ])('%s', async (_, facts, status, code, pointer) => {
    const before = await tableCounts(api.db);
    const answer = await dossier.saveFacts('gom', facts);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect((answer.body.errors ?? []).map((error) => error.pointer)).toContain(pointer);
    const { audit_entry: entriesBefore, ...restBefore } = before;
    const { audit_entry: entries, ...rest } = await tableCounts(api.db);
    expect(rest).toEqual(restBefore);
    expect((entries ?? 0) - (entriesBefore ?? 0)).toBeLessThanOrEqual(1);
  });

  test('confirmations inside the facts', async () => {
    const answer = await dossier.saveFacts('gom', {
      confirmations: [{ lineId: 'l', list: 'restricted', code: 'H1', decision: 'confirmed' }],
    });
    expect(answer.body).toMatchObject({ code: 'confirmations_not_facts' });
    expect([400, 422]).toContain(answer.status);
  });

  test('an acceptance of evidence that the investor gives to itself', async () => {
    const evidence = [
      {
        id: 'e',
        kind: 'inspection_certificate',
        covers: ['lines[line].standards'],
        acceptedBy: personId('chuyenvien1'),
        acceptedOn: '2026-07-15',
      },
    ];
    const answer = await dossier.saveFacts('gom', { evidence });
    expect(answer.body).toMatchObject({ code: 'acceptance_not_yours', status: 422 });
    expect((await dossier.seen()).facts.evidence).toBeUndefined();
  });

  test('a section that takes away what another one refers to', async () => {
    const covered = await aDossier(api).open();
    const evidence = [{ id: 'e', kind: 'inspection_certificate', covers: ['lines[0].standards'] }];
    expect((await covered.saveFacts('gom', { evidence })).body.facts.evidence?.[0]?.covers).toEqual([
      'lines[line].standards',
    ]);
    const answer = await covered.saveFacts('gom', {
      lines: [{ id: 'other', name: 'Khác', technologyName: 'sấy' }],
    });
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'impossible_value',
      errors: [{ pointer: '/facts/evidence/0/covers/0' }],
    });
  });

  test('a document that is not of this dossier', async () => {
    const answer = await dossier.saveFacts('gom', {
      papers: [{ item: 'D1', documentId: '00000009-0000-4000-8000-000000000009' }],
    });
    expect(answer.body).toMatchObject({ code: 'unknown_document', status: 422 });
  });

  test('facts of a dossier under appraisal', async () => {
    const accepted = await aDossier(api).accepted().open();
    expect((await accepted.saveFacts('gom', { project: { name: 'Khác' } })).body).toMatchObject({
      code: 'facts_not_editable',
      status: 409,
    });
  });
});

describe('drafts that are refused', () => {
  const create = async (who: string, body: Record<string, unknown>) =>
    (await dossier.person(who)).post<{ code: string; errors?: { pointer: string }[] }>(
      '/api/v1/dossiers',
      body,
    );
  const paper = { number: '12/STC', on: '2026-07-10', receivedOn: '2026-07-13' };
  test.each<[string, string, Record<string, unknown>, number, string]>([
    ['an unknown procedure', 'gom', { procedureId: 'magic' }, 400, 'malformed_request'],
    ['an unknown field', 'gom', { procedureId: 'opinion', status: 'approved' }, 400, 'malformed_request'],
    ['a clerk without the paper', 'motcua1', { procedureId: 'opinion' }, 422, 'intake_incomplete'],
    [
      'a day of receipt in the future',
      'motcua1',
      {
        procedureId: 'opinion',
        onBehalfOf: '00000002-0000-4000-8000-000000000002',
        incoming: { ...paper, receivedOn: '2026-07-16' },
      },
      422,
      'received_on_in_future',
    ],
    [
      'an organisation that does not exist',
      'motcua1',
      { procedureId: 'opinion', onBehalfOf: '00000009-0000-4000-8000-000000000009', incoming: paper },
      422,
      'unknown_organisation',
    ],
    ['somebody who may not open one', 'truongphong1', { procedureId: 'opinion' }, 403, 'forbidden'],
  ])('%s', async (_, who, body, status, code) => {
    const before = await tableCounts(api.db);
    const answer = await create(who, body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect((await tableCounts(api.db))['dossier']).toBe(before['dossier']);
  });
});
