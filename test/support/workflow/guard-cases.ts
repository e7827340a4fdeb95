import { type ProblemCode } from '#contracts';
import { type AnyCommand, type CaseFacts } from '#workflow';

export interface GuardCase {
  when: string;
  facts: CaseFacts;
  command: AnyCommand;
}
export interface RefusingCase extends GuardCase {
  code: ProblemCode;
  details?: Record<string, unknown>;
}
export interface GuardCases {
  passes: GuardCase[];
  refuses: RefusingCase[];
}
export const lets = (when: string, facts: CaseFacts, command: AnyCommand): GuardCase => ({
  when,
  facts,
  command,
});
export const stops = (
  code: ProblemCode,
  when: string,
  facts: CaseFacts,
  command: AnyCommand,
  details: Record<string, unknown> = {},
): RefusingCase => ({ code, when, facts, command, details });
