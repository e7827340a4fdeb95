import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';

describe('official mode', () => {
  it('does not start while the calendar of the year is unconfirmed, and says which days are', async () => {
    const starting = startTestApi({ label: 'official_unready', config: { mode: 'official' } });
    await expect(starting).rejects.toMatchObject({
      code: 'official_mode_not_ready',
      details: { year: 2026 },
    });
  }, 60_000);
});

describe('demonstration mode', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ label: 'demo_ready' });
  }, 60_000);
  afterAll(() => api?.close());

  it('says that it is one, on the first page and in the law that it applies', async () => {
    const page = await api.anonymous.get<string>('/');
    expect(page.body).toContain('Chế độ trình diễn');
  });
});
