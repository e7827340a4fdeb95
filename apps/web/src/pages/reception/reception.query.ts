import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Verification } from '#contracts';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { checklistQuery, documentsQuery, dossierKey } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { type CheckedItem } from './marks.js';

export type PaperFile = Schema<'DocumentDto'>;
/** What was asked of the owner about an item before, and the answer to it. */
export interface EarlierPoint {
  what: string;
  answer: string;
}
export interface ReceivedItem extends CheckedItem {
  verification: Verification;
  required: boolean;
  /** A paper names it; without one the dossier cannot be accepted where it is required. */
  present: boolean;
  files: PaperFile[];
  /** What the owner wrote of papers without a file. */
  notes: string[];
  earlier: EarlierPoint[];
}
export interface Reception {
  items: ReceivedItem[];
  /** Files that belong to no item. */
  others: PaperFile[];
}
interface ChecklistAnswer {
  required: (CheckedItem & { verification: Verification })[];
  asked: (CheckedItem & { verification: Verification })[];
  present: string[];
}
interface AskedBefore {
  items?: { what: string; about?: string }[];
}

const requestsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'requests'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/requests', { params: { path: { id } } })),
  });

/** Everything that the check looks at: the checklist, each item with its files and what was asked about it before. */
export function useReception(dossier: DossierView) {
  const checklist = useQuery(checklistQuery(dossier.id));
  const documents = useQuery(documentsQuery(dossier.id));
  const requests = useQuery(requestsQuery(dossier.id));
  const [papers, files, asked] = [checklist.data, documents.data, requests.data];
  const known = papers !== undefined && files !== undefined && asked !== undefined;
  const failed = [checklist, documents, requests].find(({ isError }) => isError);
  return {
    reception: known
      ? receptionOf(dossier, papers as unknown as ChecklistAnswer, files.items, asked.items)
      : null,
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
  };
}

function receptionOf(
  { facts }: DossierView,
  { required, asked, present }: ChecklistAnswer,
  documents: readonly PaperFile[],
  requests: readonly Schema<'PartyRequestDto'>[],
): Reception {
  const files = documents.filter(({ withdrawnAt }) => withdrawnAt === null);
  const papers = facts.papers ?? [];
  const belongs = (file: PaperFile, code: string) =>
    file.checklistItem === code ||
    papers.some(({ item, documentId }) => item === code && documentId === file.id);
  const whole = (item: ChecklistAnswer['required'][number], isRequired: boolean): ReceivedItem => ({
    ...item,
    required: isRequired,
    present: present.includes(item.code),
    files: files.filter((file) => belongs(file, item.code)),
    notes: papers.flatMap(({ item: code, note }) => (code === item.code && note ? [note] : [])),
    earlier: requests.flatMap((request) => earlierOf(request, item.code)),
  });
  const items = [...required.map((item) => whole(item, true)), ...asked.map((item) => whole(item, false))];
  return { items, others: files.filter((file) => !items.some(({ code }) => belongs(file, code))) };
}

function earlierOf({ content, answer: given }: Schema<'PartyRequestDto'>, code: string): EarlierPoint[] {
  const answers = (given as { answers?: string[] } | null)?.answers ?? [];
  return ((content as AskedBefore).items ?? []).flatMap(({ what, about }, index) =>
    about === code ? [{ what, answer: answers[index] ?? '' }] : [],
  );
}
