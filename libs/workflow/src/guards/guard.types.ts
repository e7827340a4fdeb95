import { type CommandName, type CommandPayloads, type ProblemCode } from '#contracts';
import { type AnyCommand, type CaseFacts, type ProcedureDefinition } from '../workflow.types.js';

/** Why a guard says no. */
export interface GuardRefusal {
  code: ProblemCode;
  details: Record<string, unknown>;
}
export type GuardAnswer = GuardRefusal | null;
/** What a procedure fixes for its guards. */
export type GuardLaw = Pick<ProcedureDefinition, 'supplementRequests' | 'states' | 'competence'>;

export interface Guard {
  /** Judges the whole command: null, or the refusal. */
  check: (facts: CaseFacts, command: AnyCommand, law: GuardLaw) => GuardAnswer;
  /** Judges what is known before the payload is written, for the menu of commands. */
  early: (facts: CaseFacts, command: CommandName, law: GuardLaw) => GuardAnswer;
  /** The commands that it can judge; null: any. */
  commands: readonly CommandName[] | null;
}

export const refusal = (code: ProblemCode, details: Record<string, unknown> = {}): GuardRefusal => ({
  code,
  details,
});
export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

type FactsRule = (facts: CaseFacts, command: CommandName, law: GuardLaw) => GuardAnswer;

/** A guard that looks at the facts only, so that the menu of commands already knows its answer. */
export const onFacts = (rule: FactsRule, commands: readonly CommandName[] | null = null): Guard => ({
  commands,
  early: rule,
  check: (facts, command, law) => rule(facts, command.name, law),
});

const silent: FactsRule = () => null;
type CommandOf<Name extends CommandName> = Extract<AnyCommand, { name: Name }>;
const isOneOf = <Name extends CommandName>(
  command: AnyCommand,
  names: readonly Name[],
): command is CommandOf<Name> => (names as readonly CommandName[]).includes(command.name);

/**
 * A guard that reads the payload of the named commands; `early` is the part that needs none.
 * @throws Error when a procedure put it on another command, which the loader refuses before.
 */
export function onPayload<Name extends CommandName>(
  names: readonly Name[],
  rule: (facts: CaseFacts, payload: CommandPayloads[Name], law: GuardLaw) => GuardAnswer,
  early: FactsRule = silent,
): Guard {
  return {
    commands: names,
    early,
    check(facts, command, law) {
      if (!isOneOf(command, names)) throw new Error(`guard cannot judge ${command.name}`);
      return early(facts, command.name, law) ?? rule(facts, command.payload as CommandPayloads[Name], law);
    },
  };
}
