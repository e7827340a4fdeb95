import { keyed, seenAt } from '../../api/act-headers.js';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { type Project } from './projects.query.js';

/** How an act is sent: only to see what it would do, or under a key that makes it act once. */
export interface Sending {
  dryRun: boolean;
  key: string;
}
/** What was entered in the form of an act, by field; empty for what was left out. */
export type Entered = Record<string, string>;
export type Answered = Project | Schema<'MergeAnswerDto'>;
export type Act = (id: string, entered: Entered, sending: Sending) => Promise<Answered>;

const around = (id: string, { dryRun, key }: Sending) => ({
  path: { id },
  query: dryRun ? { dryRun: 'true' as const } : {},
  header: keyed(key),
});
const given = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? undefined : text.trim();
const reasonOf = ({ reason }: Entered) => ({ reason: given(reason) ?? '' });
/** A body of closed words that the form offers: the API judges them again. */
const body = <Body extends object>(values: Record<string, string | undefined>): Body => values as Body;

export const proposeExemption: Act = (id, entered, sending) =>
  answer(
    api.POST('/api/v1/projects/{id}/exemption', {
      params: around(id, sending),
      body: body<Schema<'ProposeExemptionDto'>>({ reasonCode: entered['reasonCode'], ...reasonOf(entered) }),
    }),
  );
export const decideExemption =
  (decision: 'confirmed' | 'rejected'): Act =>
  (id, { note }, sending) =>
    answer(
      api.POST('/api/v1/projects/{id}/exemption/decision', {
        params: around(id, sending),
        body: { decision, note: given(note) },
      }),
    );
export const revokeExemption: Act = (id, entered, sending) =>
  answer(
    api.POST('/api/v1/projects/{id}/exemption/revocation', {
      params: around(id, sending),
      body: reasonOf(entered),
    }),
  );

/** @param corrects the decision on record that this one takes the place of */
export const recordDecision =
  (corrects: string | null): Act =>
  (id, { kind, number, decidedOn, decidedBy, documentRef, note }, sending) =>
    answer(
      api.POST('/api/v1/projects/{id}/final-decision', {
        params: around(id, sending),
        body: body({
          ...{ kind, number: given(number), decidedOn, decidedBy: given(decidedBy) },
          ...{ documentRef: given(documentRef), note: given(note), corrects: corrects ?? undefined },
        }),
      }),
    );
export const withdrawDecision: Act = (id, entered, sending) =>
  answer(
    api.POST('/api/v1/projects/{id}/final-decision/withdrawal', {
      params: around(id, sending),
      body: reasonOf(entered),
    }),
  );

/** @param into the project that stays */
export const mergeInto =
  (into: string): Act =>
  (id, entered, sending) =>
    answer(
      api.POST('/api/v1/projects/{id}/merge', {
        params: around(id, sending),
        body: { into, ...reasonOf(entered) },
      }),
    );
export const unmerge: Act = (id, entered, sending) =>
  answer(api.POST('/api/v1/projects/{id}/unmerge', { params: around(id, sending), body: reasonOf(entered) }));

export const matchByHand: Act = (id, entered, sending) =>
  answer(
    api.POST('/api/v1/projects/{id}/matches', {
      params: around(id, sending),
      body: { dossierId: entered['dossierId'] ?? '', ...reasonOf(entered) },
    }),
  );
const ofMatch = (id: string, matchId: string, sending: Sending) => ({
  ...around(id, sending),
  path: { id, matchId },
});
export const decideMatch =
  (matchId: string, decision: 'confirmed' | 'rejected'): Act =>
  (id, { reason }, sending) =>
    answer(
      api.POST('/api/v1/projects/{id}/matches/{matchId}/decision', {
        params: ofMatch(id, matchId, sending),
        body: { decision, reason: given(reason) },
      }),
    );
export const undoMatch =
  (matchId: string): Act =>
  (id, entered, sending) =>
    answer(
      api.POST('/api/v1/projects/{id}/matches/{matchId}/undo', {
        params: ofMatch(id, matchId, sending),
        body: reasonOf(entered),
      }),
    );

interface Proposed {
  compared: number;
  proposed: number;
}
/** Has every dossier that nobody has matched compared with the register. */
export const proposeMatches = async (key: string): Promise<Proposed> =>
  (await answer(
    api.POST('/api/v1/projects/matches/propose', {
      params: { header: keyed(key) },
    }) as Promise<{ data?: unknown }>,
  )) as Proposed;

/** Enters the project that a dossier tells of, and matches the two. */
export const enterFromDossier = (dossierId: string, isAnother: boolean, key: string): Promise<Project> =>
  answer(
    api.POST('/api/v1/projects/from-dossier', {
      params: { header: keyed(key) },
      body: { dossierId, isAnother },
    }),
  );

/** Enters a project. */
export const createProject = (draft: Schema<'NewProjectDto'>, key: string): Promise<Project> =>
  answer(api.POST('/api/v1/projects', { params: { header: keyed(key) }, body: draft }));

/** Corrects a project as it was seen at a revision. @throws ProblemError `stale_revision` when it is another one by now */
export const changeProject = (
  id: string,
  revision: number,
  changes: Schema<'ChangeProjectDto'>,
  key: string,
): Promise<Project> =>
  answer(
    api.PATCH('/api/v1/projects/{id}', {
      params: { path: { id }, header: { ...seenAt(revision), ...keyed(key) } },
      body: changes,
    }),
  );
