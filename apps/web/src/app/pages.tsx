import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { useSession } from '../session/session.provider.js';
import { LoadingState } from '../ui/states.js';
import { PageBoundary } from './page-boundary.js';
import { NotFoundPage, type PageRoute, ROUTES } from './routes.js';

/** The first two parts of an address: whoever goes from one side of a thing to another stays on its page. */
const thingOf = (path: string) => path.split('/').slice(0, 3).join('/');

/** The page of the address, in the frame. A page that breaks leaves the frame and the other pages alone. */
export function Pages() {
  const [path] = useLocation();
  return (
    <PageBoundary key={thingOf(path)} path={path}>
      <Suspense fallback={<LoadingState />}>
        <Switch>
          {ROUTES.map((route) => (
            <Route key={route.path} path={route.path}>
              <Admitted route={route} />
            </Route>
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}

/** Leads whoever has not signed in to the sign-in, and back to where they wanted to go. */
function Admitted({ route: { page: Page, open = false } }: { route: PageRoute }) {
  const { person } = useSession();
  const [path] = useLocation();
  const search = useSearch();
  if (!open && person === undefined) return <LoadingState />;
  if (!open && person === null)
    return <Redirect to={`/sign-in?to=${encodeURIComponent(search ? `${path}?${search}` : path)}`} replace />;
  return <Page />;
}
