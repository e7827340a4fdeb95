import { queryOptions } from '@tanstack/react-query';
import { type CommandName } from '#contracts';
import { newActKey } from '../../api/client.js';
import { type FetchedFile } from '../../api/file.js';
import { ProblemError, problemOf, UNREACHABLE } from '../../api/problem.js';
import { sessionState } from '../../api/session-state.js';
import { currentLanguage } from '../../i18n/language.js';
import { dossierKey, sendCommand } from '../dossiers/dossier.query.js';

/** A choice as it would be sent: the command with what was entered, on the dossier as it was seen. */
export interface Asked {
  command: CommandName;
  payload: Record<string, unknown>;
  revision: number;
}
/** The steps between a conclusion and its letter. */
export const DECIDING: readonly CommandName[] = [
  'endorse',
  'approve',
  'approve_with_conditions',
  'refuse',
  'send_back',
];
/** Those that end in a letter. */
export const WITH_LETTER: readonly CommandName[] = ['approve', 'approve_with_conditions', 'refuse'];

/** What a choice would do; nothing is changed by asking. */
export const rehearsalQuery = (id: string, asked: Asked | null) =>
  queryOptions({
    queryKey: dossierKey(id, 'rehearsal', JSON.stringify(asked)),
    enabled: asked !== null,
    retry: false,
    queryFn: () => sendCommand(id, { ...(asked as Asked), key: newActKey(), dryRun: true }),
  });

/** The letter of a choice as it would be printed. */
export const letterQuery = (id: string, asked: Asked | null) =>
  queryOptions({
    queryKey: dossierKey(id, 'letter', JSON.stringify(asked)),
    enabled: asked !== null && WITH_LETTER.includes(asked.command),
    retry: false,
    queryFn: () => decisionLetter(id, asked as Asked),
  });

/** @throws ProblemError what refuses the decision, `command_drafts_no_letter` */
async function decisionLetter(id: string, { command, payload, revision }: Asked): Promise<FetchedFile> {
  const response = await fetch(`/api/v1/dossiers/${id}/decision-letter`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'accept-language': currentLanguage(),
      'content-type': 'application/json',
      'if-match': `"${revision}"`,
      ...(sessionState.csrfToken !== null && { 'x-csrf-token': sessionState.csrfToken }),
    },
    body: JSON.stringify({ command, payload }),
  }).catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return { name: 'du-thao.pdf', content: await response.blob() };
}
