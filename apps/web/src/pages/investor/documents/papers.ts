import { type Checklist, type ChecklistItem } from '../draft/dossier.query.js';
import { type Draft, type Row, withField } from '../draft/draft.types.js';

/** Facts in which a file is the paper that an item of the checklist asks for. */
export const withPaper = (draft: Draft, item: string, documentId: string): Draft => ({
  ...draft,
  papers: [...draft.papers, { item, documentId }],
});

/** Facts that no longer name a document: it cannot be taken back while they do. */
export const withoutDocument = (draft: Draft, id: string): Draft => ({
  ...draft,
  papers: draft.papers.filter(({ documentId }) => documentId !== id),
  evidence: draft.evidence.map((row) =>
    row['documentId'] === id ? withField(row, 'documentId', undefined) : row,
  ),
});

/** Names a document again wherever it was named before; what else was changed meanwhile stays. */
export function withDocumentAgain(draft: Draft, before: Draft, id: string): Draft {
  const papers = before.papers.filter(({ documentId }) => documentId === id);
  const proven = new Set(before.evidence.filter((row) => row['documentId'] === id).map((row) => row['id']));
  return {
    ...draft,
    papers: [...draft.papers.filter(({ documentId }) => documentId !== id), ...papers],
    evidence: draft.evidence.map((row) =>
      proven.has(row['id']) && row['documentId'] === undefined ? withField(row, 'documentId', id) : row,
    ),
  };
}

/** Papers that are required and that the facts do not name, as they stand on this page. */
export const missingPapers = ({ required }: Checklist, { papers }: Pick<Draft, 'papers'>): ChecklistItem[] =>
  required.filter(({ code }) => !papers.some(({ item }) => item === code));

/** The files that belong to an item of the checklist: stored under it, or named for it by the facts. */
export const filesOf = <File extends { id: string; checklistItem: string | null }>(
  code: string,
  papers: readonly Row[],
  files: readonly File[],
): File[] =>
  files.filter(
    ({ id, checklistItem }) =>
      checklistItem === code || papers.some(({ item, documentId }) => item === code && documentId === id),
  );
