import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { visibleText } from '#contracts';
import { newActKey } from '../../../api/client.js';
import { useOnce } from '../../../api/use-once.js';
import { usePerson } from '../../../session/session.provider.js';
import { same, withValue } from '../../investor/draft/draft.types.js';
import { type DraftSaver } from '../../investor/draft/draft-saver.js';
import { forgetInput, keptInputs } from '../../investor/draft/kept-input.js';
import { mergeDrafts } from '../../investor/draft/merge-drafts.js';
import { leaveSaver } from '../../investor/draft/open-savers.js';
import { isUnsaved } from '../../investor/draft/save-machine.js';
import { dossierKey } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { draftOf, type Opinion } from './opinion-content.js';
import { folderOf, opinionSaver, recordOwn, type Writing } from './opinion-saver.js';

interface Props {
  dossier: DossierView;
  sheetId: string;
  saved: Opinion | null;
  onRecorded: () => void;
}

/**
 * The own opinion while it is being written. What stands in the form is one with what is saved, on its way or kept on
 * this device: it is saved after a pause, tried again until it is there, and brought together with what was written
 * elsewhere, never over it.
 */
export function useOpinionDraft({ dossier, sheetId, saved, onRecorded }: Props) {
  const person = usePerson();
  const writing: Writing = { person, dossier, sheetId };
  const [saver] = useState(() => opinionSaver(writing, saved));
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => {
    if (saved) saver.seen(draftOf(saved), saved.revision);
  }, [saver, saved]);
  useEffect(() => () => leaveSaver(saver), [saver]);
  useAskBeforeClosing(saver);
  const restoredAt = useRestored(saver, person.id, folderOf(dossier));
  const recording = useRecording(writing, saver, saved, onRecorded);
  const set = (field: string, value: string | null) => {
    const said = value === null ? undefined : visibleText(value) || undefined;
    saver.edit((draft) => withValue(draft, { section: 'project', id: null, field }, said));
  };
  return { fields: state.draft.project, set, state, saver, recording, restoredAt };
}

function useAskBeforeClosing(saver: DraftSaver): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved(saver.read())) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [saver]);
}

/** Takes up what was typed on this device and never reached the server. When it was typed; null: there was nothing. */
function useRestored(saver: DraftSaver, personId: string, folder: string): number | null {
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  useEffect(() => {
    let gone = false;
    const take = async () => {
      const [newest] = (await keptInputs(personId, folder)).filter(({ name }) => name !== saver.entry);
      if (newest === undefined || gone) return;
      const { draft } = saver.read();
      const isNews = !same(mergeDrafts(newest.base, newest.draft, draft).draft, draft);
      if (isNews) saver.restore(newest);
      forgetInput(newest.name);
      if (isNews) setRestoredAt(newest.at);
    };
    void take();
    return () => {
      gone = true;
    };
  }, [saver, personId, folder]);
  return restoredAt;
}

/** Saves what is not saved yet, and then puts it on record; one key for one revision, however often it is sent. */
function useRecording(writing: Writing, saver: DraftSaver, saved: Opinion | null, onRecorded: () => void) {
  const queries = useQueryClient();
  const sent = useRef({ revision: -1, key: '' });
  const refresh = () => queries.invalidateQueries({ queryKey: dossierKey(writing.dossier.id) });
  return useOnce({
    mutationFn: async () => {
      // Nothing was written yet: what is missing is said by the refusal of what there is.
      if (saver.read().revision === 0) saver.edit((draft) => ({ ...draft, project: { ...draft.project } }));
      if (!(await saver.settled())) return false;
      const { revision } = saver.read();
      if (saved?.state === 'recorded') return true;
      if (sent.current.revision !== revision) sent.current = { revision, key: newActKey() };
      await recordOwn(writing, revision, sent.current.key);
      return true;
    },
    onSuccess: async (done) => {
      if (!done) return;
      await refresh();
      onRecorded();
    },
    onError: refresh,
  });
}
