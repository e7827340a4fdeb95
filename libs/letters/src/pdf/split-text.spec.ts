import { splitText } from './split-text.js';

const upTo = (length: number) => (piece: string) => piece.length <= length;

describe('splitText', () => {
  it.each([
    ['một hai ba', 99, 'một hai ba', ''],
    ['một hai ba', 8, 'một hai', 'ba'],
    ['một hai ba', 3, 'một', 'hai ba'],
    ['một hai ba', 1, 'một', 'hai ba'],
    ['mộthaiba', 3, 'mộthaiba', ''],
    ['', 0, '', ''],
  ])('%j at %i', (text, length, fits, rest) => {
    expect(splitText(text, upTo(length))).toEqual({ fits, rest });
  });
});
