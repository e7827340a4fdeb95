import { answer, api, newActKey } from '../../../api/client.js';
import { problemOfError, ProblemError } from '../../../api/problem.js';
import { queryClient } from '../../../api/query-client.js';
import { type Person } from '../../../session/session.types.js';
import { type Row } from '../../investor/draft/draft.types.js';
import { type DraftSaver } from '../../investor/draft/draft-saver.js';
import { type DraftTransport, httpTransport, type SavedFacts } from '../../investor/draft/dossier.query.js';
import { saverNamed } from '../../investor/draft/open-savers.js';
import { opinionsQuery } from '../dossier.query.js';
import { type ActCall, sent } from '../commands/acts.query.js';
import { type DossierView } from '../dossier.types.js';
import { type Content, contentOf, draftOf, type Opinion } from './opinion-content.js';
import { withFields } from './opinion-faults.js';

const PATIENCE_MS = 30_000;

/** Whose opinion of which round is written, by which sheet. */
export interface Writing {
  person: Pick<Person, 'id' | 'displayName'>;
  dossier: Pick<DossierView, 'id' | 'round'>;
  sheetId: string;
}

/** The name under which what is not saved yet is kept on this device: per person, dossier and round. */
export const folderOf = ({ id, round }: Writing['dossier']): string => `opinion.${id}.${round}`;

const isOwn = ({ person, dossier }: Writing, { authorId, round }: Opinion): boolean =>
  authorId === person.id && round === dossier.round;

/** Puts the own opinion, as the API has it now, among those that are known here: whoever looks finds the newest. */
export async function putOwn(writing: Writing, changed: Partial<Opinion>): Promise<void> {
  const { queryKey } = opinionsQuery(writing.dossier.id);
  // An answer that is still on its way is older than this one.
  await queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, (known) => {
    if (!known) return known;
    const own = known.items.find((one) => isOwn(writing, one));
    const others = known.items.filter((one) => one !== own);
    return { ...known, items: [...others, { ...own, ...changed } as Opinion] };
  });
}

/** The saver takes the facts of a dossier; it looks into none of their fields. */
const factsOf = (content: Content | null) => draftOf(content) as unknown as SavedFacts['facts'];

/** Sends what is written, or only tries it. @throws ProblemError whose `errors` name fields instead of pointers. */
async function sendOwn(
  { dossier, sheetId }: Writing,
  content: Content,
  { revision, key, dryRun }: ActCall & { revision: number },
) {
  try {
    return await answer(
      api.PUT('/api/v1/dossiers/{id}/opinions/mine', {
        params: sent(dossier.id, { key, dryRun }),
        body: { revision, sheetId, ...content },
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    );
  } catch (error) {
    throw new ProblemError(withFields(problemOfError(error), content));
  }
}

/** Tries the change of a recorded opinion, which is saved when it is confirmed. @throws ProblemError as the save does. */
export async function tryChange(writing: Writing, fields: Row, revision: number): Promise<void> {
  await sendOwn(writing, contentOf(fields), { revision, key: newActKey(), dryRun: true });
}

/** How an opinion reaches the API. */
const transportOf = (writing: Writing): DraftTransport => ({
  ...httpTransport,
  save: async (_, { key, revision, facts }) => {
    const { person } = writing;
    const content = contentOf(facts.project ?? {});
    const kept = await sendOwn(writing, content, { revision, key, dryRun: false });
    const author = { authorId: person.id, authorName: person.displayName, authorInConflict: null };
    await putOwn(writing, { ...kept, ...content, ...author });
    return { revision: kept.revision, facts: factsOf(content) };
  },
  read: async () => {
    const { items } = await answer(
      api.GET('/api/v1/dossiers/{id}/opinions', { params: { path: { id: writing.dossier.id } } }),
    );
    const own = items.find((one) => isOwn(writing, one)) ?? null;
    return { revision: own?.revision ?? 0, facts: factsOf(own) };
  },
});

/**
 * What saves the own opinion while it is written: the one that is still at work, or a new one. Each change of a recorded
 * opinion is kept and logged, so it is saved when its author says so and kept on this device until then.
 */
export function opinionSaver(writing: Writing, saved: Opinion | null): DraftSaver {
  const { person, dossier, sheetId } = writing;
  const state = saved?.state ?? 'draft';
  return saverNamed(`${person.id} ${folderOf(dossier)} ${sheetId} ${state}`, {
    ...{ personId: person.id, dossierId: folderOf(dossier) },
    ...{ draft: draftOf(saved), revision: saved?.revision ?? 0 },
    ...{ transport: transportOf(writing), faultsOf: () => [], byHand: state === 'recorded' },
  });
}

/**
 * Puts the own draft on record under one key, or only tries it.
 * @throws ProblemError `opinion_incomplete`, `stale_revision`
 */
export async function recordOwn(writing: Writing, revision: number, call: ActCall): Promise<void> {
  const recorded = await answer(
    api.POST('/api/v1/dossiers/{id}/opinions/mine/record', {
      params: sent(writing.dossier.id, call),
      body: { revision },
    }),
  );
  if (!call.dryRun) await putOwn(writing, recorded);
}
