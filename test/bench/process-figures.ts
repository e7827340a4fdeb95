import { type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory in MB. */
export function residentMegabytes({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

const TICKS_A_SECOND = 100;
/** Fields of `/proc/<pid>/stat` after the name, which may hold spaces: state, parent, ... user and system time. */
const statOf = (pid: string): string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    // It has ended since the folder was read.
    return Array.from({ length: 15 }, () => '0');
  }
};
/** Seconds of all processors so far. */
export const processorTimeOf = (pid: string): number => {
  const stat = statOf(pid);
  return (Number(stat[11]) + Number(stat[12])) / TICKS_A_SECOND;
};
/** Seconds of the children that have ended: connections that were idle are closed while another server is measured. */
export const timeOfEnded = (parent: string): number => {
  const stat = statOf(parent);
  return (Number(stat[13]) + Number(stat[14])) / TICKS_A_SECOND;
};
export const childrenOf = (parent: number): string[] =>
  readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && statOf(pid)[1] === String(parent));
