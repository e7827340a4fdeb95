import { type Status } from '#contracts';
import {
  type AnyCommand,
  type CaseFacts,
  type CommandOption,
  commandOptions,
  decide,
  type ProcedureDefinition,
  type Refused,
} from '#workflow';

/** What a command that is over is answered with: neither the menu nor a refusal tells a decision before its letter. */
const notNow = (command: string, status: Status): Refused => ({
  kind: 'refused',
  code: 'command_not_permitted_now',
  details: { command, status },
});

/** The menu of a dossier as an actor may know it whose view of the status is `seen`. */
export function optionsSeen(procedure: ProcedureDefinition, facts: CaseFacts, seen: Status): CommandOption[] {
  const real = commandOptions(procedure, facts);
  if (seen === facts.status) return real;
  const possible = new Set(real.filter(({ permitted }) => permitted).map(({ command }) => command));
  return commandOptions(procedure, { ...facts, status: seen }).map((option) => {
    if (!option.permitted || possible.has(option.command)) return option;
    const { code, details } = notNow(option.command, seen);
    return { ...option, permitted: false, reasons: [{ code, details }] };
  });
}

/** The refusal of a command as an actor may know it whose view of the status is `seen`. */
export function refusalSeen(
  procedure: ProcedureDefinition,
  facts: CaseFacts,
  command: AnyCommand,
  { refused, seen }: { refused: Refused; seen: Status },
): Refused {
  if (seen === facts.status) return refused;
  const answer = decide(procedure, command, { ...facts, status: seen });
  return answer.kind === 'refused' ? answer : notNow(command.name, seen);
}
