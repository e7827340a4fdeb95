// npm run bench: the product beside the same answers written by hand, on one database, in one run.
//   --sizes=1000,10000,100000  dossiers, one after the other      --seconds=3  length of a round      --rounds=5
//   --connections=16           --only=detail,search               --write  puts the tables into docs/performance.md
//   --profile                  writes a CPU profile of the API into .tmp/profile
//   --soak=600                 all cases in turn for so many seconds, with a look at the memory of the API
//   --fill-only                fills the largest size and tells how long it took
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCases, type BenchWorld, benchWorld, recordedRequests, signedIn, VIEWER } from './cases.js';
import { closedDoors, declareConflicts, type Door, hiddenFrom } from './closed-doors.js';
import { bareRates } from './floor/bare.js';
import { type Recorded } from './floor/replay.js';
import { fill } from './generator/fill.js';
import { Installation, type Server } from './installation.js';
import { type Effort, measure, type Measured } from './measure.js';
import { screeningTimes } from './screening.js';
import { soak, soakTroubles } from './soak.js';
import { markdownOf, type SizeReport, troubles, unexpected, writeInto } from './report.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
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
const CONFLICTED = 'truongphong2@demo.techgate.vn';
const STRANGERS = {
  'an investor': 'gom@demo.techgate.vn',
  'an expert who was not asked': 'chuyengia7@demo.techgate.vn',
  'a head in conflict': CONFLICTED,
};
const STRANGE = 250;
const say = (line: string): void => console.log(line);

async function sizeReport(installation: Installation, size: number, isLast: boolean): Promise<SizeReport> {
  const filling = await installation.loading(() => fill(installation.owner, size));
  say(`${size} dossiers: ${filling.rows} rows in ${filling.seconds.toFixed(1)} s`);
  const world = await benchWorld(installation.owner);
  const api = await installation.startApi(values.profile ? PROFILING : []);
  const idleMemory = api.memory();
  const statements = join(folder, 'statements.json');
  const asked = [VIEWER, JSON.stringify(recordedRequests(world)), statements];
  await installation.runProgram('test/bench/floor/record.ts', asked);
  const recorded = JSON.parse(readFileSync(statements, 'utf8')) as Recorded;
  const floor = await installation.startProgram('test/bench/floor/server.ts', [
    JSON.stringify(world.viewer),
    statements,
  ]);
  const seen = await (async () => {
    try {
      return await underLoad(installation, { world, recorded, api, floor, isLast });
    } finally {
      await floor.stop();
      await (values.profile ? api.stop() : api.kill());
    }
  })();
  const verify = await installation.verify();
  say(
    `  verify: ${(verify.entries / verify.seconds).toFixed(0)} entries/s, ${verify.ok ? 'sound' : 'NOT SOUND'}`,
  );
  return { size, filling, startedIn: api.startedIn, idleMemory, ...seen, verify };
}

interface Loaded {
  world: BenchWorld;
  recorded: Recorded;
  api: Server;
  floor: Server;
  isLast: boolean;
}

/** Every case on its own, closed doors, and what the simplest server answers. */
async function underLoad(
  installation: Installation,
  { world, recorded, api, floor, isLast }: Loaded,
): Promise<Pick<SizeReport, 'measured' | 'doors' | 'bare'>> {
  const { app } = installation.database.connections;
  const measuring = { api, floor, app, databaseTime: () => installation.databaseTime() };
  const wanted = values.only?.split(',');
  const names = benchCases(world, {}).map(({ name }) => name);
  const measured = [];
  for (const name of names.filter((one) => wanted?.some((word) => one.includes(word)) ?? true)) {
    const one = benchCases(world, await signedIn(api.url), recorded).find((found) => found.name === name);
    if (one) measured.push(await measure(one, measuring, effort));
    measured.slice(-1).forEach((last) => say(lineOf(last)));
  }
  if (wanted !== undefined || !isLast) return { measured, doors: [], bare: null };
  const doors = await doorsOf(installation, api.url, world.details);
  return { measured, doors, bare: await bareRates(floor.url, { owner: installation.owner, app }, effort) };
}

const lineOf = ({ name, product, floor, byHand, memory, cost }: Measured): string =>
  `  ${name}: ${product.perSecond.toFixed(0)}/s of ${floor.perSecond.toFixed(0)}/s${byHand ? ` (by hand ${byHand.perSecond.toFixed(0)}/s)` : ''}, p99 ${product.p99.toFixed(1)} ms, ${memory} MB, API ${cost.api.toFixed(2)} + database ${cost.database.toFixed(2)} ms (floor ${cost.floor.toFixed(2)} + ${cost.floorDatabase.toFixed(2)}), ${product.failures} failures`;

/** People outside and one of the house ask for what they may not see, and for what is not there. */
async function doorsOf(installation: Installation, url: string, ids: readonly string[]): Promise<Door[]> {
  const asked = ids.slice(0, STRANGE);
  await declareConflicts(installation.owner, CONFLICTED, asked);
  const doors: Door[] = [];
  for (const [who, email] of Object.entries(STRANGERS)) {
    const headers = await signedIn(url, email);
    doors.push(...(await closedDoors(url, { who, headers }, await hiddenFrom(url, headers, asked))));
  }
  return doors;
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
    const found = soakTroubles(seen);
    found.forEach(say);
    if (found.length > 0) process.exitCode = 1;
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
    for (const size of sizes) reports.push(await sizeReport(installation, size, size === sizes.at(-1)));
    const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
    const screening = await screeningTimes();
    const markdown = markdownOf(reports, { command, day: new Date().toISOString().slice(0, 10), screening });
    say(`\n${markdown}`);
    const found = troubles(reports);
    [...found, ...unexpected(reports, screening)].forEach((trouble) => {
      say(trouble);
      process.exitCode = 1;
    });
    if (found.length === 0 && values.write) writeInto(join('docs', 'performance.md'), markdown);
  }
} finally {
  await installation.close(values.keep);
}
