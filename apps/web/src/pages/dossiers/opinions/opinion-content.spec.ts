import { describe, expect, test } from '@jest/globals';
import { mergeDrafts } from '../../investor/draft/merge-drafts.js';
import { type Content, contentOf, draftOf, fieldOf, markOf, remarkOf } from './opinion-content.js';

const CONTENT: Content = {
  criteria: [
    { code: 'I.1', mark: 'achieved', documentIds: ['d'] },
    { code: 'I.2', mark: null, remark: 'Cần xem lại công suất.' },
  ],
  recommendation: 'agree',
  summary: 'Phù hợp.',
};

describe('an opinion as it is written', () => {
  test('goes into fields and back whole: remarks without a mark and cited documents too', () => {
    expect(contentOf(draftOf(CONTENT).project)).toEqual(CONTENT);
    expect(contentOf(draftOf(null).project)).toEqual({ criteria: [], recommendation: null, summary: '' });
  });
  test('a blank remark is none', () => {
    expect(contentOf({ [markOf('I.1')]: 'achieved', [remarkOf('I.1')]: ' ' }).criteria).toEqual([
      { code: 'I.1', mark: 'achieved' },
    ]);
  });
  test('every field says what it is about', () => {
    expect(fieldOf(remarkOf('II.3 a'))).toEqual({ part: 'remark', code: 'II.3 a' });
    expect(fieldOf('summary')).toEqual({ part: 'summary', code: null });
  });
  test('two versions come together; where both wrote, both are there to choose from', () => {
    const base = draftOf(CONTENT);
    const mine = draftOf({ ...CONTENT, summary: 'Của tôi' });
    const theirs = draftOf({ ...CONTENT, recommendation: 'disagree_other', summary: 'Máy khác' });
    const { draft, clashes } = mergeDrafts(base, mine, theirs);
    expect(contentOf(draft.project)).toEqual({
      ...{ ...CONTENT, recommendation: 'disagree_other', summary: 'Của tôi' },
    });
    expect(clashes).toEqual([
      { section: 'project', id: null, field: 'summary', mine: 'Của tôi', theirs: 'Máy khác' },
    ]);
  });
});
