/**
 * First parts of the addresses that are pages of the web application. Its router has the same list, and a test compares
 * them: an address that is a page here and not there, or there and not here, would be a dead link after a reload.
 */
export const WEB_SECTIONS = [
  'account',
  'admin',
  'audit',
  'check-letter',
  'councils',
  'dossiers',
  'intake',
  'law',
  'letters',
  'notifications',
  'projects',
  'reports',
  'self-check',
  'service',
  'sign-in',
  'statistics',
  'track',
] as const;

/** Routes of the pages: the start page, each section and whatever lies below it. */
export const PAGE_ROUTES: readonly string[] = [
  '/',
  ...WEB_SECTIONS.flatMap((section) => [`/${section}`, `/${section}/*`]),
];
/** Files that pages are made of: those with a digest in their name, and the icon. */
export const ASSET_ROUTE = '/assets/:name';
export const ICON_ROUTE = '/favicon.svg';
/** Every route of the pages and their files: the same for everybody, without a question to the database. */
export const WEB_ROUTES: ReadonlySet<string> = new Set([...PAGE_ROUTES, ASSET_ROUTE, ICON_ROUTE]);
