import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Confirmation, type Finding, type TechnologyFacts, type Verdict } from '#contracts';
import { type CivilDate, Refusal, canonicalJson } from '#kernel';
import { type LawSet } from '#law';
import { lawSetFromPacks } from '../../../test/support/law-set-from-packs.js';
import { CATALOGUES, renderFinding, renderNotice } from './catalogue/render.js';
import { ENGINE_VERSION, ZEN_ENGINE_VERSION } from './engine-version.js';
import { replay } from './replay/replay.js';
import { RULE_FAMILIES } from './rules/judge-families.js';
import { type ScreeningInput, screen } from './screen.js';

const ON = '2026-07-01' as CivilDate;
const input = (
  facts: TechnologyFacts,
  more: Partial<ScreeningInput> & { procedure?: 'determination' } = {},
): ScreeningInput => {
  const { procedure = 'opinion', ...rest } = more;
  const mode = rest.mode ?? 'demonstration';
  return {
    lawSet: lawSetFromPacks(procedure, rest.receivedOn ?? ON, mode),
    mode,
    facts,
    confirmations: [],
    receivedOn: ON,
    ...rest,
  };
};
const find = (findings: readonly Finding[], test: string): Finding => {
  const found = findings.find((finding) => finding.test === test);
  if (!found) throw new Error(`no finding of ${test}`);
  return found;
};
const verdictOf = async (facts: TechnologyFacts, test: string, more = {}): Promise<Verdict> =>
  find((await screen(input(facts, more))).findings, test).verdict;

const pct = fc.integer({ min: 0, max: 2_000_000 }).map((n) => n / 10_000);
const interval = fc.record({
  value: pct,
  uncertainty: fc.integer({ min: 0, max: 100_000 }).map((n) => n / 10_000),
});
const RUNS = { numRuns: 60 };
const machine = (yearMade: number, plannedArrivalYear: number, hsCode: string): TechnologyFacts => ({
  equipment: [{ id: 'm', hsCode, condition: 'used', yearMade, plannedArrivalYear }],
});
const usedLine = (rest: object): TechnologyFacts => ({ lines: [{ id: 'l', condition: 'used', ...rest }] });

/** The law written down a second time, without tables. */
const naive = {
  age(age: number, hs: string): Verdict {
    if (hs.startsWith('841932')) return age <= 15 ? 'met' : 'breached';
    const heading = Number(hs.slice(0, 4));
    const annex =
      (heading >= 8439 && heading <= 8441) || (heading >= 8456 && heading <= 8463) || heading === 8465;
    if (annex && age > 10) return age > 20 ? 'breached' : 'inconclusive';
    return age <= 10 ? 'met' : 'breached';
  },
  below(limit: number, { value, uncertainty }: { value: number; uncertainty: number }): Verdict {
    const scale = 1e6;
    const [low, high] = [
      Math.round((value - uncertainty) * scale),
      Math.round((value + uncertainty) * scale),
    ];
    if (high < limit * scale) return 'breached';
    return low >= limit * scale ? 'met' : 'inconclusive';
  },
  above(limit: number, { value, uncertainty }: { value: number; uncertainty: number }): Verdict {
    const scale = 1e6;
    const [low, high] = [
      Math.round((value - uncertainty) * scale),
      Math.round((value + uncertainty) * scale),
    ];
    if (low > limit * scale) return 'breached';
    return high <= limit * scale ? 'met' : 'inconclusive';
  },
};

describe('thresholds against the law written down a second time', () => {
  it('age of a used machine', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(
          '84771039',
          '841932',
          '8439',
          '8441',
          '8442',
          '8455',
          '8456',
          '8463',
          '8464',
          '8465',
          '8501',
        ),
        async (age, hs) =>
          expect(await verdictOf(machine(2026 - age, 2026, hs), 'used.age')).toBe(naive.age(age, hs)),
      ),
      RUNS,
    ));
  it('capacity and consumption of a used line, and by analogy', () =>
    fc.assert(
      fc.asyncProperty(interval, interval, async (capacity, consumption) => {
        const { findings } = await screen(
          input(usedLine({ actualCapacityPct: capacity, consumptionOverDesignPct: consumption })),
        );
        const expected = [naive.below(85, capacity), naive.above(15, consumption)];
        for (const family of ['used.line', 'outdated']) {
          const own = ['capacity', 'consumption'].map((test) => find(findings, `${family}.${test}`).verdict);
          expect(own).toEqual(expected);
        }
      }),
      RUNS,
    ));
  it('more capacity or fewer years never worsen a verdict', () =>
    fc.assert(
      fc.asyncProperty(interval, pct, async (capacity, more) => {
        const better = {
          ...capacity,
          value: Math.min(1000, Math.round((capacity.value + more) * 1e4) / 1e4),
        };
        const rank = { breached: 0, inconclusive: 1, met: 2, not_applicable: 3 };
        const before = await verdictOf(usedLine({ actualCapacityPct: capacity }), 'used.line.capacity');
        const after = await verdictOf(usedLine({ actualCapacityPct: better }), 'used.line.capacity');
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
      RUNS,
    ));
  it('three OECD sites are enough, two are not, and none named is unknown', async () => {
    const sites = (...countries: string[]) =>
      usedLine({ oecdSites: countries.map((country, i) => ({ country, site: `s${i}` })) });
    expect(await verdictOf(sites('DE', 'JP', 'KR'), 'used.line.oecd_sites')).toBe('met');
    expect(await verdictOf(sites('DE', 'JP', 'CN'), 'used.line.oecd_sites')).toBe('breached');
    expect(await verdictOf(sites(), 'used.line.oecd_sites')).toBe('inconclusive');
  });
});

const FULL_MACHINE = {
  id: 'm',
  name: 'Máy',
  hsCode: '84771039',
  condition: 'used' as const,
  yearMade: 2020,
  plannedArrivalYear: 2026,
  standards: ['TCVN'],
  remainingCapacityPct: { value: 90, uncertainty: 0 },
  efficiencyPct: { value: 70, uncertainty: 0 },
};
const FULL_LINE = {
  id: 'l',
  technologyName: 'sản xuất kính nổi',
  condition: 'used' as const,
  standards: ['QCVN'],
  actualCapacityPct: { value: 92, uncertainty: 0 },
  consumptionOverDesignPct: { value: 3, uncertainty: 0 },
  oecdSites: [
    { country: 'DE', site: 'A' },
    { country: 'JP', site: 'B' },
  ],
};

describe('unknown is never a pass and never a fail', () => {
  it('a machine or line of which nothing is known is judged by nothing', async () => {
    for (const procedure of [undefined, 'determination' as const]) {
      const { findings, blocking } = await screen(
        input({ lines: [{ id: 'l' }], equipment: [{ id: 'm' }] }, procedure ? { procedure } : {}),
      );
      expect(blocking).toBe(false);
      expect(findings.filter(({ verdict }) => verdict === 'met' || verdict === 'breached')).toEqual([]);
    }
  });
  it.each(['hsCode', 'condition', 'yearMade', 'plannedArrivalYear'])(
    'without %s the age is not decided',
    async (field) => {
      const { [field as 'hsCode']: _left, ...rest } = FULL_MACHINE;
      const finding = find((await screen(input({ equipment: [rest] }))).findings, 'used.age');
      expect(finding.verdict).toBe('inconclusive');
      expect(finding.missing).toContain(`equipment[m].${field}`);
    },
  );
  it('a determination decides nothing without an accepted certificate, and says which is missing', async () => {
    const line = { id: 'l', actualCapacityPct: { value: 60, uncertainty: 0 } };
    const covers = ['lines[l].actualCapacityPct'];
    const paper = { kind: 'inspection_certificate', covers, issuedOn: '2026-05-01' };
    const open = find(
      (await screen(input({ lines: [line], evidence: [paper] }, { procedure: 'determination' }))).findings,
      'outdated.capacity',
    );
    expect(open).toMatchObject({ verdict: 'inconclusive', notes: ['certificate_not_accepted'] });
    expect(open.missing).toEqual(['evidence:inspection_certificate:lines[l].actualCapacityPct']);
  });
  it.each([
    ['2025-07-01', 'breached'],
    ['2025-06-30', 'inconclusive'],
  ])('a certificate of %s gives %s', async (issuedOn, verdict) => {
    const evidence = [
      { kind: 'inspection_certificate', covers: ['lines[l].actualCapacityPct'], issuedOn, acceptedBy: 'p' },
    ];
    const facts = { lines: [{ id: 'l', actualCapacityPct: { value: 60, uncertainty: 0 } }], evidence };
    expect(await verdictOf(facts, 'outdated.capacity', { procedure: 'determination' })).toBe(verdict);
  });
  it('a measured value without stated uncertainty decides no determination', async () => {
    const evidence = [
      {
        kind: 'inspection_certificate',
        covers: ['lines[l].actualCapacityPct'],
        issuedOn: '2026-05-01',
        acceptedBy: 'p',
      },
    ];
    const facts = { lines: [{ id: 'l', actualCapacityPct: { value: 60 } }], evidence };
    expect(await verdictOf(facts, 'outdated.capacity', { procedure: 'determination' })).toBe('inconclusive');
  });
});

describe('lists and people', () => {
  const facts = { lines: [{ id: 'l', technologyName: 'xi măng lò quay phương pháp ướt' }] };
  const confirmed = (by: string[], more: Partial<Confirmation> = {}): Confirmation[] => [
    { lineId: 'l', list: 'prohibited', code: 'C11', decision: 'confirmed', by, ...more },
  ];
  it.each([
    [[], 'open', false],
    [confirmed(['a']), 'awaiting_second_person', false],
    [confirmed(['a', 'a']), 'awaiting_second_person', false],
    [[...confirmed(['a']), ...confirmed(['b'])], 'confirmed', true],
    [confirmed(['a', 'b']), 'confirmed', true],
    [
      [
        ...confirmed(['a', 'b'], { at: '2026-06-01' }),
        ...confirmed(['c'], { decision: 'rejected', at: '2026-06-02' }),
      ],
      'rejected',
      false,
    ],
    [[...confirmed(['a', 'b']), ...confirmed(['c'], { decision: 'rejected' })], 'open', false],
  ])('confirmations %j leave the candidate %s', async (confirmations, decision, blocking) => {
    const result = await screen(input(facts, { confirmations }));
    expect(result.candidates.find(({ code }) => code === 'C11')?.decision).toBe(decision);
    expect(result.blocking).toBe(blocking);
  });
  it('a row that a person found counts though the matcher did not propose it', async () => {
    const other = { lines: [{ id: 'l', technologyName: 'dây chuyền X' }] };
    expect((await screen(input(other, { confirmations: confirmed(['a', 'b']) }))).blocking).toBe(true);
  });
  it('a code that stands in no loaded list blocks nothing but is told', async () => {
    const result = await screen(input(facts, { confirmations: confirmed(['a', 'b'], { code: 'Z99' }) }));
    expect(result.blocking).toBe(false);
    expect(result.notices.map(({ code }) => code)).toContain('confirmed_code_not_loaded');
  });
  it('with the list in force loaded, an undecided candidate keeps L-4 open and a rejected one does not', async () => {
    const base = lawSetFromPacks('opinion', ON, 'demonstration');
    const versions = base.lists.versions.map((version) => ({ ...version, loaded: true }));
    const lawSet: LawSet = { ...base, lists: { ...base.lists, versions } };
    const line = { id: 'l', condition: 'used' as const, technologyName: 'xi măng lò quay phương pháp ướt' };
    const verdict = async (confirmations: Confirmation[]) =>
      find((await screen({ ...input({ lines: [line] }), lawSet, confirmations })).findings, 'used.line.lists')
        .verdict;
    expect(await verdict([])).toBe('inconclusive');
    expect(await verdict(confirmed(['a'], { decision: 'rejected' }))).toBe('met');
  });
});

describe('the result', () => {
  const facts: TechnologyFacts = {
    lines: [FULL_LINE, { ...FULL_LINE, id: 'k' }],
    equipment: [FULL_MACHINE, { ...FULL_MACHINE, id: 'n', yearMade: 2004 }],
  };
  it('is the same bytes again, whatever the order of lines and machines', async () => {
    const reversed = {
      lines: [...(facts.lines ?? [])].reverse(),
      equipment: [...(facts.equipment ?? [])].reverse(),
    };
    expect(canonicalJson(await screen(input(reversed)))).toBe(canonicalJson(await screen(input(facts))));
  });
  it('is replayed from what is stored, and a difference is named', async () => {
    const expected = await screen(input(facts));
    const stored = {
      ...(JSON.parse(JSON.stringify(input(facts))) as ScreeningInput),
      engineVersion: ENGINE_VERSION,
    };
    expect(await replay(stored, expected)).toEqual({ same: true, firstDifference: null });
    const changed = { ...expected, blocking: !expected.blocking };
    expect(await replay(stored, changed)).toEqual({ same: false, firstDifference: '/blocking' });
  });
  it('names the smallest change of each fact that changes the verdict, and the change does', async () => {
    const { findings } = await screen(input(facts));
    const late = findings.find(({ key }) => key === 'U-1:equipment[n]');
    expect(late?.wouldChange).toEqual([{ path: 'equipment[n].yearMade', to: 2016, becomes: 'met' }]);
    expect(await verdictOf(machine(2016, 2026, '84771039'), 'used.age')).toBe('met');
    expect(await verdictOf(machine(2015, 2026, '84771039'), 'used.age')).toBe('breached');
    expect(find(findings, 'used.line.oecd_sites').wouldChange).toEqual([
      { path: 'lines[k].oecdSites', to: 3, becomes: 'met' },
    ]);
    expect(findings.find(({ key }) => key === 'U-1:equipment[m]')?.wouldChange).toEqual([
      { path: 'equipment[m].plannedArrivalYear', to: 2031, becomes: 'breached' },
    ]);
  });
  it('has unique keys', async () => {
    const keys = (await screen(input(facts))).findings.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('sets the trigger: environment before the promise to cover all', async () => {
    expect((await screen(input({ project: { environmentalGroup: 'II' } }))).trigger).toBe('environment');
    expect((await screen(input({ project: { environmentalGroup: 'III' } }))).trigger).toBe(
      'local_full_coverage',
    );
    expect((await screen(input({}, { procedure: 'determination' }))).trigger).toBe('term_extension');
  });
  it.each([
    [{ lines: [{ actualCapacityPct: { value: 1e21 } }] }, 'impossible_value'],
    [{ lines: [{ actualCapacityPct: { value: '85' } }] }, 'malformed_request'],
  ])('refuses %j before any engine sees it', async (bad, code) => {
    const attempt = screen(input(bad as TechnologyFacts));
    await expect(attempt).rejects.toBeInstanceOf(Refusal);
    await expect(attempt).rejects.toMatchObject({ code });
  });
  it('is refused as unavailable when a table leaves a row unanswered or a model is missing', async () => {
    const base = lawSetFromPacks('opinion', ON, 'demonstration');
    const empty = { ...base, rules: { ...base.rules, models: [] } };
    const attempt = screen({ ...input({ equipment: [FULL_MACHINE] }), lawSet: empty });
    await expect(attempt).rejects.toMatchObject({
      code: 'screening_unavailable',
      details: { reason: 'model_not_in_set' },
    });
  });
  it('a rule from memory, or not in force in official mode, decides nothing', async () => {
    const base = lawSetFromPacks('opinion', ON, 'official');
    const weaken = (verification: 'memory' | 'inference') => ({
      ...base,
      rules: { ...base.rules, metas: base.rules.metas.map((meta) => ({ ...meta, verification })) },
    });
    const old = machine(2000, 2026, '84771039');
    for (const [verification, mode, note] of [
      ['memory', 'demonstration', 'rule_from_memory'],
      ['inference', 'official', 'not_acting_in_official_mode'],
    ] as const) {
      const { findings, blocking } = await screen({ ...input(old, { mode }), lawSet: weaken(verification) });
      expect(find(findings, 'used.age')).toMatchObject({
        verdict: 'inconclusive',
        severity: 'review',
        values: { advisedVerdict: 'breached' },
      });
      expect(find(findings, 'used.age').notes).toContain(note);
      expect(blocking).toBe(false);
    }
  });
});

describe('texts', () => {
  const models = [
    'used-2019/screening/used-machine',
    'used-2019/screening/used-line',
    'inv-2026/screening/outdated',
    'det-2023/screening/determination-certificate',
  ];
  const source = models
    .map((name) => readFileSync(new URL(`../../law/packs/${name}.json`, import.meta.url), 'utf8'))
    .join();
  const notesOfModels = [...source.matchAll(/"out_notes": "\[([^\]]*)\]"/g)].flatMap(
    ([, list = '']) => list.match(/[a-z_]+/g) ?? [],
  );

  it('both languages have the same tests, notes and notices', () => {
    for (const part of ['tests', 'notes', 'notices'] as const) {
      expect(Object.keys(CATALOGUES.en[part]).sort()).toEqual(Object.keys(CATALOGUES.vi[part]).sort());
    }
  });
  it('every test has a text, and every note of the tables', () => {
    const tests = RULE_FAMILIES.flatMap((family) => family.tests.map(({ test }) => test));
    expect(Object.keys(CATALOGUES.vi.tests)).toEqual(expect.arrayContaining(tests));
    expect(notesOfModels.length).toBeGreaterThan(10);
    expect(Object.keys(CATALOGUES.vi.notes)).toEqual(expect.arrayContaining(notesOfModels));
  });
  it('renders values the Vietnamese way, years as years', async () => {
    const { findings, notices } = await screen(
      input(usedLine({ consumptionOverDesignPct: { value: 1000 } })),
    );
    const rendered = renderFinding(find(findings, 'used.line.consumption'), 'vi');
    expect(rendered).toMatchObject({
      title: 'Mức tiêu hao của dây chuyền đã qua sử dụng',
      verdict: 'Không đạt',
    });
    expect(rendered.detail).toContain('Vượt thiết kế 1.000 %, quá 15 %.');
    expect(rendered.wouldChange[0]).toBe('Nếu lines[l].consumptionOverDesignPct là 15 thì kết quả là: Đạt.');
    expect(notices.map((notice) => renderNotice(notice, 'en')).join()).not.toMatch(/\{|list_version/);
    const age = find((await screen(input(machine(2004, 2026, '8477')))).findings, 'used.age');
    expect(renderFinding(age, 'en').wouldChange[0]).toContain('2016');
  });
  it('the engine version is the one installed', () => {
    const manifest = readFileSync(
      new URL('../../../node_modules/@gorules/zen-engine/package.json', import.meta.url),
      'utf8',
    );
    expect((JSON.parse(manifest) as { version: string }).version).toBe(ZEN_ENGINE_VERSION);
  });
});
