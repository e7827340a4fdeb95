import { useState } from 'react';
import { type CommandName, COMMANDS } from '#contracts';
import { usePerson } from '../../../session/session.provider.js';
import { keepEntry, readEntry } from '../../../ui/kept-entry.js';
import { type CommandValues } from './command-fields.js';

type Entered = Partial<Record<CommandName, CommandValues>>;
const nameOf = (personId: string, dossierId: string, command: CommandName) =>
  `techgate.step.${personId}.${dossierId}.${command}`;

/**
 * What a person entered for the steps of a dossier: it is there again after another page was looked at, and after a
 * reload, until the step is taken or the window is closed.
 */
export function useEnteredValues(dossierId: string) {
  const { id: personId } = usePerson();
  const [entered, setEntered] = useState<Entered>(() =>
    Object.fromEntries(
      COMMANDS.flatMap((command) => {
        const values = readEntry<CommandValues>(sessionStorage, nameOf(personId, dossierId, command));
        return values === null ? [] : [[command, values]];
      }),
    ),
  );
  const enter = (command: CommandName, values: CommandValues | null) => {
    keepEntry(sessionStorage, nameOf(personId, dossierId, command), values);
    setEntered((before) => ({ ...before, [command]: values ?? undefined }));
  };
  return { enteredFor: (command: CommandName) => entered[command] ?? null, enter };
}
