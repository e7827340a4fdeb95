import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'large_bodies' });
}, 60_000);
afterAll(() => api?.close());

const MEBIBYTE = 1024 * 1024;
/** Machines of about one and a half kibibytes each, in letters of three bytes. */
const machines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    name: `Máy ${index} `.padEnd(290, 'ế'),
    maker: 'ế'.repeat(290),
  }));
const sizeOf = (body: unknown) => Buffer.byteLength(JSON.stringify(body));
const TOO_LARGE = { status: 413, code: 'payload_too_large' };

test('a machine list of several mebibytes is saved; one over eight is refused by name', async () => {
  const dossier = await aDossier(api).open();
  const { lines } = CLEAN_FACTS;
  const many = { lines, equipment: machines(1500) };
  expect(sizeOf(many)).toBeGreaterThan(2 * MEBIBYTE);
  const saved = await dossier.saveFacts('gom', many);
  expect(saved.status).toBe(200);
  expect(saved.body.facts.equipment).toHaveLength(1500);
  const refused = await dossier.saveFacts('gom', { lines, equipment: machines(6000) });
  expect(refused.body).toMatchObject(TOO_LARGE);
});

test('a conclusion may be as large, other commands not', async () => {
  const dossier = await aDossier(api).examined().open();
  const answers = Array.from({ length: 4000 }, (_, index) => ({
    findingKey: `no.such.rule:equipment[m${index}]`,
    answer: 'accepted_risk',
    reason: 'Đã xem xét. '.repeat(25),
  }));
  const large = { outcome: 'agree', summary: 'Phù hợp.', reasons: [], inconclusive: answers, conditions: [] };
  expect(sizeOf(large)).toBeGreaterThan(MEBIBYTE);
  const concluded = await dossier.send('chuyenvien1', 'conclude', large);
  expect(concluded.body.code).toBe('inconclusive_unanswered');
  const refused = await dossier.send('truongphong1', 'send_back', { reason: 'x'.repeat(MEBIBYTE) });
  expect(refused.body).toMatchObject(TOO_LARGE);
});
