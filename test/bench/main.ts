// npm run bench: the product beside the same answers written by hand, on one database, in one run.
//   --sizes=1000,10000,100000  dossiers, one after the other      --seconds=3  length of a round      --rounds=3
//   --connections=16           --only=detail,search               --write  puts the tables into docs/performance.md
//   --profile                  writes a CPU profile of the API into .tmp/profile
//   --soak=600                 all cases in turn for so many seconds, with a look at the memory of the API
//   --fill-only                fills the largest size and tells how long it took
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCases, benchWorld, signedIn } from './cases.js';
import { fill } from './generator/fill.js';
import { Installation } from './installation.js';
import { type Effort, measure } from './measure.js';
import { screeningTimes } from './screening.js';
import { soak } from './soak.js';
import { markdownOf, type SizeReport, troubles, writeInto } from './report.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    soak: { type: 'string' },
    'fill-only': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    reuse: { type: 'boolean', default: false },
  },
});
const effort: Effort = {
  connections: Number(values.connections),
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
};
const PROFILING = ['--cpu-prof', '--cpu-prof-dir=.tmp/profile'];
const say = (line: string): void => console.log(line);

async function sizeReport(installation: Installation, size: number): Promise<SizeReport> {
  const filling = await installation.loading(() => fill(installation.owner, size));
  say(`${size} dossiers: ${filling.rows} rows in ${filling.seconds.toFixed(1)} s`);
  const { app } = installation.database.connections;
  const world = await benchWorld(installation.owner);
  const api = await installation.startApi(values.profile ? PROFILING : []);
  const idleMemory = api.memory();
  const floor = await installation.startProgram('test/bench/floor/server.ts', [JSON.stringify(world.viewer)]);
  const measured = [];
  try {
    const wanted = values.only?.split(',');
    const names = benchCases(world, {}).map(({ name }) => name);
    for (const name of names.filter((one) => wanted?.some((word) => one.includes(word)) ?? true)) {
      const one = benchCases(world, await signedIn(api.url)).find((found) => found.name === name);
      if (one)
        measured.push(
          await measure(one, { api, floor, app, databaseTime: () => installation.databaseTime() }, effort),
        );
      const last = measured.at(-1);
      if (last)
        say(
          `  ${name}: ${last.product.perSecond.toFixed(0)}/s of ${last.floor.perSecond.toFixed(0)}/s, p99 ${last.product.p99.toFixed(1)} ms, ${last.memory} MB, API ${last.cost.api.toFixed(2)} + database ${last.cost.database.toFixed(2)} ms (floor ${last.cost.floor.toFixed(2)} + ${last.cost.floorDatabase.toFixed(2)}), ${last.product.failures} failures`,
        );
    }
  } finally {
    await floor.stop();
    await (values.profile ? api.stop() : api.kill());
  }
  const verify = await installation.verify();
  say(
    `  verify: ${(verify.entries / verify.seconds).toFixed(0)} entries/s, ${verify.ok ? 'sound' : 'NOT SOUND'}`,
  );
  return { size, filling, startedIn: api.startedIn, idleMemory, measured, verify };
}

/** A new sign-in before each turn: what a person carries is valid for minutes only. */
async function soaked(installation: Installation, size: number): Promise<string> {
  await installation.loading(() => fill(installation.owner, size));
  const world = await benchWorld(installation.owner);
  const api = await installation.startApi();
  const idle = api.memory();
  const cases = async () => benchCases(world, await signedIn(api.url));
  try {
    const seen = await soak(api, cases, { seconds: Number(values.soak), connections: effort.connections });
    return `${size} dossiers, ${seen.seconds} s: ${seen.answers} answers, ${seen.failures} failures; memory ${idle} MB before, ${seen.early} MB warm, ${seen.late} MB at the end, ${seen.highest} MB at most`;
  } finally {
    await api.stop();
  }
}

const folder = join(process.cwd(), '.tmp', values.soak === undefined ? 'bench' : 'soak');
const installation = await Installation.open(folder, { fresh: !values.reuse });
try {
  const sizes = values.sizes
    .split(',')
    .map(Number)
    .sort((a, b) => a - b);
  if (values.soak !== undefined) say(await soaked(installation, sizes[0] ?? 1000));
  else if (values['fill-only']) {
    const filled = await installation.loading(() => fill(installation.owner, sizes.at(-1) ?? 1000));
    say(JSON.stringify(filled));
  } else {
    const reports: SizeReport[] = [];
    for (const size of sizes) reports.push(await sizeReport(installation, size));
    const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
    const screening = await screeningTimes();
    const markdown = markdownOf(reports, { command, day: new Date().toISOString().slice(0, 10), screening });
    say(`\n${markdown}`);
    const found = troubles(reports);
    found.forEach(say);
    if (found.length > 0) process.exitCode = 1;
    else if (values.write) writeInto(join('docs', 'performance.md'), markdown);
  }
} finally {
  await installation.close(values.keep);
}
