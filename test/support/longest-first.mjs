// Jest's `testSequencer`. A fresh clone does not know how long a file takes, and by size, which Jest then goes by, the
// longest come last: one worker would end minutes after the others.
import { statSync } from 'node:fs';
import { relative } from 'node:path';

/** Seconds that the longest took when they were last looked at; only their order matters. */
const SECONDS = new Map([
  ['test/e2e/properties/appraisals.spec.ts', 136],
  ['test/e2e/properties/opinions.spec.ts', 128],
  ['test/e2e/web/frame.browser.spec.ts', 107],
  ['test/e2e/web/desk-dossier.browser.spec.ts', 98],
  ['test/e2e/web/investor.browser.spec.ts', 74],
  ['test/e2e/web/investor-hardships.browser.spec.ts', 63],
  ['test/e2e/web/council.browser.spec.ts', 62],
  ['test/e2e/procedure/shortest-paths.spec.ts', 59],
  ['test/e2e/faults.spec.ts', 58],
  ['test/e2e/web/investor-answers.browser.spec.ts', 56],
  ['test/e2e/web/admin-reports.browser.spec.ts', 55],
  ['test/e2e/launcher/start.spec.ts', 49],
  ['test/e2e/web/whole-way.browser.spec.ts', 48],
  ['test/e2e/web/decisions.browser.spec.ts', 45],
  ['test/e2e/demo.spec.ts', 44],
  ['test/e2e/fuzz/fuzz.spec.ts', 64],
  ['test/e2e/concurrency/processes.spec.ts', 22],
]);

const secondsOf = (path) => SECONDS.get(relative(process.cwd(), path).replaceAll('\\', '/')) ?? 0;

export default class LongestFirst {
  /** Known long files first, the rest by size. */
  sort(tests) {
    const weighed = tests.map((test) => ({
      test,
      seconds: secondsOf(test.path),
      bytes: statSync(test.path).size,
    }));
    weighed.sort((one, other) => other.seconds - one.seconds || other.bytes - one.bytes);
    return weighed.map(({ test }) => test);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
