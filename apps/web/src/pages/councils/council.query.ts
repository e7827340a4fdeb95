import { queryOptions } from '@tanstack/react-query';
import { keyed } from '../../api/act-headers.js';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { type ActCall } from '../dossiers/commands/acts.query.js';
import { dossierKey } from '../dossiers/dossier.query.js';
import { actParams } from './act-params.js';

export const councilsQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'council'),
    queryFn: async () =>
      (await answer(api.GET('/api/v1/dossiers/{id}/council', { params: { path: { id } } }))).items,
  });
export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'council', 'candidates'),
    queryFn: async () =>
      (await answer(api.GET('/api/v1/dossiers/{id}/council/candidates', { params: { path: { id } } }))).items,
  });
// Below `dossiers`, so that whatever happens to a dossier makes these lists old, too.
export const myCouncilsQuery = queryOptions({
  queryKey: ['dossiers', 'councils', 'mine'],
  queryFn: async () => (await answer(api.GET('/api/v1/councils'))).items,
});
export const knownCouncilsQuery = (stage: 'open' | 'closed') =>
  queryOptions({
    queryKey: ['dossiers', 'councils', stage],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/councils/known', { params: { query: { stage } } }))).items,
  });

export const establish = (id: string, body: Schema<'EstablishCouncilDto'>, key: string, dryRun = false) =>
  answer(api.POST('/api/v1/dossiers/{id}/council', { params: actParams({ id }, key, dryRun), body }));
export const addMember = (id: string, body: Schema<'AddCouncilMemberDto'>, { key, dryRun }: ActCall) =>
  answer(api.POST('/api/v1/dossiers/{id}/council/members', { params: actParams({ id }, key, dryRun), body }));
export const dissolve = (id: string, reason: string, { key, dryRun }: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/dissolve', {
      params: actParams({ id }, key, dryRun),
      body: { reason },
    }),
  );
export const openSession = (id: string, body: Schema<'OpenSessionDto'>, { key, dryRun }: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/sessions', { params: actParams({ id }, key, dryRun), body }),
  );

/** A session of a council, as its acts are addressed. */
export interface SessionPath {
  id: string;
  sessionId: string;
}
export const recordPresence = (
  path: SessionPath,
  body: Schema<'RecordPresenceDto'>,
  { key, dryRun }: ActCall,
) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/sessions/{sessionId}/presence', {
      params: actParams(path, key, dryRun),
      body,
    }),
  );
export const putMotion = (path: SessionPath, body: Schema<'PutMotionDto'>, { key, dryRun }: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/sessions/{sessionId}/motions', {
      params: actParams(path, key, dryRun),
      body,
    }),
  );
export const closeSession = (path: SessionPath, { key, dryRun }: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/sessions/{sessionId}/close', {
      params: actParams(path, key, dryRun),
    }),
  );
export const draftMinutes = (path: SessionPath, { key, dryRun }: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/sessions/{sessionId}/minutes', {
      params: actParams(path, key, dryRun),
    }),
  );

/** A motion, as votes on it are addressed. */
export interface MotionPath {
  id: string;
  motionId: string;
}
export const castVote = (path: MotionPath, body: Schema<'CastVoteDto'>, { key, dryRun }: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/motions/{motionId}/votes', {
      params: actParams(path, key, dryRun),
      body,
    }),
  );
export const closeMotion = (path: MotionPath, key: string) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/motions/{motionId}/close', {
      params: { path, header: keyed(key) },
    }),
  );
export const dissent = (path: MotionPath, text: string, { key, dryRun }: ActCall) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/council/motions/{motionId}/dissent', {
      params: actParams(path, key, dryRun),
      body: { text },
    }),
  );
