// Installs the dependencies when they are missing or not those of the lock file. Runs before `start` and `test`
// on whatever Node the system has, so it uses built-ins of Node 20 only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null);

/** Whether every package that the lock demands on this platform is installed in the version it demands. */
function isInstalled() {
  const installed = packagesOf(`${root}node_modules/.package-lock.json`);
  if (installed === null) return false;
  return Object.entries(packagesOf(`${root}package-lock.json`)).every(
    ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
  );
}

function install() {
  console.log('Installing dependencies (once, about a minute) …');
  // `npm ci` deletes node_modules/.bin/node, the very Node that would run it: npm must find the system's.
  const PATH = (process.env.PATH ?? process.env.Path ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(`node_modules${sep}.bin`))
    .join(delimiter);
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH },
  });
  if (error) console.error(`npm could not be started: ${error.message}`);
  return status ?? 1;
}

if (!isInstalled()) process.exitCode = install();
