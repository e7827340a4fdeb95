import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { problemOfError } from '../../../api/problem.js';
import { usePerson } from '../../../session/session.provider.js';
import { type AskedOfOwner, draftOf, saveDraft } from './answer.query.js';
import { answersAre, endOfSaving, type Saving } from './end-of-saving.js';
import {
  begunFrom,
  chosen,
  joinedAnswers,
  saySame,
  sentDraft,
  type ServerDraft,
  writtenOf,
} from './joined-answers.js';
import { keepAnswers, keptAnswers, type KeptAnswers, onKeptElsewhere } from './kept-answers.js';

const PAUSE_MS = 1000;
const AGAIN_MS = 5000;
const STALE = 412;
const WELL: Saving = { how: 'well' };

/** Nothing is saved of it, as far as anybody knows. */
const UNSAVED = { revision: 0, base: { texts: [], files: [] } };

/** With what a page begins: what was kept in this browser, brought together with what was saved from another one. */
function beginning(kept: KeptAnswers | null, draft: ServerDraft | null): KeptAnswers {
  if (kept === null) return begunFrom(draft);
  return draft !== null && draft.revision !== kept.revision ? joinedAnswers(kept, draft) : kept;
}

/**
 * The answers to a request as they are being written. Two pages of one browser write the same answers: each change is
 * made to what the other one kept last, and seen there at once. After a pause they are saved as the draft of the answer, so
 * that another machine goes on with them; what was written there meanwhile is never written over.
 */
export function useAnswers(dossierId: string, { id: requestId, draft }: AskedOfOwner) {
  const { id: personId } = usePerson();
  const [answers, setAnswers] = useState(() => beginning(keptAnswers(personId, requestId), draft));
  const [isKept, setIsKept] = useState(true);
  const [went, setWent] = useState<Saving>(WELL);
  const [isSending, setIsSending] = useState(false);
  const own = useRef(answers);
  // Without room on the device the last word is on this page.
  const latest = () => (isKept ? keptAnswers(personId, requestId) : null) ?? own.current;
  const show = (next: KeptAnswers) => setAnswers((own.current = next));
  const change = (next: (answers: KeptAnswers) => KeptAnswers) => {
    show(next(latest()));
    setIsKept(keepAnswers(personId, requestId, own.current));
  };
  const isUnsaved = !saySame(answers, answers.base);
  const waits = isUnsaved && answers.clashes.length === 0;
  /** Takes in what was saved elsewhere; whatever else stands in the way is tried again. */
  const takeIn = async (error: unknown) => {
    if (problemOfError(error).status !== STALE) throw error;
    const theirs = await draftOf(dossierId, requestId);
    change((known) => (theirs === null ? { ...known, ...UNSAVED } : joinedAnswers(known, theirs)));
  };
  const save = useEffectEvent(async () => {
    const sent = latest();
    if (saySame(sent, sent.base) || sent.clashes.length > 0) return;
    setIsSending(true);
    try {
      const { revision } = await saveDraft(dossierId, requestId, {
        ...sentDraft(sent),
        revision: sent.revision,
      });
      change((known) => ({ ...known, revision, base: writtenOf(sent) }));
      setWent(WELL);
    } catch (error) {
      await takeIn(error).catch((fault: unknown) => setWent(endOfSaving(fault)));
    }
    setIsSending(false);
  });
  useEffect(() => {
    if (!waits || isSending || went.how === 'refused') return;
    const timer = setTimeout(() => void save(), went.how === 'again' ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [answers, waits, isSending, went]);
  const leave = useEffectEvent(() => void save());
  useEffect(() => () => leave(), []);
  const write: typeof change = (next) => {
    change(next);
    setWent((before) => (before.how === 'refused' ? WELL : before));
  };
  const seeKept = useEffectEvent(() => {
    const kept = keptAnswers(personId, requestId);
    if (kept !== null) setAnswers((own.current = kept));
  });
  useEffect(() => onKeptElsewhere(personId, requestId, () => seeKept()), [personId, requestId]);
  const are = answersAre(isUnsaved, answers.clashes.length, went);
  const problem = are === 'refused' && went.how === 'refused' ? went.problem : null;
  const choose = (item: number, side: 'mine' | 'theirs') => write((known) => chosen(known, item, side));
  return { answers, isKept, are, problem, change: write, choose };
}
