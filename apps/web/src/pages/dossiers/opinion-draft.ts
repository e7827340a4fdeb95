import { useQueryClient } from '@tanstack/react-query';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { type Outcome } from '#contracts';
import { answer, api, newActKey } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { usePerson } from '../../session/session.provider.js';
import { dossierKey, opinionsQuery } from './dossier.query.js';

const PAUSE_MS = 1200;
export type Mark = Schema<'CriterionMarkDto'>['mark'];
interface OpinionDraft {
  marks: Record<string, { mark: Mark | null; remark: string }>;
  recommendation: Outcome | null;
  summary: string;
}
type Own = Schema<'OpinionDto'>;
type Saved = Own | null;
type Known = Schema<'OpinionListDto'>;

/** The draft that a saved opinion holds; nothing yet for the first one. */
const draftOf = (saved: Saved): OpinionDraft => ({
  marks: Object.fromEntries(
    (saved?.criteria ?? []).map(({ code, mark, remark = '' }) => [code, { mark, remark }]),
  ),
  recommendation: saved?.recommendation ?? null,
  summary: saved?.summary ?? '',
});

/** What of a draft is sent: criteria without a mark are not judged yet. */
const contentOf = ({ marks, recommendation, summary }: OpinionDraft) => ({
  criteria: Object.entries(marks).flatMap(([code, { mark, remark }]) =>
    mark === null ? [] : [{ code, mark, ...(remark.trim() !== '' && { remark }) }],
  ),
  recommendation,
  summary,
});

/** The opinions as they are known here with the own one as it was sent, so that whoever comes back finds the newest. */
const withOwn = (known: Known | undefined, own: Own): Known | undefined =>
  known && { ...known, items: [...known.items.filter(({ id }) => id !== own.id), own] };

/**
 * The own opinion while it is being written. A draft is saved by itself after a pause, one save at a time, never over a
 * newer one; a recorded one changes when its author says so, since each change is kept and logged.
 */
export function useOpinionDraft(dossierId: string, sheetId: string, saved: Saved, onRecorded: () => void) {
  const queries = useQueryClient();
  const { id: authorId, displayName: authorName } = usePerson();
  const author = { authorId, authorName };
  const recorded = saved?.state === 'recorded';
  const [draft, setDraft] = useState(() => draftOf(saved));
  const newest = useRef({ draft, revision: saved?.revision ?? 0, dirty: false });
  const onItsWay = useRef<Promise<void> | null>(null);
  const params = () => ({ path: { id: dossierId }, header: { 'Idempotency-Key': newActKey() } as never });
  const refresh = () => queries.invalidateQueries({ queryKey: dossierKey(dossierId) });

  const saving = useOnce({
    mutationFn: async () => {
      const content = contentOf(newest.current.draft);
      const body = { revision: newest.current.revision, sheetId, ...content };
      const kept = await answer(
        api.PUT('/api/v1/dossiers/{id}/opinions/mine', { params: params(), body: body as never }),
      );
      newest.current.revision = kept.revision;
      const own: Own = { ...kept, ...content, ...author, authorInConflict: null };
      queries.setQueryData(opinionsQuery(dossierId).queryKey, (known) => withOwn(known, own));
    },
    onError: () => {
      newest.current.dirty = true;
    },
  });
  const saveAll = async () => {
    while (newest.current.dirty) {
      newest.current.dirty = false;
      await saving.mutateAsync();
    }
  };
  const save = () =>
    (onItsWay.current ??= saveAll().finally(() => {
      onItsWay.current = null;
    }));
  const saveSoon = useDebouncedCallback(() => void save().catch(() => undefined), {
    delay: PAUSE_MS,
    flushOnUnmount: true,
  });
  const change = (part: Partial<OpinionDraft>) => {
    const next = { ...newest.current.draft, ...part };
    Object.assign(newest.current, { draft: next, dirty: true });
    setDraft(next);
    if (!recorded) saveSoon();
  };
  const recording = useOnce({
    mutationFn: async () => {
      // Nothing was written yet: the refusal says what is missing.
      if (newest.current.revision === 0) newest.current.dirty = true;
      await save();
      if (recorded) return { revision: newest.current.revision };
      return answer(
        api.POST('/api/v1/dossiers/{id}/opinions/mine/record', {
          params: params(),
          body: { revision: newest.current.revision },
        }),
      );
    },
    onSuccess: async ({ revision }) => {
      newest.current.revision = revision;
      await refresh();
      onRecorded();
    },
  });
  return { draft, change, saving, recording };
}
