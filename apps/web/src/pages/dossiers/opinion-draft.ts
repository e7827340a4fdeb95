import { useQueryClient } from '@tanstack/react-query';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { type Outcome } from '#contracts';
import { answer, api, newActKey } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { dossierKey } from './dossier.query.js';
import { useOnce } from '../../api/use-once.js';

const PAUSE_MS = 1200;
export type Mark = Schema<'CriterionMarkDto'>['mark'];
interface OpinionDraft {
  marks: Record<string, { mark: Mark | null; remark: string }>;
  recommendation: Outcome | null;
  summary: string;
}
type Saved = Schema<'OpinionDto'> | null;

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

/** The own opinion while it is being written: saved by itself after a pause, one save at a time, never over a newer one. */
export function useOpinionDraft(dossierId: string, sheetId: string, saved: Saved) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(saved));
  const newest = useRef({ draft, revision: saved?.revision ?? 0, waiting: false, dirty: false });
  const params = () => ({ path: { id: dossierId }, header: { 'Idempotency-Key': newActKey() } as never });
  const refresh = () => queries.invalidateQueries({ queryKey: dossierKey(dossierId) });

  const saving = useOnce({
    mutationFn: async () => {
      newest.current.dirty = false;
      const content = contentOf(newest.current.draft);
      const body = { revision: newest.current.revision, sheetId, ...content };
      const kept = await answer(
        api.PUT('/api/v1/dossiers/{id}/opinions/mine', { params: params(), body: body as never }),
      );
      newest.current.revision = kept.revision;
    },
    onError: () => {
      newest.current.dirty = true;
    },
  });
  const save = async () => {
    if (newest.current.waiting) return;
    newest.current.waiting = true;
    await saving.mutateAsync().finally(() => (newest.current.waiting = false));
    if (newest.current.dirty) await save();
  };
  const saveSoon = useDebouncedCallback(() => void save().catch(() => undefined), {
    delay: PAUSE_MS,
    flushOnUnmount: true,
  });
  const change = (part: Partial<OpinionDraft>) => {
    const next = { ...newest.current.draft, ...part };
    Object.assign(newest.current, { draft: next, dirty: true });
    setDraft(next);
    saveSoon();
  };
  const recording = useOnce({
    mutationFn: async () => {
      await save();
      return answer(
        api.POST('/api/v1/dossiers/{id}/opinions/mine/record', {
          params: params(),
          body: { revision: newest.current.revision },
        }),
      );
    },
    onSuccess: ({ revision }) => {
      newest.current.revision = revision;
      return refresh();
    },
  });
  return { draft, change, saving, recording };
}
