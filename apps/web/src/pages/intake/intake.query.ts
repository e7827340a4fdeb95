import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { keyed, seenAt } from '../../api/act-headers.js';
import { answer, api, newActKey } from '../../api/client.js';
import { problemOfError } from '../../api/problem.js';
import { uploadFile } from '../../api/upload.js';
import { type EditedDossier } from '../investor/draft/dossier.query.js';
import {
  changesOf,
  intendedDraft,
  joinedDrafts,
  MACHINE_LIST,
  NOTHING_WRITTEN,
  REQUEST_LETTER,
  type SeenDraft,
  seenDraftOf,
} from './draft-writing.js';
import { type Intake, type Organisation } from './intake.types.js';

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

/** The files that are taken in. */
export interface IntakeFiles {
  letter: File;
  table: File | null;
}
/** One key for each act, kept while it is tried again, and what is done already. */
export interface IntakeProgress {
  keys: { open: string; letter: string; table: string; facts: string };
  dossierId: string | null;
  /** The draft as it was opened: what is written later is written on top of that. */
  seen: SeenDraft | null;
  letterId: string | null;
  tableId: string | null;
}
export const newProgress = (): IntakeProgress => ({
  keys: { open: newActKey(), letter: newActKey(), table: newActKey(), facts: newActKey() },
  ...{ dossierId: null, seen: null, letterId: null, tableId: null },
});
/** A dossier that was taken in, and how many of its values stayed as somebody else had changed them. */
export interface TakenIn {
  dossierId: string;
  kept: number;
}
const STALE = 412;
/** So often somebody else may be faster before it is said. */
const MOST_ROUNDS = 5;

async function openDraft(intake: Intake, key: string): Promise<EditedDossier> {
  const { procedure, number, on, receivedOn, projectName, sender, investor } = intake;
  const opened = await answer(
    api.POST('/api/v1/dossiers', {
      params: { header: keyed(key) },
      body: {
        procedureId: procedure,
        onBehalfOf: sender.id,
        incoming: { number, on, receivedOn },
        projectName,
        ...(investor && sender.kind !== 'investor' && { investorOrgId: investor.id }),
      },
    }),
  );
  return opened as unknown as EditedDossier;
}
const readDraft = async (id: string): Promise<SeenDraft> =>
  seenDraftOf(
    (await answer(
      api.GET('/api/v1/dossiers/{id}', { params: { path: { id } } }),
    )) as unknown as EditedDossier,
  );

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

/**
 * Writes what was confirmed on top of the draft that was seen; where somebody else changed it meanwhile, both changes stand,
 * and of one value theirs. Returns how many values stayed theirs. @throws ProblemError
 */
async function writeDraft(intake: Intake, progress: IntakeProgress): Promise<number> {
  const id = progress.dossierId ?? '';
  let theirs = progress.seen ?? (await readDraft(id));
  const base = progress.seen ?? { ...theirs, ...NOTHING_WRITTEN };
  const mine = intendedDraft(intake, base, progress);
  for (let round = 1; ; round += 1) {
    const joined = joinedDrafts(base, mine, theirs);
    const body = changesOf(theirs, joined);
    if (body === null) return joined.kept;
    const key = round === 1 ? progress.keys.facts : newActKey();
    const header = { ...seenAt(theirs.revision), ...keyed(key) };
    try {
      await answer(api.PATCH('/api/v1/dossiers/{id}', { params: { path: { id }, header }, body }));
      return joined.kept;
    } catch (error) {
      if (problemOfError(error).status !== STALE || round === MOST_ROUNDS) throw error;
    }
    theirs = await readDraft(id);
  }
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
): Promise<TakenIn> {
  const { keys } = begun;
  let progress = begun;
  const step = (done: Partial<IntakeProgress>) => onProgress((progress = { ...progress, ...done }));
  if (begun.dossierId === null) {
    const opened = await openDraft(intake, keys.open);
    step({ dossierId: opened.id, seen: seenDraftOf(opened) });
  }
  const dossierId = progress.dossierId ?? '';
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
  return { dossierId, kept: await writeDraft(intake, progress) };
}
