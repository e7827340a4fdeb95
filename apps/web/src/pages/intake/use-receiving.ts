import { useRef, useState } from 'react';
import { newActKey } from '../../api/client.js';
import { problemOfError } from '../../api/problem.js';
import { useOnce } from '../../api/use-once.js';
import { sendCommand } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { useRefresh } from '../dossiers/commands/use-act.js';

type Step = 'submit' | 'accept';
/** What is looked at before it is done: the next step, of the dossier as it stands, with the papers on the screen. */
export interface Look {
  step: Step;
  revision: number;
  papers: string;
  /** Whether it is accepted right after it is submitted. */
  accepts: boolean;
}
const newKeys = () => ({ submit: newActKey(), accept: newActKey() });

/** The two steps to the receipt, each under one key however often it is sent, and sent only as they were looked at. */
export function useReceiving(
  { id, revision, status }: DossierView,
  { papers, accepts }: Pick<Look, 'papers' | 'accepts'>,
) {
  const keys = useRef(newKeys());
  const [submitted, setSubmitted] = useState<number | null>(null);
  const refresh = useRefresh(id);
  /** The revision since it was submitted; null while it is a draft. */
  const since = status === 'submitted' ? Math.max(submitted ?? 0, revision) : submitted;
  const now: Look = {
    step: since === null ? 'submit' : 'accept',
    revision: since ?? revision,
    papers,
    accepts,
  };
  const send = (command: Step, at: number) =>
    sendCommand(id, { command, payload: {}, revision: at, dryRun: false, key: keys.current[command] });
  const rehearsing = useOnce({
    mutationFn: ({ step, revision: at, accepts: follows }: Look) =>
      sendCommand(id, {
        ...{ command: step, payload: {}, revision: at, dryRun: true, key: newActKey() },
        thenAccept: step === 'submit' && follows,
      }),
  });
  const receiving = useOnce({
    mutationFn: async (look: Look) => {
      if (look.step === 'accept') return send('accept', look.revision);
      const answer = await send('submit', look.revision);
      setSubmitted(answer.revision);
      return look.accepts ? send('accept', answer.revision) : answer;
    },
    onError: (error) => {
      const { status: code } = problemOfError(error);
      // A refusal did nothing; whether anything else arrived nobody knows, so the same is sent again.
      if (code >= 400 && code < 500) keys.current = newKeys();
      return refresh();
    },
  });
  // While it is under way nothing else is looked at; a look at anything that stands otherwise by now says nothing.
  const isSeen = receiving.isPending || JSON.stringify(rehearsing.variables) === JSON.stringify(now);
  return { now, seen: isSeen ? rehearsing.data : undefined, rehearsing, receiving, refresh };
}
