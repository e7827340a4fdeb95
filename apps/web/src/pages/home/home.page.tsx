import { Suspense } from 'react';
import { openAreas } from '../../i18n/language.js';
import { useSession } from '../../session/session.provider.js';
import { lazily } from '../../ui/lazily.js';
import { LoadingState } from '../../ui/states.js';
import { PublicHome } from './public.home.js';

const WorkHome = lazily(async () => {
  const [part] = await Promise.all([import('./work.home.js'), openAreas('desk', 'dossier')]);
  return part.WorkHome;
});

/** The start page: what the service is for the public, today's work for whoever has signed in. */
export function HomePage() {
  const { person } = useSession();
  if (person === undefined) return <LoadingState />;
  if (person === null) return <PublicHome />;
  return (
    <Suspense fallback={<LoadingState />}>
      <WorkHome />
    </Suspense>
  );
}
