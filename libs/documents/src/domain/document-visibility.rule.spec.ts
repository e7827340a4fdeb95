import { DOCUMENT_KINDS } from './document-kinds.js';
import { type DocumentReader, isShownTo } from './document-visibility.rule.js';

const reader = (given: Partial<DocumentReader>): DocumentReader => ({
  userId: 'me',
  relations: [],
  scope: 'whole',
  ownAnswers: [],
  ...given,
});
const kindsShown = (given: Partial<DocumentReader>, uploadedBy = 'other') =>
  DOCUMENT_KINDS.filter((kind) => isShownTo(reader(given), { id: 'd', kind, uploadedBy }));

describe('isShownTo', () => {
  it('shows the house everything', () => {
    expect(kindsShown({})).toEqual([...DOCUMENT_KINDS]);
  });

  it('shows the owner everything but what the consulted answered', () => {
    expect(kindsShown({ relations: ['owner'] })).toEqual(
      DOCUMENT_KINDS.filter((kind) => kind !== 'consultation_answer'),
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
  });
});
