import { execFile } from 'node:child_process';
import { beforeAll, expect, it } from '@jest/globals';

const ROUNDS = '8';
const LAST_LINE =
  /^8 rounds with seed \d+ in \d+ s: 8 faults, (\d+) acknowledged writes, 0 lost, 0 violations$/m;

/** A short run of what `npm run test:faults` does for long; on a failure its output says the seed and what was lost. */
const played = () =>
  new Promise<string>((resolve) => {
    const inherited = Object.entries(process.env).filter(([name]) => !/^JEST_|^NODE_/.test(name));
    const env = { ...Object.fromEntries(inherited), ROUNDS };
    const options = { env, maxBuffer: 10_000_000 };
    execFile(
      process.execPath,
      ['--conditions=source', 'scripts/faults.mjs'],
      options,
      (_, stdout, stderr) => {
        resolve(`${stdout}\n${stderr}`);
      },
    );
  });

let output = '';
beforeAll(async () => {
  output = await played();
}, 300_000);

it('nothing that was acknowledged is lost, whatever is killed, cut or filled, and all of it comes back by itself', () => {
  expect(output).toMatch(LAST_LINE);
  expect(Number(LAST_LINE.exec(output)?.[1])).toBeGreaterThan(20);
});

it('a write that was committed before its answer was lost is answered by its receipt', () => {
  expect(output).toMatch(/^ {2}answered by its receipt: cut after the commit: [1-9]/m);
});

const FIRST = [
  'API killed',
  'worker killed',
  'PostgreSQL killed',
  'cut before the commit',
  'cut after the commit',
  'disk full',
];
it.each(FIRST)('%s: once at least, and somebody was in the middle of something', (fault) => {
  const isImpossible = fault === 'disk full' && output.includes('no disk that can be filled');
  const hits = new RegExp(`^  hit: ${fault}: (\\d+)$`, 'm').exec(output)?.[1];
  expect(isImpossible || Number(hits) > 0).toBe(true);
});
