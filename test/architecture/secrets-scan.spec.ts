import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT } from './cruise.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'techgate-secrets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LINTER = join(ROOT, 'node_modules', 'secretlint', 'bin', 'secretlint.js');
const RULES = join(ROOT, '.secretlintrc.json');
const chance = () => generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
const someSecret = () => chance().subarray(-24).toString('hex');
const privateKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Of planted files, which the rules of this repository find a secret in. */
async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const paths = Object.keys(files).map((name) => join(folder, name));
  const args = [LINTER, '--secretlintrc', RULES, '--format', 'json', ...paths];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const results = JSON.parse(stdout) as { filePath: string; messages: unknown[] }[];
  return results
    .filter(({ messages }) => messages.length > 0)
    .map(({ filePath }) => filePath.slice(folder.length + 1))
    .sort();
}

describe('the scan for secrets', () => {
  it('finds the kinds that an installation has: keys of the log, secrets and passwords in its environment', async () => {
    const planted = {
      'checkpoint.pem': privateKey(),
      'key-in-code.ts': `export const key = \`${privateKey()}\`;\n`,
      '.env.production': `PORT=3000\nJWT_SECRET=${someSecret()}\n`,
      'techgate.env': `export APP_PASSWORD="${someSecret()}"\n`,
      'session.env': `SESSION_SECRET = ${someSecret()}\n`,
      'compose.yaml': `services:\n  api:\n    environment:\n      OWNER_PASSWORD: ${someSecret()}\n`,
    };
    expect(await found(planted)).toEqual(Object.keys(planted).sort());
  });

  it('passes what names a secret without telling it', async () => {
    const harmless = {
      'compose-of-names.yaml':
        'environment:\n  JWT_SECRET: ${JWT_SECRET:?set it}\n  APP_PASSWORD: ${APP_PASSWORD}\n',
      '.env.example': 'JWT_SECRET=techgate-demonstration-jwt-secret-not-for-production\nMETRICS_TOKEN=\n',
      'words.md': 'A file that begins with -----BEGIN PRIVATE KEY----- is never sent.\n',
    };
    expect(await found(harmless)).toEqual([]);
  });
});
