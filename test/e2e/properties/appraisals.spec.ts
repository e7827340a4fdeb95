import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Bench, prepareBench, testTheLog } from '../../support/sequences/bench.js';
import { requireCoverage } from '../../support/sequences/coverage.js';
import { limitOf, runSequences } from '../../support/sequences/search.js';
import { SUITES } from '../../support/sequences/suites.js';
import { closeTampering } from '../../support/sequences/tamper.js';
import { startWorld, type World } from '../../support/sequences/world.js';

const RUNS = Math.ceil(Number(process.env['RUNS'] ?? 1000) / 2);
let world: World;
let bench: Bench;
beforeAll(async () => {
  world = await startWorld('appraisal_sequences');
  bench = await prepareBench(world, SUITES.appraisals);
}, 120_000);
afterAll(async () => {
  await closeTampering(world);
  await world.close();
});

test(
  'the invariants hold whatever people do with an appraisal, a change of technology or a determination',
  async () => {
    await runSequences(bench, { runs: RUNS, file: 'test/e2e/properties/appraisals.spec.ts' });
    await testTheLog(bench);
    console.log(bench.tally.print());
    expect(bench.tally.of('procedures')).toBe(RUNS);
    requireCoverage(bench.tally, RUNS, 'appraisals');
  },
  limitOf(RUNS) + 360_000,
);
