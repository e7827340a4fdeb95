import { describe, expect, it } from '@jest/globals';
import { begunFrom, chosen, joinedAnswers, readDraft, saySame, sentDraft } from './joined-answers.js';
import { NOTHING, withFile, withText } from './kept-answers.js';

const file = (id: string) => ({ id, name: `${id}.pdf` });
const saved = { revision: 3, texts: ['một', 'hai'], files: [{ item: 1, ...file('a') }] };

describe('answers that are written on two machines', () => {
  it('goes on with what was saved, and says it as it was read', () => {
    const begun = begunFrom(saved);
    expect(begun).toMatchObject({
      texts: ['một', 'hai'],
      files: [[], [file('a')]],
      revision: 3,
      clashes: [],
    });
    expect(sentDraft(begun)).toEqual({ texts: saved.texts, files: saved.files });
    expect(saySame(begun, readDraft(saved))).toBe(true);
    expect(saySame(withText(begun, 2, ''), begun)).toBe(true);
    expect(saySame(withText(begun, 2, 'ba'), begun)).toBe(false);
    expect(begunFrom(null)).toEqual(NOTHING);
  });

  it('follows whoever changed an item alone, and keeps files that either added and neither took away', () => {
    const mine = withFile(withText(begunFrom(saved), 0, 'một, sửa ở đây'), 0, file('b'));
    const theirs = { revision: 4, texts: ['một', 'hai, sửa ở kia'], files: [{ item: 1, ...file('c') }] };
    const joined = joinedAnswers(mine, theirs);
    expect(joined.texts).toEqual(['một, sửa ở đây', 'hai, sửa ở kia']);
    expect(joined.files).toEqual([[file('b')], [file('c')]]);
    expect([joined.revision, joined.clashes]).toEqual([4, []]);
    expect(saySame(joined.base, readDraft(theirs))).toBe(true);
  });

  it('keeps both versions of a text that both changed, until one of them was chosen', () => {
    const mine = withText(begunFrom(saved), 0, 'ở đây');
    const joined = joinedAnswers(mine, { ...saved, revision: 4, texts: ['ở kia', 'hai'] });
    expect(joined.texts[0]).toBe('ở đây');
    expect(joined.clashes).toEqual([{ item: 0, theirs: 'ở kia' }]);
    expect(chosen(joined, 0, 'mine')).toMatchObject({ texts: ['ở đây', 'hai'], clashes: [] });
    expect(chosen(joined, 0, 'theirs')).toMatchObject({ texts: ['ở kia', 'hai'], clashes: [] });
    expect(chosen(joined, 1, 'theirs')).toBe(joined);
  });

  it('of what was kept on the device before anything was saved, nothing is lost', () => {
    const old = withText(NOTHING, 0, 'chưa từng lưu');
    expect(joinedAnswers(old, saved).clashes).toEqual([{ item: 0, theirs: 'một' }]);
  });
});
