// npm run screenshots: builds when needed, since the pages that are shown are the built ones.
import { ensureWebBuild } from './build-web.mjs';
import { ensureBuild } from './ensure-build.mjs';

await ensureBuild();
await ensureWebBuild();
await import('../test/screenshots/main.ts');
