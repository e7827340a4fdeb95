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

  it('says that it is one before anybody has signed in', async () => {
    // The frame of every page shows it from this answer (web/frame.browser.spec.ts).
    const { body } = await api.anonymous.get<{ mode: string }>('/api/v1/installation');
    expect(body.mode).toBe('demonstration');
  });
});
