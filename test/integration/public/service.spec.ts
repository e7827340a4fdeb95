import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { emailOf } from '../../support/dossier-driver.js';

interface Procedure {
  id: string;
  title: { vi: string };
  pack: { id: string; instruments: string[]; verification: string };
  terms: { id: string; purpose: string; value: number | null; basis: string; verification: string }[];
  papers: { code: string; basis: string; verification: string; name: { vi: string } }[];
  notices: { text: string }[];
}
interface Service {
  mode: string;
  modeText: { vi: string };
  today: string;
  issuer: { body: string };
  procedures: Procedure[];
  verifications: { verification: string }[];
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'public_service' });
}, 60_000);
afterAll(() => api?.close());

const service = async (headers = {}) =>
  (await api.anonymous.get<Service>('/api/v1/public/service', headers)).body;

describe('what the service is', () => {
  test('comes from the packs of the day, each term and paper with its article and how sure that is', async () => {
    const { mode, modeText, today, issuer, procedures, verifications } = await service();
    expect({ mode, today, body: issuer.body }).toEqual({
      mode: 'demonstration',
      today: '2026-07-15',
      body: 'Sở Khoa học và Công nghệ',
    });
    expect(modeText.vi).toContain('không có giá trị pháp lý');
    expect(procedures.map(({ id }) => id)).toEqual(['opinion', 'appraisal', 'determination', 'reappraisal']);
    const [opinion] = procedures;
    expect(opinion?.pack.id).toBe('INV-2026');
    expect(opinion?.terms.find(({ id }) => id === 'T-26-2')).toMatchObject({
      purpose: 'reply',
      value: 7,
      basis: 'NĐ 96/2026/NĐ-CP, Điều 35 khoản 7 điểm c',
      verification: 'text_read',
    });
    const known = verifications.map(({ verification }) => verification);
    for (const { terms, papers } of procedures)
      for (const said of [...terms, ...papers]) {
        expect(said.basis.length).toBeGreaterThan(3);
        expect(known).toContain(said.verification);
      }
    expect(opinion?.papers.length).toBeGreaterThan(0);
  });

  test('is the law of the day on which somebody asks', async () => {
    const now = api.clock.now();
    api.clock.set(new Date('2025-03-03T02:00:00.000Z'));
    const { procedures } = await service();
    api.clock.set(now);
    expect(procedures.find(({ id }) => id === 'opinion')?.pack.id).toBe('LT-2018');
  });

  test('tells notices in the language of the reader, and everybody the same', async () => {
    const [vi, en] = [await service(), await service({ 'accept-language': 'en' })];
    const texts = ({ procedures }: Service) =>
      procedures.flatMap(({ notices }) => notices.map(({ text }) => text));
    expect(texts(vi)).not.toEqual(texts(en));
    const head = await api.login(emailOf('truongphong1'));
    expect((await head.get<Service>('/api/v1/public/service')).body).toEqual(vi);
  });
});
