import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = process.cwd();
const BIN = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const CONFIG = join(ROOT, '.dependency-cruiser.mjs');

interface CruiseResult {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
}

const packageOrFile = (path: string): string => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;

/** Runs dependency-cruiser with our rules on the folders of a tree; returns how many modules it saw and what it found. */
export function cruise(tree: string, folders: readonly string[]): { modules: number; violations: string[] } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, '--config', CONFIG, '--output-type', 'json', ...folders],
    { cwd: tree, encoding: 'utf8', maxBuffer: 200_000_000 },
  );
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as CruiseResult;
  const violations = summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${packageOrFile(to)}`,
  );
  return { modules: summary.totalCruised, violations: violations.sort() };
}
