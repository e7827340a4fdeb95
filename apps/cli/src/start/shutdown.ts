const WATCH_EVERY = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

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
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) resolve('npm is gone');
    }, WATCH_EVERY);
    watch.unref();
  });
}
