import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';

const MEBIBYTE = 1024 * 1024;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'large_bodies', listen: true, config: { uploadMaxBytes: MEBIBYTE } });
}, 60_000);
afterAll(() => api?.close());

/** Machines of about one and a half kibibytes each, in letters of three bytes. */
const machines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    name: `Máy ${index} `.padEnd(290, 'ế'),
    maker: 'ế'.repeat(290),
  }));
const sizeOf = (body: unknown) => Buffer.byteLength(JSON.stringify(body));
const TOO_LARGE = { status: 413, code: 'payload_too_large' };

test('a machine list of several mebibytes is saved and screened on trial; one over eight is refused by name', async () => {
  const dossier = await aDossier(api).open();
  const { lines } = CLEAN_FACTS;
  const many = { lines, equipment: machines(1500) };
  expect(sizeOf(many)).toBeGreaterThan(2 * MEBIBYTE);
  const saved = await dossier.saveFacts('gom', many);
  expect(saved.status).toBe(200);
  expect(saved.body.facts.equipment).toHaveLength(1500);
  const trial = { procedureId: 'opinion', facts: many };
  const owner = await dossier.person('gom');
  expect((await owner.post('/api/v1/screenings/preview', trial)).status).toBe(200);
  const stranger = api.anonymous.with({ cookie: 'techgate_session=nonsense' });
  for (const nobody of [api.anonymous, stranger])
    expect((await nobody.post('/api/v1/screenings/preview', trial)).body).toMatchObject(TOO_LARGE);
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

/** Sends as browsers do: the whole body first, then the answer is read. */
async function sentWhole(
  path: string,
  headers: Record<string, string>,
  body: Buffer,
): Promise<IncomingMessage> {
  const request = httpRequest(`${api.url}${path}`, { method: 'POST', headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
  });
  await new Promise<void>((resolve) => request.end(body, resolve));
  return answered;
}

test('a file that is far too large is sent to its end and then refused by name, not left hanging', async () => {
  const dossier = await aDossier(api).open();
  const owner = await dossier.person(dossier.owner);
  const head =
    '--x\r\ncontent-disposition: form-data; name="file"; filename="lon.pdf"\r\ncontent-type: application/pdf\r\n\r\n';
  const body = Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(60 * MEBIBYTE, 'x'),
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const answer = await sentWhole(
    dossier.url('/documents'),
    {
      ...(owner.sent as Record<string, string>),
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(body.length),
    },
    body,
  );
  expect(answer.statusCode).toBe(413);
  answer.destroy();
}, 25_000);
