import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { WEB_SECTIONS } from '../../apps/api/src/web/web-sections.js';
import { AUDIT_PARTS } from '../../apps/web/src/pages/audit/audit-parts.js';
import { DOSSIER_TABS } from '../../apps/web/src/pages/dossiers/dossier-tabs.js';
import { TASKS } from '../../apps/web/src/pages/investor/edit/tasks.js';
import { STEPS } from '../../apps/web/src/pages/investor/new/steps.js';
import { LAW_PAGE_PARTS } from '../../apps/web/src/pages/law/law-parts.js';
import { ROUTE_VISITS, SIDE_VISITS } from '../support/route-visits.js';
import { shotsOf } from '../screenshots/pages.js';

const routes = [...readFileSync('apps/web/src/app/routes.tsx', 'utf8').matchAll(/path: '([^']*)'/g)].map(
  ([, path = '']) => path,
);

const subject = { id: 'ID', owner: 'than', dossier: 'ID' };
const SHOWN = {
  ...{ reviewed: 'ID', refused: 'ID', own: 'ID', draft: subject, submitted: 'ID', endorsed: 'ID' },
  ...{ conditional: 'ID', asked: subject, project: 'ID', list: 'ID', account: 'ID', session: subject },
};
const VISITED = { ...SHOWN, draft: 'ID', asked: 'ID' };

test('every page of the web application lies in a section that the API serves pages for', () => {
  const sections = routes.map((path) => /^\/([a-z-]*)/.exec(path)?.[1] ?? '');
  expect(sections.length).toBeGreaterThan(2);
  expect(
    sections.filter((section) => section !== '' && !WEB_SECTIONS.some((one) => one === section)),
  ).toEqual([]);
});

test('every page has its picture', () => {
  const shown = shotsOf(SHOWN).map(({ path }) => path.replace(/\?.*/, ''));
  const patternOf = (route: string) =>
    new RegExp(`^${route.replace(/\/\*\?$/, '(/.*)?').replaceAll(/:[a-zA-Z]+/g, 'ID')}$`);
  expect(routes.filter((route) => !shown.some((path) => patternOf(route).test(path)))).toEqual([]);
});

test('every page is looked at by the walk with axe, on a phone and at twice its size', () => {
  expect(Object.keys(ROUTE_VISITS).sort()).toEqual([...routes].sort());
});

test('every side of a page that has an address of its own is walked and has its picture', () => {
  const asked = [
    ...DOSSIER_TABS.filter((tab) => tab !== '').map((tab) => `/dossiers/ID/${tab}`),
    ...TASKS.map((task) => `/dossiers/ID/edit?task=${task}`),
    ...STEPS.map((step) => `/dossiers/new?step=${step}&`),
    ...AUDIT_PARTS.map((part) => `/audit?part=${part}`),
    ...LAW_PAGE_PARTS.map((part) => `/law?part=${part}`),
  ];
  const walked = SIDE_VISITS.map(({ path }) => (typeof path === 'string' ? path : path(VISITED)));
  const missing = (paths: readonly string[]) =>
    asked.filter(
      (side) => !paths.some((path) => path === side || (side.endsWith('&') && path.startsWith(side))),
    );
  expect({ walked: missing(walked), shown: missing(shotsOf(SHOWN).map(({ path }) => path)) }).toEqual({
    walked: [],
    shown: [],
  });
});

test('who is inside, who owns and who looks on is said in one place of the web application', () => {
  const sources = globSync('apps/web/src/**/*.{ts,tsx}').filter((path) => !path.endsWith('role-groups.ts'));
  // A set of these begins so, however it goes on.
  const begun =
    /const [A-Z]\w*(: [^=]*)? = \[\s*(\.\.\.\(\[)?'(investor', 'requester'|province_leader', 'auditor'|clerk', 'appraiser', 'head', 'leader')/;
  const own = sources.filter((path) => begun.test(readFileSync(path, 'utf8')));
  expect(own).toEqual([]);
});
