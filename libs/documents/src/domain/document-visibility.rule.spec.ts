import { DOCUMENT_KINDS } from './document-kinds.js';
import { type DocumentReader, isShownTo } from './document-visibility.rule.js';

const reader = (given: Partial<DocumentReader>): DocumentReader => ({
  userId: 'me',
  relations: [],
  scope: 'whole',
  ownAnswers: [],
  councilPapers: [],
  ...given,
});
const kindsShown = (given: Partial<DocumentReader>, uploadedBy = 'other') =>
  DOCUMENT_KINDS.filter((kind) => isShownTo(reader(given), { id: 'd', kind, uploadedBy }));

describe('isShownTo', () => {
  it('shows the house everything, papers of a council once they are open to it', () => {
    expect(kindsShown({ councilPapers: ['d'] })).toEqual([...DOCUMENT_KINDS]);
    expect(kindsShown({})).toEqual(DOCUMENT_KINDS.filter((kind) => kind !== 'council_paper'));
    expect(kindsShown({}, 'me')).toContain('council_paper');
  });

  it('shows the owner neither what the consulted answered nor papers of a council', () => {
    expect(kindsShown({ relations: ['owner'] })).toEqual(
      DOCUMENT_KINDS.filter((kind) => kind !== 'consultation_answer' && kind !== 'council_paper'),
    );
  });

  it('shows the consulted what was handed in, and their own answer', () => {
    const handedIn = ['paper', 'request_letter', 'evidence', 'supplement'];
    expect(kindsShown({ scope: 'consultation' })).toEqual(handedIn);
    expect(kindsShown({ scope: 'consultation', ownAnswers: ['d'] })).toEqual([
      ...handedIn,
      'consultation_answer',
    ]);
    expect(kindsShown({ scope: 'consultation' }, 'me')).toEqual([...handedIn, 'consultation_answer']);
    expect(kindsShown({ scope: 'consultation', councilPapers: ['d'] }, 'me')).not.toContain('council_paper');
  });
});
