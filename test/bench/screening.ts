import { type TechnologyFacts } from '#contracts';
import { screen } from '#screening';
import { input } from '../support/screening-inputs.js';

const MACHINES = 200;
const LINES = 5;
const HEADINGS = ['84771039', '84561100', '84798210', '85044090', '84193900', '84629910'];
const [WARM_UP, TIMES] = [10, 100];

/** Three letters for a plant, as its works write their own standard. */
const lettersOf = (plant: number): string =>
  [676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(plant / place) % 26))).join('');

/**
 * A plant of many machines, new and used, with the values that the rules ask for. The standard of its own works and its lines
 * are named as in no other plant, so that nothing of what was judged for another one answers for it.
 */
const plant = (works: string): TechnologyFacts => ({
  project: { name: 'Nhà máy cơ khí chính xác Đông Sơn', stage: 'decision', environmentalGroup: 'II' },
  lines: Array.from({ length: LINES }, (_, at) => ({
    id: `line${at}`,
    name: `Dây chuyền ${at + 1} ${works}`,
    technologyName: ['gia công CNC', 'mạ điện', 'ép phun nhựa', 'sấy phun', 'cán nguội'][at] ?? 'lắp ráp',
    condition: at % 2 === 0 ? ('used' as const) : ('new' as const),
    standards: ['QCVN 40', works],
    actualCapacityPct: { value: 90, uncertainty: 1 },
  })),
  equipment: Array.from({ length: MACHINES }, (_, at) => ({
    id: `m${at}`,
    name: `Máy số ${at + 1}`,
    hsCode: HEADINGS[at % HEADINGS.length] ?? '84771039',
    condition: at % 3 === 0 ? ('new' as const) : ('used' as const),
    yearMade: 2000 + (at % 25),
    plannedArrivalYear: 2026,
    lineRef: `line${at % LINES}`,
    standards: [`TCVN ${7000 + at}`, works],
    remainingCapacityPct: { value: 70 + (at % 30), uncertainty: 0 },
    efficiencyPct: { value: 60 + (at % 40), uncertainty: 0 },
  })),
});

/** Milliseconds of one screening: the middle and the slowest but one of a hundred, and what the middle costs a processor. */
export interface Times {
  p50: number;
  p99: number;
  processor: number;
}
/** `first`: a plant that nobody screened before; `again`: the same plant once more. */
export interface ScreeningTimes {
  first: Times;
  again: Times;
  findings: number;
}

const ranked = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

async function timesOf(plantOf: (round: number) => TechnologyFacts): Promise<Times> {
  const [wall, processor]: [number[], number[]] = [[], []];
  for (let at = 0; at < WARM_UP + TIMES; at += 1) {
    const given = input(plantOf(at));
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await screen(given);
    const { user, system } = process.cpuUsage(used);
    if (at < WARM_UP) continue;
    wall.push(performance.now() - begun);
    processor.push((user + system) / 1000);
  }
  const middle = TIMES / 2;
  const sorted = ranked(wall);
  return {
    p50: sorted[middle] ?? 0,
    p99: sorted[TIMES - 2] ?? 0,
    processor: ranked(processor)[middle] ?? 0,
  };
}

/** A plant of 200 machines, screened for the first time and again; the engine and the law are warm in both. */
export async function screeningTimes(): Promise<ScreeningTimes> {
  const first = await timesOf((round) => plant(lettersOf(round)));
  const same = lettersOf(WARM_UP + TIMES);
  const again = await timesOf(() => plant(same));
  return { first, again, findings: (await screen(input(plant(same)))).findings.length };
}
