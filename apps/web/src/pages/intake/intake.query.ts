import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ProcedureId } from '#contracts';
import { answer, api, newActKey } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { httpTransport } from '../investor/draft/dossier.query.js';
import { uploadFile } from '../../api/upload.js';

export type Organisation = Schema<'OrganisationDto'>;
const SHOWN = 10;

/** Organisations by a part of their name, without accents too, or by tax code. */
export const useOrganisations = (q: string, kind?: 'investor') =>
  useQuery({
    queryKey: ['organisations', 'intake', kind ?? '', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/organisations', {
          params: { query: { ...(kind && { kind }), ...(q !== '' && { q }), limit: SHOWN } },
          signal,
        }),
      ),
  });

/** The one organisation that fits what was read; null when none does, or several do. */
export function useTheOrganisation(read: string | undefined, kind?: 'investor'): Organisation | null {
  const { data, isPlaceholderData } = useOrganisations(read ?? '', kind);
  const [only, another] = data?.items ?? [];
  return read === undefined || isPlaceholderData || another !== undefined ? null : (only ?? null);
}

/** What is known of the letter, as the clerk confirmed it. */
export interface Intake {
  procedure: ProcedureId;
  number: string;
  on: string;
  receivedOn: string;
  projectName: string;
  sender: Organisation;
  investor: Organisation | null;
}
/** One key for each act, kept while it is tried again, and what is done already. */
export interface IntakeProgress {
  keys: { open: string; letter: string; papers: string };
  dossierId: string | null;
  documentId: string | null;
}
export const newProgress = (): IntakeProgress => ({
  keys: { open: newActKey(), letter: newActKey(), papers: newActKey() },
  dossierId: null,
  documentId: null,
});
/** The item of the checklist that a request of an agency is. */
const REQUEST_LETTER = 'D12';

async function openDraft(intake: Intake, key: string): Promise<string> {
  const { procedure, number, on, receivedOn, projectName, sender, investor } = intake;
  const opened = await answer(
    api.POST('/api/v1/dossiers', {
      params: { header: { 'idempotency-key': key } as never },
      body: {
        procedureId: procedure,
        onBehalfOf: sender.id,
        incoming: { number, on, receivedOn },
        projectName,
        ...(investor && sender.kind !== 'investor' && { investorOrgId: investor.id }),
      },
    }),
  );
  return (opened as unknown as { id: string }).id;
}

/**
 * Opens the draft, adds the letter and names it in the checklist. What is done already is not done again, so that it can
 * be called until it succeeds. @throws ProblemError
 */
export async function takeIn(
  intake: Intake,
  file: File,
  begun: IntakeProgress,
  onProgress: (progress: IntakeProgress) => void,
): Promise<string> {
  const { keys } = begun;
  const dossierId = begun.dossierId ?? (await openDraft(intake, keys.open));
  onProgress({ ...begun, dossierId });
  const isRequest = intake.sender.kind !== 'investor';
  const fields = { kind: 'request_letter', ...(isRequest && { checklistItem: REQUEST_LETTER }) };
  const sending = { dossierId, file, fields, key: keys.letter, onProgress: () => undefined };
  const documentId =
    begun.documentId ?? (await uploadFile({ ...sending, signal: new AbortController().signal })).id;
  onProgress({ ...begun, dossierId, documentId });
  if (!isRequest) return dossierId;
  const { revision } = await httpTransport.read(dossierId);
  const facts = { papers: [{ item: REQUEST_LETTER, documentId }] };
  await httpTransport.save(dossierId, { key: keys.papers, revision, facts });
  return dossierId;
}
