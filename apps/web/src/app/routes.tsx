import { type ComponentType } from 'react';
import { type Area } from '../i18n/areas.js';
import { openAreas } from '../i18n/language.js';
import { lazily } from '../ui/lazily.js';

/** A page of the application; the first part of its path is one of the sections that the API serves pages for. */
export interface PageRoute {
  path: string;
  page: ComponentType;
  /** Whether anybody may open it; the others lead to the sign-in first. What a role may see is said by the API. */
  open?: boolean;
}

/** A page with the texts of its areas, both on their way at the same time. */
const page = (load: () => Promise<ComponentType>, ...areas: Area[]): ComponentType =>
  lazily(async () => {
    const [Page] = await Promise.all([load(), openAreas(...areas)]);
    return Page;
  });

/** Areas of pages that look at much at once. */
const DECISIONS: Area[] = ['desk', 'dossier', 'review', 'decisions'];
const LAW: Area[] = ['law', 'public', 'review', 'dossier'];
const INTAKE: Area[] = ['clerk', 'pdf', 'dossier', 'investor', 'editor'];

export const ROUTES: readonly PageRoute[] = [
  {
    path: '/',
    open: true,
    page: page(async () => (await import('../pages/home/home.page.js')).HomePage, 'public'),
  },
  {
    path: '/dossiers',
    page: page(async () => (await import('../pages/dossiers/dossiers.page.js')).DossiersPage, 'desk'),
  },
  {
    path: '/dossiers/new',
    page: page(
      async () => (await import('../pages/investor/new/new-dossier.page.js')).NewDossierPage,
      'investor',
      'answer',
    ),
  },
  {
    path: '/dossiers/decisions',
    page: page(
      async () => (await import('../pages/decisions/decisions.page.js')).DecisionsPage,
      ...DECISIONS,
    ),
  },
  {
    path: '/dossiers/:id/decide',
    page: page(async () => (await import('../pages/decisions/decide.page.js')).DecidePage, ...DECISIONS),
  },
  {
    path: '/dossiers/:id/answer',
    page: page(
      async () => (await import('../pages/investor/answer/answer-dossier.page.js')).AnswerDossierPage,
      'investor',
      'answer',
      'editor',
    ),
  },
  {
    path: '/dossiers/:id/reception',
    page: page(
      async () => (await import('../pages/reception/reception.page.js')).ReceptionPage,
      'clerk',
      'dossier',
      'review',
    ),
  },
  {
    path: '/dossiers/:id/edit',
    page: page(
      async () => (await import('../pages/investor/edit/edit-dossier.page.js')).EditDossierPage,
      'investor',
      'answer',
      'editor',
    ),
  },
  {
    path: '/intake',
    page: page(async () => (await import('../pages/intake/intake.page.js')).IntakePage, ...INTAKE),
  },
  {
    path: '/letters/register',
    page: page(
      async () => (await import('../pages/letters/register.page.js')).LetterRegisterPage,
      'clerk',
      'dossier',
    ),
  },
  {
    path: '/letters',
    page: page(
      async () => (await import('../pages/letters/letters.page.js')).LettersPage,
      'clerk',
      'dossier',
    ),
  },
  {
    path: '/dossiers/consultations',
    page: page(
      async () => (await import('../pages/consultations/consultations.page.js')).ConsultationsPage,
      'council',
    ),
  },
  {
    path: '/dossiers/conditions',
    page: page(
      async () => (await import('../pages/conditions/conditions.page.js')).ConditionsPage,
      'council',
    ),
  },
  {
    path: '/dossiers/:id/council/sessions/:sessionId',
    page: page(
      async () => (await import('../pages/councils/session.page.js')).SessionPage,
      'council',
      'desk',
      'dossier',
    ),
  },
  {
    path: '/councils',
    page: page(async () => (await import('../pages/councils/councils.page.js')).CouncilsPage, 'council'),
  },
  {
    path: '/audit',
    page: page(async () => (await import('../pages/audit/audit.page.js')).AuditPage, 'audit'),
  },
  {
    path: '/law',
    open: true,
    page: page(async () => (await import('../pages/law/law.page.js')).LawPage, ...LAW),
  },
  {
    path: '/account',
    page: page(async () => (await import('../pages/account/own-account.page.js')).OwnAccountPage, 'account'),
  },
  {
    path: '/admin',
    page: page(async () => (await import('../pages/admin/admin.page.js')).AdminPage, 'admin'),
  },
  {
    path: '/admin/users/new',
    page: page(async () => (await import('../pages/admin/new-account.page.js')).NewAccountPage, 'admin'),
  },
  {
    path: '/admin/users/:id',
    page: page(async () => (await import('../pages/admin/account.page.js')).AccountPage, 'admin'),
  },
  {
    path: '/reports',
    page: page(async () => (await import('../pages/reports/dashboard.page.js')).DashboardPage, 'reports'),
  },
  {
    path: '/reports/week',
    page: page(async () => (await import('../pages/reports/week.page.js')).WeekPage, 'reports'),
  },
  {
    path: '/notifications',
    page: page(async () => (await import('../pages/notifications/notifications.page.js')).NotificationsPage),
  },
  {
    path: '/projects',
    page: page(async () => (await import('../pages/projects/projects.page.js')).ProjectsPage, 'register'),
  },
  {
    path: '/projects/new',
    page: page(
      async () => (await import('../pages/projects/new-project.page.js')).NewProjectPage,
      'register',
    ),
  },
  {
    path: '/projects/import',
    page: page(
      async () => (await import('../pages/projects/import/imports.page.js')).ImportsPage,
      'register',
    ),
  },
  {
    path: '/projects/import/:id',
    page: page(async () => (await import('../pages/projects/import/import.page.js')).ImportPage, 'register'),
  },
  {
    path: '/projects/coverage',
    page: page(
      async () => (await import('../pages/projects/coverage/coverage.page.js')).CoveragePage,
      'register',
    ),
  },
  {
    path: '/projects/:id/edit',
    page: page(
      async () => (await import('../pages/projects/edit-project.page.js')).EditProjectPage,
      'register',
    ),
  },
  // After the other pages below /projects.
  {
    path: '/projects/:id',
    page: page(async () => (await import('../pages/projects/project.page.js')).ProjectPage, 'register'),
  },
  {
    path: '/self-check',
    open: true,
    page: page(
      async () => (await import('../pages/public/self-check/self-check.page.js')).SelfCheckPage,
      'public',
    ),
  },
  {
    path: '/check-letter',
    open: true,
    page: page(
      async () => (await import('../pages/public/check-letter/check-letter.page.js')).CheckLetterPage,
      'public',
    ),
  },
  {
    path: '/service',
    open: true,
    page: page(async () => (await import('../pages/public/service/service.page.js')).ServicePage, 'public'),
  },
  {
    path: '/statistics',
    open: true,
    page: page(
      async () => (await import('../pages/public/statistics/statistics.page.js')).StatisticsPage,
      'public',
    ),
  },
  {
    path: '/track',
    open: true,
    page: page(async () => (await import('../pages/public/track/track.page.js')).TrackPage, 'public'),
  },
  {
    path: '/sign-in',
    open: true,
    page: page(async () => (await import('../pages/sign-in/sign-in.page.js')).SignInPage),
  },
  // After the other pages below /dossiers: it takes whatever they leave.
  {
    path: '/dossiers/:id/*?',
    page: page(
      async () => (await import('../pages/dossiers/dossier.page.js')).DossierPage,
      'desk',
      'dossier',
      'review',
    ),
  },
];

export const NotFoundPage = page(
  async () => (await import('../pages/not-found/not-found.page.js')).NotFoundPage,
);
