import { type BenchCase } from './cases.js';
import { type Server } from './installation.js';
import { round } from './load.js';
import { middle } from './quantile.js';

const SAMPLE_SECONDS = 5;
/** Share of the samples at either end that are compared; the first ones, in which the program warms up, are left out. */
const [WARM_UP, SHARE] = [0.1, 0.2];

/** What a long run saw of the memory of the API, in MB. */
export interface Soak {
  seconds: number;
  answers: number;
  failures: number;
  /** Middle of the samples after the warming up, and of the last ones. */
  early: number;
  late: number;
  highest: number;
}

/** All questions and commands in turn, for a long time, with a look at the memory every few seconds. */
export async function soak(
  api: Server,
  cases: () => Promise<readonly BenchCase[]>,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Soak> {
  const [memory, until] = [[] as number[], performance.now() + seconds * 1000];
  const seen = { answers: 0, failures: 0 };
  while (performance.now() < until)
    for (const one of await cases()) {
      const { answers, failures } = await round(api.url, one.product, connections, SAMPLE_SECONDS);
      seen.answers += answers;
      for (const count of failures.values()) seen.failures += count;
      memory.push(api.memory());
    }
  const warm = memory.slice(Math.floor(memory.length * WARM_UP));
  const compared = Math.max(1, Math.floor(warm.length * SHARE));
  return {
    ...{ seconds, ...seen, highest: Math.max(...memory) },
    early: middle(warm.slice(0, compared)),
    late: middle(warm.slice(-compared)),
  };
}

/** Memory is said to grow where the end holds more than the early part by so much: collections alone move it by some MB. */
const MOST_GROWTH_MB = 15;

/** What a long run must not show, in words; nothing where memory stayed and every answer was a success. */
export const soakTroubles = ({ early, late, failures }: Soak): string[] => [
  ...(late > early + MOST_GROWTH_MB ? [`memory grew from ${early} to ${late} MB`] : []),
  ...(failures > 0 ? [`${failures} answers were no success`] : []),
];
