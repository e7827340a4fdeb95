import { queryOptions } from '@tanstack/react-query';
import { type ProcedureId } from '#contracts';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';

export type Procedure = Schema<'ProcedureDto'>;

/** The course of a procedure as it is for a dossier that arrived on a day; null: today. */
export const procedureQuery = (id: ProcedureId, on: string | null) =>
  queryOptions({
    queryKey: ['procedure', id, on],
    queryFn: () =>
      answer(
        api.GET('/api/v1/procedures/{id}', { params: { path: { id }, query: on === null ? {} : { on } } }),
      ),
    staleTime: Infinity,
  });
