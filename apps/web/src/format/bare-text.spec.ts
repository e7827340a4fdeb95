import { expect, test } from '@jest/globals';
import { bareText } from './bare-text.js';

test('a word is known again without its accents, capitals and outer blanks, however its letters are composed', () => {
  const written = ['Hồ sơ', ' HO SO ', 'Hồ sơ'.normalize('NFD')];
  expect(written.map(bareText)).toEqual(['ho so', 'ho so', 'ho so']);
  expect(bareText('Đường đi')).toBe('duong di');
});
