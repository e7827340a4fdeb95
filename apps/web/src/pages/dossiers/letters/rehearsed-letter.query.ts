import { queryOptions } from '@tanstack/react-query';
import { type CommandName } from '#contracts';
import { seenAt } from '../../../api/act-headers.js';
import { answerAsSession, type FetchedFile } from '../../../api/file.js';
import { sentBody } from '../../../api/sent-body.js';
import { dossierKey } from '../dossier.query.js';
import { type CommandAnswer } from '../dossier.types.js';

/** A command as it would be sent: with what was entered, on the dossier as it was seen. */
export interface Asked {
  command: CommandName;
  payload: Record<string, unknown>;
  revision: number;
}
/** Those that draft a letter, and the endorsement, which puts one before the leader. */
const WITH_LETTER: readonly CommandName[] = [
  'request_supplement',
  'return',
  'accept',
  'deadline_passed',
  'request_clarification',
  'notify_refusal',
  'endorse',
  'approve',
  'approve_with_conditions',
  'refuse',
];
export const draftsLetter = (command: CommandName): boolean => WITH_LETTER.includes(command);
/** Whether there is a letter to look at, of what a command would do. */
export const leadsToLetter = ({ command, letters }: Pick<CommandAnswer, 'command' | 'letters'>): boolean =>
  command === 'endorse' || (draftsLetter(command as CommandName) && letters.length > 0);

/** What of a command its letter prints: a note for the record is none of it, and draws no new letter. */
export const printedOf = ({ payload: { note: _note, ...printed }, ...asked }: Asked): Asked => ({
  ...asked,
  payload: printed,
});
/** By what a letter is known: another one would print something else. */
export const nameOfLetter = (asked: Asked): string => JSON.stringify(printedOf(asked));

/** What of a letter stands on the screen: itself, or that it cannot be shown. */
export interface Drawn {
  letter: string;
  whole: boolean;
}

/** The letter of a command as it would be printed; nothing is changed by asking. */
export const letterQuery = (id: string, asked: Asked | null) =>
  queryOptions({
    queryKey: dossierKey(id, 'letter', asked === null ? '' : nameOfLetter(asked)),
    enabled: asked !== null && draftsLetter(asked.command),
    retry: false,
    gcTime: 0,
    queryFn: ({ signal }) => rehearsedLetter(id, printedOf(asked as Asked), signal),
  });

/** @throws ProblemError what refuses the command, `command_drafts_no_letter` */
async function rehearsedLetter(
  id: string,
  { command, payload, revision }: Asked,
  signal: AbortSignal,
): Promise<FetchedFile> {
  const response = await answerAsSession(`/api/v1/dossiers/${id}/decision-letter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...seenAt(revision) },
    body: sentBody({ command, payload }),
    signal,
  });
  return { name: 'du-thao.pdf', content: await response.blob() };
}
