import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Dashboard, type Figure, type WeekPage } from '#casework';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, conclusion, examine, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId } from '../../support/dossier-driver.js';
import { takeStep } from '../../support/procedure-steps.js';

let api: TestApi;
let refused: DossierDriver;
let waiting: DossierDriver;
beforeAll(async () => {
  api = await startTestApi({ label: 'reports', now: new Date('2026-07-01T02:00:00.000Z') });
  await aDossier(api).asRequest().accepted().open();
  refused = await aDossier(api).asRequest().withFacts(OLD_MACHINE_FACTS).underReview().open();
  await examine(refused);
  const findings = (await refused.findings()).findings.filter(({ verdict }) => verdict === 'breached');
  const findingKeys = findings.map(({ key }) => key);
  await refused.command('chuyenvien1', 'conclude', {
    ...(await conclusion(refused)),
    outcome: 'disagree_outdated',
    findingKeys,
  });
  await takeStep(refused, 'concluded', 'endorse', 'refused');
  api.clock.set(new Date('2026-07-06T02:00:00.000Z'));
  await takeStep(refused, 'endorsed', 'refuse', 'refused');
  await refused.issue('decision');
  await aDossier(api).underReview().open();
  waiting = await aDossier(api).asRequest().submitted().open();
  await aDossier(api).submitted().open();
  await aDossier(api).approved().open();
  await aDossier(api).issued().open();
  const clerk = await api.login(emailOf('motcua1'));
  for (const [name, more] of [
    ['Xưởng gạch Bình Minh', {}],
    ['Nhà máy xi măng Lam Sơn', { policyDecidedOn: '2026-03-01', registeredOn: '2026-02-01' }],
  ] as const)
    await clerk.post('/api/v1/projects', {
      name,
      investorName: `Nhà đầu tư ${name}`,
      projectAuthority: 'province_chair',
      ...more,
    });
  // Wednesday; a request of 6 July is due on the 15th.
  api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
}, 90_000);
afterAll(() => api?.close());

const read = async <Body>(path: string, who: string): Promise<Body> => {
  const answer = await (await api.login(emailOf(who))).get<Body>(`/api/v1/reports/${path}`);
  expect({ path, who, status: answer.status }).toEqual({ path, who, status: 200 });
  return answer.body;
};
const dashboard = (who = 'giamdoc', query = '') => read<Dashboard>(`dashboard${query}`, who);
const week = (who = 'giamdoc', query = '') => read<WeekPage>(`week${query}`, who);

/** Every number of an answer, by where it stands. */
function figuresOf(answer: object, at = ''): [at: string, figure: Figure][] {
  return Object.entries(answer).flatMap(([name, part]: [string, unknown]): [string, Figure][] => {
    if (part === null || typeof part !== 'object') return [];
    const place = `${at}/${name}`;
    return 'basis' in part ? [[place, part as Figure]] : figuresOf(part, place);
  });
}
async function lengthOf({ list }: Figure, who: string): Promise<number> {
  const client = await api.login(emailOf(who));
  let length = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await client.get<{ items: unknown[]; nextCursor: string | null }>(
      `${list.path}?${list.query}&limit=2${more}`,
    );
    expect({ list, status: page.status }).toEqual({ list, status: 200 });
    length += page.body.items.length;
    cursor = page.body.nextCursor;
  }
  return length;
}
async function everyNumberIsItsList(answer: object, who: string): Promise<number> {
  const figures = figuresOf(answer);
  for (const [at, figure] of figures)
    expect({ who, at, length: await lengthOf(figure, who) }).toEqual({ who, at, length: figure.value });
  return figures.length;
}

describe('the dashboard', () => {
  test('says how things stand, by which day each number counts', async () => {
    const { load, durations, coverage, refusalsFollowed, ...figures } = await dashboard();
    const { asOf, scope, period, ...numbers } = figures;
    expect({ asOf, scope, period }).toEqual({
      asOf: '2026-07-15',
      scope: 'visible_to_reader',
      period: { from: '2026-01-01', to: '2026-07-15' },
    });
    const values = Object.fromEntries(
      Object.entries(numbers).map(([name, { value, basis }]) => [name, [value, basis]]),
    );
    expect(values).toMatchObject({
      inHand: [5, 'today'],
      decided: [3, 'decided'],
      refused: [1, 'decided'],
      refusedOutdated: [1, 'decided'],
      unassigned: [3, 'today'],
    });
    expect(numbers.overdue.value).toBeGreaterThan(0);
    expect(numbers.dueThisWeek.value).toBeGreaterThan(0);
    expect(numbers.aboutToFallSilent.value).toBe(1);
    expect(load).toMatchObject([{ userId: personId('chuyenvien1'), open: { value: 2 } }]);
    // 1 July to 6 July is three working days (Thursday, Friday, Monday); the other two were decided on the day.
    expect(durations).toMatchObject({
      medianWorkingDays: 0,
      p90WorkingDays: 3,
      from: 'receivedOn',
      to: 'decidedOn',
      of: { value: 3 },
    });
    expect(coverage.figures).toMatchObject({ all: { value: 2 }, missed: { value: 1 } });
    expect(refusalsFollowed.figures.followed.value).toBe(0);
  });

  test.each(['giamdoc', 'truongphong1', 'ubnd', 'thanhtra'])(
    'each of its numbers opens exactly its list, for %s',
    async (who) => {
      expect(await everyNumberIsItsList(await dashboard(who), who)).toBeGreaterThan(20);
      expect(await everyNumberIsItsList(await week(who), who)).toBeGreaterThan(5);
    },
  );

  test('of another period counts the decisions of that period, both days included', async () => {
    expect((await dashboard('giamdoc', '?from=2026-07-06&to=2026-07-06')).decided.value).toBe(3);
    expect((await dashboard('giamdoc', '?from=2026-07-07')).decided.value).toBe(0);
    const before = await dashboard('giamdoc', '?to=2026-07-05');
    expect(before).toMatchObject({
      decided: { value: 0 },
      durations: { medianWorkingDays: null, p90WorkingDays: null },
    });
  });

  test.each(['dashboard?from=yesterday', 'dashboard?colour=red', 'week?on=monday'])(
    '%s is 400',
    async (path) => {
      const { body } = await (await api.login(emailOf('giamdoc'))).get(`/api/v1/reports/${path}`);
      expect(body).toMatchObject({ status: 400, code: 'list_query_invalid' });
    },
  );
});

describe('the Monday page', () => {
  test('names what is due, refused and not covered', async () => {
    const page = await week();
    expect(page.week).toEqual({ from: '2026-07-13', to: '2026-07-19' });
    expect(page.aboutToFallSilent.items.map(({ id }) => id)).toEqual([waiting.id]);
    expect(page.refusedOutdated.items.map(({ id }) => id)).toEqual([refused.id]);
    expect(page.notCovered.items.map(({ name }) => name).sort()).toEqual([
      'Nhà máy xi măng Lam Sơn',
      'Xưởng gạch Bình Minh',
    ]);
    // What was decided without an opinion goes before what can still be asked for, and all parts add up.
    expect(page.notCovered.items.map(({ standing }) => standing)).toEqual(['missed', 'none']);
    const { all, late, covered, ...parts } = page.coverage.figures;
    expect(Object.values(parts).reduce((sum, { value }) => sum + value, 0)).toBe(all?.value);
    expect(late?.value).toBe(0);
    expect(covered?.value).toBe(page.coverage.ratio?.numerator);
    expect(page.dueThisWeek.items).toHaveLength(page.dueThisWeek.figure.value);
    expect((await week('giamdoc', '?on=2026-07-20')).refusedOutdated.items).toEqual([]);
  });
});

test('a leader in conflict with a dossier counts it nowhere', async () => {
  const before = await dashboard('phogiamdoc');
  for (const { id } of [refused, waiting])
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'test', now())`,
      [id, personId('phogiamdoc')],
    );
  const after = await dashboard('phogiamdoc');
  expect(after.inHand.value).toBe(before.inHand.value - 1);
  expect(after.decided.value).toBe(before.decided.value - 1);
  expect(after.refusedOutdated.value).toBe(before.refusedOutdated.value - 1);
  expect(after.aboutToFallSilent.value).toBe(before.aboutToFallSilent.value - 1);
  await everyNumberIsItsList(after, 'phogiamdoc');
  await everyNumberIsItsList(await week('phogiamdoc'), 'phogiamdoc');
  expect(JSON.stringify(await week('phogiamdoc'))).not.toContain(refused.id);
});

test.each([
  'assignee=none',
  'tab=team',
  'silentBy=2026-07-20',
  'refusedFor=outdated',
  'decidedFrom=2026-01-01',
])('outside the house nobody asks %s', async (query) => {
  const { body } = await (await api.login(emailOf('taichinh'))).get(`/api/v1/dossiers?${query}`);
  expect(body).toMatchObject({ status: 400, code: 'list_query_invalid', rule: 'inside_only' });
  const counts = await (await api.login(emailOf('taichinh'))).get(`/api/v1/dossiers/counts?${query}`);
  expect(counts.status).toBe(400);
});
