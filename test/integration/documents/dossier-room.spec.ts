import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { PDF } from '../../support/determination.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';

const DOCUMENTS = 3;
let api: TestApi;
afterAll(() => api?.close());

async function sendTo(dossier: DossierDriver, count: number): Promise<(string | number)[]> {
  const owner = await dossier.person('gom');
  const file = { field: 'file', fileName: 'a.pdf', contentType: 'application/pdf', content: PDF };
  const answers = await Promise.all(
    Array.from({ length: count }, () =>
      owner.upload<{ code?: string }>(dossier.url('/documents'), {}, [file]),
    ),
  );
  return answers.map(({ status, body }) => body.code ?? status).sort();
}
const held = async ({ id }: DossierDriver) =>
  (await runAs(api.db.superuser, 'SELECT count(*)::int AS n FROM document WHERE dossier_id = $1', [id]))[0]?.[
    'n'
  ];

describe('what one dossier may hold', () => {
  beforeAll(async () => {
    const dossierRoom = { documents: DOCUMENTS, bytes: PDF.length * 100 };
    api = await startTestApi({ label: 'dossier_room', config: { dossierRoom } });
  });

  test('is so many documents, however many come at once', async () => {
    const dossier = await aDossier(api).open();
    expect(await sendTo(dossier, 6)).toEqual([201, 201, 201, 'dossier_full', 'dossier_full', 'dossier_full']);
    expect(await held(dossier)).toBe(DOCUMENTS);
    expect(await sendTo(await aDossier(api).open(), 1)).toEqual([201]);
  });
});

describe('what one dossier may hold in bytes', () => {
  let other: TestApi;
  afterAll(() => other?.close());

  test('counts what was withdrawn, and names the limits', async () => {
    const dossierRoom = { documents: 100, bytes: PDF.length * 2 };
    other = await startTestApi({ label: 'dossier_bytes', config: { dossierRoom } });
    const dossier = await aDossier(other).open();
    const first = await dossier.upload('gom', PDF);
    const owner = await dossier.person('gom');
    const body = { reason: 'Nộp nhầm tệp.' };
    expect(
      (await owner.post(`/api/v1/documents/${first}/withdraw`, body, { 'if-match': '"1"' })).status,
    ).toBe(200);
    await dossier.upload('gom', PDF);
    const file = { field: 'file', fileName: 'a.pdf', contentType: 'application/pdf', content: PDF };
    const full = await owner.upload(dossier.url('/documents'), {}, [file]);
    expect(full.body).toMatchObject({
      status: 409,
      code: 'dossier_full',
      stored: { documents: 2, bytes: PDF.length * 2 },
      room: dossierRoom,
    });
  });
});
