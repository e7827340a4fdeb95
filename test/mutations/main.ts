import { type ChildProcess, fork } from 'node:child_process';
import { type Mutation, MUTATIONS } from './mutations.js';
import { type Played } from './play.js';

/** As many as each suite plays in `npm test`. */
const RUNS = process.env['RUNS'] ?? '500';
const out = (line: string): void => void process.stdout.write(`${line}\n`);

const wanted = process.argv.slice(2);
const isWanted = ({ invariant, name }: Mutation): boolean =>
  wanted.length === 0 || wanted.some((word) => word === String(invariant) || name.includes(word));
const chosen = [...MUTATIONS.entries()].filter(([, mutation]) => isWanted(mutation)).map(([index]) => index);
const found = new Set<number>();
const missedBy = new Map<number, number>();

const missedOf = ({ heldBy }: Mutation): string =>
  heldBy ? `not found, as long as others refuse it (${heldBy.join(', ')})` : 'MISSED';

/** Says what became of a mutation once one suite found it, or both did not. */
function judge(suite: string, { index, claim, sequences }: Played, seconds: number): void {
  const mutation = index === null ? undefined : MUTATIONS[index];
  if (!mutation || index === null || found.has(index)) return;
  const about = `${String(mutation.invariant).padStart(2)}  ${mutation.name}`;
  if (claim !== '') {
    found.add(index);
    out(`${about} – ${suite} found it after ${sequences} (${seconds.toFixed(0)} s): ${claim.slice(0, 110)}`);
  } else if (mutation.suite !== undefined || missedBy.has(index))
    out(`${about} – ${missedOf(mutation)} in ${sequences + (missedBy.get(index) ?? 0)} sequences`);
  else missedBy.set(index, sequences);
}

/** Plays with one suite whatever nobody has found yet, in this order. */
function suite(name: string, order: readonly number[]): Promise<void> {
  const hooks = ['./scripts/ts-hooks.mjs', './test/mutations/mutate.mjs'].flatMap((hook) => [
    '--import',
    hook,
  ]);
  const execArgv = ['--conditions=source', '--disable-warning=ExperimentalWarning', ...hooks];
  const env = { ...process.env, RUNS, JEST_WORKER_ID: 'm' };
  const child: ChildProcess = fork('test/mutations/play.ts', [name], { execArgv, env });
  const waiting = order.filter((index) => [name, undefined].includes(MUTATIONS[index]?.suite));
  let began = performance.now();
  child.on('message', (played: Played) => {
    judge(name, played, (performance.now() - began) / 1000);
    began = performance.now();
    let next = waiting.shift();
    while (next !== undefined && found.has(next)) next = waiting.shift();
    if (next === undefined) child.disconnect();
    else child.send(next);
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${name} ended with ${code}`))));
  });
}

/** What Jest runs before and after all tests: one PostgreSQL for all of them. */
const around = async (what: 'setup' | 'teardown'): Promise<void> => {
  const { default: run } = (await import(`../support/global-${what}.mjs`)) as {
    default: () => Promise<void>;
  };
  await run();
};
await around('setup');
try {
  await Promise.all([suite('opinions', chosen), suite('appraisals', [...chosen].reverse())]);
} finally {
  await around('teardown');
}
const left = chosen.filter((index) => !found.has(index));
const missed = left.filter((index) => MUTATIONS[index]?.heldBy === undefined);
out(
  `${found.size} of ${chosen.length} mutations found, ${missed.length} missed, ${left.length - missed.length} held by others`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
