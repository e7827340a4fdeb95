/** A page to be shown: its name as a file, its address, who looks at it (nobody when absent). */
export interface Shot {
  name: string;
  path: string;
  as?: string;
  width?: number;
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
const EDITOR = ['project', 'lines', 'machinery', 'evidence', 'documents', 'check'];

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
  ...EDITOR.map((task) => ({
    name: `investor-edit-${task}`,
    path: `/dossiers/${more.draft.id}/edit?task=${task}`,
    as: more.draft.owner,
  })),
  { name: 'investor-answer', path: `/dossiers/${more.asked.id}/answer`, as: more.asked.owner },
  { name: 'appraiser-home', path: '/', as: 'chuyenvien1' },
  { name: 'appraiser-worklist', path: '/dossiers', as: 'chuyenvien1' },
  { name: 'appraiser-worklist-phone', path: '/dossiers', as: 'chuyenvien1', width: PHONE },
  { name: 'dossier', path: `/dossiers/${reviewed}`, as: 'chuyenvien1' },
  ...['facts', 'findings', 'opinions', 'documents', 'letters', 'clocks', 'timeline', 'procedure'].map(
    (tab) => ({
      name: `dossier-${tab}`,
      path: `/dossiers/${reviewed}/${tab}`,
      as: 'chuyenvien1',
    }),
  ),
  { name: 'dossier-log', path: `/dossiers/${refused}/log`, as: 'thanhtra' },
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
  { name: 'dossier-council', path: `/dossiers/${more.session.dossier}/council`, as: 'truongphong1' },
  {
    name: 'council-session',
    path: `/dossiers/${more.session.dossier}/council/sessions/${more.session.id}`,
    as: 'truongphong1',
  },
  { name: 'consultations', path: '/dossiers/consultations', as: 'truongphong1' },
  { name: 'dossier-consultations', path: `/dossiers/${reviewed}/consultations`, as: 'truongphong1' },
  { name: 'conditions', path: '/dossiers/conditions', as: 'truongphong1' },
  { name: 'audit', path: '/audit', as: 'thanhtra' },
  { name: 'law', path: '/law', as: 'phapche1' },
  ...['terms', 'rules', 'papers'].map((part) => ({
    name: `law-${part}`,
    path: `/law?part=${part}`,
    as: 'phapche1',
  })),
  { name: 'law-course', path: '/law?part=course', as: 'phapche1' },
  { name: 'law-lists', path: '/law?part=lists', as: 'phapche1' },
  { name: 'law-names', path: '/law?part=names', as: 'phapche1' },
  { name: 'law-days', path: '/law?part=days', as: 'phapche1' },
  { name: 'law-home', path: '/', as: 'phapche1' },
  { name: 'account', path: '/account', as: 'chuyenvien1' },
  { name: 'admin', path: '/admin', as: 'quantri' },
  { name: 'admin-organisations', path: '/admin?part=organisations', as: 'quantri' },
  { name: 'admin-new', path: '/admin/users/new', as: 'quantri' },
  { name: 'admin-account', path: `/admin/users/${more.account}`, as: 'quantri' },
  { name: 'not-found', path: '/dosiers' },
  { name: 'notifications', path: '/notifications', as: 'chuyenvien1' },
];
