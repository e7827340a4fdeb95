import { AUDIT_PARTS } from '../../apps/web/src/pages/audit/audit-parts.js';
import { DOSSIER_TABS } from '../../apps/web/src/pages/dossiers/dossier-tabs.js';
import { TASKS } from '../../apps/web/src/pages/investor/edit/tasks.js';
import { LAW_PAGE_PARTS } from '../../apps/web/src/pages/law/law-parts.js';
import { aDossier } from './dossier-builder.js';
import { type TestApi } from './api.js';
import { CouncilDriver } from './council-driver.js';
import { emailOf } from './dossier-driver.js';
import { ImportSteps } from './import-steps.js';
import { NEW_DOSSIER_STEPS } from './new-dossier-steps.js';

/** What the pages with an id in their address show. */
interface Subjects {
  draft: string;
  asked: string;
  submitted: string;
  endorsed: string;
  session: { dossier: string; id: string };
  project: string;
  list: string;
  account: string;
}
/** Who looks at a page (nobody: a visitor), and where it is. */
export interface Visit {
  as?: string;
  path: string | ((subjects: Subjects) => string);
}

/** One visit of each route of the web application; a route without one is missed by a test. */
export const ROUTE_VISITS: Readonly<Record<string, Visit>> = {
  '/': { as: 'giamdoc', path: '/' },
  '/account': { as: 'giamdoc', path: '/account' },
  '/admin': { as: 'quantri', path: '/admin' },
  '/admin/users/:id': { as: 'quantri', path: ({ account }) => `/admin/users/${account}` },
  '/admin/users/new': { as: 'quantri', path: '/admin/users/new' },
  '/audit': { as: 'thanhtra', path: '/audit' },
  '/check-letter': { path: '/check-letter' },
  '/councils': { as: 'truongphong1', path: '/councils?list=open' },
  '/dossiers': { as: 'truongphong1', path: '/dossiers?tab=open' },
  '/dossiers/:id/*?': { as: 'truongphong1', path: ({ endorsed }) => `/dossiers/${endorsed}` },
  '/dossiers/:id/answer': { as: 'gom', path: ({ asked }) => `/dossiers/${asked}/answer` },
  '/dossiers/:id/council/sessions/:sessionId': {
    as: 'truongphong1',
    path: ({ session }) => `/dossiers/${session.dossier}/council/sessions/${session.id}`,
  },
  '/dossiers/:id/decide': { as: 'giamdoc', path: ({ endorsed }) => `/dossiers/${endorsed}/decide` },
  '/dossiers/:id/edit': { as: 'gom', path: ({ draft }) => `/dossiers/${draft}/edit` },
  '/dossiers/:id/reception': { as: 'motcua1', path: ({ submitted }) => `/dossiers/${submitted}/reception` },
  '/dossiers/conditions': { as: 'truongphong1', path: '/dossiers/conditions' },
  '/dossiers/consultations': { as: 'truongphong1', path: '/dossiers/consultations' },
  '/dossiers/decisions': { as: 'giamdoc', path: '/dossiers/decisions' },
  '/dossiers/new': { as: 'gom', path: '/dossiers/new' },
  '/intake': { as: 'motcua1', path: '/intake' },
  '/law': { as: 'truongphong1', path: '/law' },
  '/letters': { as: 'motcua1', path: '/letters' },
  '/letters/register': { as: 'motcua1', path: '/letters/register' },
  '/notifications': { as: 'giamdoc', path: '/notifications' },
  '/projects': { as: 'motcua1', path: '/projects' },
  '/projects/:id': { as: 'motcua1', path: ({ project }) => `/projects/${project}` },
  '/projects/:id/edit': { as: 'motcua1', path: ({ project }) => `/projects/${project}/edit` },
  '/projects/coverage': { as: 'truongphong1', path: '/projects/coverage' },
  '/projects/import': { as: 'motcua1', path: '/projects/import' },
  '/projects/import/:id': { as: 'motcua1', path: ({ list }) => `/projects/import/${list}` },
  '/projects/new': { as: 'motcua1', path: '/projects/new' },
  '/reports': { as: 'giamdoc', path: '/reports' },
  '/reports/week': { as: 'giamdoc', path: '/reports/week' },
  '/self-check': { path: '/self-check' },
  '/service': { path: '/service' },
  '/sign-in': { path: '/sign-in' },
  '/statistics': { path: '/statistics' },
  '/track': { path: '/track' },
};

/** Sides of pages that have an address of their own, by the lists that the pages draw them from. */
export const SIDE_VISITS: readonly Visit[] = [
  ...DOSSIER_TABS.filter((tab) => tab !== '').map((tab) => ({
    as: 'truongphong1',
    path: ({ endorsed, session }: Subjects) =>
      `/dossiers/${tab === 'council' ? session.dossier : endorsed}/${tab}`,
  })),
  ...TASKS.map((task) => ({
    as: 'gom',
    path: ({ draft }: Subjects) => `/dossiers/${draft}/edit?task=${task}`,
  })),
  ...Object.entries(NEW_DOSSIER_STEPS).map(([step, { as, answers }]) => ({
    as: as === 'owner' ? 'gom' : 'motcua1',
    path: `/dossiers/new?step=${step}&${answers}`,
  })),
  ...AUDIT_PARTS.map((part) => ({ as: 'thanhtra', path: `/audit?part=${part}` })),
  ...LAW_PAGE_PARTS.map((part) => ({ as: 'truongphong1', path: `/law?part=${part}` })),
  { as: 'quantri', path: '/admin?part=organisations' },
];

/** Makes what the pages show, each through the API. */
export async function visitedSubjects(api: TestApi): Promise<Subjects> {
  const draft = await aDossier(api).named('Nhà máy gốm bản nháp').open();
  const asked = await aDossier(api).named('Nhà máy gốm chờ bổ sung').submitted().supplementRequested().open();
  const submitted = await aDossier(api).named('Nhà máy gốm đã nộp').submitted().open();
  const endorsed = await aDossier(api).named('Nhà máy gốm chờ quyết định').endorsed().open();
  const heard = await aDossier(api).named('Nhà máy gốm có hội đồng').underReview().open();
  const council = await new CouncilDriver(heard).established();
  const clerk = await api.login(emailOf('motcua1'));
  const project = await clerk.post<{ id: string }>('/api/v1/projects', {
    name: 'Nhà máy gạch Tiên Yên',
    investorName: 'Công ty Cổ phần Gạch Tiên Yên',
    projectAuthority: 'province_chair',
    policyDecidedOn: '2026-03-01',
  });
  const list = await new ImportSteps(api, clerk).previewed([
    ['Nhà máy kính Hải Hà', 'Công ty Kính Hải Hà', '5709900040', 120, '2026-02-01'],
  ]);
  const admin = await api.login(emailOf('quantri'));
  const accounts = await admin.get<{ items: { id: string }[] }>('/api/v1/users?q=motcua2');
  return {
    ...{ draft: draft.id, asked: asked.id, submitted: submitted.id, endorsed: endorsed.id, list },
    session: { dossier: heard.id, id: await council.meeting(['chuyengia1', 'chuyengia2', 'chuyengia4']) },
    project: project.body.id,
    account: accounts.body.items[0]?.id ?? '',
  };
}
