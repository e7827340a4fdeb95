import { expect, test } from '@jest/globals';
import { languageOf } from './language.js';

test.each<[string | undefined, string]>([
  [undefined, 'vi'],
  ['', 'vi'],
  ['*', 'vi'],
  ['fr', 'vi'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en;q=0.5, vi;q=0.9', 'vi'],
  ['vi;q=0.1, en', 'en'],
  ['en;q=nonsense', 'vi'],
])('%s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
