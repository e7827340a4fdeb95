import { type VerificationSummary } from '../audit.query.js';

/** What is verified one after the other, as the server does it. */
export const PARTS = ['chains', 'checkpoints', 'reads', 'records', 'files'] as const;

/** How far a verification is in the whole, every part counting the same, from 0 to 100; 0 before it began. */
export function percentOf({
  part,
  done,
  total,
}: Pick<VerificationSummary, 'part' | 'done' | 'total'>): number {
  if (part === null) return 0;
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (100 * (PARTS.indexOf(part) + share)) / PARTS.length;
}
