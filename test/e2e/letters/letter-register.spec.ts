import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, civilDateOf } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, supplementRequest } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, type Problem } from '../../support/dossier-driver.js';

interface Page {
  items: { letterId: string; dossierId: string; kind: string; number: string; validity: string }[];
  nextCursor: string | null;
  total?: number;
  code?: string;
}
let api: TestApi;
let ceramics: DossierDriver;
/** Three letters of the ceramics company on two days, one of the coal company. */
beforeAll(async () => {
  api = await startTestApi({ label: 'letter_register', now: new Date('2026-07-13T02:00:00.000Z') });
  ceramics = await aDossier(api).named('Gốm một').accepted().open();
  await ceramics.issue('receipt');
  api.clock.set(new Date('2026-07-13T03:00:00.000Z'));
  const coal = await aDossier(api).by('than').named('Than').accepted().open();
  await coal.issue('receipt');
  api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
  const second = await aDossier(api).named('Gốm hai').accepted().open();
  await second.issue('receipt');
  api.clock.set(new Date('2026-07-15T03:00:00.000Z'));
  const asked = await aDossier(api).named('Gốm ba').submitted().supplementRequested().open();
  await asked.issue('supplement_request');
  for (const dossier of [ceramics, asked])
    await (await dossier.person('motcua2')).post(dossier.url('/conflict'), { reason: 'Người nhà.' });
}, 60_000);
afterAll(() => api?.close());

const register = async (query = '', who = 'motcua1') =>
  (await api.login(emailOf(who))).get<Page>(`/api/v1/letters${query}`);
const numbers = async (query = '', who = 'motcua1') =>
  (await register(query, who)).body.items.map(({ number }) => number);

describe('the register of issued letters', () => {
  test('holds what left the house, the newest first, with what it is worth and who it went to', async () => {
    expect(await numbers()).toEqual(['01/PYC-SKHCN', '03/GTN-SKHCN', '02/GTN-SKHCN', '01/GTN-SKHCN']);
    const [last] = (await register('?q=1/gtn')).body.items;
    expect(last).toMatchObject({
      ...{ dossierId: ceramics.id, kind: 'receipt', issuedOn: '2026-07-13', validity: 'valid' },
      ...{ projectName: 'Gốm một', addressees: ['Công ty Cổ phần Gốm Xây dựng Hồng Lam'] },
    });
  });

  test('is searched by number, file code, kind, worth and period', async () => {
    const { fileCode } = await ceramics.seen();
    expect(await numbers('?q=01')).toEqual(['01/PYC-SKHCN', '01/GTN-SKHCN']);
    expect(await numbers('?q=01/PYC-SKHCN')).toEqual(['01/PYC-SKHCN']);
    expect(await numbers(`?q=${fileCode?.toLowerCase()}`)).toEqual(['01/GTN-SKHCN']);
    expect(await numbers('?q=%25')).toEqual([]);
    expect(await numbers('?kind=supplement_request&validity=valid')).toEqual(['01/PYC-SKHCN']);
    expect(await numbers('?validity=replaced&validity=recalled')).toEqual([]);
    expect(await numbers('?to=2026-07-14')).toEqual(['02/GTN-SKHCN', '01/GTN-SKHCN']);
    expect(await numbers('?from=2026-07-14&to=2026-07-15&kind=receipt')).toEqual(['03/GTN-SKHCN']);
  });

  test('goes page by page without gap or double; a cursor belongs to its conditions', async () => {
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = (await register(`?limit=1${cursor && `&cursor=${cursor}`}`)).body;
      found.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(await numbers());
    const { nextCursor } = (await register('?limit=1')).body;
    for (const query of [`?q=1&cursor=${nextCursor}`, '?cursor=W10', '?cursor=nonsense'])
      expect((await register(query)).body).toMatchObject({ status: 400, code: 'cursor_mismatch' });
    expect((await register('?from=2026-02-30')).body.code).toBe('malformed_request');
  });

  test('hides the letters of a dossier from whoever is in conflict with it, from pages, search, count and file', async () => {
    expect((await register('?count=true', 'truongphong1')).body.total).toBe(4);
    const { body } = await register('?count=true', 'motcua2');
    expect([body.total, body.items.map(({ number }) => number)]).toEqual([
      2,
      ['03/GTN-SKHCN', '02/GTN-SKHCN'],
    ]);
    expect((await register('?q=01&count=true', 'motcua2')).body).toMatchObject({ items: [], total: 0 });
    const file = await (await api.login(emailOf('motcua2'))).get<string>('/api/v1/letters/export.csv');
    expect(String(file.body)).toContain('02/GTN-SKHCN');
    expect(String(file.body)).not.toContain('Gốm một');
  });

  test('is for clerk, head, leader and auditor, as a file too', async () => {
    for (const who of ['truongphong1', 'giamdoc', 'thanhtra'])
      expect((await register('', who)).body.items).toHaveLength(4);
    for (const who of ['gom', 'chuyenvien1', 'chuyengia1', 'quantri'])
      expect((await register('', who)).status).toBe(403);
    const file = await (
      await api.login(emailOf('thanhtra'))
    ).get<string>('/api/v1/letters/export.csv?kind=receipt');
    const [head, ...lines] = String(file.body).trim().split('\r\n');
    expect(head).toContain('Số, ký hiệu');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/^01\/GTN-SKHCN,2026-07-13,Giấy tiếp nhận .*,Có hiệu lực$/);
  });
});

describe('the letter of a step of the reception before the step', () => {
  const letterOf = async (who: string, dossier: DossierDriver, command: string, payload: unknown) =>
    (await api.login(emailOf(who))).post<Problem>(
      dossier.url('/decision-letter'),
      { command, payload },
      { 'if-match': `"${(await dossier.seen()).revision}"` },
    );

  test('is drawn for the clerk who could take the step, and nothing is changed', async () => {
    const dossier = await aDossier(api).submitted().open();
    const { revision } = await dossier.seen();
    const request = supplementRequest(addDays(civilDateOf(api.clock.now()), 7));
    const returned = { reason: 'not_subject', explanation: 'Không thuộc đối tượng.' };
    for (const [command, payload] of [
      ['request_supplement', request],
      ['return', returned],
      ['accept', {}],
    ] as const) {
      const answer = await letterOf('motcua1', dossier, command, payload);
      expect([command, answer.status, answer.headers['content-type']]).toEqual([
        command,
        200,
        'application/pdf',
      ]);
    }
    expect((await dossier.seen()).revision).toBe(revision);
    expect((await letterOf('motcua1', dossier, 'approve', {})).status).not.toBe(200);
    await (await dossier.person('motcua2')).post(dossier.url('/conflict'), { reason: 'Người nhà.' });
    expect((await letterOf('motcua2', dossier, 'accept', {})).body.code).toBe('not_found');
    expect((await letterOf('chuyenvien2', dossier, 'accept', {})).status).toBe(403);
  });
});
