import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type ConsultationState } from '#contracts';
import { answer, api } from '../../api/client.js';
import { answerAsSession } from '../../api/file.js';
import { type Schema } from '../../api/schema-names.js';
import { sentBody } from '../../api/sent-body.js';
import { actParams } from '../councils/act-params.js';
import { type ActCall } from '../dossiers/commands/acts.query.js';
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
          params: { query: { state, limit: 50, ...(cursor !== null && { cursor }) } },
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
          answer(api.GET('/api/v1/organisations', { params: { query: { kind, limit: 100 } } })),
        ),
      );
      return pages.flatMap(({ items }) => items).filter(({ active }) => active);
    },
  });

const params = <Path extends object>(path: Path, { key, dryRun }: ActCall) => actParams(path, key, dryRun);
export const chooseForm = (id: string, body: Schema<'ConsultationChoiceDto'>, call: ActCall) =>
  answer(api.POST('/api/v1/dossiers/{id}/consultation-form', { params: params({ id }, call), body }));
export const ask = (id: string, body: Schema<'AskConsultationDto'>, call: ActCall) =>
  answer(api.POST('/api/v1/dossiers/{id}/consultations', { params: params({ id }, call), body }));

/** The letter that a consultation would draft, as it would be printed; nothing is changed by asking. */
export const consultationLetterQuery = (id: string, body: Schema<'AskConsultationDto'>) =>
  queryOptions({
    queryKey: dossierKey(id, 'consultation-letter', JSON.stringify(body)),
    retry: false,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const response = await answerAsSession(`/api/v1/dossiers/${id}/consultation-letter`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: sentBody(body),
        signal,
      });
      return response.blob();
    },
  });

/** One consultation, as its acts are addressed. */
const pathOf = ({ dossierId, id }: Consultation) => ({ id: dossierId, consultationId: id });
export const answerConsultation = (one: Consultation, body: Schema<'AnswerConsultationDto'>, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/answer', {
      params: params(pathOf(one), call),
      body,
    }),
  );
export const remind = (one: Consultation, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/remind', {
      params: params(pathOf(one), call),
    }),
  );
export const withdraw = (one: Consultation, body: Schema<'WithdrawConsultationDto'>, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/withdraw', {
      params: params(pathOf(one), call),
      body,
    }),
  );
export const close = (one: Consultation, reason: string, call: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/consultations/{consultationId}/close', {
      params: params(pathOf(one), call),
      body: { reason },
    }),
  );
