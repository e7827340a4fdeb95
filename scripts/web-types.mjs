// Writes the types of the API for the web application from openapi.json, when that is newer than they are. They are not
// committed: the document is, and one of the two would always be the older.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FILE = join(root, 'apps', 'web', 'src', 'api', 'schema.d.ts');

/** Brings the types up to date; quick when they are. */
export async function ensureWebTypes() {
  const document = readFileSync(join(root, 'openapi.json'), 'utf8');
  const mark = `// of openapi.json ${createHash('sha256').update(document).digest('hex')}\n`;
  if (existsSync(FILE) && readFileSync(FILE, 'utf8').startsWith(mark)) return;
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  writeFileSync(FILE, mark + astToString(await openapiTS(JSON.parse(document))));
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) await ensureWebTypes();
