import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptanceCases, type ClockCase } from '../support/acceptance-cases.js';
import { startTestApi, type TestApi } from '../support/api.js';

interface Pack {
  id: string;
  digest: string;
  kind: string;
  missing: { code: string }[];
  counts: { listRows: number; clocks: number };
  clocks: { id: string; value: number | null; basis: string }[];
  checklist: { code: string }[];
  criteria: { criteria: unknown[] }[];
  rules: { id: string; test: string }[];
  listVersions: { id: string; rows: number; loaded: boolean }[];
}
interface Rows {
  items: { code: string; versionId: string; list: string; nameVi: string }[];
  total: number;
  nextCursor: string | null;
}
interface Law {
  digest: string;
  chosenFor: string;
  procedure: { packId: string } | null;
  packs: { packId: string }[];
  clocks: { id: string; packId: string }[];
  notices: { code: string; text: string }[];
}
interface Procedure {
  packId: string;
  states: { status: string; label: { vi: string }; closed: boolean }[];
  edges: { from: string; command: string; to: string; by: string[]; guards: string[] }[];
  mermaid: string;
  table: string;
}
interface Due {
  dueOn: string | null;
  days: { date: string; counted: boolean; reason: string; basis?: string; verification?: string }[];
  notices: { code: string; params: { year: string } }[];
}
interface Calendar {
  year: number;
  items: { date: string; type: string; basis: string; verification: string; packId: string }[];
  confirmed: boolean;
  gaps: { code: string; reason: string }[];
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'law_api' });
}, 60_000);
afterAll(() => api.close());
const get = async <Body>(path: string, language = 'en') =>
  (await api.anonymous.get<Body>(`/api/v1/${path}`, { 'accept-language': language })).body;

describe('packs, without an account', () => {
  it('say what they are and what is missing in them', async () => {
    const { items } = await get<{ items: Pack[] }>('packs');
    expect(items.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['INV-2026', 'LT-2018', 'USED-2019', 'REF', 'CAL-2026']),
    );
    expect(items.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(items.find(({ id }) => id === 'LT-2018')?.missing.map(({ code }) => code)).toContain(
      'ND-76-2018-ANNEXES',
    );
  });

  it('show clocks, checklist, criteria, rules and list versions with their rows', async () => {
    const inv = await get<Pack>('packs/inv-2026');
    expect(inv.clocks.some(({ value, basis }) => value === 7 && basis.length > 0)).toBe(true);
    expect(inv.checklist.length).toBeGreaterThan(0);
    expect(inv.criteria[0]?.criteria.length).toBeGreaterThan(0);
    expect(inv.rules.some(({ test }) => test.startsWith('outdated.'))).toBe(true);
    const ref = await get<Pack>('packs/REF');
    expect(ref.listVersions.reduce((sum, { rows }) => sum + rows, 0)).toBe(ref.counts.listRows);
  });

  it('hand out list rows page by page, found without accents', async () => {
    const found = await get<Rows>('packs/REF/lists?list=prohibited&q=xi%20mang%20lo');
    expect(found.items.map(({ code }) => code)).toContain('C11');
    expect(found.items.every(({ list }) => list === 'prohibited')).toBe(true);
    const byCode = async (codes: string) =>
      (await get<Rows>(`packs/REF/lists?version=MEMORY&${codes}`)).items.map(({ code }) => code);
    expect(await byCode('hs=69041000')).toContain('C14');
    expect(await byCode('hs=69')).toContain('C14');
    expect(await byCode('hs=69&vsic=C2392')).toContain('C14');
    expect(await byCode('hs=69&vsic=0111')).toEqual([]);
    const codes: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Rows = await get<Rows>(
        `packs/REF/lists?limit=20${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      codes.push(...page.items.map(({ versionId, list, code }) => `${versionId} ${list} ${code}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(codes).toHaveLength((await get<Pack>('packs/REF')).counts.listRows);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('refuse a cursor of another filter, and do not know every name', async () => {
    const { nextCursor } = await get<Rows>('packs/REF/lists?limit=1');
    const answer = await get(`packs/REF/lists?limit=1&q=a&cursor=${nextCursor}`);
    expect(answer).toMatchObject({
      status: 400,
      code: 'malformed_request',
      errors: [{ pointer: '/query/cursor', code: 'cursor' }],
    });
    expect(await get('packs/NOPE')).toMatchObject({ status: 404, code: 'not_found' });
    expect(await get('packs/NOPE/lists')).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('the law of a day', () => {
  it('is that of the older pack before 31/03/2026 and of the newer from then on', async () => {
    const before = await get<Law>('law?procedure=opinion&on=2026-03-30');
    const from = await get<Law>('law?procedure=opinion&on=2026-03-31');
    expect([before.procedure?.packId, from.procedure?.packId]).toEqual(['LT-2018', 'INV-2026']);
    expect(before.digest).not.toBe(from.digest);
    expect(from.packs.map(({ packId }) => packId)).toContain('INV-2026');
  });

  it('is that of today when no day is named, and says what is not loaded in the language of the reader', async () => {
    const [en, vi] = [await get<Law>('law?procedure=opinion'), await get<Law>('law?procedure=opinion', 'vi')];
    expect(en.chosenFor).toBe('2026-07-15');
    const textOf = ({ notices }: Law) =>
      notices.find(({ code }) => code === 'list_version_not_in_force')?.text;
    expect(textOf(en)).toMatch(/is not loaded/);
    expect(textOf(vi)).toMatch(/chưa được nạp/);
  });

  it('says that no rule was in force before the first law that holds the procedure', async () => {
    const law = await get<Law>('law?procedure=determination&on=2018-07-01');
    expect(law.procedure?.packId).toBe('DET-2023');
    expect(law.notices.map(({ code }) => code)).toContain('no_rule_in_force');
  });

  it.each([
    ['law', '/query/procedure', 'required'],
    ['law?procedure=x', '/query/procedure', 'is_in'],
    ['law?procedure=opinion&on=2026-02-30', '/query/on', 'is_civil_date'],
  ])('refuses %s', async (path, pointer, code) => {
    expect(await get(path)).toMatchObject({
      status: 400,
      errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]),
    });
  });
});

describe('a procedure', () => {
  it('shows statuses, edges with parties and guards, and a picture', async () => {
    const procedure = await get<Procedure>('procedures/opinion?on=2026-07-01');
    expect(procedure.packId).toBe('INV-2026');
    expect(procedure.states.find(({ status }) => status === 'draft')?.label.vi).toEqual(expect.any(String));
    expect(procedure.states.some(({ closed }) => closed)).toBe(true);
    expect(procedure.edges).toContainEqual(
      expect.objectContaining({
        from: 'draft',
        command: 'submit',
        by: expect.arrayContaining(['investor&owner']),
      }),
    );
    expect(procedure.edges.some(({ guards }) => guards.length > 0)).toBe(true);
    expect(procedure.mermaid).toMatch(/^stateDiagram-v2\n/);
    expect(procedure.table.split('\n')).toHaveLength(procedure.edges.length + 2);
  });

  it('is not found under a word that is no procedure', async () => {
    expect(await get('law/sets/nothing')).toMatchObject({ status: 404, code: 'not_found' });
    expect(await get('procedures/nothing')).toMatchObject({ status: 404, code: 'not_found' });
  });
});

const { calendars, cases } = acceptanceCases('clocks');
const stopsOf = ({ stops }: ClockCase) => stops.map(({ from, to }) => `${from}..${to ?? ''}`).join(',');
const dueOf = (item: ClockCase) =>
  get<Due>(
    `calendar/due?start=${item.start}&days=${item.duration.value}&unit=${item.duration.unit}${item.stops.length > 0 ? `&stops=${stopsOf(item)}` : ''}`,
  );

describe('the calendar', () => {
  it('gives the rows of a year with basis and verification, and says that not all of them are confirmed', async () => {
    const calendar = await get<Calendar>('calendar?year=2026');
    const days = new Set(calendar.items.map(({ date, type }) => `${date} ${type}`));
    const given = (calendars['2026'] ?? [])
      .filter(({ date }) => date.startsWith('2026'))
      .map(({ date, type }) => `${date} ${type}`);
    expect(given.filter((row) => !days.has(row))).toEqual([]);
    expect(
      calendar.items.every(
        ({ basis, verification, packId }) => basis !== '' && verification !== '' && packId === 'CAL-2026',
      ),
    ).toBe(true);
    expect(calendar.confirmed).toBe(false);
    expect(calendar.gaps.map(({ code }) => code)).toContain('calendar_unconfirmed');
  });

  it('is that of this year when none is named, and tells a year without a calendar', async () => {
    expect((await get<Calendar>('calendar')).year).toBe(2026);
    expect(await get('calendar?year=2040')).toMatchObject({
      items: [],
      confirmed: false,
      gaps: [{ code: 'calendar_missing' }],
    });
  });

  it.each(cases.map((item) => [item.id, item.note, item] as const))('%s: %s', async (_id, _note, item) => {
    const { dueOn, days } = await dueOf(item);
    expect(dueOn).toBe(item.expectedDue);
    if (dueOn !== null) {
      expect(days.at(-1)?.date).toBe(dueOn);
      expect(days.filter(({ counted }) => counted)).toHaveLength(item.duration.value);
    }
  });

  it('explains a holiday by its row and warns of a year that is not confirmed', async () => {
    const { days, notices } = await get<Due>('calendar/due?start=2026-11-20&days=7');
    expect(days.find(({ date }) => date === '2026-11-24')).toMatchObject({
      counted: false,
      reason: 'holiday',
      basis: expect.any(String),
      verification: expect.any(String),
    });
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'calendar_unconfirmed', params: { year: '2026' } }),
    );
  });

  it.each([
    ['start=2026-02-30&days=7', 400, 'malformed_request', '/query/start'],
    ['start=2026-02-10&days=0', 400, 'malformed_request', '/query/days'],
    ['start=2026-02-10&days=7.5', 400, 'malformed_request', '/query/days'],
    ['start=2026-02-10&days=367', 400, 'malformed_request', '/query/days'],
    ['start=2026-02-10&days=7&unit=week', 400, 'malformed_request', '/query/unit'],
    ['start=2026-02-10&days=7&stops=x', 400, 'malformed_request', '/query/stops'],
    ['start=2026-02-10&days=7&stops=2026-02-30..', 422, 'impossible_value', null],
    ['start=2026-02-10&days=7&stops=2026-02-01..2026-02-12', 422, 'stop_before_start', null],
    ['start=2026-02-10&days=7&stops=2026-02-12..2026-02-11', 422, 'stop_reversed', null],
  ])('refuses %s', async (query, status, code, pointer) => {
    const answer = await get<{ status: number; errors?: { pointer: string }[] }>(`calendar/due?${query}`);
    expect(answer).toMatchObject({ status, code });
    if (pointer !== null) expect(answer.errors?.[0]?.pointer).toBe(pointer);
  });
});
