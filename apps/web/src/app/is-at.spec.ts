import { expect, test } from '@jest/globals';
import { isAt } from './is-at.js';

const PLACES = ['/', '/dossiers', '/dossiers/decisions', '/letters', '/letters/register'];
const at = (pathname: string, places = PLACES) => {
  const all = places.map((to) => ({ to }));
  return places.filter((to) => isAt(pathname, to, all));
};

test.each([
  ['/', '/'],
  ['/dossiers/5/findings', '/dossiers'],
  ['/dossiers/decisions', '/dossiers/decisions'],
  ['/letters/register', '/letters/register'],
  ['/dossiers/5/decide', '/dossiers/decisions'],
])('%s belongs to %s alone', (pathname, place) => {
  expect(at(pathname)).toEqual([place]);
});
test('the page of a decision belongs to the dossiers where its reader has no queue', () => {
  expect(at('/dossiers/5/decide', ['/', '/dossiers'])).toEqual(['/dossiers']);
});
