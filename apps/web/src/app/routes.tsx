import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** A page of the application; the first part of its path is one of the sections that the API serves pages for. */
export interface PageRoute {
  path: string;
  page: LazyExoticComponent<ComponentType>;
  /** Whether anybody may open it; the others lead to the sign-in first. What a role may see is said by the API. */
  open?: boolean;
}

export const ROUTES: readonly PageRoute[] = [
  {
    path: '/',
    open: true,
    page: lazy(async () => ({ default: (await import('../pages/home/home.page.js')).HomePage })),
  },
  {
    path: '/dossiers',
    page: lazy(async () => ({
      default: (await import('../pages/dossiers/dossiers.page.js')).DossiersPage,
    })),
  },
  {
    path: '/dossiers/new',
    page: lazy(async () => ({
      default: (await import('../pages/investor/new/new-dossier.page.js')).NewDossierPage,
    })),
  },
  {
    path: '/dossiers/:id/edit',
    page: lazy(async () => ({
      default: (await import('../pages/investor/edit/edit-dossier.page.js')).EditDossierPage,
    })),
  },
  {
    path: '/audit',
    page: lazy(async () => ({ default: (await import('../pages/audit/audit.page.js')).AuditPage })),
  },
  {
    path: '/notifications',
    page: lazy(async () => ({
      default: (await import('../pages/notifications/notifications.page.js')).NotificationsPage,
    })),
  },
  {
    path: '/self-check',
    open: true,
    page: lazy(async () => ({
      default: (await import('../pages/public/self-check/self-check.page.js')).SelfCheckPage,
    })),
  },
  {
    path: '/check-letter',
    open: true,
    page: lazy(async () => ({
      default: (await import('../pages/public/check-letter/check-letter.page.js')).CheckLetterPage,
    })),
  },
  {
    path: '/service',
    open: true,
    page: lazy(async () => ({
      default: (await import('../pages/public/service/service.page.js')).ServicePage,
    })),
  },
  {
    path: '/statistics',
    open: true,
    page: lazy(async () => ({
      default: (await import('../pages/public/statistics/statistics.page.js')).StatisticsPage,
    })),
  },
  {
    path: '/track',
    open: true,
    page: lazy(async () => ({
      default: (await import('../pages/public/track/track.page.js')).TrackPage,
    })),
  },
  {
    path: '/sign-in',
    open: true,
    page: lazy(async () => ({ default: (await import('../pages/sign-in/sign-in.page.js')).SignInPage })),
  },
  // After the other pages below /dossiers: it takes whatever they leave.
  {
    path: '/dossiers/:id/*?',
    page: lazy(async () => ({ default: (await import('../pages/dossiers/dossier.page.js')).DossierPage })),
  },
];

export const NotFoundPage = lazy(async () => ({
  default: (await import('../pages/not-found/not-found.page.js')).NotFoundPage,
}));
