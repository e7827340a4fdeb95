// Builds when dist is missing or any source was edited, added or removed since the last build.
import { existsSync, readFileSync } from 'node:fs';
import { build, sourcesDigest, stampFile } from './build.mjs';

export async function ensureBuild() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesDigest()) return;
  console.log('Building …');
  const code = await build();
  if (code !== 0) process.exit(code);
}
