// npm test: every check of the project; goes on after a failure, so that one run shows all of them. Checks that are one
// process each run two at a time, the tests after them.
//   npm test -- --without-integration     the same without tests that need PostgreSQL (npm run check)
//   npm test -- lint unit                 the named steps only
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureWebTypes } from './web-types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (...path) => join(root, 'node_modules', ...path);
const counts = { passed: 0, failed: 0 };

/** Runs a program on this Node; whether it ended well. With `say` its lines are handed over, else they are shown. */
function node(args, say) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: say ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  if (say) for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
  return new Promise((resolve) => {
    child.once('error', () => resolve(false)).once('close', (code) => resolve(code === 0));
  });
}

/** Full names that two tests of one file share: a failure could not be told from its neighbour's. */
function sharedNames({ testResults }) {
  return testResults.flatMap(({ name, assertionResults }) => {
    const names = assertionResults.map(({ fullName }) => fullName);
    return names.filter((one, index) => names.indexOf(one) !== index).map((one) => `${name}: ${one}`);
  });
}

async function jest(project, ...options) {
  const report = join(root, '.tmp', `jest-${project}.json`);
  mkdirSync(join(root, '.tmp'), { recursive: true });
  rmSync(report, { force: true });
  // What a test makes is forgotten soon: where the young have room, a tenth of the work is spared.
  const flags = [
    ...['--conditions=source', '--import=./scripts/ts-hooks.mjs', '--enable-source-maps'],
    '--max-semi-space-size=64',
  ];
  const chosen = ['--selectProjects', project, '--json', `--outputFile=${report}`, ...options];
  const ran = await node([...flags, bin('jest', 'bin', 'jest.js'), ...chosen]);
  if (!existsSync(report)) return false;
  const result = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  const shared = sharedNames(result);
  if (shared.length > 0) console.error(`Two tests of one name:\n${shared.join('\n')}`);
  return ran && shared.length === 0;
}

async function openapiIsCurrent(say) {
  const fresh = join(root, '.tmp', 'openapi.json');
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const write = [
    '--conditions=source',
    '--import',
    './scripts/ts-hooks.mjs',
    'apps/api/src/openapi.ts',
    fresh,
  ];
  if (!(await node(write, say))) return false;
  const committed = join(root, 'openapi.json');
  if (existsSync(committed) && readFileSync(committed, 'utf8') === readFileSync(fresh, 'utf8')) return true;
  say('openapi.json is not what the API offers. Run: npm run openapi\n');
  return false;
}

// The longest first: two run at a time.
const CHECKS = {
  lint: (say) => node([bin('eslint', 'bin', 'eslint.js'), '.'], say),
  // Types and the rules that need them, by the compiler that is no JavaScript; .oxlintrc.json names the rules.
  typecheck: (say) => node([bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--type-check'], say),
  web: (say) => node(['scripts/build-web.mjs', '--budget'], say),
  format: (say) => node([bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'], say),
  boundaries: (say) => {
    const cruiser = bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    return node([cruiser, '--config', '.dependency-cruiser.mjs', 'apps', 'libs'], say);
  },
  unused: (say) => node([bin('knip', 'bin', 'knip.js')], say),
  openapi: openapiIsCurrent,
  supply: (say) => node(['scripts/supply.mjs', 'secrets', 'audit:check', 'licences', 'sbom'], say),
};
// A test that waits for PostgreSQL or a browser leaves its processor to another; four are as many as one PostgreSQL serves.
const workers = Math.min(4, availableParallelism() + 1);
const SUITES = {
  unit: () => jest('unit', '--maxWorkers=2'),
  integration: () => jest('integration', `--maxWorkers=${workers}`),
};
const STEPS = { ...CHECKS, ...SUITES };

function chosenSteps(args) {
  const unknown = args.filter((word) => word !== '--without-integration' && !(word in STEPS));
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}`);
  const named = Object.keys(STEPS).filter((name) => args.includes(name));
  const steps = named.length > 0 ? named : Object.keys(STEPS);
  return args.includes('--without-integration') ? steps.filter((name) => name !== 'integration') : steps;
}

const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
const failedSteps = [];

async function runStep(name, say) {
  const begun = performance.now();
  const failedBefore = counts.failed;
  const passed = await STEPS[name](say);
  // A check that is no test, or a run that broke before it could count, is one failure.
  if (!passed && (say || counts.failed === failedBefore)) counts.failed += 1;
  if (!passed) failedSteps.push(name);
  console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds(begun)}`);
}

/** What a check says is shown when it has ended, so that two do not talk at once. */
async function runCheck(name) {
  const said = [];
  await runStep(name, (text) => said.push(text));
  if (said.length > 0) console.log(said.join(''));
}

const chosen = chosenSteps(process.argv.slice(2));
const waiting = chosen.filter((name) => name in CHECKS);
const lane = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await runCheck(name);
};
// Lint and types of the web application need the types of the API.
await ensureWebTypes();
await Promise.all([lane(), lane()]);
for (const name of chosen.filter((one) => one in SUITES)) {
  console.log(`\n== ${name}`);
  await runStep(name);
}
console.log(failedSteps.length === 0 ? '\nEverything passed.' : `\nFailed: ${failedSteps.join(', ')}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failedSteps.length === 0 ? 0 : 1;
