import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PEOPLE } from '#identity';
import { ROLES } from '#contracts';
import { builtParts, bundledFiles, loadedBy } from './built-programs.js';
import { eventually, freePort, isAlive, isUp, launch, type Launch, processesOf } from './launcher.js';

const dataDir = mkdtempSync(join(tmpdir(), 'techgate-start-'));
chmodSync(dataDir, 0o755);
const started: Launch[] = [];
let port = 0;

const start = (how: 'npm' | 'node' = 'node', onPort = String(port)) => {
  const one = launch(dataDir, onPort, how);
  started.push(one);
  return one;
};
const answers = async () => (await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => null))?.status;
const pidsOf = ({ postgres, children }: ReturnType<typeof processesOf>) => [postgres, ...children];
/** A run of tests in short: it starts an installation, says which process that is, and never ends it. */
const SHORT_RUN = `
const { isUp, launch } = await import('./test/e2e/launcher/launcher.ts');
const one = launch(process.env.SHORT_RUN_FOLDER, process.env.SHORT_RUN_PORT);
await isUp(one);
console.log(one.process.pid);`;
const allGone = (pids: number[]) =>
  eventually(`these are gone: ${pids.join(', ')}`, () => !pids.some(isAlive));

beforeAll(async () => {
  port = await freePort();
  expect(spawnSync(process.execPath, ['scripts/build.mjs'], { encoding: 'utf8' })).toMatchObject({
    status: 0,
  });
}, 60_000);

afterAll(async () => {
  for (const { process: child, exited } of started) {
    if (child.exitCode === null) child.kill('SIGTERM');
    await exited;
  }
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

describe('npm start', () => {
  it('creates everything, answers, names an account of every role, refuses a second start and ends cleanly', async () => {
    const first = start('npm');
    await isUp(first);
    expect(await answers()).toBe(200);
    for (const role of ROLES) expect(DEMO_PEOPLE.filter(({ roles }) => roles.includes(role))).not.toEqual([]);
    for (const { email } of DEMO_PEOPLE) expect(first.output()).toContain(email);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    const second = start();
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`TechGate already runs from this folder at http://localhost:${port}`);
    // What the first start proved need not be proven again by the next one.
    expect(readFileSync(join(dataDir, 'proofs', 'golden-cases.sha256'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    const pids = pidsOf(processesOf(dataDir));
    first.process.kill('SIGTERM');
    await allGone(pids);
    await first.exited;
  }, 90_000);

  it('ends on Ctrl-C, which reaches the whole group, with exit code 0', async () => {
    const one = start();
    await isUp(one);
    const pids = pidsOf(processesOf(dataDir));
    process.kill(-(one.process.pid ?? 0), 'SIGINT');
    process.kill(-(one.process.pid ?? 0), 'SIGINT');
    expect(await one.exited).toBe(0);
    expect(one.output()).toContain('Ended.');
    await allGone(pids);
  }, 60_000);

  it('recovers from a launcher that was killed: its children end, its PostgreSQL is stopped and started anew', async () => {
    const killed = start();
    await isUp(killed);
    const { postgres, children } = processesOf(dataDir);
    killed.process.kill('SIGKILL');
    const next = start();
    await isUp(next);
    expect(next.output()).toContain('Stopped the PostgreSQL of a run that was killed.');
    await allGone([postgres, ...children]);
    expect(await answers()).toBe(200);
    next.process.kill('SIGTERM');
    expect(await next.exited).toBe(0);
  }, 90_000);

  it('ends with a run of tests that is killed by force, PostgreSQL and all', async () => {
    const run = spawn(process.execPath, [...process.execArgv, '--input-type=module', '--eval', SHORT_RUN], {
      env: { ...process.env, SHORT_RUN_FOLDER: dataDir, SHORT_RUN_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(run.stdout, 'data')) as [Buffer];
    const { postgres, children } = processesOf(dataDir);
    expect([postgres, ...children].every(isAlive)).toBe(true);
    run.kill('SIGKILL');
    await allGone([Number(String(said)), postgres, ...children]);
  }, 90_000);

  it('ends everything when the API is killed, with exit code 1', async () => {
    const one = start();
    await isUp(one);
    const { postgres, children } = processesOf(dataDir);
    process.kill(children[0] ?? 0, 'SIGKILL');
    expect(await one.exited).toBe(1);
    expect(one.output()).toContain('Ending: api ended (SIGKILL)');
    await allGone([postgres, ...children]);
  }, 60_000);

  it('names a taken port and how to set another, before PostgreSQL starts', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const one = start();
    expect(await one.exited).toBe(1);
    expect(one.output()).toContain(`Port ${port} is taken by another program.`);
    expect(one.output()).toContain(`PORT=${port + 1} npm start`);
    expect(one.output()).not.toMatch(/database|PostgreSQL/);
    await new Promise((resolve) => other.close(resolve));
  }, 30_000);

  it.each(['0', '65536', 'abc', '3000.5'])(
    'refuses the port %s by the name of its variable',
    async (wrong) => {
      const one = start('node', wrong);
      expect(await one.exited).toBe(1);
      expect(one.output()).toContain(`PORT must be a whole number from 1 to 65535, not "${wrong}".`);
    },
  );
});

describe('built programs', () => {
  /** A function without a state: two of it are as good as one. */
  const harmless = ['fast-deep-equal/index.js'];

  // A second `pg` reads dates in its own way, a second TypeORM or class-validator knows none of our classes.
  it.each(['api/src/main', 'worker/src/main', 'api/src/demo/load-demo.main'])(
    '%s loads nothing of what is bundled a second time',
    (program) => {
      const [loaded, bundled] = [loadedBy(program), bundledFiles()];
      expect(loaded).toContain('pg/lib/index.js');
      expect(bundled.size).toBeGreaterThan(1000);
      expect(loaded.filter((file) => bundled.has(file) && !harmless.includes(file))).toEqual([]);
    },
    30_000,
  );

  it('hold one byte for each letter', () => {
    const wide = builtParts().filter(([, text]) => /[^\0-\x7f]/.test(text));
    expect(wide.map(([file]) => file)).toEqual([]);
  });
});
