/** What a process is told to say of itself: no setting that could hold a secret. */
export interface RunningProcess {
  role: 'api' | 'worker';
  version: string;
  mode: string;
  /** Where it can be asked; null: nowhere. */
  port: number | null;
  /** Digest of the law as it was loaded. */
  law: string;
}

/** The line of a process that is ready for work. */
export const startedLine = (running: RunningProcess) => ({
  msg: 'process started',
  ...running,
  node: process.version,
  pid: process.pid,
});

/** The line of a process that was told to end and has done so, after everything that was under way. */
export const endedLine = ({ role, version }: RunningProcess, signal: NodeJS.Signals) => ({
  msg: 'process ended',
  role,
  version,
  signal,
  pid: process.pid,
  upSeconds: Math.round(process.uptime()),
});
