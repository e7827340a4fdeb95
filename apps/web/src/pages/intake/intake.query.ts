import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
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

/** The submitted dossiers that have waited longest. */
export const waitingQuery = queryOptions({
  queryKey: ['dossiers', 'waiting'],
  queryFn: ({ signal }) =>
    answer(
      api.GET('/api/v1/dossiers', {
        params: { query: { tab: 'open', status: ['submitted'], sort: 'receivedOn', limit: SHOWN } },
        signal,
      }),
    ),
});

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
  keys: { open: string; letter: string; papers: string; correct: string };
  dossierId: string | null;
  /** What the draft was opened or corrected with. */
  written: Intake | null;
  documentId: string | null;
}
export const newProgress = (): IntakeProgress => ({
  keys: { open: newActKey(), letter: newActKey(), papers: newActKey(), correct: newActKey() },
  dossierId: null,
  written: null,
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

/** What of a draft can be corrected here: everything but its sender and its procedure. */
const correctable = ({ number, on, receivedOn, projectName, investor }: Intake) =>
  JSON.stringify([number, on, receivedOn, projectName, investor?.id]);

/** Writes into the draft what was changed after it was opened. @throws ProblemError */
async function correctDraft(dossierId: string, intake: Intake, key: string): Promise<void> {
  const { number, on, receivedOn, projectName, sender, investor } = intake;
  const { revision, facts } = await httpTransport.read(dossierId);
  await answer(
    api.PATCH('/api/v1/dossiers/{id}', {
      params: {
        path: { id: dossierId },
        header: { 'idempotency-key': key, 'if-match': `"${revision}"` } as never,
      },
      body: {
        facts: { project: { ...facts.project, name: projectName } },
        particulars: {
          incoming: { number, on, receivedOn },
          ...(investor && sender.kind !== 'investor' && { investorOrgId: investor.id }),
        },
      },
    }),
  );
}

/** Opens the draft, or corrects the one that is there already, so that it says what the clerk confirmed. */
async function writeDraft(intake: Intake, { keys, dossierId, written }: IntakeProgress): Promise<string> {
  if (dossierId === null) return openDraft(intake, keys.open);
  if (written === null || correctable(written) !== correctable(intake))
    await correctDraft(dossierId, intake, keys.correct);
  return dossierId;
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
  const dossierId = await writeDraft(intake, begun);
  const opened = { ...begun, dossierId, written: intake };
  onProgress(opened);
  const isRequest = intake.sender.kind !== 'investor';
  const fields = { kind: 'request_letter', ...(isRequest && { checklistItem: REQUEST_LETTER }) };
  const sending = { dossierId, file, fields, key: keys.letter, onProgress: () => undefined };
  const documentId =
    begun.documentId ?? (await uploadFile({ ...sending, signal: new AbortController().signal })).id;
  onProgress({ ...opened, documentId });
  if (!isRequest) return dossierId;
  const { revision } = await httpTransport.read(dossierId);
  const facts = { papers: [{ item: REQUEST_LETTER, documentId }] };
  await httpTransport.save(dossierId, { key: keys.papers, revision, facts });
  return dossierId;
}
