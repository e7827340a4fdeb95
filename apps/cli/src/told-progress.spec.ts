import { type VerificationStep } from '#audit';
import { toldProgress } from './told-progress.js';

const step = (part: VerificationStep['part'], done: number): VerificationStep => ({
  ...{ part, done, total: 120_000 },
  seen: { entries: 120_000, chains: 7, checkpoints: 3, steps: 9 },
});

test('each part is told as it begins, and the entries now and then', () => {
  const lines: string[] = [];
  const tell = toldProgress((line) => lines.push(line));
  for (const done of [0, 30_000, 60_000, 90_000, 120_000]) tell(step('chains', done));
  for (const part of ['checkpoints', 'checkpoints', 'reads', 'records', 'files'] as const)
    tell(step(part, 1));
  expect(lines).toEqual([
    'Chains and payloads',
    '… 60000 entries',
    '… 120000 entries',
    'Checkpoints, after 120000 entries in 7 chains',
    'Log of reads, after 3 checkpoints',
    'Dossiers, documents and letters',
    'Files, after 9 steps of dossiers',
  ]);
});
