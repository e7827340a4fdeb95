import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { Redirect, useSearch } from 'wouter';
import { usePerson } from '../../../session/session.provider.js';
import { LoadingState } from '../../../ui/states.js';
import { defaultViewOf } from './default-view.js';
import { searchOf } from './view-search.js';
import { viewsQuery } from './views.query.js';

/** Leads an address without conditions to the view with which the person begins; one that is gone is passed over. */
export function BeginningView({ children }: { children: ReactNode }) {
  const search = useSearch();
  const wanted = defaultViewOf(usePerson().id);
  const asked = wanted !== null && search === '';
  const views = useQuery({ ...viewsQuery, enabled: asked });
  if (!asked) return children;
  if (views.isPending) return <LoadingState />;
  const view = views.data?.find(({ id }) => id === wanted);
  return view === undefined ? children : <Redirect to={`/dossiers?${searchOf(view.query)}`} replace />;
}
