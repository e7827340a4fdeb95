import { describe, expect, it } from '@jest/globals';
import { sentText, unanswered } from './kept-answers.js';

describe('answers that are being written', () => {
  const answers = { texts: ['Đã sửa sơ đồ.', '  '], files: [[], [], [{ id: 'f', name: 'so-do.pdf' }]] };

  it('counts an item as answered by a text or by a file, and blanks as nothing', () => {
    expect(unanswered(answers, 4)).toEqual([1, 3]);
  });

  it('sends the names of files beside what was written', () => {
    expect(sentText(answers, 0, 'Tệp')).toBe('Đã sửa sơ đồ.');
    expect(sentText(answers, 2, 'Tệp')).toBe('Tệp: so-do.pdf');
  });
});
