import { describe, expect, it } from '@jest/globals';
import { draftOf } from '../draft/draft.types.js';
import { filesOf, missingPapers, withDocumentAgain, withoutDocument, withPaper } from './papers.js';

const draft = draftOf({
  papers: [{ item: 'D1' }, { item: 'D2', documentId: 'f' }],
  evidence: [
    { id: 'e', documentId: 'f' },
    { id: 'o', documentId: 'g' },
  ],
});

describe('papers of the facts', () => {
  it('name a file under the item that asks for it', () => {
    expect(withPaper(draft, 'D3', 'h').papers).toContainEqual({ item: 'D3', documentId: 'h' });
  });

  it('are named again where the file was not withdrawn after all, beside what was changed meanwhile', () => {
    const without = withoutDocument(draft, 'f');
    expect(without).toMatchObject({ papers: [{ item: 'D1' }], evidence: [{ id: 'e' }, { documentId: 'g' }] });
    const changed = withPaper(without, 'D3', 'h');
    const again = withDocumentAgain(changed, draft, 'f');
    expect(again.papers).toEqual([
      { item: 'D1' },
      { item: 'D3', documentId: 'h' },
      { item: 'D2', documentId: 'f' },
    ]);
    expect(again.evidence).toEqual(draft.evidence);
  });

  it('that are required are missing until the facts name them, saved or not', () => {
    const item = (code: string) => ({ code, name: { vi: code, en: code }, basis: '' });
    const required = ['D1', 'D4'].map((code) => ({ ...item(code), verification: 'text_read' as const }));
    const checklist = { required, asked: [], present: [], derivable: [], missing: ['D1', 'D4'] };
    expect(missingPapers(checklist, draft).map(({ code }) => code)).toEqual(['D4']);
    expect(missingPapers(checklist, withPaper(draft, 'D4', 'h'))).toEqual([]);
  });

  it('have the files that are stored under their item and those that the facts name for it', () => {
    const files = [
      { id: 'f', checklistItem: null },
      { id: 'h', checklistItem: 'D2' },
      { id: 'i', checklistItem: 'D3' },
    ];
    expect(filesOf('D2', draft.papers, files).map(({ id }) => id)).toEqual(['f', 'h']);
  });
});
