import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DataSource } from 'typeorm';
import {
  CAPITAL_ORIGINS,
  COVERAGE_GROUPINGS,
  LETTER_VALIDITIES,
  type NewProject,
  PROCEDURES,
  PROJECT_AUTHORITIES,
  STATUSES,
} from '#contracts';
import { type UnitOfWork } from '#database';
import { type RawQuery } from '#dossiers';
import { type CivilDate, civilDate } from '#kernel';
import {
  coverageOf,
  type CoverageRow,
  listProjects,
  parseCoverageQuery,
  parseProjectQuery,
  type ProjectListItem,
  parseRefusalsQuery,
  refusalsFollowed,
  type Standing,
  type StandingDossier,
  type StandingFacts,
  standingOf,
} from '#projects';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { demoActor, seededUnitOfWork } from '../../support/stored-dossier.js';
import { storeProject } from '../../support/stored-projects.js';

const DAYS = ['2025-11-20', '2026-01-31', '2026-02-01', '2026-04-10', '2026-06-30'].map(civilDate);
const day = fc.constantFrom(...DAYS);
const maybeDay: fc.Arbitrary<CivilDate | null> = fc.option(day, { nil: null, freq: 2 });
const letter: fc.Arbitrary<StandingDossier['letters'][number]> = fc
  .record({
    kind: fc.constantFrom('answer' as const, 'answer' as const, 'not_subject' as const),
    isIssued: fc.constantFrom(true, true, false),
    validity: fc.constantFrom('valid' as const, 'valid' as const, ...LETTER_VALIDITIES),
    issuedOn: day,
    outcome: fc.constantFrom('approved' as const, 'refused' as const, 'refused' as const, null),
  })
  .map(({ kind, isIssued, validity, issuedOn, outcome }) => ({
    kind,
    status: isIssued ? ('issued' as const) : ('draft' as const),
    validity: isIssued ? validity : null,
    issuedOn: isIssued ? issuedOn : null,
    outcome: kind === 'answer' ? outcome : null,
  }));
const stands = ({ kind, validity }: StandingDossier['letters'][number]) =>
  kind === 'answer' && validity === 'valid';
const dossier: fc.Arbitrary<StandingDossier> = fc.record({
  procedureId: fc.constantFrom(...PROCEDURES, 'opinion' as const, 'opinion' as const),
  status: fc.constantFrom(...STATUSES.slice(1), 'returned' as const, 'refused' as const),
  receivedOn: maybeDay,
  silent: fc.boolean(),
  // The database holds that at most one decision of a dossier stands.
  letters: fc
    .uniqueArray(letter, { maxLength: 2, selector: ({ issuedOn }) => issuedOn })
    .filter((letters) => letters.filter(stands).length < 2),
});
const standingFacts: fc.Arbitrary<StandingFacts> = fc
  .record({
    exempt: fc.constantFrom(false, false, false, true),
    finalDecision: fc.option(
      fc.record({
        kind: fc.constantFrom('approved' as const, 'refused' as const, 'other' as const),
        decidedOn: day,
      }),
      { nil: null, freq: 1 },
    ),
    policyDecidedOn: fc.option(day, { nil: null, freq: 1 }),
    certificateOn: fc.option(day, { nil: null, freq: 1 }),
    dossiers: fc.array(dossier, { maxLength: 2 }),
  })
  // Two answers of one day have no newest one.
  .filter(({ dossiers }) => {
    const days = dossiers.flatMap(({ letters }) => letters.map(({ issuedOn }) => issuedOn)).filter(Boolean);
    return new Set(days).size === days.length;
  });
const particulars = fc.record({
  sectorVsic: fc.constantFrom('C2395', '2394', 'C', 'B0510', null),
  capitalOrigin: fc.constantFrom(...CAPITAL_ORIGINS, null),
  communeCode: fc.constantFrom('06733', '06811', null),
  projectAuthority: fc.constantFrom(...PROJECT_AUTHORITIES.slice(0, 2), null),
  registeredOn: maybeDay,
});
type Made = Partial<NewProject> & { facts: StandingFacts; id: string; standing: Standing };
/** A refusal that left in time, whatever became of it. */
const refusedInTime: fc.Arbitrary<StandingFacts> = fc
  .record({
    silent: fc.boolean(),
    kind: fc.constantFrom('approved' as const, 'refused' as const, 'other' as const, null),
  })
  .map(({ silent, kind }) => ({
    exempt: false,
    finalDecision: kind && { kind, decidedOn: civilDate('2026-06-30') },
    policyDecidedOn: null,
    certificateOn: null,
    dossiers: [
      {
        procedureId: 'opinion' as const,
        status: 'refused' as const,
        receivedOn: civilDate('2026-01-31'),
        silent,
        letters: [
          {
            kind: 'answer' as const,
            status: 'issued' as const,
            validity: 'valid' as const,
            issuedOn: civilDate('2026-04-10'),
            outcome: 'refused' as const,
          },
        ],
      },
    ],
  }));
const SAMPLES = [
  ...fc.sample(fc.record({ facts: standingFacts, particulars }), { seed: 20260715, numRuns: 260 }),
  ...fc.sample(fc.record({ facts: refusedInTime, particulars }), { seed: 20260716, numRuns: 30 }),
];

let db: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
const made = new Map<string, Made>();
const AUDITOR = demoActor('thanhtra');
beforeAll(async () => {
  db = await cloneDatabase('projects_standing');
  ({ source, unitOfWork } = await seededUnitOfWork(db));
  for (const [n, { facts, particulars: known }] of SAMPLES.entries()) {
    const id = await storeProject(unitOfWork, facts, { ...known, name: `Dự án thứ ${n}` });
    made.set(id, { ...known, facts, id, standing: standingOf(facts) });
  }
}, 120_000);
afterAll(async () => {
  await source.destroy();
  await db.drop();
});

const rawOf = (query: string): RawQuery => {
  const raw: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) raw[name] = [...(raw[name] ?? []), value];
  return raw;
};
/** Every project that a query lists, page by page, with its total. */
async function all(query: string): Promise<{ items: ProjectListItem[]; total: number }> {
  const items: ProjectListItem[] = [];
  let cursor: string | null = null;
  let total: number;
  do {
    const raw: RawQuery = {
      ...rawOf(query),
      limit: '97',
      count: 'true',
      ...(cursor === null ? {} : { cursor }),
    };
    const page = await unitOfWork.read(AUDITOR, (tx) => listProjects(tx, parseProjectQuery(raw)));
    items.push(...page.items);
    cursor = page.nextCursor;
    total = page.total ?? -1;
  } while (cursor !== null);
  return { items, total };
}
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();

describe('standing', () => {
  test('the SQL of the register says of every project what the pure function says', async () => {
    const { items, total } = await all('');
    expect(total).toBe(SAMPLES.length);
    for (const { id, standing, late, inHand, followed, decidedOn } of items) {
      const expected = made.get(id);
      expect({ facts: expected?.facts, standing, late, inHand, followed, decidedOn }).toEqual({
        facts: expected?.facts,
        ...expected?.standing,
      });
    }
    const seen = new Set(items.map(({ standing, followed, late }) => `${standing} ${followed} ${late}`));
    expect(seen.size).toBeGreaterThan(8);
  });
});

const FILTERS = [
  '',
  'from=2026-01-31&to=2026-04-10',
  'dateBasis=decided&from=2026-02-01',
  'capitalOrigin=fdi&capitalOrigin=none',
  'sector=C23&sector=05',
  'authority=prime_minister&commune=06733&q=thu 1',
];
const matches = (row: Made, raw: URLSearchParams): boolean => {
  const words = (name: string) => raw.getAll(name);
  const among = (name: string, value: string | null | undefined) =>
    words(name).length === 0 || words(name).includes(value ?? 'none');
  const date = raw.get('dateBasis') === 'decided' ? row.standing.decidedOn : (row.registeredOn ?? null);
  const sector = row.sectorVsic ?? '';
  return (
    among('capitalOrigin', row.capitalOrigin) &&
    among('commune', row.communeCode) &&
    among('authority', row.projectAuthority) &&
    (words('sector').length === 0 ||
      words('sector').some(
        (prefix) =>
          sector.startsWith(prefix) || (sector !== '' && sector.replace(/^[A-U]/, '').startsWith(prefix)),
      )) &&
    (raw.get('from') === null || (date !== null && date >= String(raw.get('from')))) &&
    (raw.get('to') === null || (date !== null && date <= String(raw.get('to'))))
  );
};
const keyOf: Record<
  (typeof COVERAGE_GROUPINGS)[number],
  (row: Made, basis: 'registered' | 'decided') => string | null | undefined
> = {
  month: (row, basis) => dayOf(row, basis)?.slice(0, 7),
  year: (row, basis) => dayOf(row, basis)?.slice(0, 4),
  quarter: (row, basis) => {
    const at = dayOf(row, basis);
    return at && `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}`;
  },
  sector: ({ sectorVsic }) => /\d\d/.exec(sectorVsic ?? '')?.[0] ?? sectorVsic,
  capitalOrigin: ({ capitalOrigin }) => capitalOrigin,
  commune: ({ communeCode }) => communeCode,
  authority: ({ projectAuthority }) => projectAuthority,
};
const dayOf = (row: Made, basis: 'registered' | 'decided') =>
  basis === 'decided' ? row.standing.decidedOn : row.registeredOn;

/** What a naive count of the same projects gives. */
const naive = (rows: readonly Made[]) => {
  const count = (standing: string) => rows.filter((row) => row.standing.standing === standing).length;
  const covered = count('answered') + count('not_subject');
  return {
    all: rows.length,
    none: count('none'),
    in_hand: count('in_hand'),
    answered: count('answered'),
    not_subject: count('not_subject'),
    missed: count('missed'),
    late: rows.filter((row) => row.standing.late).length,
    covered,
    ratio: rows.length === 0 ? null : [covered, rows.length],
  };
};
const shown = ({ figures, ratio }: CoverageRow) => ({
  ...Object.fromEntries(Object.entries(figures).map(([name, { count }]) => [name, count])),
  ratio: ratio && [ratio.numerator, ratio.denominator],
});

/** Every grouping with every filter would be many; each stands beside three of the others. */
const QUESTIONS = COVERAGE_GROUPINGS.flatMap((by, n) =>
  FILTERS.filter((_, m) => (n + m) % 2 === 0).map((filter) => [by, filter] as const),
);

describe('coverage', () => {
  test.each(QUESTIONS)(
    'by %s of ?%s is the naive count, and the list behind each number holds exactly its projects',
    async (by, filter) => {
      const raw = new URLSearchParams(filter);
      const basis = raw.get('dateBasis') === 'decided' ? 'decided' : 'registered';
      const names = new Map((await all(filter)).items.map(({ id }) => [id, true]));
      const rows = [...made.values()].filter((row) => (raw.has('q') ? names.has(row.id) : matches(row, raw)));
      const coverage = await unitOfWork.read(AUDITOR, (tx) =>
        coverageOf(tx, parseCoverageQuery({ ...rawOf(filter), by })),
      );
      expect(shown(coverage.total)).toEqual(naive(rows));
      const keys = [...new Set(rows.map((row) => keyOf[by](row, basis) ?? 'none'))].sort();
      expect(coverage.rows.map(({ key }) => key).sort()).toEqual(keys);
      for (const row of coverage.rows) {
        const own = rows.filter((one) => (keyOf[by](one, basis) ?? 'none') === row.key);
        expect({ key: row.key, ...shown(row) }).toEqual({ key: row.key, ...naive(own) });
      }
      for (const { key, figures } of [coverage.total, ...coverage.rows.slice(0, 2)])
        for (const [figure, { count, query }] of Object.entries(figures)) {
          const listed = await all(query);
          expect({ key, figure, query, total: listed.total }).toEqual({ key, figure, query, total: count });
          expect(listed.items).toHaveLength(count);
        }
    },
    60_000,
  );

  test('of nothing is no ratio at all', async () => {
    const query = parseCoverageQuery({ from: '1990-01-01', to: '1990-12-31', by: 'year' });
    const coverage = await unitOfWork.read(AUDITOR, (tx) => coverageOf(tx, query));
    expect(coverage).toMatchObject({ rows: [], total: { ratio: null, figures: { all: { count: 0 } } } });
    const undated = [...made.values()].filter(({ registeredOn }) => registeredOn === null);
    expect(coverage.undated?.count).toBe(undated.length);
    expect(idsOf((await all(coverage.undated?.query ?? '')).items)).toEqual(idsOf(undated));
  });

  test('counts what became of refusals, with the list behind each number', async () => {
    const answer = await unitOfWork.read(AUDITOR, (tx) => refusalsFollowed(tx, parseRefusalsQuery({})));
    const count = (word: string) =>
      [...made.values()].filter(({ standing }) => standing.followed === word).length;
    for (const [word, { count: counted, query }] of Object.entries(answer.figures)) {
      expect({ word, counted }).toEqual({ word, counted: count(word) });
      expect((await all(query)).total).toBe(counted);
      expect(counted).toBeGreaterThan(0);
    }
    expect(answer.ratio?.denominator).toBe(count('followed') + count('not_followed'));
  });

  test.each(['registeredOn', '-registeredOn', 'name', '-capitalVnd', 'updatedAt', 'investorName'])(
    'pages sorted by %s leave nothing out and show nothing twice',
    async (sort) => {
      const { items, total } = await all(`sort=${sort}`);
      expect(items).toHaveLength(total);
      expect(new Set(idsOf(items)).size).toBe(total);
    },
  );
});
