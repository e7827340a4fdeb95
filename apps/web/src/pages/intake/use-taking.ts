import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { problemOfError } from '../../api/problem.js';
import { type Intake, newProgress, takeIn } from './intake.query.js';
import { useOnce } from '../../api/use-once.js';

/** Takes the letter in, once: after a broken connection the same is sent again, after a refusal it may be changed first. */
export function useTaking(file: File) {
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [progress, setProgress] = useState(newProgress);
  const [unclear, setUnclear] = useState(false);
  const taking = useOnce({
    mutationFn: (intake: Intake) => takeIn(intake, file, progress, setProgress),
    onSuccess: (id) => {
      void queries.invalidateQueries({ queryKey: ['dossiers'] });
      navigate(`/dossiers/${id}/edit`, { replace: true });
    },
    onError: (error) => {
      const { status } = problemOfError(error);
      const refused = status >= 400 && status < 500;
      setUnclear(!refused);
      // A refusal did nothing, so what is changed after it is another act.
      if (refused) setProgress((before) => ({ ...before, keys: newProgress().keys }));
    },
  });
  const { dossierId, documentId } = progress;
  const isLocked = taking.isPending || unclear;
  return { ...taking, dossierId, isLocked, takesFile: documentId === null && !isLocked };
}
export type Taking = ReturnType<typeof useTaking>;
