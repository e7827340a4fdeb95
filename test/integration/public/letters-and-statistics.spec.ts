import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256 } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, conclude, declared, examine } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId, type Problem } from '../../support/dossier-driver.js';

interface Check {
  known: boolean;
  text: { vi: string };
  letters: Record<string, unknown>[];
}
interface Statistics {
  period: { from: string; to: string };
  countedAt: string;
  received: { count: number | null };
  decided: { count: number | null; outcomes: { outcome: string; count: number | null }[] };
  inTime: Record<
    'statutory' | 'ownTarget',
    { inTime: number | null; late: number | null; percent: string | null }
  >;
  workingDays: Record<'elapsed' | 'active', { median: number | null; p90: number | null }>;
  coverage: { projects: number | null; percent: string | null } | null;
}

const NAME = 'Nhà máy gốm bí mật Hồng Lam';
let api: TestApi;
let issued: DossierDriver;
let decision: { number: string; sha256: string };
beforeAll(async () => {
  api = await startTestApi({ label: 'public_letters' });
  issued = await aDossier(api).asRequest().named(NAME).issued().open();
  const { body } = await issued.get<{ items: { kind: string; number: string; sha256: string }[] }>(
    'thanhtra',
    '/letters',
  );
  const found = body.items.find(({ kind }) => kind === 'decision');
  if (!found) throw new Error('no decision');
  decision = found;
}, 120_000);
afterAll(() => api?.close());

const byNumber = (number: string, more = '') =>
  api.anonymous.get<Check>(`/api/v1/public/letters?number=${encodeURIComponent(number)}${more}`);
const byHash = (hash: string) => api.anonymous.post<Check>('/api/v1/public/letters/check', { sha256: hash });
const statistics = (query = '') => api.anonymous.get<Statistics>(`/api/v1/public/statistics${query}`);

describe('the check of a letter', () => {
  test('tells by number what was issued, and of whom and about what nothing', async () => {
    const { status, body } = await byNumber(decision.number.toLowerCase());
    expect({ status, known: body.known, letters: body.letters }).toEqual({
      status: 200,
      known: true,
      letters: [
        {
          number: decision.number,
          issuedOn: '2026-07-15',
          kind: 'decision',
          kindName: expect.objectContaining({ vi: expect.any(String) }),
          issuer: { governingBody: 'Ủy ban nhân dân tỉnh Minh Giang', body: 'Sở Khoa học và Công nghệ' },
          sha256: decision.sha256,
          standing: 'valid',
          standingText: expect.objectContaining({ en: 'The letter is valid.' }),
          replacedBy: null,
          demonstration: true,
        },
      ],
    });
    const told = JSON.stringify(body);
    for (const secret of [NAME, issued.id, 'Võ Hữu Nghĩa', 'gốm']) expect(told).not.toContain(secret);
  });

  test('reads a number with marks that nobody sees', async () => {
    for (const number of [
      `${decision.number}\u200f`,
      `\u202a${decision.number}\u202c`,
      `\ufeff${decision.number}\u0000`,
    ])
      expect((await byNumber(number)).body).toMatchObject({
        known: true,
        letters: [{ sha256: decision.sha256 }],
      });
  });

  test('tells by the hash of the bytes the same letter', async () => {
    const items = (await issued.get<{ items: { id: string; kind: string }[] }>('taichinh', '/letters')).body
      .items;
    const id = items.find(({ kind }) => kind === 'decision')?.id ?? '';
    const { bytes } = await issued.get('taichinh', `/letters/${id}/content`);
    const { status, body } = await byHash(sha256(bytes).toUpperCase());
    expect({ status, known: body.known }).toEqual({ status: 200, known: true });
    expect(body.letters).toEqual((await byNumber(decision.number)).body.letters);
  });

  test('answers what is unknown with what to do, not with an error', async () => {
    const unknown = [
      await byNumber('999/SKHCN-QLCN'),
      await byNumber('xin chào'),
      await byNumber('a\u0000'),
      await byNumber(decision.number, '&issuedOn=2025-07-15'),
      await byHash('0'.repeat(64)),
    ];
    for (const { status, body } of unknown)
      expect({ status, known: body.known, letters: body.letters, says: body.text.vi.length > 40 }).toEqual({
        status: 200,
        known: false,
        letters: [],
        says: true,
      });
    expect((await byHash('abc')).status).toBe(400);
  });

  test('answers whoever asks the same, a person in conflict and a broken token included', async () => {
    const plain = (await byNumber(decision.number)).body;
    const conflicted = await api.login(emailOf('chuyenvien3'));
    const url = `/api/v1/public/letters?number=${encodeURIComponent(decision.number)}`;
    expect((await conflicted.get(url)).body).toEqual(plain);
    expect((await api.anonymous.get(url, { authorization: 'Bearer broken' })).body).toEqual(plain);
  });

  test('says that a letter is under review as soon as a complaint reopens its dossier', async () => {
    const other = await aDossier(api).asRequest().issued().open();
    const letters = await other.get<{ items: { kind: string; number: string }[] }>('thanhtra', '/letters');
    const number = letters.body.items.find(({ kind }) => kind === 'decision')?.number ?? '';
    await other.command('giamdoc', 'reopen', { complaintDecision: '12/QĐ-UBND', decidedOn: '2026-07-15' });
    expect((await byNumber(number)).body.letters).toEqual([
      expect.objectContaining({ standing: 'under_review' }),
    ]);
  });
});

describe('open statistics', () => {
  test('leave out what is small, count what lists count, and are kept for some minutes', async () => {
    const before = (await statistics('?from=2026-07-01&to=2026-07-31')).body;
    // One letter stands, the other is under review: neither the count of one nor what it took is told.
    expect(before.decided.count).toBeNull();
    expect(before.inTime.statutory).toEqual({ inTime: null, late: 0, percent: null });
    expect(before.workingDays.elapsed).toEqual({ median: null, p90: null });

    for (let n = 0; n < 4; n += 1) await aDossier(api).asRequest().issued().open();
    // Decided, but the letter has not left: nobody outside is told.
    await aDossier(api).asRequest().approved().open();
    await aDossier(api).open();
    expect((await statistics('?from=2026-07-01&to=2026-07-31')).body).toEqual(before);

    api.clock.set(new Date(api.clock.now().getTime() + 301_000));
    const { body, headers } = await statistics('?from=2026-07-02&to=2026-07-03');
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(body.period).toEqual({ from: '2026-07-01', to: '2026-07-31' });
    const list = await (
      await api.login(emailOf('thanhtra'))
    ).get<{ total: number }>('/api/v1/dossiers?from=2026-07-01&to=2026-07-31&count=true');
    expect(body.received.count).toBe(list.body.total);
    expect(body.decided.count).toBe(5);
    expect(
      Object.fromEntries(body.decided.outcomes.map(({ outcome, count }) => [outcome, count])),
    ).toMatchObject({ agreed: 5, refused_outdated: 0 });
    expect(body.inTime.statutory).toEqual({ inTime: 5, late: 0, percent: '100.00' });
    expect(body.workingDays).toMatchObject({
      elapsed: { median: 0, p90: 0 },
      active: { median: 0, p90: 0 },
    });
    expect(body.coverage).toMatchObject({ projects: 0, percent: null });
  }, 120_000);

  test('count a letter that left late as late, and its days with and without those on which the clock stood', async () => {
    const on = (day: string) => api.clock.set(new Date(`${day}T02:00:00.000Z`));
    on('2026-08-03');
    const dossiers: DossierDriver[] = [];
    for (let n = 0; n < 6; n += 1)
      dossiers.push(await aDossier(api).asRequest().submitted().supplementRequested().open());
    on('2026-08-10');
    for (const dossier of dossiers) {
      await dossier.command(dossier.owner, 'resubmit', { answers: ['Đã bổ sung.'] });
      await dossier.command('motcua1', 'accept', {});
      await dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' });
      await declared(dossier);
      await dossier.command('chuyenvien1', 'screen', {});
      await examine(dossier);
      await conclude(dossier);
      await dossier.command('truongphong1', 'endorse', {});
    }
    const answer = async (some: DossierDriver[], afterDeadlineReason?: string) => {
      for (const dossier of some) {
        await dossier.command('giamdoc', 'approve', afterDeadlineReason ? { afterDeadlineReason } : {});
        await dossier.issue('decision');
      }
    };
    await answer(dossiers.slice(0, 3));
    on('2026-08-31');
    await answer(dossiers.slice(3), 'Chờ tài liệu.');
    const { body } = await statistics('?from=2026-08-01&to=2026-08-31');
    expect(body.inTime.statutory).toEqual({ inTime: 3, late: 3, percent: '50.00' });
    expect(body.workingDays).toMatchObject({
      elapsed: { median: 5, p90: 20 },
      active: { median: 0, p90: 15 },
    });
  }, 120_000);

  test('cannot be asked for a period that is none', async () => {
    const answer = await api.anonymous.get<Problem>(
      '/api/v1/public/statistics?from=2026-03-02&to=2026-03-01',
    );
    expect([answer.status, answer.body.code]).toEqual([400, 'statistics_period_impossible']);
    expect((await statistics('?from=2026-02-30')).status).toBe(400);
    expect((await statistics('?by=commune')).status).toBe(400);
  });
});
