import { useEffect, useRef, useState } from 'react';
import { usePerson } from '../../../session/session.provider.js';
import { keepAnswers, keptAnswers, type KeptAnswers, NOTHING, onKeptElsewhere } from './kept-answers.js';

/**
 * The answers to a request as they are being written. Two pages of one browser write the same answers: each change is
 * made to what the other one kept last, and seen there at once.
 */
export function useAnswers(requestId: string) {
  const { id: personId } = usePerson();
  const [answers, setAnswers] = useState(() => keptAnswers(personId, requestId) ?? NOTHING);
  const [isKept, setIsKept] = useState(true);
  const own = useRef(answers);
  // Without room on the device the last word is on this page.
  const latest = () => (isKept ? keptAnswers(personId, requestId) : null) ?? own.current;
  const show = (next: KeptAnswers) => setAnswers((own.current = next));
  const change = (next: (answers: KeptAnswers) => KeptAnswers) => {
    show(next(latest()));
    setIsKept(keepAnswers(personId, requestId, own.current));
  };
  useEffect(
    () =>
      onKeptElsewhere(personId, requestId, () => {
        const kept = keptAnswers(personId, requestId);
        if (kept !== null) setAnswers((own.current = kept));
      }),
    [personId, requestId],
  );
  return { answers, isKept, change };
}
