// npm run bench:web: what a browser loads for each page, and how fast pages answer a hand on many dossiers.
//   --weights   the first of the two only; options of the second: test/bench/web/main.ts
import { ensureWebBuild, keepBudget } from './build-web.mjs';
import { ensureBuild } from './ensure-build.mjs';

await ensureWebBuild();
if (!keepBudget()) process.exitCode = 1;
const rest = process.argv.slice(2).filter((word) => word !== '--weights');
if (!process.argv.includes('--weights')) {
  await ensureBuild();
  process.argv.splice(2, Infinity, ...rest);
  await import('../test/bench/web/main.ts');
}
