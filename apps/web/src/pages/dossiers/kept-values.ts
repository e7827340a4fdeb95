import { useState } from 'react';
import { type CommandName, COMMANDS } from '#contracts';
import { usePerson } from '../../session/session.provider.js';
import { type CommandValues } from './command-fields.js';

type Entered = Partial<Record<CommandName, CommandValues>>;
const nameOf = (personId: string, dossierId: string, command: CommandName) =>
  `techgate.step.${personId}.${dossierId}.${command}`;

function read(name: string): CommandValues | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as CommandValues | null;
  } catch {
    return null;
  }
}

function keep(name: string, values: CommandValues | null): void {
  try {
    if (values === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(values));
  } catch {
    // A device without room keeps it as long as the page is open.
  }
}

/**
 * What a person entered for the steps of a dossier: it is there again after another page was looked at, and after a
 * reload, until the step is taken or the window is closed.
 */
export function useEnteredValues(dossierId: string) {
  const { id: personId } = usePerson();
  const [entered, setEntered] = useState<Entered>(() =>
    Object.fromEntries(
      COMMANDS.flatMap((command) => {
        const values = read(nameOf(personId, dossierId, command));
        return values === null ? [] : [[command, values]];
      }),
    ),
  );
  const enter = (command: CommandName, values: CommandValues | null) => {
    keep(nameOf(personId, dossierId, command), values);
    setEntered((before) => ({ ...before, [command]: values ?? undefined }));
  };
  return { enteredFor: (command: CommandName) => entered[command] ?? null, enter };
}
