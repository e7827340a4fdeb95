import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type ProcedureId } from '#contracts';
import { answer, api, newActKey } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { httpTransport } from '../investor/draft/dossier.query.js';
import { uploadFile } from '../../api/upload.js';
import { type TakenList } from './machine-proposal.js';

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
  /** The name of the project as it was read, and the page; null when it was not. */
  readName: { value: string; page: number } | null;
  /** The machines that came with it; null: none. */
  list: TakenList | null;
}
/** The files that are taken in. */
export interface IntakeFiles {
  letter: File;
  table: File | null;
}
/** One key for each act, kept while it is tried again, and what is done already. */
export interface IntakeProgress {
  keys: { open: string; letter: string; table: string; facts: string; correct: string };
  dossierId: string | null;
  /** What the draft was opened or corrected with. */
  written: string | null;
  letterId: string | null;
  tableId: string | null;
}
export const newProgress = (): IntakeProgress => ({
  keys: {
    ...{ open: newActKey(), letter: newActKey(), table: newActKey() },
    ...{ facts: newActKey(), correct: newActKey() },
  },
  ...{ dossierId: null, written: null, letterId: null, tableId: null },
});
/** The item of the checklist that a request of an agency is. */
const REQUEST_LETTER = 'D12';
/** The item that a list of machines is. */
const MACHINE_LIST = 'D3';

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
  if (written !== correctable(intake)) await correctDraft(dossierId, intake, keys.correct);
  return dossierId;
}

/** Only a workbook can be a paper of the dossier; text is read and not stored. */
export const isStorable = ({ name }: File): boolean => /\.xlsx$/i.test(name);

const sendFile = (
  dossierId: string,
  file: File,
  sent: { kind: string; checklistItem?: string; key: string },
): Promise<string> => {
  const { key, ...fields } = sent;
  const { signal } = new AbortController();
  return uploadFile({ dossierId, file, fields, key, signal, onProgress: () => undefined }).then(
    ({ id }) => id,
  );
};

/** Where a value was read. */
interface Source {
  documentId: string;
  page?: number;
  cell?: string;
}
/** Where each value was read: the page of the letter, the cell of the table. A value that was changed was typed. */
export function sourcesOf(
  { readName, projectName, list }: Pick<Intake, 'readName' | 'projectName' | 'list'>,
  letterId: string,
  tableId: string | null,
): Record<string, Source> {
  const isRead = readName !== null && readName.value === projectName;
  const cells = tableId === null ? [] : Object.entries(list?.places ?? {});
  return Object.fromEntries<Source>([
    ...(isRead ? [['project.name', { documentId: letterId, page: readName.page }] as const] : []),
    ...cells.map(([path, cell]) => [path, { documentId: tableId ?? '', cell }] as const),
  ]);
}

async function saveFacts(
  intake: Intake,
  { keys, dossierId, letterId, tableId }: IntakeProgress,
): Promise<void> {
  const id = dossierId ?? '';
  const { revision } = await httpTransport.read(id);
  const { list, sender } = intake;
  const papers = [
    ...(sender.kind === 'investor' ? [] : [{ item: REQUEST_LETTER, documentId: letterId }]),
    ...(tableId === null ? [] : [{ item: MACHINE_LIST, documentId: tableId }]),
  ];
  const facts = {
    papers,
    ...(list && { lines: list.lines, equipment: list.equipment }),
    sources: sourcesOf(intake, letterId ?? '', tableId),
  };
  await httpTransport.save(id, { key: keys.facts, revision, facts });
}

/**
 * Opens the draft, adds the letter and the list of machines, and writes what was confirmed into the facts. What is done
 * already is not done again, so that it can be called until it succeeds. @throws ProblemError
 */
export async function takeIn(
  intake: Intake,
  { letter, table }: IntakeFiles,
  begun: IntakeProgress,
  onProgress: (progress: IntakeProgress) => void,
): Promise<string> {
  const { keys } = begun;
  const dossierId = await writeDraft(intake, begun);
  let progress: IntakeProgress = { ...begun, dossierId, written: correctable(intake) };
  const step = (done: Partial<IntakeProgress>) => onProgress((progress = { ...progress, ...done }));
  step({});
  if (progress.letterId === null) {
    const item = intake.sender.kind === 'investor' ? {} : { checklistItem: REQUEST_LETTER };
    step({
      letterId: await sendFile(dossierId, letter, { kind: 'request_letter', ...item, key: keys.letter }),
    });
  }
  if (progress.tableId === null && table !== null && isStorable(table)) {
    const paper = { kind: 'paper', checklistItem: MACHINE_LIST, key: keys.table };
    step({ tableId: await sendFile(dossierId, table, paper) });
  }
  await saveFacts(intake, progress);
  return dossierId;
}
