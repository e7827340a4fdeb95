import { useEffect, useRef, useState } from 'react';
import { queryClient } from '../../../api/query-client.js';
import { publicKeyQuery } from '../audit.query.js';
import { EvidenceFileError, type EvidenceFileFault, parseEvidence } from './evidence-file.js';
import { NoCryptography } from './key-ring.js';
import { type Verdict, verifyEvidence } from './verify-evidence.js';

export type VerificationState =
  | { state: 'idle' | 'fetching' | 'cancelled' | 'cannot' }
  | { state: 'unfit'; fault: EvidenceFileFault }
  | { state: 'running'; done: number; total: number }
  | { state: 'judged'; verdict: Verdict }
  | { state: 'failed'; error: unknown };
export interface Verification {
  current: VerificationState;
  running: boolean;
  /** Fetches or reads the text of an export and verifies it. */
  run: (read: () => Promise<string>) => void;
  cancel: () => void;
  /** Stops, and takes away what the last one found: it says nothing of another file. */
  forget: () => void;
}

/** One verification at a time, in slices, so that the page stays alive; leaving the page stops it. */
export function useVerification(): Verification {
  const [current, setCurrent] = useState<VerificationState>({ state: 'idle' });
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const run = (read: () => Promise<string>) => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    const tell = (state: VerificationState) => {
      if (stop.current === controller) setCurrent(state);
    };
    tell({ state: 'fetching' });
    judge(read, controller.signal, tell).then(tell, (error: unknown) =>
      tell(endOf(error, controller.signal)),
    );
  };
  const running = current.state === 'fetching' || current.state === 'running';
  const forget = () => {
    stop.current?.abort();
    stop.current = null;
    setCurrent({ state: 'idle' });
  };
  return { current, running, run, cancel: () => stop.current?.abort(), forget };
}

async function judge(
  read: () => Promise<string>,
  signal: AbortSignal,
  tell: (state: VerificationState) => void,
): Promise<VerificationState> {
  const [text, { pem }] = await Promise.all([read(), queryClient.ensureQueryData(publicKeyQuery)]);
  signal.throwIfAborted();
  const onProgress = (done: number, total: number) => tell({ state: 'running', done, total });
  return {
    state: 'judged',
    verdict: await verifyEvidence(parseEvidence(text), [pem], { onProgress, signal }),
  };
}

function endOf(error: unknown, { aborted }: AbortSignal): VerificationState {
  if (aborted) return { state: 'cancelled' };
  if (error instanceof EvidenceFileError) return { state: 'unfit', fault: error.fault };
  return error instanceof NoCryptography ? { state: 'cannot' } : { state: 'failed', error };
}
