// npm run test:fuzz: other requests each time, and more of them than npm test sends; what is set before stays, so SEED=7 asks again.
import { spawnSync } from 'node:child_process';

const env = { FUZZ_REQUESTS: '20000', FUZZ_WAYS: '20', SEED: 'random', ...process.env };
const jest = [
  '--conditions=source',
  '--import=./scripts/ts-hooks.mjs',
  '--enable-source-maps',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const asked = ['--selectProjects', 'integration', '--maxWorkers=1', 'test/e2e/fuzz'];
const { status } = spawnSync(process.execPath, [...jest, ...asked], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
