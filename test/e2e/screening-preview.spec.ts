import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptanceCases, type ScreeningCase } from '../support/acceptance-cases.js';
import { startTestApi, type TestApi } from '../support/api.js';

interface Finding {
  test: string;
  subject: { kind: string; id: string | null };
  verdict: string;
  severity: string;
  analogy: boolean;
  notes: string[];
  values: Record<string, unknown>;
  texts: { title: string; verdict: string; detail: string; wouldChange: string[] };
}
interface Preview {
  blocking: boolean;
  receivedOn: string;
  trigger: string;
  findings: Finding[];
  candidates: { lineId: string; list: string; code: string; decision: string }[];
  notices: { code: string; text: string }[];
  remarks: { code: string; text: string }[];
  summary: {
    outlook: string;
    counts: Record<string, number>;
    openCandidates: number;
    toPass: { key: string; changes: string[]; missing: string[] }[];
  };
}
interface Matches {
  mode: string;
  candidates: {
    list: string;
    code: string;
    score: number;
    listVersion: string;
    instrument: string;
    standing: string;
  }[];
  notices: { code: string; params: Record<string, string>; text: string }[];
}

const lines: string[] = [];
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    label: 'preview',
    config: { logLevel: 'info' },
    log: { write: (line) => lines.push(line) },
  });
}, 60_000);
afterAll(() => api.close());

const PATH = '/api/v1/screenings/preview';
const preview = (body: unknown, language = 'en') =>
  api.anonymous.post<Preview>(PATH, body, { 'accept-language': language });
const { cases } = acceptanceCases('screening');
const asked = ({ procedure, receivedOn, facts }: ScreeningCase) => ({
  procedureId: procedure,
  receivedOn,
  facts,
});
const subjectOf = (subject: string, { facts }: ScreeningCase): string => {
  const [, kind, index] = /^(lines|equipment)\[(\d+)\]$/.exec(subject) ?? [];
  const given = kind === 'lines' ? facts.lines?.[Number(index)]?.id : facts.equipment?.[Number(index)]?.id;
  return given ?? `${kind === 'lines' ? 'line' : 'equipment'}-${Number(index) + 1}`;
};
const findingOf = ({ findings }: Preview, test: string, id = 'equipment-1') =>
  findings.find((finding) => finding.test === test && finding.subject.id === id);
const OLD_PRESS = {
  procedureId: 'opinion',
  receivedOn: '2026-05-04',
  facts: {
    equipment: [
      { name: 'Máy', hsCode: '84771039', condition: 'used', yearMade: 2015, plannedArrivalYear: 2026 },
    ],
  },
};
/** What somebody without an account can have judged as the agency would: no confirmation and no accepted paper is needed for it. */
const needsTheAgency = ({ confirmations, facts, mode }: ScreeningCase) =>
  confirmations !== undefined || facts.evidence !== undefined || mode !== undefined;

describe('a preview without an account', () => {
  const alone = cases.filter((one) => !needsTheAgency(one));
  it('covers most acceptance cases', () => expect(alone.length).toBeGreaterThanOrEqual(10));

  it.each(alone.map((one) => [one.id, one.note, one] as const))('%s: %s', async (_id, _note, one) => {
    const { status, body } = await preview(asked(one));
    expect(status).toBe(200);
    if (one.expect.blocking !== undefined) expect(body.blocking).toBe(one.expect.blocking);
    for (const { about, subject, ...expected } of one.expect.findings ?? []) {
      expect(findingOf(body, about, subjectOf(subject, one))).toMatchObject(expected);
    }
    for (const { line, list, code } of one.expect.candidates ?? []) {
      expect(body.candidates).toContainEqual(
        expect.objectContaining({ lineId: `line-${line + 1}`, list, code, decision: 'open' }),
      );
    }
  });

  it.each(cases.filter(({ confirmations }) => confirmations).map((one) => [one.id, one] as const))(
    '%s: what the agency would confirm stays open',
    async (_id, one) => {
      const { body } = await preview(asked(one));
      for (const { list, code } of one.confirmations ?? []) {
        expect(body.candidates).toContainEqual(expect.objectContaining({ list, code, decision: 'open' }));
      }
      expect(
        body.findings.filter(({ test, verdict }) => test.startsWith('list.') && verdict === 'breached'),
      ).toEqual([]);
      expect(body.summary.openCandidates).toBeGreaterThan(0);
      expect(body.remarks.map(({ code }) => code)).toContain('confirmations_by_agency');
    },
  );

  it('never counts a paper as accepted, whatever the sender writes', async () => {
    const one = cases.find(({ id }) => id === 'scr-07');
    const evidence = one?.facts.evidence?.map((paper) => ({
      ...paper,
      acceptedBy: 'me',
      acceptedOn: '2026-06-01',
    }));
    const { body } = await preview({
      procedureId: 'determination',
      receivedOn: one?.receivedOn,
      facts: { ...one?.facts, evidence },
    });
    const finding = findingOf(body, 'outdated.capacity', 'line-1');
    expect(finding).toMatchObject({
      verdict: 'inconclusive',
      notes: expect.arrayContaining(['certificate_not_accepted']),
    });
    expect(body.blocking).toBe(false);
    expect(body.remarks.map(({ code }) => code)).toContain('evidence_not_accepted');
  });

  it('is of today when no day is given', async () => {
    expect((await preview({ procedureId: 'opinion', facts: {} })).body.receivedOn).toBe('2026-07-15');
  });
});

describe('texts', () => {
  it('come in the language of the reader, Vietnamese unless asked', async () => {
    const en = (await preview(OLD_PRESS)).body;
    const vi = (await api.anonymous.post<Preview>(PATH, OLD_PRESS)).body;
    expect(findingOf(en, 'used.age')?.texts).toMatchObject({
      title: 'Age of the used machine',
      verdict: 'Breached',
    });
    expect(findingOf(vi, 'used.age')?.texts.verdict).not.toBe('Breached');
    expect(findingOf(en, 'used.age')?.texts.detail).toContain('11');
    expect(en.notices.every(({ text }) => text.length > 0)).toBe(true);
  });

  it('sum up how many tests end how, and what would make it pass', async () => {
    const { summary, findings } = (await preview(OLD_PRESS)).body;
    expect(summary.outlook).toBe('blocked');
    expect(Object.values(summary.counts).reduce((sum, count) => sum + count, 0)).toBe(findings.length);
    expect(summary.counts['breached']).toBe(findings.filter(({ verdict }) => verdict === 'breached').length);
    const way = summary.toPass.find(({ key }) => key === 'U-1:equipment-1') ?? summary.toPass[0];
    expect(way?.changes.join(' ')).toContain('2016');
  });

  it('never promise more than a preview can', async () => {
    const { summary, remarks } = (await preview({ procedureId: 'opinion', facts: {} })).body;
    expect(summary.outlook).not.toBe('approved');
    expect(remarks[0]).toMatchObject({
      code: 'not_a_decision',
      text: expect.stringContaining('nothing was stored'),
    });
  });
});

describe('refusals', () => {
  it.each<[string, unknown]>([
    ['beside the facts', { ...OLD_PRESS, confirmations: [] }],
    ['among the facts', { ...OLD_PRESS, facts: { confirmations: [{ lineId: 'line-1' }] } }],
  ])('confirmations %s', async (_where, body) => {
    expect((await preview(body)).body).toMatchObject({ status: 400, code: 'confirmations_not_facts' });
  });

  it.each<[string, unknown, number, string, string]>([
    [
      'a year as text',
      { equipment: [{ yearMade: '2016' }] },
      400,
      'malformed_request',
      '/facts/equipment/0/yearMade',
    ],
    ['an unknown fact', { colour: 'red' }, 400, 'malformed_request', '/facts/colour'],
    ['a list that is none', { lines: {} }, 400, 'malformed_request', '/facts/lines'],
    [
      'a year to come',
      { equipment: [{ yearMade: 2031 }] },
      422,
      'impossible_value',
      '/facts/equipment/0/yearMade',
    ],
    [
      'a line that is not there',
      { equipment: [{ lineRef: 'line-9' }] },
      422,
      'impossible_value',
      '/facts/equipment/0/lineRef',
    ],
    [
      'a share beyond all bounds',
      { lines: [{ actualCapacityPct: { value: 1e300 } }] },
      422,
      'impossible_value',
      '/facts/lines/0/actualCapacityPct/value',
    ],
  ])('%s', async (_what, facts, status, code, pointer) => {
    const { body } = await api.anonymous.post<{ errors: { pointer: string; message: string }[] }>(
      PATH,
      { ...OLD_PRESS, facts },
      { 'accept-language': 'en' },
    );
    expect(body).toMatchObject({ status, code });
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
    expect(body.errors.every(({ message }) => message.length > 0)).toBe(true);
  });

  it.each([
    [{ facts: {} }, '/procedureId'],
    [{ procedureId: 'x', facts: {} }, '/procedureId'],
    [{ procedureId: 'opinion' }, '/facts'],
    [{ procedureId: 'opinion', facts: [] }, '/facts'],
    [{ procedureId: 'opinion', facts: {}, receivedOn: '2026-02-30' }, '/receivedOn'],
    [{ procedureId: 'opinion', facts: {}, mode: 'official' }, '/mode'],
  ])('%j', async (body, pointer) => {
    const answer = await api.anonymous.post<{ errors: { pointer: string }[] }>(PATH, body);
    expect(answer.body).toMatchObject({ status: 400, code: 'malformed_request' });
    expect(answer.body.errors[0]?.pointer).toBe(pointer);
  });

  it('a stale session does not stand in the way', async () => {
    const answer = await api.anonymous.post(PATH, OLD_PRESS, {
      authorization: 'Bearer nonsense',
      cookie: 'techgate_session=nonsense',
    });
    expect(answer.status).toBe(200);
  });
});

describe('what is left of a preview', () => {
  it('nothing in the log but that it was asked for', async () => {
    const secret = 'BiMatCongNghe7391';
    await preview({ procedureId: 'opinion', facts: { lines: [{ technologyName: secret }] } });
    await api.anonymous.get(`/api/v1/lists/match?name=${secret}`);
    expect(lines.some((line) => line.includes(PATH))).toBe(true);
    expect(lines.join('\n')).not.toContain(secret);
  });

  it('an answer that no cache keeps', async () => {
    expect((await preview(OLD_PRESS)).headers['cache-control']).toBe('no-store');
  });
});

describe('list search', () => {
  const match = async (query: string, language = 'en') =>
    (await api.anonymous.get<Matches>(`/api/v1/lists/match?${query}`, { 'accept-language': language })).body;

  it('proposes rows for a name without accents in another order, with score, method and version', async () => {
    const { candidates, mode } = await match(
      'name=cong%20nghe%20lo%20quay%20san%20xuat%20xi%20mang%20theo%20phuong%20phap%20uot&on=2026-06-10',
    );
    expect(mode).toBe('demonstration');
    expect(candidates[0]).toMatchObject({
      list: 'prohibited',
      code: 'C11',
      standing: 'acts',
      instrument: expect.stringMatching(/.+/),
    });
    expect(candidates[0]?.score).toBeGreaterThan(0.8);
  });

  it('turns reference rows into advice in official mode', async () => {
    const { candidates } = await match(
      'name=s%E1%BA%A3n%20xu%E1%BA%A5t%20xi%20m%C4%83ng%20l%C3%B2%20quay%20ph%C6%B0%C6%A1ng%20ph%C3%A1p%20%C6%B0%E1%BB%9Bt&mode=official',
    );
    expect(candidates.find(({ code }) => code === 'C11')).toMatchObject({ standing: 'advice' });
  });

  it('says per version that it found no candidate, never that a technology is off a list', async () => {
    const { candidates, notices } = await match('name=zzqq%20xxyy');
    expect(candidates).toEqual([]);
    const silent = notices.filter(({ code }) => code === 'no_candidate_found');
    expect(silent.length).toBeGreaterThan(1);
    expect(
      silent.every(
        ({ params, text }) => text.includes(params['version'] ?? '?') && text.includes('does not say'),
      ),
    ).toBe(true);
    expect(notices.map(({ code }) => code)).toContain('list_version_not_in_force');
    expect(JSON.stringify(notices)).not.toMatch(/not on the list/i);
  });

  it.each([
    ['hs=84771039', '/query/name'],
    ['name=lo&hs=abc', '/query/hs'],
    ['name=lo&on=2026-13-01', '/query/on'],
    ['name=lo&mode=x', '/query/mode'],
  ])('refuses %s', async (query, pointer) => {
    expect(await match(query)).toMatchObject({ status: 400, errors: [expect.objectContaining({ pointer })] });
  });
});

describe('the rate of previews', () => {
  it('is that of the address for strangers, and of the person for whoever is signed in', async () => {
    const small = await startTestApi({
      label: 'preview_rate',
      config: { rates: { general: 1000, pages: 1000, signIn: 1000, preview: 2, person: 1000 } },
    });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 3; i += 1)
        statuses.push((await small.anonymous.post(PATH, { procedureId: 'opinion', facts: {} })).status);
      expect(statuses).toEqual([200, 200, 429]);
      expect((await small.anonymous.get('/api/v1/packs')).status).toBe(200);
      const somebody = { cookie: 'techgate_session=nonsense' };
      expect((await small.anonymous.post(PATH, OLD_PRESS, somebody)).status).toBe(429);
      for (const email of ['gom@demo.techgate.vn', 'than@demo.techgate.vn']) {
        const person = await small.login(email);
        const own: number[] = [];
        for (let i = 0; i < 3; i += 1) own.push((await person.post(PATH, OLD_PRESS)).status);
        expect(own).toEqual([200, 200, 429]);
      }
    } finally {
      await small.close();
    }
  }, 60_000);
});
