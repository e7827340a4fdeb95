import { type CommandName } from '#contracts';
import {
  COMMAND_FIELDS,
  type CommandValues,
  type ConditionEntry,
} from '../dossiers/commands/command-fields.js';

/** Words that somebody wrote for a step, under the field in which they stand. */
export interface Written {
  field: string;
  text: string;
}

const wordsOf = ({ what, deadlineOn, proof, responsible }: ConditionEntry): string =>
  [what, deadlineOn, proof, responsible].filter((text) => text.trim() !== '').join(' – ');

/** The words among what was entered for a step, in the order of its fields; what was only picked is not among them. */
export function writtenOf(command: CommandName, values: CommandValues): Written[] {
  return COMMAND_FIELDS[command].flatMap(({ name, kind }) => {
    const entered = values[name];
    const text =
      kind === 'conditions' && Array.isArray(entered)
        ? (entered as ConditionEntry[]).map(wordsOf).join('\n')
        : (kind === 'text' || kind === 'lines') && typeof entered === 'string'
          ? entered
          : '';
    return text.trim() === '' ? [] : [{ field: name, text: text.trim() }];
  });
}
