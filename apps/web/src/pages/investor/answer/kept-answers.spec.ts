import { describe, expect, it } from '@jest/globals';
import { sentText, unanswered, withFile, withoutWithdrawn, withText } from './kept-answers.js';

describe('answers that are being written', () => {
  const answers = { texts: ['Đã sửa sơ đồ.', '  '], files: [[], [], [{ id: 'f', name: 'so-do.pdf' }]] };

  it('counts an item as answered by a text or by a file, and blanks as nothing', () => {
    expect(unanswered(answers, 4)).toEqual([1, 3]);
  });

  it('sends the names of files beside what was written', () => {
    expect(sentText(answers, 0)).toBe('Đã sửa sơ đồ.');
    expect(sentText(answers, 2)).toBe('Tệp kèm theo: so-do.pdf');
  });

  it('names no file that was withdrawn: an item with nothing else is open again', () => {
    const left = withoutWithdrawn(answers, new Set(['f']));
    expect(unanswered(left, 3)).toEqual([1, 2]);
    expect(left.texts).toBe(answers.texts);
  });

  it('takes in no mark that nobody sees, so that what is saved is what stands here', () => {
    expect(withText({ texts: [], files: [] }, 0, 'Đã\u202e sửa\u000bsơ đồ.\u0000').texts).toEqual([
      'Đã sửa\nsơ đồ.',
    ]);
  });

  it('takes texts and files in beside each other, whatever came before', () => {
    const begun = withFile({ texts: [], files: [] }, 1, { id: 'g', name: 'g.pdf' });
    const typed = withText(begun, 0, 'Đã sửa.');
    expect(withFile(typed, 1, { id: 'h', name: 'h.pdf' })).toEqual({
      texts: ['Đã sửa.'],
      files: [
        [],
        [
          { id: 'g', name: 'g.pdf' },
          { id: 'h', name: 'h.pdf' },
        ],
      ],
    });
  });
});
