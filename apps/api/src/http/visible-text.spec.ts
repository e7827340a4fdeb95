import { describe, expect, test } from '@jest/globals';
import { visibleLine, visibleText } from '#contracts';
import { shapeFaults } from './json-shape.rule.js';

/** Every character of the first plane, surrogates by themselves among them. */
const ALL = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

describe('text as it is sent', () => {
  test.each([
    ['a number with a mark of direction behind it', '05/SKHCN-QLCN\u200f', '05/SKHCN-QLCN'],
    ['a name between isolates', '\u2068Công ty\u2069 \u202eA\u202c', 'Công ty A'],
    ['a byte order mark and blanks without width', '\ufeff20\u200b12\u2060', '2012'],
    ['NUL and its like', 'máy\u0000 \u0007ép\u009f\u007f', 'máy ép'],
    ['half of a character', 'máy\ud83d ép', 'máy ép'],
    ['a line end of Word', 'một\u000bhai\u000cba\u2028bốn\u2029năm', 'một\nhai\nba\nbốn\nnăm'],
    ['tabs and line ends', 'một\thai\r\nba\n', 'một\thai\r\nba\n'],
    [
      'accents apart, a no-break space, signs of several parts',
      'ê\u0301\u00a0👩\u200d🔧',
      'ê\u0301\u00a0👩\u200d🔧',
    ],
  ])('%s', (_, typed, sent) => expect(visibleText(typed)).toBe(sent));

  test('nothing is left that the API refuses', () => {
    const refused = ALL.filter((character) => shapeFaults(visibleText(character)).length > 0);
    expect(refused).toEqual([]);
  });
  test('nothing that can be seen is taken away', () => {
    const gone = ALL.filter((character) => visibleText(character) === '');
    expect(gone.filter((character) => /[\p{L}\p{N}\p{P}\p{S}\p{M}\p{Zs}]/u.test(character))).toEqual([]);
  });
});

test('one line keeps its words apart', () =>
  expect(visibleLine('A\tB\u202e\u0000\u200bC\nD\u2028E')).toBe('A BC D E'));
