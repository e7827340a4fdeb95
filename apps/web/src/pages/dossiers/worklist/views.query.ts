import { queryOptions } from '@tanstack/react-query';
import { keyed, seenAt } from '../../../api/act-headers.js';
import { answer, api, newActKey } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';

export type View = Schema<'SavedViewDto'>;
export type ViewDraft = Schema<'NewViewDto'>;

/** The own views in their order, then those that colleagues share. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: async () => (await answer(api.GET('/api/v1/views'))).items,
});

/** Keeps a view; its name is taken once. @throws ProblemError `view_name_taken`, `too_many_views`, `view_search_stays_private` */
export const keepView = (draft: ViewDraft) =>
  answer(
    api.POST('/api/v1/views', {
      params: { header: keyed(newActKey()) },
      body: draft,
    }),
  );

const seen = ({ id, revision }: View) => ({
  params: { path: { id }, header: seenAt(revision) },
});
/** Changes an own view as it was seen. @throws ProblemError `stale_revision`, and those of `keepView` */
export const changeView = (view: View, body: Partial<ViewDraft>) =>
  answer(api.PATCH('/api/v1/views/{id}', { ...seen(view), body: body }));
/** Removes an own view as it was seen. @throws ProblemError `stale_revision` */
export const removeView = (view: View) => answer(api.DELETE('/api/v1/views/{id}', seen(view)));
