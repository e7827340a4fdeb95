import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';

describe('opinion, the clean way', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ label: 'opinion_smoke' });
  }, 60_000);
  afterAll(() => api?.close());

  it('goes from a draft to an approved dossier with an issued letter', async () => {
    const investor = await api.login('ximang@demo.techgate.vn');
    const created = await investor.post<{ id: string; revision: number }>('/api/v1/dossiers', { procedureId: 'opinion', projectName: 'Dây chuyền xi măng' });
    console.log(created.status, JSON.stringify(created.body).slice(0, 1500));
    expect(created.status).toBe(201);
    const { id } = created.body;
    const saved = await investor.patch<{ revision: number }>(`/api/v1/dossiers/${id}`, {
      facts: {
        project: { name: 'Dây chuyền xi măng', stage: 'policy', environmentalGroup: 'I' },
        lines: [{ name: 'Lò nung', technologyName: 'sản xuất gạch men', condition: 'new', standards: ['QCVN'] }],
        papers: [{ item: 'D1' }, { item: 'D2' }, { item: 'D3' }, { item: 'D6' }, { item: 'D16' }, { item: 'D14' }, { item: 'D12' }],
      },
    }, { 'if-match': '"1"' });
    console.log(saved.status, JSON.stringify(saved.body).slice(0, 1500));
    const options = await investor.get(`/api/v1/dossiers/${id}/commands`);
    console.log(options.status, JSON.stringify(options.body).slice(0, 800));
    const submitted = await investor.post(`/api/v1/dossiers/${id}/commands/submit`, {}, { 'if-match': `"${saved.body.revision}"` });
    console.log(submitted.status, JSON.stringify(submitted.body).slice(0, 1500));
    expect(submitted.status).toBe(200);
  });
});
