import { useSession } from '../../session/session.provider.js';
import { LoadingState } from '../../ui/states.js';
import { PublicHome } from './public.home.js';
import { WorkHome } from './work.home.js';

/** The start page: what the service is for the public, today's work for whoever has signed in. */
export function HomePage() {
  const { person } = useSession();
  if (person === undefined) return <LoadingState />;
  return person === null ? <PublicHome /> : <WorkHome />;
}
