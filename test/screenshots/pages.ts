import { AUDIT_PARTS } from '../../apps/web/src/pages/audit/audit-parts.js';
import { DOSSIER_TABS, type DossierTab } from '../../apps/web/src/pages/dossiers/dossier-tabs.js';
import { TASKS } from '../../apps/web/src/pages/investor/edit/tasks.js';
import { LAW_PAGE_PARTS } from '../../apps/web/src/pages/law/law-parts.js';
import { NEW_DOSSIER_STEPS } from '../support/new-dossier-steps.js';

/** A page to be shown: its name as a file, its address, who looks at it (nobody when absent). */
export interface Shot {
  name: string;
  path: string;
  as?: string;
  width?: number;
  /** The page is to say that it cannot be had. */
  isRefused?: boolean;
}
const PHONE = 360;

/** A dossier and its owner's name. */
export interface Owned {
  id: string;
  owner: string;
}
/** What the pages with an id in their address show: a dossier in the state that the page is for, or another thing. */
export interface Subjects {
  reviewed: string;
  refused: string;
  /** Approved under conditions. */
  conditional: string;
  own: string;
  draft: Owned;
  submitted: string;
  endorsed: string;
  /** Of whom something was asked. */
  asked: Owned;
  project: string;
  list: string;
  account: string;
  /** A dossier with a council, and a session of it. */
  session: { dossier: string; id: string };
}
/** The dossier that shows a side, and who looks at it; an appraiser at one under review, where nothing else is said. */
const SHOWN_BY: Partial<Record<DossierTab, (subjects: Subjects) => { id: string; as: string }>> = {
  consultations: ({ reviewed }) => ({ id: reviewed, as: 'truongphong1' }),
  council: ({ session }) => ({ id: session.dossier, as: 'truongphong1' }),
  conditions: ({ conditional }) => ({ id: conditional, as: 'truongphong1' }),
  log: ({ refused }) => ({ id: refused, as: 'thanhtra' }),
};
const sidesOf = (subjects: Subjects): Shot[] =>
  DOSSIER_TABS.filter((tab) => tab !== '').map((tab) => {
    const { id, as } = SHOWN_BY[tab]?.(subjects) ?? { id: subjects.reviewed, as: 'chuyenvien1' };
    return { name: `dossier-${tab}`, path: `/dossiers/${id}/${tab}`, as };
  });
/** The parts of a page that its address names. */
const partsOf = (page: string, name: string, parts: readonly string[], as: string): Shot[] =>
  parts.map((part) => ({
    name: `${page.replaceAll('/', '-')}-${part}`,
    path: `/${page}?${name}=${part}`,
    as,
  }));
const questions: Shot[] = Object.entries(NEW_DOSSIER_STEPS).map(([step, { as, answers }]) => ({
  name: `new-${step}`,
  path: `/dossiers/new?step=${step}&${answers}`,
  as: as === 'owner' ? 'than' : 'motcua1',
}));

/** Every page that is worth a look, most public first. */
export const shotsOf = ({ reviewed, refused, own, project, ...more }: Subjects): Shot[] => [
  { name: 'home', path: '/' },
  { name: 'home-phone', path: '/', width: PHONE },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'self-check', path: '/self-check' },
  { name: 'service', path: '/service' },
  { name: 'track', path: '/track' },
  { name: 'check-letter', path: '/check-letter' },
  { name: 'statistics', path: '/statistics' },
  { name: 'investor-home', path: '/', as: 'than' },
  { name: 'investor-dossiers', path: '/dossiers', as: 'than' },
  { name: 'investor-new', path: '/dossiers/new', as: 'than' },
  { name: 'investor-dossier', path: `/dossiers/${own}`, as: 'than' },
  { name: 'investor-edit', path: `/dossiers/${more.draft.id}/edit`, as: more.draft.owner },
  ...questions,
  ...TASKS.map((task) => ({
    name: `investor-edit-${task}`,
    path: `/dossiers/${more.draft.id}/edit?task=${task}`,
    as: more.draft.owner,
  })),
  { name: 'investor-answer', path: `/dossiers/${more.asked.id}/answer`, as: more.asked.owner },
  { name: 'appraiser-home', path: '/', as: 'chuyenvien1' },
  { name: 'appraiser-worklist', path: '/dossiers', as: 'chuyenvien1' },
  { name: 'appraiser-worklist-phone', path: '/dossiers', as: 'chuyenvien1', width: PHONE },
  { name: 'dossier', path: `/dossiers/${reviewed}`, as: 'chuyenvien1' },
  ...sidesOf({ reviewed, refused, own, project, ...more }),
  { name: 'dossier-findings-refused', path: `/dossiers/${refused}/findings`, as: 'giamdoc' },
  { name: 'head-worklist', path: '/dossiers?tab=open', as: 'truongphong1' },
  { name: 'head-decisions', path: '/dossiers/decisions', as: 'truongphong1' },
  { name: 'leader-decisions', path: '/dossiers/decisions', as: 'giamdoc' },
  { name: 'leader-home', path: '/', as: 'giamdoc' },
  { name: 'leader-refused', path: `/dossiers/${refused}`, as: 'giamdoc' },
  { name: 'leader-reports', path: '/reports', as: 'giamdoc' },
  { name: 'leader-decide', path: `/dossiers/${more.endorsed}/decide`, as: 'giamdoc' },
  { name: 'clerk-reception', path: `/dossiers/${more.submitted}/reception`, as: 'motcua1' },
  { name: 'clerk-intake', path: '/intake', as: 'motcua1' },
  { name: 'leader-week', path: '/reports/week', as: 'giamdoc' },
  { name: 'leader-reports-phone', path: '/reports', as: 'giamdoc', width: PHONE },
  { name: 'clerk-letters', path: '/letters', as: 'motcua1' },
  { name: 'clerk-register', path: '/letters/register', as: 'motcua1' },
  { name: 'projects', path: '/projects', as: 'chuyenvien1' },
  { name: 'project', path: `/projects/${project}`, as: 'chuyenvien1' },
  { name: 'project-edit', path: `/projects/${project}/edit`, as: 'chuyenvien1' },
  { name: 'projects-new', path: '/projects/new', as: 'chuyenvien1' },
  { name: 'projects-import', path: '/projects/import', as: 'motcua1' },
  { name: 'projects-import-one', path: `/projects/import/${more.list}`, as: 'motcua1' },
  { name: 'projects-coverage', path: '/projects/coverage?by=sector', as: 'truongphong1' },
  { name: 'projects-phone', path: '/projects', as: 'chuyenvien1', width: PHONE },
  { name: 'councils', path: '/councils?list=open', as: 'truongphong1' },
  {
    name: 'council-session',
    path: `/dossiers/${more.session.dossier}/council/sessions/${more.session.id}`,
    as: 'truongphong1',
  },
  { name: 'consultations', path: '/dossiers/consultations', as: 'truongphong1' },
  { name: 'conditions', path: '/dossiers/conditions', as: 'truongphong1' },
  ...partsOf('audit', 'part', AUDIT_PARTS, 'thanhtra'),
  ...partsOf('law', 'part', LAW_PAGE_PARTS, 'phapche1'),
  { name: 'law-home', path: '/', as: 'phapche1' },
  { name: 'account', path: '/account', as: 'chuyenvien1' },
  { name: 'admin', path: '/admin', as: 'quantri' },
  { name: 'admin-organisations', path: '/admin?part=organisations', as: 'quantri' },
  { name: 'admin-new', path: '/admin/users/new', as: 'quantri' },
  { name: 'admin-account', path: `/admin/users/${more.account}`, as: 'quantri' },
  { name: 'not-found', path: '/dosiers', isRefused: true },
  { name: 'notifications', path: '/notifications', as: 'chuyenvien1' },
];
