import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ProcedureId } from '#contracts';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { type Draft } from '../draft/draft.types.js';

export type Preview = Schema<'PreviewDto'>;
export type Finding = Preview['findings'][number];

/** What a screening of these facts would find. Nothing is stored; the API is asked by the content, so each content once. */
export function usePreview(procedureId: ProcedureId, facts: Partial<Draft>, language: string) {
  const { project, lines, equipment, evidence } = facts;
  const body = { procedureId, facts: { project, lines, equipment, evidence } };
  const empty = (lines?.length ?? 0) + (equipment?.length ?? 0) === 0;
  return useQuery<Preview>({
    queryKey: ['preview', language, JSON.stringify(body)],
    enabled: !empty,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    staleTime: Infinity,
    queryFn: ({ signal }) => answer(api.POST('/api/v1/screenings/preview', { body, signal })),
  });
}
