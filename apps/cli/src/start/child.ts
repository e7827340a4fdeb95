import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../config.js';
import { NODE_FLAGS } from './node-flags.js';

const END_WITHIN = 10_000;

/** One part of the system that runs as a process of its own. */
export interface Child {
  name: string;
  pid: number | undefined;
  /** Resolves with a word on how it ended. */
  ended: Promise<string>;
  stop: () => Promise<void>;
}

const howItEnded = (code: number | null, signal: string | null): string =>
  signal ?? `code ${code ?? 'unknown'}`;

/** Ends a process by SIGTERM; what does not answer within ten seconds is killed. */
async function stop(process: ChildProcess, ended: Promise<string>): Promise<void> {
  process.kill('SIGTERM');
  const patience = setTimeout(() => process.kill('SIGKILL'), END_WITHIN);
  await ended;
  clearTimeout(patience);
}

/**
 * Starts `dist/apps/<name>/src/<main>.js` in a process group of its own, so that Ctrl-C reaches the launcher
 * alone and the order of ending is ours. Null when that part is not built.
 */
export function startChild(
  root: string,
  name: string,
  environment: Record<string, string>,
  main = 'main',
): Child | null {
  const entry = join(root, 'dist', 'apps', name, 'src', `${main}.js`);
  if (!existsSync(entry)) return null;
  const guard = new URL('./end-with-parent.js', import.meta.url).href;
  const child = fork(entry, [], {
    cwd: root,
    env: childEnvironment(environment),
    execArgv: [...NODE_FLAGS, '--import', guard],
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(howItEnded(code, signal));
    });
    child.once('error', (error) => {
      resolve(error.message);
    });
  });
  return { name, pid: child.pid, ended, stop: () => stop(child, ended) };
}
