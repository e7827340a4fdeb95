import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { WEB_SECTIONS } from '../../apps/api/src/web/web-sections.js';

test('every page of the web application lies in a section that the API serves pages for', () => {
  const routes = readFileSync('apps/web/src/app/routes.tsx', 'utf8');
  const sections = [...routes.matchAll(/path: '\/([a-z-]*)/g)].map(([, section]) => section ?? '');
  expect(sections.length).toBeGreaterThan(2);
  expect(
    sections.filter((section) => section !== '' && !WEB_SECTIONS.some((one) => one === section)),
  ).toEqual([]);
});
