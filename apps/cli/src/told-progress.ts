import { type VerificationPart, type VerificationStep } from '#audit';

const ENTRIES_BETWEEN = 50_000;
const BEGINS: Record<VerificationPart, (seen: VerificationStep['seen']) => string> = {
  chains: () => 'Chains and payloads',
  checkpoints: ({ entries, chains }) => `Checkpoints, after ${entries} entries in ${chains} chains`,
  reads: ({ checkpoints }) => `Log of reads, after ${checkpoints} checkpoints`,
  records: () => 'Dossiers, documents and letters',
  files: ({ steps }) => `Files, after ${steps} steps of dossiers`,
};

/** Tells people at a command line how far a verification is: each part as it begins, and every 50,000 entries. */
export function toldProgress(out: (line: string) => void): (step: VerificationStep) => void {
  let [current, told]: [VerificationPart | null, number] = [null, 0];
  return ({ part, done, seen }) => {
    if (part !== current) out(BEGINS[(current = part)](seen));
    if (part === 'chains' && done - told >= ENTRIES_BETWEEN) out(`… ${(told = done)} entries`);
  };
}
