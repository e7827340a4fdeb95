// npm run cli -- <command>: builds when needed, then runs one of the operators' commands of apps/cli.
import { ensureBuild } from './ensure-build.mjs';

await ensureBuild();
const { runCommand } = await import('../dist/apps/cli/src/main.js');
process.exitCode = await runCommand(process.argv.slice(2));
