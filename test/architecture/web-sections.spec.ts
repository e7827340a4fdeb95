import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { WEB_SECTIONS } from '../../apps/api/src/web/web-sections.js';
import { ROUTE_VISITS } from '../support/route-visits.js';
import { shotsOf } from '../screenshots/pages.js';

const routes = [...readFileSync('apps/web/src/app/routes.tsx', 'utf8').matchAll(/path: '([^']*)'/g)].map(
  ([, path = '']) => path,
);

test('every page of the web application lies in a section that the API serves pages for', () => {
  const sections = routes.map((path) => /^\/([a-z-]*)/.exec(path)?.[1] ?? '');
  expect(sections.length).toBeGreaterThan(2);
  expect(
    sections.filter((section) => section !== '' && !WEB_SECTIONS.some((one) => one === section)),
  ).toEqual([]);
});

test('every page has its picture', () => {
  const subject = { id: 'ID', owner: 'than', dossier: 'ID' };
  const shown = shotsOf({
    ...{ reviewed: 'ID', refused: 'ID', own: 'ID', draft: subject, submitted: 'ID', endorsed: 'ID' },
    ...{ asked: subject, project: 'ID', list: 'ID', account: 'ID', session: subject },
  }).map(({ path }) => path.replace(/\?.*/, ''));
  const patternOf = (route: string) =>
    new RegExp(`^${route.replace(/\/\*\?$/, '(/.*)?').replaceAll(/:[a-zA-Z]+/g, 'ID')}$`);
  expect(routes.filter((route) => !shown.some((path) => patternOf(route).test(path)))).toEqual([]);
});

test('every page is looked at by the walk with axe, on a phone and at twice its size', () => {
  expect(Object.keys(ROUTE_VISITS).sort()).toEqual([...routes].sort());
});
