import { type TechnologyFacts } from '#contracts';
import { screen } from '#screening';
import { input } from '../support/screening-inputs.js';

const MACHINES = 200;
const LINES = 5;
const HEADINGS = ['84771039', '84561100', '84798210', '85044090', '84193900', '84629910'];
const [WARM_UP, TIMES] = [10, 100];

/** A plant of many machines, new and used, with the values that the rules ask for. */
const plant = (): TechnologyFacts => ({
  project: { name: 'Nhà máy cơ khí chính xác Đông Sơn', stage: 'decision', environmentalGroup: 'II' },
  lines: Array.from({ length: LINES }, (_, at) => ({
    id: `line${at}`,
    name: `Dây chuyền ${at + 1}`,
    technologyName: ['gia công CNC', 'mạ điện', 'ép phun nhựa', 'sấy phun', 'cán nguội'][at] ?? 'lắp ráp',
    condition: at % 2 === 0 ? ('used' as const) : ('new' as const),
    standards: ['QCVN 40'],
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
    standards: [`TCVN ${7000 + at}`],
    remainingCapacityPct: { value: 70 + (at % 30), uncertainty: 0 },
    efficiencyPct: { value: 60 + (at % 40), uncertainty: 0 },
  })),
});

/** Milliseconds of one screening of a plant of 200 machines: the middle and the slowest but one of a hundred. */
export async function screeningTimes(): Promise<{ p50: number; p99: number; findings: number }> {
  const times: number[] = [];
  let findings = 0;
  for (let at = 0; at < WARM_UP + TIMES; at += 1) {
    const begun = performance.now();
    findings = (await screen(input(plant()))).findings.length;
    if (at >= WARM_UP) times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { p50: times[TIMES / 2] ?? 0, p99: times[TIMES - 2] ?? 0, findings };
}
