import { isOfTheHouse, type OpenedDossier, viewStatusOf } from '#dossiers';
import { type ClockRow, isOpen } from '../clocks/clock.row.js';
import { type CommandAnswer, type EffectContext } from './command.types.js';

/** Two steps told as one: where it began and where it ends, the letters of both, everybody who is told once. */
export function asOneStep(first: CommandAnswer, last: CommandAnswer): CommandAnswer {
  const people = new Map([...first.recipients, ...last.recipients].map((person) => [person.id, person]));
  return {
    ...last,
    from: first.from,
    letters: [...first.letters, ...last.letters],
    recipients: [...people.values()],
    notices: [...first.notices, ...last.notices],
  };
}

/** What a command did, as its actor may know it. */
export async function answerOf(
  context: EffectContext,
  before: OpenedDossier,
  clocks: readonly ClockRow[],
): Promise<CommandAnswer> {
  const { row, letters, recipients, notices, command } = context;
  return {
    dossierId: row.id,
    fileCode: row.fileCode,
    command: command.name,
    from: before.viewStatus,
    status: await viewStatusOf(context.tx, row),
    step: row.step,
    round: row.round,
    revision: row.revision,
    dueOn: row.dueOn,
    clocks: clocks.filter(isOpen).map(({ id, ruleId, purpose, state, dueOn, rule }) => ({
      id,
      ruleId,
      purpose,
      state,
      dueOn,
      basis: rule.basis,
    })),
    letters,
    recipients: isOfTheHouse(context.tx.actor) ? recipients : [],
    notices,
    dryRun: false,
  };
}
