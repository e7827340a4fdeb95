import { queryOptions } from '@tanstack/react-query';
import { type ProcedureId } from '#contracts';
import { answer, api } from './client.js';
import { type Schema } from './schema-names.js';

export type Procedure = Schema<'ProcedureDto'>;
/** A dossier with the law that governs it: pinned once it was accepted, that of a day before. */
export interface Governed {
  procedureId: ProcedureId;
  receivedOn: string | null;
  law?: { digest: string | null } | undefined;
}

/** The course of the procedure of a dossier as the law has it to which it is pinned; before, that of its day or of today. */
export const procedureQuery = ({ procedureId: id, receivedOn: on, law }: Governed) => {
  const digest = law?.digest ?? null;
  return queryOptions({
    queryKey: ['procedure', id, digest ?? on],
    queryFn: () =>
      digest === null
        ? answer(
            api.GET('/api/v1/procedures/{id}', {
              params: { path: { id }, query: on === null ? {} : { on } },
            }),
          )
        : answer(api.GET('/api/v1/law/sets/{digest}/procedure', { params: { path: { digest } } })),
    staleTime: Infinity,
  });
};
