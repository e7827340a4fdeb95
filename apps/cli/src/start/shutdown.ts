import { existsSync, readFileSync } from 'node:fs';
import { type CliConfig } from '../config.js';

const WATCH_EVERY = 100;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

const ofLinux = (pid: number, file: string): string => {
  const path = `/proc/${pid}/${file}`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
// The fields after the command's name, which stands in parentheses and may hold anything.
const parentOf = (pid: number): number => Number(ofLinux(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0);
const isShell = (pid: number): boolean => /^[^\0]*sh\0-c\0/.test(ofLinux(pid, 'cmdline'));

/** Who stands between us and npm, npm included: where the shell of a script stays in between, both. */
function lineToNpm(): string {
  const parent = process.ppid;
  return isShell(parent) ? `${parent} ${parentOf(parent)}` : String(parent);
}

/** Calls back when npm, or the shell it started us with, is gone: they do not pass on every signal. */
function whenNpmIsGone(listener: () => void): void {
  const line = lineToNpm();
  const watch = setInterval(() => {
    if (lineToNpm() === line) return;
    clearInterval(watch);
    listener();
  }, WATCH_EVERY);
  watch.unref();
}

/** Calls back when nobody holds the other end of standard input any more; watching alone keeps no process alive. */
function whenInputEnds(listener: () => void): void {
  const { stdin } = process;
  for (const event of ['end', 'close', 'error']) stdin.once(event, listener);
  stdin.resume();
  if ('unref' in stdin) stdin.unref();
}

/**
 * Resolves with the reason to end: a signal, or npm or standard input gone without one. Repeated signals are the same wish
 * (npm passes on the Ctrl-C that the terminal also sends), so only the first counts.
 */
export function wishToEnd({
  underNpm,
  endsWithInput,
}: Pick<CliConfig, 'underNpm' | 'endsWithInput'>): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        resolve(signal);
      });
    }
    if (endsWithInput) whenInputEnds(() => resolve('standard input ended'));
    if (!underNpm || process.platform === 'win32') return;
    whenNpmIsGone(() => {
      resolve('npm is gone');
    });
  });
}
