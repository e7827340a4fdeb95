// The second half of npm run bench:web: how fast the pages answer a hand on many dossiers.
//   --dossiers=100000   how many   --rounds=5   how often each   --reuse   the data of the run before   --keep   for the next
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '#identity';
import { launchBrowser } from '../../support/browser.js';
import { fill } from '../generator/fill.js';
import { Installation } from '../installation.js';
import { watch, type Reaction } from './interaction.js';
import { wayOfInteractions } from './interactions.js';

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    reuse: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const LIMIT_MS = 100;
const HEAD = 'truongphong1@demo.techgate.vn';

async function reactionsOf(url: string): Promise<Map<string, Reaction[]>> {
  const browser = await launchBrowser();
  const all = new Map<string, Reaction[]>();
  try {
    const context = await browser.newContext({ locale: 'vi', viewport: { width: 1280, height: 900 } });
    const data = { email: HEAD, password: DEMO_PASSWORD };
    await context.request.post(`${url}/api/v1/auth/session`, { data });
    const page = await context.newPage();
    await watch(page);
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const [name, reaction] of await wayOfInteractions(page, url))
        all.set(name, [...(all.get(name) ?? []), reaction]);
  } finally {
    await browser.close();
  }
  return all;
}

const middleOf = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const ms = (time: number): string => `${time.toFixed(0)} ms`.padStart(9);

/** What a hand waits for longer than it may, in the middle. */
const slowOf = (all: Map<string, Reaction[]>): string[] =>
  [...all]
    .filter(([, reactions]) => middleOf(reactions.map(({ paint }) => paint)) > LIMIT_MS)
    .map(([name]) => name);

function print(all: Map<string, Reaction[]>): void {
  console.log(`\n${values.dossiers} dossiers; from the press, middle and worst of ${values.rounds}:`);
  console.log(`${''.padEnd(28)}next picture        all of it drawn`);
  for (const [name, reactions] of all) {
    const [paint, rest] = [reactions.map((one) => one.paint), reactions.map((one) => one.rest)];
    const cells = [middleOf(paint), Math.max(...paint), middleOf(rest), Math.max(...rest)].map(ms);
    const mark = middleOf(paint) > LIMIT_MS ? `   over ${LIMIT_MS} ms` : '';
    console.log(`${name.padEnd(28)}${cells.join('')}${mark}`);
  }
}

const installation = await Installation.open(join(process.cwd(), '.tmp', 'bench-web'), {
  fresh: !values.reuse,
});
try {
  if (!values.reuse) {
    console.log(`Filling ${values.dossiers} dossiers: some minutes with many`);
    await installation.loading(() => fill(installation.owner, Number(values.dossiers)));
  }
  const api = await installation.startApi();
  try {
    const reactions = await reactionsOf(api.url);
    print(reactions);
    if (slowOf(reactions).length > 0) process.exitCode = 1;
  } finally {
    await api.stop();
  }
} finally {
  await installation.close(values.keep);
}
