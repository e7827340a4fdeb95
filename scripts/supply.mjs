// npm run secrets | audit:check | audit:update | licences | sbom
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { billOfMaterials } from './bill-of-materials.mjs';
import { auditFindings, licenceFaults, packagesImported, snapshotOf, withBundled } from './supply-chain.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SNAPSHOT = join(root, 'docs', 'security', 'advisories.json');
const SBOM = join(root, '.tmp', 'sbom.cdx.json');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const webSources = () =>
  readdirSync(join(root, 'apps', 'web', 'src'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(ts|tsx|css)$/.test(name) && !/\.(spec|d)\.ts$/.test(name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
/** The lock, with what the web application is made of among what ships. */
const lock = () => withBundled(json(join(root, 'package-lock.json')), packagesImported(webSources()));
const write = (path, value) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
};
const fail = (title, lines) => {
  console.error(`${title}\n  ${lines.join('\n  ')}`);
  return false;
};

function npm(...args) {
  const name = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return spawnSync(name, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Secrets in the files of this folder, ignored ones left out; the history is not looked at. */
function secrets() {
  const bin = join(root, 'node_modules', 'secretlint', 'bin', 'secretlint.js');
  const args = [bin, '--secretlintignore', '.secretlintignore', '**/*', '**/.*'];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

function auditCheck() {
  const { faults, warnings } = auditFindings(lock(), json(SNAPSHOT), new Date());
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  return faults.length === 0 || fail('Advisories against what ships:', faults);
}

/** Asks the registry; needs the network. What it does not answer leaves the snapshot as it is. */
function auditUpdate() {
  const answer = npm('audit', '--json', '--package-lock-only');
  const report = JSON.parse(answer.stdout || '{}');
  if (report.vulnerabilities === undefined)
    return fail('The registry gave no advisories; the snapshot stays as it is.', [
      report.message ?? report.error?.summary ?? answer.stderr.trim(),
    ]);
  const earlier = existsSync(SNAPSHOT) ? json(SNAPSHOT).accepted : [];
  write(SNAPSHOT, snapshotOf(report, lock(), earlier, new Date()));
  return auditCheck();
}

const manifestAt = (path) => {
  const file = join(root, path, 'package.json');
  return existsSync(file) ? json(file) : null;
};
function licences() {
  const faults = licenceFaults(lock(), manifestAt);
  return faults.length === 0 || fail('Licences that may not ship, or that nobody read:', faults);
}

/** CycloneDX of what ships, from the lock file: the same lock gives the same bytes. */
function sbom() {
  const bom = billOfMaterials(lock(), json(join(root, 'package.json')), manifestAt);
  write(SBOM, bom);
  console.log(`${bom.components.length} components in ${SBOM}`);
  return true;
}

const STEPS = { secrets, 'audit:check': auditCheck, 'audit:update': auditUpdate, licences, sbom };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (asked.length === 0 || unknown.length > 0)
  throw new Error(`No such step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}`);
process.exitCode = asked.map((name) => STEPS[name]()).every(Boolean) ? 0 : 1;
