import { Refusal } from '#kernel';

/** The exact release of the rules engine this shell was proved on; a test compares it with what is installed. */
export const ZEN_ENGINE_VERSION = '0.54.0';
/**
 * The code around the tables, oldest first. One is added whenever it changes a finding for equal input; an older one stays,
 * because what was screened by it is replayed by it.
 */
const RULE_SHELLS = ['2', '3'] as const;
export type RuleShell = (typeof RULE_SHELLS)[number];
/** What new screenings are made by. */
export const RULE_SHELL_VERSION: RuleShell = '3';
export const engineVersionOf = (shell: RuleShell): string =>
  `zen-engine@${ZEN_ENGINE_VERSION}+shell@${shell}`;
/** Stored with every screening, so that a replay knows what produced it. */
export const ENGINE_VERSION = engineVersionOf(RULE_SHELL_VERSION);

/** The shell named in a stored engine version. @throws Refusal `screening_unavailable` when this code never had it. */
export function shellOf(engineVersion: string): RuleShell {
  const named = engineVersion.split('+shell@')[1];
  const shell = RULE_SHELLS.find((known) => known === named);
  if (!shell) throw new Refusal('screening_unavailable', { reason: 'shell_unknown', engineVersion });
  return shell;
}
