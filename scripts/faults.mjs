// npm run test:faults: builds when needed, since API and worker run as they are deployed, then plays the faults of test/fault.
import './ts-hooks.mjs';
import { ensureBuild } from './ensure-build.mjs';

await ensureBuild();
await import('../test/fault/main.ts');
