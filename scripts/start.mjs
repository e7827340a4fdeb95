// npm start: builds when needed, then hands over to the `start` command of apps/cli in this same process.
import { ensureWebBuild } from './build-web.mjs';
import { ensureBuild } from './ensure-build.mjs';

await ensureBuild();
await ensureWebBuild();
const { runCommand } = await import('../dist/apps/cli/src/main.js');
process.exitCode = await runCommand(['start', ...process.argv.slice(2)]);
