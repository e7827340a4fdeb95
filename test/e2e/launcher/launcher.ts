import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One `start` of TechGate as an operator sees it: what it printed, how it ended. */
export interface Launch {
  process: ChildProcess;
  output: () => string;
  exited: Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Runs `npm start` or the launcher itself on a data folder of its own. It ends with its standard input, which we hold: a
 * run of tests that is killed leaves no installation behind.
 */
export function launch(dataDir: string, port: string, how: 'npm' | 'node' = 'node'): Launch {
  const [program, args] = how === 'npm' ? ['npm', ['start']] : [process.execPath, ['scripts/start.mjs']];
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^NODE_OPTIONS$|^NODE_ENV$/.test(name),
  );
  const child = spawn(program, args, {
    env: {
      ...Object.fromEntries(inherited),
      TECHGATE_DATA_DIR: dataDir,
      PORT: port,
      TECHGATE_ENDS_WITH_INPUT: 'true',
    },
    detached: true,
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      resolve(code);
    });
  });
  return { process: child, output: () => text, exited };
}

/** Polls until `holds`; throws with `what` when it does not within thirty seconds. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) if (await holds()) return;
  throw new Error(`not within 30 s: ${what}`);
}

export const isUp = (one: Launch) =>
  eventually(`TechGate is up\n${one.output()}`, () => one.output().includes('Ctrl-C ends it.'));

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The processes of a running installation, as its data folder names them. */
export function processesOf(dataDir: string): { postgres: number; children: number[] } {
  return {
    postgres: Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    children: JSON.parse(readFileSync(join(dataDir, 'children.json'), 'utf8')) as number[],
  };
}
