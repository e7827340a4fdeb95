import { fork } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from '../config.js';
import { type Connections } from '../database/connections.js';
import { toDatabaseUrl } from '../database/database-url.js';
import { NODE_FLAGS } from '../start/node-flags.js';

/** Runs `dist/apps/api/src/demo/<name>.main.js` on a database until it ends, its files under `dataDir`; returns its exit code. */
export function runApiScript(
  name: string,
  args: readonly string[],
  { root, dataDir }: { root: string; dataDir: string },
  { app }: Connections,
): Promise<number> {
  const entry = join(root, 'dist', 'apps', 'api', 'src', 'demo', `${name}.main.js`);
  const env = childEnvironment({
    DATABASE_URL: toDatabaseUrl(app),
    STORAGE_FOLDER: join(dataDir, 'storage'),
    KEY_FOLDER: join(dataDir, 'keys'),
    PROOF_FOLDER: join(dataDir, 'proofs'),
    PACKS_FOLDER: join(root, 'libs', 'law', 'packs'),
    LOG_LEVEL: 'error',
    MODE: 'demonstration',
    NODE_ENV: 'development',
  });
  const guard = new URL('../start/end-with-parent.js', import.meta.url).href;
  const child = fork(entry, args, { cwd: root, env, execArgv: [...NODE_FLAGS, '--import', guard] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
