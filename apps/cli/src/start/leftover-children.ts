import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, isAlive, until } from '../postgres/postmaster.js';

const END_WITHIN = 10_000;
const fileIn = (dataDir: string): string => join(dataDir, 'children.json');

/** Notes the running children, so that a start after a killed launcher can wait for them. */
export function noteChildren(dataDir: string, pids: number[]): void {
  writeFileSync(fileIn(dataDir), JSON.stringify(pids));
}

/** Forgets them after an orderly end. */
export function forgetChildren(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

function leftovers(dataDir: string): number[] {
  if (!existsSync(fileIn(dataDir))) return [];
  const pids = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as number[];
  // The number may belong to a stranger by now.
  return pids.filter((pid) => isAlive(pid) && commandLineOf(pid).includes('end-with-parent'));
}

/**
 * Waits for children of a launcher that was killed: they end by themselves when it is gone; one that does not
 * within ten seconds is killed.
 */
export async function endLeftoverChildren(dataDir: string): Promise<void> {
  const pids = leftovers(dataDir);
  if (pids.length === 0) return;
  console.log('Waiting for processes of a run that was killed …');
  const ended = await until(() => pids.every((pid) => !isAlive(pid)), END_WITHIN);
  if (!ended) for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL');
}
