import { existsSync, readFileSync } from 'node:fs';

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

/**
 * Resolves with the reason to end: a signal, or npm gone without one. Repeated signals are the same wish
 * (npm passes on the Ctrl-C that the terminal also sends), so only the first counts.
 */
export function wishToEnd(underNpm: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        resolve(signal);
      });
    }
    if (!underNpm || process.platform === 'win32') return;
    whenNpmIsGone(() => {
      resolve('npm is gone');
    });
  });
}
