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
    const send = async (who: string, command: string, payload: unknown = {}) => {
      const person = await api.login(who);
      const seen = await person.get<{ revision: number }>(`/api/v1/dossiers/${id}`);
      const answer = await person.post<{ status: string }>(`/api/v1/dossiers/${id}/commands/${command}`, payload, { 'if-match': `"${seen.body.revision}"` });
      console.log(command, answer.status, JSON.stringify(answer.body).slice(0, 1200));
      return answer;
    };
    await send('ximang@demo.techgate.vn', 'submit');
    await send('motcua1@demo.techgate.vn', 'accept');
    const people = await (await api.login('admin@demo.techgate.vn')).get<{ items: { id: string; email: string }[] }>('/api/v1/users?limit=100');
    const idOf = (email: string) => people.body.items.find((p) => p.email === email)?.id;
    await send('truongphong1@demo.techgate.vn', 'assign', { assigneeId: idOf('chuyenvien1@demo.techgate.vn'), kind: 'lead' });
    await send('chuyenvien1@demo.techgate.vn', 'screen');
    await send('chuyenvien1@demo.techgate.vn', 'conclude', { outcome: 'agree', summary: 'ok', reasons: [], inconclusive: [], conditions: [] });
  });
});
