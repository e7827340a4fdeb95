import { type Bilingual, type Problem, PROBLEMS } from '#contracts';
import { type AuditEntry } from './audit-entry.js';

const KNOWN: Readonly<Record<string, Problem | undefined>> = PROBLEMS;

/** What the code of a refused act means, by the table of refusals; null where nothing was refused or the code is of an older release. */
export function refusalTitle({ outcome, facts }: Pick<AuditEntry, 'outcome' | 'facts'>): Bilingual | null {
  const code = facts['code'];
  if (outcome !== 'refused' || typeof code !== 'string' || !Object.hasOwn(KNOWN, code)) return null;
  const problem = KNOWN[code];
  return problem ? { vi: problem.vi.title, en: problem.en.title } : null;
}
