import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier } from '../../support/dossier-builder.js';

const AFTER = 200;
const GRID = 5;
let api: TestApi;
let mine: string;
beforeAll(async () => {
  api = await startTestApi({ label: 'hidden_time', config: { notFoundAfter: AFTER } });
  mine = (await aDossier(api).submitted().open()).id;
});
afterAll(() => api?.close());

/** Status of an answer, and the milliseconds until it came. */
async function timed(email: string, path: string): Promise<{ status: number; took: number }> {
  const client = await api.login(`${email}@demo.techgate.vn`);
  const begun = performance.now();
  const { status } = await client.get(path);
  return { status, took: performance.now() - begun };
}

describe('"not yours" and "not there"', () => {
  test.each(['', '/timeline', '/documents'])(
    'leave at a moment that tells nothing: dossier%s',
    async (part) => {
      await timed('giay', `/api/v1/dossiers/${mine}${part}`);
      for (const id of [mine, randomUUID()]) {
        const { status, took } = await timed('giay', `/api/v1/dossiers/${id}${part}`);
        expect(status).toBe(404);
        expect(took).toBeGreaterThanOrEqual(AFTER - GRID);
      }
    },
  );

  test('what is theirs is answered at once', async () => {
    await timed('truongphong1', `/api/v1/dossiers/${mine}`);
    const { status, took } = await timed('truongphong1', `/api/v1/dossiers/${mine}`);
    expect(status).toBe(200);
    expect(took).toBeLessThan(AFTER);
  });
});
