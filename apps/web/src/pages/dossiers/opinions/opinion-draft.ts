import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { visibleText } from '#contracts';
import { newActKey } from '../../../api/client.js';
import { type Problem, problemOfError } from '../../../api/problem.js';
import { usePerson } from '../../../session/session.provider.js';
import { type Row, same, withValue } from '../../investor/draft/draft.types.js';
import { type DraftSaver } from '../../investor/draft/draft-saver.js';
import { forgetInput, keptInputs } from '../../investor/draft/kept-input.js';
import { mergeDrafts } from '../../investor/draft/merge-drafts.js';
import { leaveSaver } from '../../investor/draft/open-savers.js';
import { isUnsaved } from '../../investor/draft/save-machine.js';
import { type ActCall } from '../commands/acts.query.js';
import { useRefresh, useTriedAct } from '../commands/use-act.js';
import { type DossierView } from '../dossier.types.js';
import { draftOf, type Opinion } from './opinion-content.js';
import { folderOf, opinionSaver, recordOwn, tryChange, type Writing } from './opinion-saver.js';

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
  const { recording, refused } = useRecording(writing, saver, saved, onRecorded);
  const set = (field: string, value: string | null) => {
    const said = value === null ? undefined : visibleText(value) || undefined;
    saver.edit((draft) => withValue(draft, { section: 'project', id: null, field }, said));
  };
  return { fields: state.draft.project, set, state, saver, recording, refused, restoredAt };
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

/**
 * Saves what is not saved yet and puts it on record, after a try that says whether that could be done; one key for one
 * revision, however often it is sent. False: it could not be saved, is refused for what stands in its fields (`refused`
 * says where), or is not what was looked at any more.
 */
function useRecording(writing: Writing, saver: DraftSaver, saved: Opinion | null, onRecorded: () => void) {
  const refresh = useRefresh(writing.dossier.id);
  const sent = useRef({ revision: -1, key: '' });
  const isChange = saved?.state === 'recorded';
  const send = async (looked: Row, { dryRun }: ActCall): Promise<boolean> => {
    if (isChange && dryRun) {
      await tryChange(writing, looked, saver.read().revision);
      return true;
    }
    // Nothing was written yet: what is missing is said by the refusal of what there is.
    if (saver.read().revision === 0) saver.edit((draft) => ({ ...draft, project: { ...draft.project } }));
    if (!(await saver.settled())) return false;
    const { revision, draft } = saver.read();
    if (!same(draft.project, looked)) return false;
    if (isChange) return true;
    if (sent.current.revision !== revision) sent.current = { revision, key: newActKey() };
    await recordOwn(writing, revision, { key: dryRun ? newActKey() : sent.current.key, dryRun });
    return true;
  };
  const [refused, setRefused] = useState<{ problem: Problem; tries: number } | null>(null);
  const attempt = async (looked: Row, call: ActCall): Promise<boolean> => {
    try {
      const could = await send(looked, call);
      setRefused(null);
      // At once: whoever goes on to change it again must not be taken back by the answer to what is asked anew.
      if (could && !call.dryRun) onRecorded();
      return could;
    } catch (error) {
      void refresh();
      const problem = problemOfError(error);
      if (problem.code !== 'opinion_incomplete' && problem.errors === undefined) throw error;
      // It outlives the next key stroke: what is missing is filled in one after the other.
      setRefused((before) => ({ problem, tries: (before?.tries ?? 0) + 1 }));
      return false;
    }
  };
  return { recording: useTriedAct(writing.dossier.id, attempt), refused };
}
