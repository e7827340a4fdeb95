// npm run bench: builds when needed, since the programs that are measured are the built ones, then runs test/bench.
import { ensureBuild } from './ensure-build.mjs';

await ensureBuild();
await import('../test/bench/main.ts');
