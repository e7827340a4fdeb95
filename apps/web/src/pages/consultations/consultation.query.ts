import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type ConsultationState } from '#contracts';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { actParams } from '../councils/act-params.js';
import { dossierKey } from '../dossiers/dossier.query.js';
import { type Consultation } from './consultation.types.js';

export const consultationFormQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'consultation-form'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/consultation-form', { params: { path: { id } } })),
  });
export const consultationsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'consultations'),
    queryFn: async () =>
      (await answer(api.GET('/api/v1/dossiers/{id}/consultations', { params: { path: { id } } }))).items,
  });
/** A list across dossiers lies below `dossiers`, which every event about one makes old. */
export const consultationListQuery = (state: ConsultationState) =>
  infiniteQueryOptions({
    queryKey: ['dossiers', 'consultations', state],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/consultations', {
          params: { query: { state, limit: 50, ...(cursor !== null && { cursor }) } as never },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
export const consultableQuery = (kinds: readonly ('agency' | 'registration_agency' | 'other')[]) =>
  queryOptions({
    queryKey: ['organisations', ...kinds],
    queryFn: async () => {
      const pages = await Promise.all(
        kinds.map((kind) =>
          answer(api.GET('/api/v1/organisations', { params: { query: { kind, limit: 100 } as never } })),
        ),
      );
      return pages.flatMap(({ items }) => items).filter(({ active }) => active);
    },
  });

export const chooseForm = (id: string, body: Schema<'ConsultationChoiceDto'>, key: string) =>
  answer(api.POST('/api/v1/dossiers/{id}/consultation-form', { params: actParams({ id }, key), body }));
export const ask = (id: string, body: Schema<'AskConsultationDto'>, key: string) =>
  answer(api.POST('/api/v1/dossiers/{id}/consultations', { params: actParams({ id }, key), body }));

/** One consultation, as its acts are addressed. */
const pathOf = ({ dossierId, id }: Consultation) => ({ id: dossierId, consultationId: id });
export const answerConsultation = (one: Consultation, body: Schema<'AnswerConsultationDto'>, key: string) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/answer', {
      params: actParams(pathOf(one), key),
      body,
    }),
  );
export const remind = (one: Consultation, key: string) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/remind', {
      params: actParams(pathOf(one), key),
    }),
  );
export const withdraw = (one: Consultation, body: Schema<'WithdrawConsultationDto'>, key: string) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/withdraw', {
      params: actParams(pathOf(one), key),
      body,
    }),
  );
export const close = (one: Consultation, reason: string, key: string) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/close', {
      params: actParams(pathOf(one), key),
      body: { reason },
    }),
  );
