// Jest's `testSequencer`. A fresh clone does not know how long a file takes, and by size, which Jest then goes by, the
// longest come last: one worker would end minutes after the others.
import { statSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Seconds of processor, the database's and the browser's with it, that the longest took when they were last looked at; only
 * their order matters.
 */
const SECONDS = new Map([
  ['test/e2e/properties/appraisals.spec.ts', 136],
  ['test/e2e/properties/opinions.spec.ts', 128],
  ['test/e2e/fuzz/fuzz.spec.ts', 42],
  ['test/e2e/faults.spec.ts', 40],
  ['test/e2e/web/frame.browser.spec.ts', 39],
  ['test/e2e/procedure/shortest-paths.spec.ts', 34],
  ['test/e2e/web/desk-dossier.browser.spec.ts', 33],
  ['test/e2e/demo.spec.ts', 33],
  ['test/e2e/concurrency/processes.spec.ts', 24],
  ['test/integration/backup/backup.spec.ts', 22],
  ['test/e2e/launcher/start.spec.ts', 21],
  ['test/e2e/web/whole-way.browser.spec.ts', 20],
  ['test/e2e/web/admin-reports.browser.spec.ts', 20],
  ['test/e2e/web/council.browser.spec.ts', 19],
  ['test/e2e/web/investor-answers.browser.spec.ts', 17],
  ['test/e2e/web/decisions.browser.spec.ts', 15],
  ['test/e2e/web/investor.browser.spec.ts', 14],
  ['test/e2e/web/house.browser.spec.ts', 13],
  ['test/migrations/migrations.spec.ts', 13],
  ['test/e2e/web/desk.browser.spec.ts', 13],
  ['test/integration/projects/standing.spec.ts', 12],
  ['test/e2e/access/access-table.spec.ts', 12],
  ['test/e2e/web/investor-hardships.browser.spec.ts', 12],
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
