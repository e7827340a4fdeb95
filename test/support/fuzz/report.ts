import { type Fuzzer } from './fuzzer.js';

const listed = <Key>(counts: ReadonlyMap<Key, number>, most = 60) =>
  [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([name, n]) => `${String(name)} ${n}`)
    .join(', ');

/** What a run did, in a few lines: seed, answers by status and code, heap, the slowest. */
export function fuzzReport(
  { sent, tally, failures }: Fuzzer,
  { seed, heap, routes }: { seed: number; heap: readonly number[]; routes: number },
): string {
  tally.keepSlowest();
  const slowest = tally.slowest.map(
    ({ milliseconds, name, status }) => `${milliseconds.toFixed(0)} ms ${name} ${status}`,
  );
  return [
    `fuzz: seed ${seed}, ${sent} requests to ${tally.asked.size} of ${routes} routes, success on ${tally.succeeded.size}, ${failures.length} failures`,
    `  answers: ${listed(tally.statuses)}`,
    `  refusals: ${listed(tally.codes)}`,
    `  heap after collection, MiB: ${heap.map((size) => size.toFixed(0)).join(' ')}`,
    `  slowest: ${slowest.join(', ')}`,
  ].join('\n');
}
