// npm test: every check of the project in order; goes on after a failure, so that one run shows all of them.
//   npm test -- --without-integration     the same without tests that need PostgreSQL (npm run check)
//   npm test -- lint unit                 the named steps only
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (...path) => join(root, 'node_modules', ...path);
const counts = { passed: 0, failed: 0 };

/** Runs a program of node_modules on this Node; whether it ended well. */
function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Full names that two tests of one file share: a failure could not be told from its neighbour's. */
function sharedNames({ testResults }) {
  return testResults.flatMap(({ name, assertionResults }) => {
    const names = assertionResults.map(({ fullName }) => fullName);
    return names.filter((one, index) => names.indexOf(one) !== index).map((one) => `${name}: ${one}`);
  });
}

function jest(project, ...options) {
  const report = join(root, '.tmp', `jest-${project}.json`);
  mkdirSync(join(root, '.tmp'), { recursive: true });
  rmSync(report, { force: true });
  const flags = ['--conditions=source', '--import=./scripts/ts-hooks.mjs', '--enable-source-maps'];
  const ran = node(
    ...flags,
    bin('jest', 'bin', 'jest.js'),
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${report}`,
    ...options,
  );
  if (!existsSync(report)) return false;
  const result = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  const shared = sharedNames(result);
  if (shared.length > 0) console.error(`Two tests of one name:\n${shared.join('\n')}`);
  return ran && shared.length === 0;
}

function openapiIsCurrent() {
  const fresh = join(root, '.tmp', 'openapi.json');
  mkdirSync(join(root, '.tmp'), { recursive: true });
  if (!node('--conditions=source', '--import', './scripts/ts-hooks.mjs', 'apps/api/src/openapi.ts', fresh))
    return false;
  const committed = join(root, 'openapi.json');
  if (existsSync(committed) && readFileSync(committed, 'utf8') === readFileSync(fresh, 'utf8')) return true;
  console.error('openapi.json is not what the API offers. Run: npm run openapi');
  return false;
}

const STEPS = {
  typecheck: () => node(bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'),
  lint: () => {
    const linted = node(bin('eslint', 'bin', 'eslint.js'), '.');
    return node(bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.') && linted;
  },
  boundaries: () =>
    node(
      bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'apps',
      'libs',
    ),
  unused: () => node(bin('knip', 'bin', 'knip.js')),
  openapi: () => !existsSync(join(root, 'apps', 'api', 'src', 'openapi.ts')) || openapiIsCurrent(),
  supply: () => node('scripts/supply.mjs', 'secrets', 'audit:check', 'licences', 'sbom'),
  unit: () => jest('unit', '--maxWorkers=2'),
  integration: () => jest('integration', '--maxWorkers=2'),
};

function chosenSteps(args) {
  const unknown = args.filter((word) => word !== '--without-integration' && !(word in STEPS));
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}`);
  const named = Object.keys(STEPS).filter((name) => args.includes(name));
  const steps = named.length > 0 ? named : Object.keys(STEPS);
  return args.includes('--without-integration') ? steps.filter((name) => name !== 'integration') : steps;
}

const failedSteps = chosenSteps(process.argv.slice(2)).filter((name) => {
  console.log(`\n== ${name}`);
  const begun = performance.now();
  const failedBefore = counts.failed;
  const passed = STEPS[name]();
  // A check that is no test, or a run that broke before it could count, is one failure.
  if (!passed && counts.failed === failedBefore) counts.failed += 1;
  console.log(
    `== ${name}: ${passed ? 'passed' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  return !passed;
});
console.log(failedSteps.length === 0 ? '\nEverything passed.' : `\nFailed: ${failedSteps.join(', ')}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failedSteps.length === 0 ? 0 : 1;
